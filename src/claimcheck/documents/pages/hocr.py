"""hOCR, the HTML in which OCR programs write what they have seen -> words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby
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
_SPECK = re.compile(r"[^\w&+•£$€]|\W{2,}")
#: what bullets are taken for; they stand further from the text than words from each other, times the size of letters
_BULLETS, _BULLET_GAP = frozenset("¢©®«°eo*»•-"), 0.42
#: a bullet that was taken for a part of the first word
_GLUED = frozenset("¢©®«•")
#: sizes of one kind of letters are measured with this error; larger ones are rounded to steps of it
_ERROR = 0.15


def words_of(hocr: bytes, scale: float) -> list[Word]:
    """The words of a page; `scale` turns pixels into points."""
    from xml.etree.ElementTree import fromstring

    lines = (element for element in fromstring(hocr).iter() if element.get("class") in _LINES)
    return _evened([word for line in lines for word in _cleaned(list(_words(line, scale)))])


def _words(line: Element, scale: float) -> Iterator[Word]:
    size, base = _number(line, "x_size") * scale, _base(line) * scale
    for element in line.iter():
        text = "".join(element.itertext()).strip()
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


def _base(line: Element) -> float:
    """Where a line would stand at the left edge of the page, so that lines of a skew page stand at equal heights."""
    left, _, _, bottom = _box(line)
    match = _BASE.search(line.get("title") or "")
    slope, rise = map(float, match.groups()) if match else (0.0, 0.0)
    return bottom + rise - slope * left


def _evened(words: Sequence[Word]) -> list[Word]:
    """The words with the errors in the sizes of their letters taken out."""
    if not words:
        return []
    usual = median(word.size for word in words)
    steps = {size: round((size / usual - 1) / _ERROR) for size, _ in groupby(word.size for word in words)}
    return [word._replace(size=usual * (1 + _ERROR * max(steps[word.size], -2))) for word in words]


def _box(element: Element) -> tuple[float, float, float, float]:
    match = _BOX.search(element.get("title") or "")
    left, top, right, bottom = map(float, match.groups()) if match else (0.0, 0.0, 0.0, 0.0)
    return left, top, right, bottom


def _number(element: Element, name: str) -> float:
    found = dict(_NUMBER.findall(element.get("title") or ""))
    return float(found.get(name, 0))
