"""Which documents were meant: files, folders, globs, web addresses and `-` become a sorted list without duplicates."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import BinaryIO

from claimcheck.documents.formats import FORMATS, kind_of
from claimcheck.documents.limits import Limits
from claimcheck.documents.model import Document
from claimcheck.documents.options import USUAL, USUAL_FINDING, FindOptions, ReadOptions
from claimcheck.documents.read import read_document
from claimcheck.documents.sniff import kind_by_content
from claimcheck.documents.walking import files_below
from claimcheck.errors import InputError
from claimcheck.frozen import dataclass

STDIN = "-"
_GLOB_MARKS = frozenset("*?[")
#: an address of any scheme; those that are not fetched are refused by name
_ADDRESS = re.compile(r"[a-z][a-z\d+.-]+://", re.IGNORECASE)


@dataclass(frozen=True)
class Input:
    """A document to be read.

    Attributes:
        path: the file, or None for standard input and pages of the web.
        display: how reports name it: with `/`, relative to the working folder where it lies below it.
        kind: a format of `formats.FORMATS` that it must be read as; None where its name and content decide.
        address: where it is to be fetched from.
    """

    path: Path | None
    display: str
    kind: str | None = None
    address: str | None = None


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


def find_inputs(
    paths: Sequence[str], *, stdin_filename: str | None = None, options: FindOptions = USUAL_FINDING
) -> Inputs:
    """The documents that the arguments name.

    A folder stands for all files below it that are read wherever they are found (`FindOptions` widens that), hidden
    and ignored ones left out; a glob that the shell left alone is expanded here (`**` goes down). `stdin_filename`
    names what comes by `-`, and so decides its format.
    """
    search = _Search(stdin_filename, options)
    for path in paths:
        search.add(path)
    inputs = sorted(search.found.values(), key=lambda item: item.display)
    return Inputs(tuple(inputs), tuple(search.failures), tuple(search.warnings))


def read_input(item: Input, *, stdin: bytes | None = None, options: ReadOptions = USUAL) -> Document:
    """The document behind an input; `stdin` are the bytes of standard input where they were read already.

    Raises InputError where it cannot be read.
    """
    if item.address is not None:
        from claimcheck.documents.web.page import read_page

        return read_page(item.address, options)
    return read_document(_bytes(item, stdin, options.limits), item.display, kind=item.kind, options=options)


def _bytes(item: Input, stdin: bytes | None, limits: Limits) -> bytes:
    if item.path is None:
        return _bounded(sys.stdin.buffer, item.display, limits) if stdin is None else stdin
    try:
        with item.path.open("rb") as file:
            return _bounded(file, item.display, limits)
    except OSError as error:
        raise InputError(_reason(error), path=item.display) from error


def _bounded(file: BinaryIO, name: str, limits: Limits) -> bytes:
    """No more than shows that a file is too large: a device may never end."""
    data = file.read(limits.text_bytes + 1)
    if len(data) <= limits.text_bytes:
        return data
    kind = kind_by_content(data) or kind_of(name)
    if kind is None or not FORMATS[kind].binary:
        return data
    return data + file.read(limits.file_bytes + 1 - len(data))


class _Search:
    """Gathers inputs; `found` is keyed by real path, so that no file is read twice."""

    def __init__(self, stdin_filename: str | None, options: FindOptions) -> None:
        self.found: dict[str, Input] = {}
        self.failures: list[InputError] = []
        self.warnings: list[str] = []
        self._stdin_filename = stdin_filename
        self._options = options

    def add(self, argument: str) -> None:
        """Adds what one argument names."""
        if argument == STDIN:
            self.found.setdefault(STDIN, Input(None, self._stdin_filename or "<stdin>"))
        elif _ADDRESS.match(argument):
            self._web(argument)
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

    def _web(self, address: str) -> None:
        from claimcheck.documents.web.page import pages

        try:
            for found in pages(address, self._options, self.warnings):
                self.found.setdefault(found, Input(None, found, address=found))
        except InputError as error:
            self.failures.append(error)

    def _folder(self, folder: str) -> None:
        files = list(
            files_below(folder, self._options, lambda error: self._fail(error.filename or folder, _reason(error)))
        )
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
