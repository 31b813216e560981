"""Lines -> paragraphs, by the white between them, their edges, their letters and their bullets."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import median

from claimcheck.documents.pages.bullets import bullet_length
from claimcheck.documents.pages.hyphens import breaks_off
from claimcheck.documents.pages.model import Line
from claimcheck.documents.wrapping import runs_on

#: letters that differ by more are another paragraph
_SAME_SIZE = 1.06
#: white between lines, times what is usual, that parts paragraphs
_APART = 1.25
#: where one line alone tells: the distance of two lines, times the size of their letters
_LOOSEST = 1.9
#: how far a line must be moved to be indented, times the size of its letters
_INDENT = 0.7
#: the share of a column's width from which on a block of print has an edge of its own
_WIDE = 0.7


def paragraphs_of(lines: Sequence[Line]) -> Iterator[list[Line]]:
    """The paragraphs of a column, each at least one line."""
    if not lines:
        return
    leading = _leading(lines)
    edges = _edges(lines, leading)
    wrapped = any(_is_full(a, b, edge) and leads_on(a, b) for (a, b), edge in zip(pairwise(lines), edges, strict=False))
    paragraph = [lines[0]]
    for (before, line), edge in zip(pairwise(lines), edges, strict=False):
        full = wrapped and _is_full(before, line, edge)
        if _is_near(before, line, leading) and _goes_on(paragraph, line) and (full or leads_on(before, line)):
            paragraph.append(line)
        else:
            yield paragraph
            paragraph = [line]
    yield paragraph


def _leading(lines: Sequence[Line]) -> float:
    """The usual distance of two lines, as a multiple of their letters' size."""
    steps = [
        (line.base - before.base) / line.size
        for before, line in pairwise(lines)
        if same_size(before, line) and 0 < line.base - before.base <= _LOOSEST * line.size
    ]
    return min(median(steps), _LOOSEST) if steps else _LOOSEST / _APART


def _edges(lines: Sequence[Line], leading: float) -> list[float]:
    """For each line the right edge of the block of print that it stands in, or of the column if that is far wider."""
    left, right = min(line.left for line in lines), max(line.right for line in lines)
    blocks = [[lines[0]]]
    for before, line in pairwise(lines):
        if _is_near(before, line, leading):
            blocks[-1].append(line)
        else:
            blocks.append([line])
    edges: list[float] = []
    for block in blocks:
        edge = max(line.right for line in block)
        edges += [edge if edge - left >= _WIDE * (right - left) else right] * len(block)
    return edges


def _is_near(before: Line, line: Line, leading: float) -> bool:
    """The line stands as near to the one before as lines of a paragraph do, and is set like it."""
    step = line.base - before.base
    return same_size(before, line) and before.bold == line.bold and 0 < step <= _APART * leading * line.size


def _goes_on(paragraph: Sequence[Line], line: Line) -> bool:
    """The line begins nothing new: it has no bullet and is not indented."""
    if bullet_length(line.text):
        return False
    return bullet_length(paragraph[0].text) > 0 or not _is_moved(paragraph, paragraph[-1], line)


def _is_moved(paragraph: Sequence[Line], before: Line, line: Line) -> bool:
    """It is indented, or moved out though it is not the second line."""
    shift = (line.left - before.left) / line.size
    if _is_centred(before, line):
        return False
    return shift > _INDENT or (shift < -_INDENT and len(paragraph) > 1)


def _is_centred(before: Line, line: Line) -> bool:
    return abs((before.left + before.right) - (line.left + line.right)) < line.size and line.left != before.left


def _is_full(before: Line, line: Line, right: float) -> bool:
    """The first word of the next line would not have fitted on this one."""
    space = 0.2 * line.size
    return before.right + space + (line.words[0].right - line.words[0].left) > right - space


def leads_on(line: Line, following: Line) -> bool:
    """The line stops in mid-sentence or inside a word."""
    return breaks_off(line.text) or runs_on(line.text, following.text)


def same_size(line: Line, other: Line) -> bool:
    """Whether the letters of two lines are of one size."""
    return max(line.size, other.size) <= _SAME_SIZE * min(line.size, other.size)
