"""Paragraphs of lines are written on a sheet: line ends mended, paragraphs that go on over the page made whole."""

from __future__ import annotations

from collections.abc import Container, Sequence
from dataclasses import replace
from itertools import groupby, pairwise

from claimcheck.documents.model import BlockKind
from claimcheck.documents.page import Context
from claimcheck.documents.pages.hyphens import mended
from claimcheck.documents.pages.model import Line
from claimcheck.documents.pages.paragraphs import leads_on, same_size
from claimcheck.documents.sheet import Sheet

#: how far below a line the next one of its paragraph may stand, and how far beside it, times the size of the letters
_NEAR, _BESIDE = 1.9, 0.5
_PROSE = (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.QUOTE)


class Writer:
    """Takes paragraphs in reading order.

    Args:
        sheet: where they are written.
        known: the words that stand whole somewhere in the document.
    """

    def __init__(self, sheet: Sheet, known: Container[str]) -> None:
        self.sheet = sheet
        self._known = known
        self._page = 0
        self._lines: list[Line] = []
        self._skip = 0
        self._context = Context()

    def put(self, lines: Sequence[Line], context: Context, *, skip: int = 0) -> None:
        """A paragraph; the first `skip` characters of its first line are a bullet."""
        if not skip and self._goes_on(lines, context):
            self._lines.extend(lines)
            return
        self.flush()
        self._lines, self._context, self._skip = list(lines), context, skip

    def _goes_on(self, lines: Sequence[Line], context: Context) -> bool:
        """The paragraph before stops in mid-sentence, at the end of its column or page, or beside a box."""
        if (
            not self._lines
            or self._context.kind not in _PROSE
            or context.kind not in (BlockKind.PARAGRAPH, self._context.kind)
        ):
            return False
        last, first = self._lines[-1], lines[0]
        moved = last.page != first.page or first.base <= last.base or _is_below(last, first)
        return moved and same_size(last, first) and leads_on(last, first)

    def flush(self) -> None:
        """Writes the paragraph that was held back to see whether it goes on."""
        if not self._lines:
            return
        self.sheet.border()
        for line, following in pairwise([*self._lines, None]):
            if line is not None:
                self.turn_to(line.page)
                self._write(line, following)
        self.sheet.border()
        self._lines = []

    def turn_to(self, page: int) -> None:
        """Begins every page up to this one."""
        while self._page < page:
            self._page += 1
            self.sheet.page()

    def _write(self, line: Line, following: Line | None) -> None:
        """The words of a line, those set alike in one go, and what stands between it and the next."""
        pieces = [f"{word.text} " for word in line.words]
        pieces[-1] = line.words[-1].text
        if following:
            pieces[-1] = "".join(mended(pieces[-1], following.words[0].text, self._known))
        left_out, self._skip = self._skip, 0
        for bold, run in groupby(zip(line.words, pieces, strict=True), key=lambda pair: pair[0].bold):
            text = "".join(piece for _, piece in run)
            if text[left_out:]:
                self.sheet.text(text[left_out:], replace(self._context, bold=bold))
            left_out = max(0, left_out - len(text))


def _is_below(line: Line, following: Line) -> bool:
    """The next line of print stands right below, in the same letters."""
    near = following.base - line.base <= _NEAR * line.size and abs(following.left - line.left) <= _BESIDE * line.size
    return near and line.bold == following.bold
