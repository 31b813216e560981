"""The words of a PDF page with their boxes, by pdfium; its calls are dear, so a word is asked about at its ends."""

from __future__ import annotations

import re
from ctypes import addressof, byref, c_double, create_string_buffer
from math import atan2, hypot, pi
from typing import TYPE_CHECKING, Any, NamedTuple

from claimcheck.documents.pages.model import Word

if TYPE_CHECKING:
    from pypdfium2 import PdfPage, PdfTextPage

#: pdfium writes U+FFFE or U+0002 for a hyphen at the end of a line, and no line end after it
_WORD = re.compile(r"[^\s\x00\x02\ufffe]+[\x02\ufffe]?")
_HYPHEN = str.maketrans({"\x02": "-", "\ufffe": "-"})
#: pdfium calls the weight of a regular face 400 or less, or does not know
_BOLD = 600
_BOLD_NAME = re.compile(rb"bold|black|heavy|semibold|demi", re.IGNORECASE)
_LONGEST_NAME = 128
#: the sides of a page's frame by the quarter turns of its text
_TURNS = 4
#: letters nearer to each other, times their size, are of one word
_NO_GAP = 0.08
#: a page with more letters is no page of print
_MOST_LETTERS = 200_000


def words_of(page: PdfPage) -> list[list[Word]]:
    """The words of a page, those of each quarter turn in an upright frame of their own, the fullest frame first."""
    text_page = page.get_textpage()
    try:
        return _Words(text_page).found()
    finally:
        text_page.close()


class _Setting(NamedTuple):
    """How a run of letters is set; the same for all letters that a program has put down in one go."""

    turn: int
    size: float
    bold: bool
    tag: int


class _Words:
    """Asks pdfium about one page of text."""

    def __init__(self, text_page: PdfTextPage) -> None:
        from pypdfium2 import raw

        self._raw = raw
        self._text = text_page
        self._page = text_page.raw
        self._count = min(raw.FPDFText_CountChars(self._page), _MOST_LETTERS)
        self._box, self._matrix = raw.FS_RECTF(), raw.FS_MATRIX()
        self._x, self._y = c_double(), c_double()
        self._at_x, self._at_y = byref(self._x), byref(self._y)
        self._name = create_string_buffer(_LONGEST_NAME)
        self._settings: dict[int, _Setting] = {}

    def found(self) -> list[list[Word]]:
        """The words in each frame."""
        frames: list[list[Word]] = [[] for _ in range(_TURNS)]
        for match in _WORD.finditer(self._letters()):
            setting = self._setting(match.start())
            if setting.size > 0:
                frames[setting.turn].append(
                    self._word(match.group().translate(_HYPHEN), match.start(), match.end() - 1, setting)
                )
        return [_joined(frame) for frame in sorted(frames, key=len, reverse=True)]

    def _letters(self) -> str:
        """One code point for each of pdfium's letters."""
        if self._count < _MOST_LETTERS:
            text: str = self._text.get_text_range()
            if len(text) == self._count:
                return text
        return "".join(chr(self._raw.FPDFText_GetUnicode(self._page, at)) for at in range(self._count))

    def _word(self, text: str, first: int, last: int, setting: _Setting) -> Word:
        turn, size, bold, tag = setting
        raw, page, box = self._raw, self._page, self._box
        raw.FPDFText_GetCharOrigin(page, first, self._at_x, self._at_y)
        raw.FPDFText_GetLooseCharBox(page, first, box)
        if turn == 0:  # nearly always, and it need not be turned
            left, top, right, bottom = box.left, -box.top, box.right, -box.bottom
            if last > first:
                raw.FPDFText_GetLooseCharBox(page, last, box)
                right = max(right, box.right)
            return Word(text, left, top, right, bottom, -self._y.value, size, bold, tag)
        left, top, right, bottom = self._corners(first, turn)
        also = self._corners(last, turn)
        left, top, right, bottom = min(left, also[0]), min(top, also[1]), max(right, also[2]), max(bottom, also[3])
        base = _upright(self._x.value, self._y.value, turn)[1]
        return Word(text, left, top, right, bottom, base, size, bold, tag)

    def _corners(self, at: int, turn: int) -> tuple[float, float, float, float]:
        box = self._box
        self._raw.FPDFText_GetLooseCharBox(self._page, at, box)
        (x, y), (z, w) = _upright(box.left, box.top, turn), _upright(box.right, box.bottom, turn)
        return min(x, z), min(y, w), max(x, z), max(y, w)

    def _setting(self, at: int) -> _Setting:
        thing = self._raw.FPDFText_GetTextObject(self._page, at)
        key = addressof(thing.contents) if thing else None
        if key is None:
            return self._asked(at, None)
        if key not in self._settings:
            self._settings[key] = self._asked(at, thing)
        return self._settings[key]

    def _asked(self, at: int, thing: Any) -> _Setting:
        raw, matrix = self._raw, self._matrix
        raw.FPDFText_GetMatrix(self._page, at, matrix)
        turn = round(atan2(matrix.b, matrix.a) / (pi / 2)) % _TURNS
        size = round(raw.FPDFText_GetFontSize(self._page, at) * hypot(matrix.c, matrix.d), 1)
        tag = raw.FPDFPageObj_GetMarkedContentID(thing) if thing else -1
        return _Setting(turn, size, self._is_bold(at), tag)

    def _is_bold(self, at: int) -> bool:
        if self._raw.FPDFText_GetFontWeight(self._page, at) >= _BOLD:
            return True
        self._name.value = b""
        self._raw.FPDFText_GetFontInfo(self._page, at, self._name, _LONGEST_NAME, None)
        return _BOLD_NAME.search(self._name.value) is not None


def _joined(words: list[Word]) -> list[Word]:
    """The words without gaps that are none: on pages with few letters pdfium takes each letter for a line."""
    joined: list[Word] = []
    for word in words:
        before = joined[-1] if joined else None
        if before and word.base == before.base and abs(word.left - before.right) < _NO_GAP * word.size:
            joined[-1] = before._replace(text=before.text + word.text, right=word.right)
        else:
            joined.append(word)
    return joined


def _upright(x: float, y: float, turn: int) -> tuple[float, float]:
    """A point of the page (y upwards) in the frame in which text of this turn runs to the right (y downwards)."""
    return ((x, -y), (y, x), (-x, y), (-y, -x))[turn]
