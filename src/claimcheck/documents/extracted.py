"""What a reader makes of a document before it is cut into sentences."""

from __future__ import annotations

from claimcheck.documents.model import Block
from claimcheck.frozen import dataclass


@dataclass(frozen=True)
class Extracted:
    """What was found in a document.

    Attributes:
        source: the text, or the words as they were written down; positions count in it.
        blocks: in reading order.
        page_starts: for each page the offset at which it begins; empty where there are no pages.
        notes: things the user should know.
    """

    source: str
    blocks: tuple[Block, ...]
    page_starts: tuple[int, ...] = ()
    notes: tuple[str, ...] = ()
