"""The table in hand: what the first cell of a row and the head of a column lend to the other cells."""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.documents.model import Block, BlockKind
from claimcheck.matching.sections import Lender


class Cells:
    """The cells of one table by their words; forgotten when the next table begins."""

    def __init__(self) -> None:
        self._group = 0
        self._seen: dict[str, Lender] = {}

    def note(self, block: Block, lender: Lender) -> None:
        """Takes in a sentence of a cell; the first that names a subject speaks for its cell."""
        if block.kind is not BlockKind.TABLE_CELL:
            return
        if block.group != self._group:
            self._group, self._seen = block.group, {}
        words = _words(block.text)
        if words not in self._seen or not self._seen[words].subjects:
            self._seen[words] = lender

    def heads(self, block: Block) -> Iterator[Lender]:
        """What leads into a cell: the head of its row, then that of its column."""
        if block.kind is BlockKind.TABLE_CELL and block.group == self._group:
            for head in (block.row_head, block.column_head):
                lender = self._seen.get(_words(head)) if head else None
                if lender:
                    yield lender


def _words(text: str) -> str:
    return " ".join(text.split())
