"""Headings in plain text, told by how people type them: capitals, underlines, short lines that stand alone."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from claimcheck.documents.lines import Mark
from claimcheck.documents.model import BlockKind
from claimcheck.documents.units import Unit
from claimcheck.text.patterns import pattern

_LONGEST, _MOST_WORDS = 90, 14
_ASIDE = pattern(r"\([^)]*\)")
_ENDED = pattern(r"[.;,:…][\"'”’)]*$")
_HASHES = pattern(r"#{1,6}(?=\s+\S)")
_LETTERS = pattern(r"[^\W\d_]+")
_CAPITAL = pattern(r"[\W_]*[^\W_a-zß-öø-ÿ]")
_CLOSING = "\"'”’"
_OPENING = "\"“'‘"
_UNDERLINES = {"=": 2, "-": 3, "~": 3}
_SHOUTED, _QUIET, _TURN = 2, 3, 6

#: the kind of a unit's block and its level
Part = tuple[BlockKind, int]
_PROSE: Part = (BlockKind.PARAGRAPH, 0)
_ITEM: Part = (BlockKind.LIST_ITEM, 1)


def is_shouted(text: str) -> bool:
    """All capitals, an aside in brackets not counted: "INFANT MASSAGE (4 wks)"."""
    if len(text) > _LONGEST or text.endswith((".", ",")):
        return False
    if not (text.isupper() or "(" in text):
        return False
    words = _LETTERS.findall(_ASIDE.sub("", text))
    return bool(words) and all(word.isupper() for word in words) and sum(map(len, words)) > 3


def is_title_like(text: str) -> bool:
    """Short, beginning like a title, without the mark that ends a sentence."""
    return (
        len(text) <= _LONGEST
        and len(text.split()) <= _MOST_WORDS
        and not _ENDED.search(text)
        and not (text[0] in _OPENING and text[-1] in _CLOSING)
        and _CAPITAL.match(text) is not None
    )


def parts_of(units: Sequence[Unit]) -> list[Part]:
    """For each unit of a text its kind and level."""
    parts = [_part(units, number) for number in range(len(units))]
    _lone_lines(units, parts)
    _top(units, parts)
    return parts


def _part(units: Sequence[Unit], number: int) -> Part:
    """The part of a unit by its own looks and those of its neighbours."""
    unit = units[number]
    if unit.single and (level := _heading_level(unit)):
        return BlockKind.HEADING, level
    if unit.mark in (Mark.BULLET, Mark.EMOJI) or (unit.mark is Mark.NUMBER and _counted(units, number)):
        return _ITEM
    return (BlockKind.QUOTE, 0) if unit.lines[0].quoted else _PROSE


def _heading_level(unit: Unit) -> int:
    """The level of a single line that is a heading by its looks, else 0."""
    hashes = _HASHES.match(unit.text)
    if hashes:
        return hashes.end()
    if unit.underlined:
        return _UNDERLINES[unit.underlined]
    if unit.mark is Mark.TURN and unit.text[0] == "Q":
        return _TURN
    if unit.mark in (Mark.PROSE, Mark.NUMBER) and is_shouted(unit.text):
        return _SHOUTED
    return 0


def _counted(units: Sequence[Unit], number: int) -> bool:
    """A numbered unit has a numbered neighbour: they are a list, else the number belongs to a heading."""
    near = (*units[max(0, number - 1) : number], *units[number + 1 : number + 2])
    return any(unit.mark is Mark.NUMBER for unit in near)


def _is_lone(unit: Unit, part: Part) -> bool:
    return part == _PROSE and unit.single and unit.opens and unit.closes and is_title_like(unit.text)


def _lone_lines(units: Sequence[Unit], parts: list[Part]) -> None:
    """Makes headings of short lines between blank ones; of three or more in a row only the first."""
    numbers = range(len(units))
    for lone, run in groupby(numbers, key=lambda number: _is_lone(units[number], parts[number])):
        group = list(run)
        if not lone or group[-1] == len(units) - 1:
            continue
        for number in group if len(group) < 3 else group[:1]:
            parts[number] = (BlockKind.HEADING, _QUIET)


def _top(units: Sequence[Unit], parts: list[Part]) -> None:
    """Makes a title of the first line, and headings of the lines right under it that look like one."""
    if len(units) < 2 or units[0].mark is Mark.TURN or max(unit.section for unit in units) > 1:
        return
    head = _paragraph(units, 0)
    if parts[0][0] is not BlockKind.HEADING and not _all_titles(units, head):
        return
    if parts[0][0] is not BlockKind.HEADING and len(head) == 1 and not units[0].closes:
        return
    lines = head if _all_titles(units, head) else head[:1]
    if len(head) == 1 and len(units) > 2:
        second = _paragraph(units, 1)
        lines = [*head, *second] if len(second) > 1 and _all_titles(units, second) else lines
    if lines[-1] == len(units) - 1:
        return
    for level, number in enumerate(lines[:3]):
        parts[number] = (BlockKind.HEADING, level) if level else (BlockKind.TITLE, 0)


def _paragraph(units: Sequence[Unit], first: int) -> list[int]:
    """The numbers of the units from `first` to the next gap."""
    last = next((number for number in range(first, len(units)) if units[number].closes), len(units) - 1)
    return list(range(first, last + 1))


def _all_titles(units: Sequence[Unit], numbers: Sequence[int]) -> bool:
    """A few single lines that all look like titles."""
    return len(numbers) <= 3 and all(
        units[number].single
        and units[number].mark in (Mark.PROSE, Mark.NUMBER)
        and (is_shouted(units[number].text) or is_title_like(units[number].text))
        and not (number and units[number].text.endswith(("!", "?")))
        for number in numbers
    )
