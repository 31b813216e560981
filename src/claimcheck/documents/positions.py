"""Clean text that remembers its source: line look-up, and building text piece by piece with its offsets."""

from __future__ import annotations

import re
from array import array
from bisect import bisect_right
from collections.abc import Sequence

from claimcheck.documents.model import Position
from claimcheck.text.patterns import pattern

#: marks that are not seen on the page: soft hyphen, zero-width and direction marks, control characters,
#: and a joiner after a letter (inside an emoji it stays)
_INVISIBLE = pattern(
    r"[\u00ad\u034f\u180e\u200b\u200c\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff"
    r"\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\ud800-\udfff]+|(?<=\w)\u200d"
)
#: the only one of them that Python holds to be printable
_JOINER = "\u034f"
_LINE_END = pattern("\n")
_GAP = pattern(r"\s\s+")
_OTHER_SPACE = pattern(r"[^\S ]")
#: either of the two
_ODD_SPACE = pattern(r"\s\s|[^\S ]")
#: a code point as JSON writes it out
_WRITTEN_OUT = pattern(r"\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|\\u[0-9a-fA-F]{4}")
_REFERENCE = pattern(r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});?")


class Lines:
    """The line starts of a source, and one past its end; looks first where it looked last."""

    def __init__(self, source: str, page_starts: Sequence[int] = ()) -> None:
        self.starts = array("q", [0])
        self.starts.extend(match.end() for match in _LINE_END.finditer(source))
        self.starts.append(len(source) + 1)
        self._line = 1
        self._page_starts = page_starts

    def position(self, offset: int, page: int | None = None) -> Position:
        """The 1-based line and column of a code point offset, in paged formats on its page or the given one."""
        if self._page_starts:
            return self._on_page(offset, page or bisect_right(self._page_starts, offset) or 1)
        line = self._line_of(offset)
        return Position(line, offset - self.starts[line - 1] + 1)

    def _on_page(self, offset: int, page: int) -> Position:
        """A page may begin in the middle of a paragraph."""
        first = self._page_starts[page - 1]
        line = self._line_of(offset)
        start = max(first, self.starts[line - 1])
        return Position(line - self._line_of(first) + 1, offset - start + 1, page)

    def _line_of(self, offset: int) -> int:
        line = self._line
        if not self.starts[line - 1] <= offset < self.starts[line]:
            line = self._line = min(bisect_right(self.starts, offset), len(self.starts) - 1)
        return line


class Clean:
    """Gathers clean text from pieces of the source."""

    __slots__ = ("_pieces", "_runs")

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self._runs: list[Sequence[int]] = []

    def add(self, text: str, start: int) -> None:
        """Text that stands in the source as it is, from `start` on."""
        self.add_mapped(text, range(start, start + len(text)))

    def add_at(self, text: str, offset: int) -> None:
        """Text that stands for something else in the source: an entity, an escape, a line break."""
        self.add_mapped(text, [offset] * len(text))

    def add_mapped(self, text: str, offsets: Sequence[int]) -> None:
        """Text with an offset for each of its code points."""
        if text:
            self._pieces.append(text)
            self._runs.append(offsets)

    def build(self) -> tuple[str, Sequence[int]]:
        """The text and the offset of each of its code points; invisible marks are left out."""
        if len(self._runs) == 1:
            return visible(self._pieces[0], self._runs[0])
        offsets = array("q")  # also where there is no run at all
        for run in self._runs:
            offsets.extend(run)
        return visible("".join(self._pieces), offsets)


def visible(text: str, offsets: Sequence[int]) -> tuple[str, Sequence[int]]:
    """The text without marks that nobody sees, and the offsets of what is left."""
    if _JOINER not in text and (text.isprintable() or text.replace("\n", "").isprintable()):
        return text, offsets
    return _without(_INVISIBLE, "", text, offsets)


def trimmed(text: str, offsets: Sequence[int]) -> tuple[str, Sequence[int]]:
    """The text without white space at its ends."""
    kept = text.strip()
    if len(kept) == len(text):
        return text, offsets
    first = len(text) - len(text.lstrip())
    return kept, offsets[first : first + len(kept)]


def folded(text: str, offsets: Sequence[int]) -> tuple[str, Sequence[int]]:
    """The text with each run of white space as one plain space, none at the ends."""
    text, offsets = trimmed(text, offsets)
    if not _ODD_SPACE.search(text):
        return text, offsets
    if _GAP.search(text):
        text, offsets = _without(_GAP, " ", text, offsets)
    return (_OTHER_SPACE.sub(" ", text) if _OTHER_SPACE.search(text) else text), offsets


def _without(pattern: re.Pattern[str], stand_in: str, text: str, offsets: Sequence[int]) -> tuple[str, Sequence[int]]:
    """Each match replaced by a stand-in that takes the offset of the match's first code point."""
    pieces: list[str] = []
    kept = array("q")
    done = 0
    for match in pattern.finditer(text):
        pieces.append(text[done : match.start()])
        kept.extend(offsets[done : match.start()])
        if stand_in:
            pieces.append(stand_in)
            kept.append(offsets[match.start()])
        done = match.end()
    if not done:
        return text, offsets
    pieces.append(text[done:])
    kept.extend(offsets[done:])
    return "".join(pieces), kept


def end_of(source: str, offset: int, char: str) -> int:
    """Where the code point that became `char` ends in the source: after an entity or an escape, else one on."""
    if source[offset] == "\\" and char != "\\":
        written = _WRITTEN_OUT.match(source, offset)
        return written.end() if written else offset + 2
    reference = _REFERENCE.match(source, offset) if source[offset] == "&" else None
    if reference:
        from html import unescape

        if unescape(reference.group()).endswith(char):
            return reference.end()
    return offset + 1
