"""One line of plain text: what it begins with (a bullet, a number, a quotation mark of mail) and what it is."""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum, auto
from typing import NamedTuple

from claimcheck.text.patterns import pattern


class Mark(Enum):
    """What a line is, as far as the line itself tells."""

    PROSE = auto()
    BLANK = auto()
    RULE = auto()
    TURN = auto()  # of a dialogue: "Q: ...", "A: ..."
    BULLET = auto()
    NUMBER = auto()
    EMOJI = auto()


class Line(NamedTuple):
    """A line of plain text.

    Attributes:
        mark: what it is.
        start: offset of the first code point of `text`.
        text: the line without white space at its ends and without the marks of quoted mail.
        head: length of its bullet, 0 where there is none.
        indent: columns before it.
        quoted: it was quoted in a mail ("> ").
    """

    mark: Mark
    start: int
    text: str
    head: int = 0
    indent: int = 0
    quoted: bool = False


_EMOJI = r"[©®‼⁉™ℹ\u2190-\u21ff\u2300-\u23ff\u25a0-\u27bf\u2b00-\u2bff\U0001f000-\U0001faff]"
_JOINED = r"[\ufe0f\u200d\u20e3\U0001f3fb-\U0001f3ff]"
_MAIL = pattern(r"(?:>(?!>)\s?)+")
_MARKS = (
    (Mark.RULE, pattern(r"[\W_]+$")),
    (Mark.TURN, pattern(r"(?:Q|A|Question|Answer)\s?\d{0,2}\s?[:.)]\s+(?=\S)")),
    (
        Mark.BULLET,
        pattern(
            r"(?:[-*+•‣▪■□●○◦◆◇►▶▸➤➔→⇒·∙⁃–—»✓✔✅☑❌✗✘]\ufe0f?|>>+|o|\([a-z0-9]{1,2}\)|[a-z]\))\s+(?=\S)"
            r"|[•✓✔✅]\ufe0f?(?=\w)"
        ),
    ),
    (Mark.NUMBER, pattern(r"\(?\d{1,2}[.)]\s+(?=\S)")),
    (Mark.EMOJI, pattern(rf"(?:{_EMOJI}{_JOINED}*)+\s*(?=[\w\"“'‘])")),
)
#: a line that begins with one of these is no more than prose
_PLAIN = frozenset("BCDEFGHIJKLMNOPRSTUVWXYZ\"“'‘£€$")


def lines_of(source: str) -> Iterator[Line]:
    """The lines of a source, in order."""
    start = 0
    for raw in source.split("\n"):
        yield _line(raw, start)
        start += len(raw) + 1


def _line(raw: str, start: int) -> Line:
    text = raw.strip()
    if not text:
        return Line(Mark.BLANK, start, "")
    indent = 0 if text[0] == raw[0] else len(raw) - len(raw.lstrip())
    quoted = _MAIL.match(text) if text[0] == ">" else None
    if quoted and quoted.end() < len(text):
        indent += quoted.end()
        text = text[quoted.end() :]
    mark, head = marked(text)
    return Line(mark, start + indent, text, head, indent, quoted is not None)


def marked(text: str) -> tuple[Mark, int]:
    """What the line is, and the length of its bullet."""
    if text[0] in _PLAIN or (text[0].islower() and text[1:2].isalpha()):
        return Mark.PROSE, 0
    for mark, look in _MARKS:
        if mark is Mark.EMOJI and text[0].isascii():
            break
        match = look.match(text)
        if match:
            return mark, 0 if mark in (Mark.RULE, Mark.TURN) else match.end()
    return Mark.PROSE, 0
