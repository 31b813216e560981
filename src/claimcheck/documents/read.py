"""Bytes or text -> Document: decode, let the format's reader make blocks, split the blocks into sentences."""

from __future__ import annotations

from claimcheck.documents.decode import decode
from claimcheck.documents.extracted import Extracted
from claimcheck.documents.formats import FORMATS, bytes_reader, kind_in, kind_of, text_reader
from claimcheck.documents.guarded import guarded
from claimcheck.documents.limits import check_count, check_size
from claimcheck.documents.model import Document
from claimcheck.documents.options import USUAL, ReadOptions
from claimcheck.documents.running import Sentences
from claimcheck.documents.sniff import kind_by_content


def read_document(
    data: bytes, path: str, *, kind: str | None = None, charset: str | None = None, options: ReadOptions = USUAL
) -> Document:
    """The document in a file's bytes.

    `path` is for reports; where `kind` names no format of `formats.FORMATS`, the content decides where it is
    unmistakable, then the suffix, then the content again. `charset` is what a web server said.
    Raises InputError for what cannot be read, is too large or hostile, or needs a library that is not installed.
    """
    chosen = kind or kind_by_content(data) or kind_of(path)
    if chosen is not None and FORMATS[chosen].binary:
        return _read_bytes(data, path, chosen, options)
    limit = options.limits.text_bytes
    decoded = decode(data, path, kind=chosen or "html", limit=limit, charset=charset)
    return _read_text(decoded.text, path, chosen or kind_in(decoded.text), options, decoded.notes)


def read_text(text: str, path: str = "<text>") -> Document:
    """The document in a piece of plain text."""
    return _read_text(text, path, "text", USUAL, ())


def _read_text(source: str, path: str, kind: str, options: ReadOptions, notes: tuple[str, ...]) -> Document:
    check_count(source.count("\n"), options.limits.lines, "lines", path)
    if FORMATS[kind].extra:
        with guarded(kind, path):
            found = Extracted(source, tuple(text_reader(kind)(source, path, options)), notes=notes)
    else:
        found = Extracted(source, tuple(text_reader(kind)(source, path, options)), notes=notes)
    return _document(found, path, kind, options)


def _read_bytes(data: bytes, path: str, kind: str, options: ReadOptions) -> Document:
    check_size(len(data), options.limits.file_bytes, "file-bytes", path)
    if FORMATS[kind].isolated:
        from claimcheck.documents.isolated import extract

        found = extract(kind, data, path, options)
    else:
        with guarded(kind, path):
            found = bytes_reader(kind)(data, path, options)
    return _document(found, path, kind, options)


def _document(found: Extracted, path: str, kind: str, options: ReadOptions) -> Document:
    kept = tuple(block for block in found.blocks if block.text.strip())
    most = options.limits.sentences
    sentences = Sentences(found.source, kept, found.page_starts, most + 1)
    check_count(len(sentences), most, "sentences", path)
    return Document(path, found.source, kept, sentences, found.notes, found.page_starts, kind)
