"""Where reports go: standard output, or files that are written whole or not at all."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO, TextIO

from claimcheck.errors import InputError


def write_standard_output(text: str | Iterable[str]) -> None:
    """Print a report. A reader who leaves early (`| head -1`) changes nothing and is told nothing.

    Raises:
        InputError: standard output takes no more (a full disk).
    """
    if sys.stdout is None:  # started with standard output closed
        return
    try:
        sys.stdout.writelines(_pieces(text))
        sys.stdout.flush()
    except BrokenPipeError:
        abandon(sys.stdout)
    except OSError as error:
        raise InputError(f"cannot write the report: {error.strerror}", path="<stdout>") from error


def write_standard_error(text: str | Iterable[str]) -> None:
    """Print beside a report. A closed standard error must not change what the run found."""
    with suppress(OSError, AttributeError):
        sys.stderr.writelines(_pieces(text))
        sys.stderr.flush()


def abandon(stream: TextIO) -> None:
    """Send what is still to be written to a closed pipe or a full disk nowhere."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, stream.fileno())
    os.close(nowhere)


def write_file(path: Path, text: str | Iterable[str]) -> None:
    """Put a report into a file, in UTF-8: the old content stays until the new one is complete.

    Raises:
        InputError: the file cannot be written.
    """
    try:
        if path.exists() and not path.is_file():
            with path.open("wb") as stream:  # a device or a pipe has nothing to keep
                _write(stream, text)
        else:
            _replace(Path(os.path.realpath(path)), text)
    except OSError as error:
        raise InputError(f"cannot write the report: {error.strerror}", path=str(path)) from error


def _pieces(text: str | Iterable[str]) -> Iterable[str]:
    """A text, which may be long and is then made as it is written."""
    return (text,) if isinstance(text, str) else text


def _write(stream: BinaryIO, text: str | Iterable[str]) -> None:
    stream.writelines(piece.encode("utf-8") for piece in _pieces(text))


def _replace(path: Path, text: str | Iterable[str]) -> None:
    beside = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        with beside.open("xb") as stream:
            _write(stream, text)
        beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)
