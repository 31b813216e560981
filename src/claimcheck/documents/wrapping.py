"""Whether a line end is the author's or the editor's: hard-wrapped prose is joined, short lines stay apart."""

from __future__ import annotations

from collections.abc import Iterable

from claimcheck.text.patterns import pattern

NARROWEST, WIDEST = 40, 130
#: a line this long that stops in mid-sentence was wrapped, whatever the width of the others
_LONG = 40
#: ends with a mark that ends a sentence, or with an emoji
_COMPLETE = pattern(r"(?:[.!?:;…][\"'”’»)\]}]*|[^\w\s,&+/%£€$°\"'”’»)\]}–—-])$")
_SMALL = pattern(r"[\"'“‘(]?[a-zà-ÿ]")


def runs_on(line: str, following: str) -> bool:
    """The line stops in mid-sentence: it has no end mark, and the next begins with a small letter."""
    return bool(_SMALL.match(following)) and not _COMPLETE.search(line)


def _needed(line: str, following: str) -> int:
    """The width at which the next line's first word would still have stood on this line."""
    return len(line) + 1 + len(following.split(None, 1)[0])


def wrap_width(pairs: Iterable[tuple[str, str]]) -> int:
    """The column at which the prose among these neighbouring lines was wrapped, or 0 if it was not.

    A wrapped line is full: the next word would not have fitted. The width that explains most lines so wins,
    if at least two of them stop in mid-sentence there.
    """
    full = [0] * (WIDEST + 2)
    proven = [0] * (WIDEST + 2)
    for line, following in pairs:
        if not NARROWEST <= len(line) <= WIDEST:
            continue
        proof = runs_on(line, following)
        for width in range(len(line), min(_needed(line, following), WIDEST + 1)):
            full[width] += 1
            proven[width] += proof
    best = max(range(WIDEST + 1), key=lambda width: (2 * proven[width] + full[width], -width))
    return best if proven[best] >= 2 else 0


def joins(line: str, following: str, width: int = 0) -> bool:
    """Whether two neighbouring lines are one run of prose; `width` as `wrap_width` found it."""
    if width and len(line) <= width < _needed(line, following):
        return True
    if not runs_on(line, following):
        return False
    return len(line) >= _LONG or (line.endswith(",") and len(line) >= 15)
