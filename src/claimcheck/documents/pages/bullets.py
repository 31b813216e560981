"""Bullets as they are set: signs, numbers, and the glyphs of fonts of symbols."""

from __future__ import annotations

from claimcheck.documents.lines import Mark, marked

#: the range in which fonts of symbols keep their glyphs
_PRIVATE = ("\ue000", "\uf8ff")
_MARKS = (Mark.BULLET, Mark.NUMBER)


def bullet_length(text: str) -> int:
    """How many characters of a line are its bullet or number, white space included; 0 where it has none."""
    first, _, rest = text.partition(" ")
    if len(first) == 1 and _PRIVATE[0] <= first <= _PRIVATE[1]:
        return 2 if rest else 1
    mark, head = marked(text)
    return head if mark in _MARKS else 0


def is_bullet(word: str) -> bool:
    """Whether a word by itself is a bullet or the number of an item."""
    return bullet_length(f"{word} x") > len(word)
