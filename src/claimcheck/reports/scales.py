"""Where numbers stand on an axis, and where its ticks are."""

from __future__ import annotations

from collections.abc import Iterable
from math import ceil, floor, log10

from claimcheck.frozen import dataclass

_STEPS = (1.0, 2.0, 5.0, 10.0)
#: how many ticks an axis has at most
_MOST = 7


@dataclass(frozen=True)
class Scale:
    """An axis from `low` to `high`; a logarithmic one takes positive numbers only."""

    low: float
    high: float
    logarithmic: bool
    ticks: tuple[float, ...]

    def share(self, number: float) -> float:
        """Where a number stands, from 0 (left) to 1 (right), never outside."""
        low, high, at = (log10(x) if self.logarithmic else x for x in (self.low, self.high, number))
        return min(1.0, max(0.0, (at - low) / (high - low)))


def scale_of(numbers: Iterable[float], *, logarithmic: bool) -> Scale:
    """An axis that holds all numbers, its ends at ticks."""
    found = list(numbers)
    ticks = _log_ticks(min(found), max(found)) if logarithmic else _ticks(min(found), max(found))
    return Scale(ticks[0], ticks[-1], logarithmic, tuple(ticks))


def _ticks(low: float, high: float) -> list[float]:
    if low == high:
        low, high = low - 1, high + 1
    size = 10 ** floor(log10((high - low) / _MOST))
    for step in (size * factor for factor in (*_STEPS, 20.0)):
        first, last = floor(low / step), ceil(high / step)
        if last - first < _MOST:
            return [round(number * step, 12) for number in range(first, last + 1)]
    raise AssertionError("the last step is wide enough")  # pragma: no cover


def _log_ticks(low: float, high: float) -> list[float]:
    # a decade more on either side: just below a power of ten the logarithm is rounded up to it
    first, last = floor(log10(low)) - 1, ceil(log10(high)) + 1
    marks = [10.0**power * factor for power in range(first, last + 1) for factor in _STEPS[:-1]]
    inside = [i for i, mark in enumerate(marks) if low <= mark <= high] or [0]
    start = next(i for i in reversed(range(len(marks))) if marks[i] <= low)
    end = next((i for i in range(len(marks)) if marks[i] >= high and i > start), inside[-1])
    chosen = marks[start : end + 1]
    return chosen if len(chosen) <= _MOST else [chosen[0], *_tens(chosen[1:-1]), chosen[-1]]


def _tens(marks: list[float]) -> list[float]:
    return [mark for mark in marks if abs(log10(mark) - round(log10(mark))) < 1e-9]
