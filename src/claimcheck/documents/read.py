"""Bytes or text -> Document: decode, let the format's reader make blocks, split the blocks into sentences."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from claimcheck.documents.decode import decode
from claimcheck.documents.formats import kind_in, kind_of, reader
from claimcheck.documents.model import Block, Document, Sentence
from claimcheck.documents.positions import Lines, end_of
from claimcheck.documents.sentences import split


def read_document(data: bytes, path: str, *, kind: str | None = None) -> Document:
    """The document in a file's bytes.

    `path` is for reports; where `kind` does not name a format of `formats.FORMATS`, its suffix decides, and where that
    tells nothing, the content. Raises InputError for what is binary, too large or hostile.
    """
    chosen = kind or kind_of(path)
    decoded = decode(data, path, kind=chosen or "html")
    return _document(decoded.text, path, chosen or kind_in(decoded.text), decoded.notes)


def read_text(text: str, path: str = "<text>") -> Document:
    """The document in a piece of plain text."""
    return _document(text, path, "text", ())


def _document(source: str, path: str, kind: str, notes: tuple[str, ...]) -> Document:
    blocks = tuple(block for block in reader(kind)(source, path) if block.text.strip())
    return Document(path, source, blocks, tuple(_sentences(source, blocks)), notes)


def _sentences(source: str, blocks: Sequence[Block]) -> Iterator[Sentence]:
    lines = Lines(source)
    index = 0
    for number, block in enumerate(blocks):
        for text, offsets in split(block.text, block.offsets):
            yield _sentence(text, offsets, number, index, source, lines, block.page)
            index += 1


def _sentence(
    text: str, offsets: Sequence[int], block: int, index: int, source: str, lines: Lines, page: int | None
) -> Sentence:
    start, end = offsets[0], end_of(source, offsets[-1], text[-1])
    here, there = lines.position(start, page), lines.position(end, page)
    return Sentence(text, block, index, start, end, here, there, offsets)
