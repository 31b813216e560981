"""A document's text for the reports that show all of it."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from claimcheck.report import Place, Shown, ShownBlock, ShownSentence

if TYPE_CHECKING:
    from claimcheck.documents.model import Document, Sentence


def shown(document: Document) -> Shown:
    """The blocks that hold sentences, in reading order."""
    blocks = (_block(document, number, list(run)) for number, run in groupby(document.sentences, lambda s: s.block))
    return Shown(document.source, tuple(blocks))


def _block(document: Document, number: int, sentences: list[Sentence]) -> ShownBlock:
    block = document.blocks[number]
    return ShownBlock(block.kind, block.level, block.group, block.quoted, tuple(map(_sentence, sentences)))


def _sentence(sentence: Sentence) -> ShownSentence:
    start, end = sentence.position, sentence.end_position
    return ShownSentence(Place(start.line, start.column, end.line, end.column, start.page), sentence.text)
