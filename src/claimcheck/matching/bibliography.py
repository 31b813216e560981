"""Entries of reference lists: the title of a paper that is cited claims nothing on this page."""

from __future__ import annotations

from claimcheck.documents.model import Block, BlockKind
from claimcheck.text.patterns import pattern

_NAME = r"[^\W\d_][\w'’-]+(?: [^\W\d_][\w'’-]+)?,? (?:[A-Z]\.?[ -]?){1,3}"
#: "Field T, Diego M. Title. Journal 2010;31:18." or "Field, T. (2010). Title." to its year
_BY_AUTHORS = pattern(
    rf"\W*(?:\d+\W+)?{_NAME}(?:(?:,|,? &|,? and|;) {_NAME})*(?:,? et al\.?)?[ .,:(].*\b(?:19|20)\d\d\b"
)
#: "“Title”, Journal, 2013"
_BY_TITLE = pattern(r"\W*[\"“‘'*_][^\"”*_]{10,200}[\"”’'*_],? [^.!?]{3,120}\b(?:19|20)\d\d\W*$")
#: longer blocks are prose that happens to begin like an entry
_LONGEST = 500
_PROSE = frozenset({BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.TABLE_CELL})


def is_entry(block: Block) -> bool:
    """Whether a block is one reference, by its looks."""
    if block.kind not in _PROSE or len(block.text) > _LONGEST:
        return False
    text = " ".join(block.text.split())
    return bool(_BY_AUTHORS.match(text) or _BY_TITLE.match(text))
