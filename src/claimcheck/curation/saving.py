"""New files: written whole or not at all, and never over what is there."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

from claimcheck.errors import UsageError


def study_file(directory: Path, study: str) -> Path:
    """Where a study's record belongs."""
    return directory / "studies" / f"{study}.yaml"


def claim_file(directory: Path, claim: str) -> Path:
    """Where a claim's record goes when it gets a file of its own."""
    return directory / "claims" / f"{claim.replace('-', '_')}.yaml"


def save_new(texts: Mapping[Path, str], *, replace: bool = False) -> None:
    """Write files in UTF-8. Nothing is written if one of them exists, unless `replace`.

    Raises:
        UsageError: a file exists, or the folder takes no file.
    """
    for path in texts:
        if not replace and os.path.lexists(path):
            raise UsageError("is there already; nothing was written", path=path.as_posix())
    for path, text in texts.items():
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            _save(path, text, replace)
        except OSError as error:
            raise UsageError(f"cannot be written: {error.strerror}", path=path.as_posix()) from error


def _save(path: Path, text: str, replace: bool) -> None:
    beside = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        with beside.open("xb") as stream:
            stream.write(text.encode("utf-8"))
        if replace:
            beside.replace(path)
        else:
            _move_new(beside, path)
    finally:
        beside.unlink(missing_ok=True)


def _move_new(source: Path, path: Path) -> None:
    """A link fails if the file has come into being meanwhile; a rename would not."""
    try:
        os.link(source, path)
    except FileExistsError:
        raise
    except OSError:  # a file system without hard links
        source.rename(path)
