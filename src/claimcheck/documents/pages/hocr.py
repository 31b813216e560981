"""hOCR, the HTML in which OCR programs write what they have seen -> words."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import accumulate
from statistics import median
from typing import TYPE_CHECKING

from claimcheck.documents.pages.model import Word

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_BOX = re.compile(r"bbox (-?\d+) (-?\d+) (-?\d+) (-?\d+)")
_BASE = re.compile(r"baseline (-?\d*\.?\d+) (-?\d+)")
_NUMBER = re.compile(r"(x_size|x_wconf) (\d+(?:\.\d+)?)")
_LINES = frozenset(("ocr_line", "ocr_header", "ocr_caption", "ocr_textfloat"))
#: words that the program is less sure of are specks; a sign by itself is one at any rate
_LEAST_SURE = 25.0
_SPECK = re.compile(r"[^\w&+•£$€]|[\W_]{2,}|_")
#: what bullets are taken for; they stand further from the text than words from each other, times the size of letters
_BULLETS, _BULLET_GAP = frozenset("¢©®«°eo*»•-"), 0.42
#: a bullet that was taken for a part of the first word
_GLUED = frozenset("¢©®«•")
#: sizes of one kind of letters are measured with this error; larger ones are rounded to steps of it
_ERROR = 0.15
#: lines nearer to each other than this, times the size of their letters, are of one paragraph
_LEADING = 1.6


def words_of(hocr: bytes, scale: float) -> list[Word]:
    """The words of a page; `scale` turns pixels into points."""
    from xml.etree.ElementTree import fromstring

    lines = [element for element in fromstring(hocr).iter() if element.get("class") in _LINES]
    slope = _slope(lines)
    return _evened([words for line in lines if (words := _cleaned(list(_words(line, slope, scale))))])


def _words(line: Element, slope: float, scale: float) -> Iterator[Word]:
    size, base = _number(line, "x_size") * scale, _base(line, slope) * scale
    for element in line.iter():
        text = "".join(element.itertext()).strip().strip("_")
        if element.get("class") == "ocrx_word" and text and _number(element, "x_wconf") >= _LEAST_SURE and size > 0:
            left, top, right, bottom = (scale * side for side in _box(element))
            yield Word(text, left, top, right, bottom, base, size)


def _cleaned(words: list[Word]) -> list[Word]:
    """The words of a line without specks; a first sign that stands apart is a bullet, whatever it was taken for."""
    if len(words) > 1 and words[0].text in _BULLETS and words[1].left - words[0].right > _BULLET_GAP * words[0].size:
        return [words[0]._replace(text="•"), *_cleaned(words[1:])]
    if words and len(words[0].text) > 1 and words[0].text[0] in _GLUED:
        return [words[0]._replace(text="•"), words[0]._replace(text=words[0].text[1:]), *_cleaned(words[1:])]
    return [word for word in words if not _SPECK.fullmatch(word.text)]


def _slope(lines: Sequence[Element]) -> float:
    """How far the page is turned: the slope of its lines, of which the long ones know best."""
    slopes = sorted((_baseline(line)[0], right - left) for line in lines for left, _, right, _ in [_box(line)])
    middle = sum(length for _, length in slopes) / 2
    return next((slope for (slope, _), reached in zip(slopes, _sums(slopes), strict=True) if reached >= middle), 0.0)


def _sums(slopes: Sequence[tuple[float, float]]) -> Iterator[float]:
    return accumulate(length for _, length in slopes)


def _base(line: Element, slope: float) -> float:
    """Where a line would stand at the left edge of the page, so that lines of a skew page stand at equal heights."""
    left, _, right, bottom = _box(line)
    own, rise = _baseline(line)
    middle = (right - left) / 2
    return bottom + rise + own * middle - slope * (left + middle)


def _baseline(line: Element) -> tuple[float, float]:
    """The slope of a line's base, and how far below the box it begins."""
    match = _BASE.search(line.get("title") or "")
    return (float(match[1]), float(match[2])) if match else (0.0, 0.0)


def _evened(lines: Sequence[Sequence[Word]]) -> list[Word]:
    """The words with the errors in the sizes of their letters taken out."""
    if not lines:
        return []
    usual = median(word.size for line in lines for word in line)
    steps = [max(round((line[0].size / usual - 1) / _ERROR), -2) for line in lines]
    measured = list(zip(lines, steps, strict=True))
    plain = sorted((line[0].base, line[0].left, line[-1].right) for line, step in measured if not step)
    evened = (
        usual if abs(step) == 1 and _goes_with(line, plain, usual) else usual * (1 + _ERROR * step)
        for line, step in measured
    )
    return [word._replace(size=size) for line, size in zip(lines, evened, strict=True) for word in line]


def _goes_with(line: Sequence[Word], plain: Sequence[tuple[float, float, float]], size: float) -> bool:
    """Whether lines of the usual size stand so near above or below that this one has their size, too."""
    reach = _LEADING * size
    near = plain[bisect_left(plain, (line[0].base - reach,)) : bisect_left(plain, (line[0].base + reach,))]
    return any(left < line[-1].right and line[0].left < right for _, left, right in near)


def _box(element: Element) -> tuple[float, float, float, float]:
    match = _BOX.search(element.get("title") or "")
    left, top, right, bottom = map(float, match.groups()) if match else (0.0, 0.0, 0.0, 0.0)
    return left, top, right, bottom


def _number(element: Element, name: str) -> float:
    found = dict(_NUMBER.findall(element.get("title") or ""))
    return float(found.get(name, 0))
