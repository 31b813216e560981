"""The formats that can be read: one line each, and one module each."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from importlib import import_module
from posixpath import splitext
from typing import TYPE_CHECKING, Literal, NamedTuple, cast

from claimcheck.documents.model import Block
from claimcheck.documents.options import ReadOptions

if TYPE_CHECKING:
    from claimcheck.documents.extracted import Extracted

#: a reader of text takes the source, the path (for errors) and the options, and gives blocks in reading order
TextReader = Callable[[str, str, ReadOptions], Iterable[Block]]
#: a reader of bytes also gives the source that its blocks stand in
BytesReader = Callable[[bytes, str, ReadOptions], "Extracted"]


#: when a format is read in a folder (a named file always is): data only where somebody says which fields hold copy,
#: pictures only when asked for, since a web site has hundreds and few hold copy
Found = Literal["always", "with-fields", "with-pictures"]


class Format(NamedTuple):
    """A format: its name in a sentence, the module whose `read` reads it, the suffixes that tell it.

    Attributes:
        name: with its article.
        module: dotted, below `claimcheck.documents`.
        suffixes: lower-cased, with the dot.
        binary: its reader takes bytes.
        extra: the extra of the distribution that brings its libraries.
        found: when it is read in a folder.
        isolated: it is read in a process of its own, since a library in C does the work.
    """

    name: str
    module: str
    suffixes: tuple[str, ...]
    binary: bool = False
    extra: str = ""
    found: Found = "always"
    isolated: bool = False


FORMATS = {
    "text": Format("plain text", "plain", (".txt", ".text")),
    "markdown": Format("Markdown", "markdown", (".md", ".markdown", ".mdown", ".mkd")),
    "mdx": Format("MDX", "mdx", (".mdx",)),
    "html": Format("a web page", "html", (".html", ".htm", ".xhtml", ".j2", ".jinja", ".liquid", ".njk")),
    "rst": Format("reStructuredText", "restructured", (".rst", ".rest"), extra="rst"),
    "subtitles": Format("subtitles", "subtitles", (".srt", ".vtt")),
    "mail": Format("a mail", "mail", (".eml",), binary=True),
    "csv": Format("CSV", "data.delimited", (".csv", ".tsv"), found="with-fields"),
    "json": Format("JSON", "data.records", (".json",), found="with-fields"),
    "jsonl": Format("JSON Lines", "data.lines", (".jsonl", ".ndjson"), found="with-fields"),
    "docx": Format("a Word document", "office.docx", (".docx",), binary=True, extra="office"),
    "odt": Format("an OpenDocument text", "office.odt", (".odt",), binary=True, extra="office"),
    "pptx": Format("a PowerPoint presentation", "office.pptx", (".pptx",), binary=True, extra="office"),
    "epub": Format("an EPUB book", "office.epub", (".epub",), binary=True, extra="office"),
    "pdf": Format("a PDF", "pages.pdf", (".pdf",), binary=True, extra="pdf", isolated=True),
    "picture": Format(
        "a picture",
        "pages.picture",
        (".png", ".jpg", ".jpeg", ".tif", ".tiff", ".webp", ".bmp", ".gif"),
        binary=True,
        extra="ocr",
        found="with-pictures",
        isolated=True,
    ),
}
_PAGE = r"(?i)\s*(?:<\?xml[^>]{0,200}>\s*)?<(?:!doctype\s+html|html|head|body)\b"
_BY_SUFFIX = {suffix: kind for kind, form in FORMATS.items() for suffix in form.suffixes}


def kind_of(path: str) -> str | None:
    """The format that a path's suffix names."""
    return _BY_SUFFIX.get(splitext(path)[1].lower())


def kind_in(text: str) -> str:
    """The format that a text shows where its name tells none: a page that begins like one, or plain text."""
    return "html" if re.match(_PAGE, text) else "text"


def text_reader(kind: str) -> TextReader:
    """The reader of a format that is text; its libraries are imported only now. KeyError for an unknown kind."""
    return cast(TextReader, import_module(f"claimcheck.documents.{FORMATS[kind].module}").read)


def bytes_reader(kind: str) -> BytesReader:
    """The reader of a format that is not text."""
    return cast(BytesReader, import_module(f"claimcheck.documents.{FORMATS[kind].module}").read)
