"""The table in hand: what the first cell of a row and the head of a column lend to the other cells."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from claimcheck.documents.model import Block, BlockKind
from claimcheck.matching.sections import Lender


class Cells:
    """The cells of one table by their words; forgotten when the next table begins."""

    def __init__(self) -> None:
        self._group = 0
        self._seen: dict[str, Lender] = {}
        self._columns: list[Lender] = []

    def note(self, block: Block, lender: Lender) -> None:
        """Takes in a sentence of a cell; the first that names a subject speaks for its cell."""
        if block.kind is not BlockKind.TABLE_CELL:
            return
        if block.group != self._group:
            self._group, self._seen, self._columns = block.group, {}, []
        if not (block.row_head or block.column_head):
            self._columns.append(lender)
        words = _words(block.text)
        if words not in self._seen or not self._seen[words].subjects:
            self._seen[words] = lender

    def compares(self, block: Block, acts: Callable[[str], bool]) -> bool:
        """Whether a cell only heads its row, since other columns of its table are headed by what acts ("Massage").

        Where the cell's own column has no head it takes two, since it could be one of the heads itself.
        """
        if block.kind is not BlockKind.TABLE_CELL or block.row_head:
            return False
        own = _words(block.column_head or "")
        others = [head for head in self._columns if _words(head.sentence.text) != own]
        return sum(any(acts(seen.id) for seen in head.subjects) for head in others) > (0 if own else 1)

    def heads(self, block: Block) -> Iterator[Lender]:
        """What leads into a cell: the head of its row, then that of its column."""
        if block.kind is BlockKind.TABLE_CELL and block.group == self._group:
            for head in (block.row_head, block.column_head):
                lender = self._seen.get(_words(head)) if head else None
                if lender:
                    yield lender


def _words(text: str) -> str:
    return " ".join(text.split())
