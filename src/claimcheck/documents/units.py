"""Lines of plain text -> units: the runs of lines that become one block each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby, pairwise

from claimcheck.documents.lines import Line, Mark
from claimcheck.documents.wrapping import joins, wrap_width
from claimcheck.frozen import dataclass
from claimcheck.text.patterns import pattern

_UNDERLINE = pattern(r"={3,}$|-{3,}$|~{3,}$")
_LONGEST_HEADING = 90
_NO_TEXT = (Mark.BLANK, Mark.RULE)


@dataclass(frozen=True, slots=True)
class Unit:
    """Lines that belong together: a paragraph, a list item, a heading.

    Attributes:
        lines: at least one.
        mark: that of the first line.
        opens, closes: white space or a rule stands before, after it.
        section: number of rules above it.
        underlined: the character that underlines it, or "".
    """

    lines: tuple[Line, ...]
    mark: Mark
    opens: bool
    closes: bool
    section: int
    underlined: str = ""

    @property
    def text(self) -> str:
        """The first line."""
        return self.lines[0].text

    @property
    def single(self) -> bool:
        """It has one line only."""
        return len(self.lines) == 1


def units_of(lines: Sequence[Line]) -> list[Unit]:
    """The units of a text in order; rules and blank lines are gone."""
    width = wrap_width((a.text, b.text) for a, b in pairwise(lines) if _may_join(a, b))
    found: list[Unit] = []
    section = 0
    for empty, run in groupby(lines, key=lambda line: line.mark in _NO_TEXT):
        group = list(run)
        if not empty:
            found.extend(_grouped(_with_emoji(group), width, section))
        elif _underlines(group, found):
            found[-1] = replace(found[-1], underlined=group[0].text[0])
            section += sum(line.mark is Mark.RULE for line in group[1:])
        else:
            section += any(line.mark is Mark.RULE for line in group)
    return found


def _may_join(line: Line, following: Line) -> bool:
    """Whether the second line may go on with the first, as far as bullets tell."""
    return following.mark is Mark.PROSE and line.mark not in _NO_TEXT and line.quoted == following.quoted


def _underlines(gap: Sequence[Line], found: Sequence[Unit]) -> bool:
    """Whether a gap begins with the underline of a heading."""
    first = gap[0].text
    return bool(
        found
        and _UNDERLINE.match(first)
        and found[-1].single
        and found[-1].mark in (Mark.PROSE, Mark.NUMBER)
        and len(found[-1].text) <= min(_LONGEST_HEADING, 3 * len(first))
        and not found[-1].text.endswith((".", ","))
    )


def _with_emoji(group: list[Line]) -> list[Line]:
    """Emoji at the head of one line are decoration, at the head of several they are bullets."""
    if sum(line.mark is Mark.EMOJI for line in group) > 1:
        return group
    return [line._replace(mark=Mark.PROSE, head=0) if line.mark is Mark.EMOJI else line for line in group]


def _grouped(group: Sequence[Line], width: int, section: int) -> Iterator[Unit]:
    runs = [[group[0]]]
    for before, line in pairwise(group):
        if _may_join(before, line) and (_hangs(runs[-1][0], line) or joins(before.text, line.text, width)):
            runs[-1].append(line)
        else:
            runs.append([line])
    last = len(runs) - 1
    for number, run in enumerate(runs):
        yield Unit(tuple(run), run[0].mark, number == 0, number == last, section)


def _hangs(first: Line, line: Line) -> bool:
    """The line is indented under the text of a list item."""
    return bool(first.head) and line.indent >= first.indent + min(first.head, 2)
