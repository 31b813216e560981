"""The formats that can be read: one line each, and one module each."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from importlib import import_module
from posixpath import splitext
from typing import NamedTuple, cast

from claimcheck.documents.model import Block

#: a reader takes the source and the path (for errors) and gives blocks in reading order
Reader = Callable[[str, str], Iterable[Block]]


class Format(NamedTuple):
    """A format: the module of `claimcheck.documents` whose `read` reads it, and its suffixes."""

    module: str
    suffixes: tuple[str, ...]


FORMATS = {
    "text": Format("plain", (".txt", ".text")),
    "markdown": Format("markdown", (".md", ".markdown", ".mdown", ".mkd", ".mdx")),
    "html": Format("html", (".html", ".htm", ".xhtml")),
}
_PAGE = r"(?i)\s*(?:<\?xml[^>]{0,200}>\s*)?<(?:!doctype\s+html|html|head|body)\b"
_BY_SUFFIX = {suffix: kind for kind, form in FORMATS.items() for suffix in form.suffixes}


def kind_of(path: str) -> str | None:
    """The format that a path's suffix names."""
    return _BY_SUFFIX.get(splitext(path)[1].lower())


def kind_in(text: str) -> str:
    """The format that a text shows where its name tells none: a page that begins like one, or plain text."""
    return "html" if re.match(_PAGE, text) else "text"


def known(path: str) -> bool:
    """Whether a path's suffix names a format."""
    return kind_of(path) is not None


def reader(kind: str) -> Reader:
    """The reader of a format; its libraries are imported only now. KeyError for an unknown kind."""
    module = import_module(f"claimcheck.documents.{FORMATS[kind].module}")
    return cast(Reader, module.read)
