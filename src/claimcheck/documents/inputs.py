"""Which documents were meant: files, folders, globs and `-` become a sorted list without duplicates."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import BinaryIO

from claimcheck.documents.formats import known
from claimcheck.documents.limits import MAX_BYTES
from claimcheck.documents.model import Document
from claimcheck.documents.read import read_document
from claimcheck.errors import InputError
from claimcheck.frozen import dataclass

STDIN = "-"
_GLOB_MARKS = frozenset("*?[")


@dataclass(frozen=True)
class Input:
    """A document to be read.

    Attributes:
        path: the file, or None for standard input.
        display: how reports name it: with `/`, relative to the working folder where it lies below it.
        kind: a format of `formats.FORMATS` that it must be read as; None where its name and content decide.
    """

    path: Path | None
    display: str
    kind: str | None = None


@dataclass(frozen=True)
class Inputs:
    """What the arguments named.

    Attributes:
        inputs: sorted by display, each file once.
        failures: arguments that name nothing; the others hold.
        warnings: folders in which there was nothing to read.
    """

    inputs: tuple[Input, ...]
    failures: tuple[InputError, ...] = ()
    warnings: tuple[str, ...] = ()


def find_inputs(paths: Sequence[str], *, stdin_filename: str | None = None) -> Inputs:
    """The documents that the arguments name.

    A folder stands for all files below it with a known suffix, hidden ones left out; a glob that the shell left alone
    is expanded here (`**` goes down). `stdin_filename` names what comes by `-`, and so decides its format.
    """
    search = _Search(stdin_filename)
    for path in paths:
        search.add(path)
    inputs = sorted(search.found.values(), key=lambda item: item.display)
    return Inputs(tuple(inputs), tuple(search.failures), tuple(search.warnings))


def read_input(item: Input, *, stdin: bytes | None = None) -> Document:
    """The document behind an input; `stdin` are the bytes of standard input where they were read already.

    Raises InputError where it cannot be read.
    """
    return read_document(_bytes(item, stdin), item.display, kind=item.kind)


def _bytes(item: Input, stdin: bytes | None) -> bytes:
    if item.path is None:
        return _bounded(sys.stdin.buffer) if stdin is None else stdin
    try:
        with item.path.open("rb") as file:
            return _bounded(file)
    except OSError as error:
        raise InputError(_reason(error), path=item.display) from error


def _bounded(file: BinaryIO) -> bytes:
    """No more than shows that a file is too large: a device may never end."""
    return file.read(MAX_BYTES + 1)


class _Search:
    """Gathers inputs; `found` is keyed by real path, so that no file is read twice."""

    def __init__(self, stdin_filename: str | None) -> None:
        self.found: dict[str, Input] = {}
        self.failures: list[InputError] = []
        self.warnings: list[str] = []
        self._stdin_filename = stdin_filename

    def add(self, argument: str) -> None:
        """Adds what one argument names."""
        if argument == STDIN:
            self.found.setdefault(STDIN, Input(None, self._stdin_filename or "<stdin>"))
        elif "\0" in argument:
            self._fail(argument.replace("\0", "\\0"), "no such file or folder")
        elif os.path.isdir(argument):
            self._folder(argument)
        elif os.path.lexists(argument):
            self._file(argument)
        elif _GLOB_MARKS & set(argument):
            self._glob(argument)
        else:
            self._fail(argument, "no such file or folder")

    def _fail(self, path: str, message: str) -> None:
        self.failures.append(InputError(message, path=display(path)))

    def _file(self, path: str) -> None:
        self.found.setdefault(os.path.realpath(path), Input(Path(path), display(path)))

    def _folder(self, folder: str) -> None:
        files = list(_below(folder, lambda error: self._fail(error.filename or folder, _reason(error))))
        for path in files:
            self._file(path)
        if not files:
            self.warnings.append(f"{display(folder)}: no file to check in this folder")

    def _glob(self, pattern: str) -> None:
        from glob import glob

        matches = sorted(glob(pattern, recursive=True))
        if not matches:
            self._fail(pattern, "matches no file")
        for path in matches:
            if os.path.isdir(path):
                if "**" not in pattern:
                    self._folder(path)
            else:
                self._file(path)


def _below(folder: str, failed: Callable[[OSError], None]) -> Iterator[str]:
    """The files with known suffixes below a folder; links are followed, but into no folder twice."""
    seen = {os.path.realpath(folder)}
    for parent, folders, files in os.walk(folder, onerror=failed, followlinks=True):
        folders[:] = sorted(name for name in folders if not name.startswith(".") and _is_new(parent, name, seen))
        for name in sorted(files):
            if known(name) and not name.startswith("."):
                yield os.path.join(parent, name)


def _is_new(parent: str, name: str, seen: set[str]) -> bool:
    real = os.path.realpath(os.path.join(parent, name))
    new = real not in seen
    seen.add(real)
    return new


def display(path: str) -> str:
    """A path as reports show it: with `/`, relative to the working folder where it lies below it, printable."""
    here = os.path.normpath(path)
    try:
        relative = os.path.relpath(path)
    except (ValueError, OSError):  # another drive, or the working folder is gone
        relative = here
    shown = here if relative.startswith(os.pardir) else relative
    return os.fsencode(shown).decode("utf-8", "replace").replace(os.sep, "/")


def _reason(error: OSError) -> str:
    return f"cannot be read: {(error.strerror or str(error)).lower()}"
