"""What a sentence adds to its claim, and the sentence without it: figures, citations, causes, times, people."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any, Literal

from claimcheck.frozen import dataclass
from claimcheck.rating.citations import Cited
from claimcheck.rating.model import Reach
from claimcheck.wording.model import Number, Reference, Wording

if TYPE_CHECKING:
    from claimcheck.evidence.base import EvidenceBase

Addition = Literal["figure", "citation", "cause", "time", "people"]


@dataclass(frozen=True)
class Said:
    """All of a sentence that its verdict depends on."""

    wording: Wording
    reach: Reach
    cited: Cited = ()


@dataclass(frozen=True)
class Omission:
    """One thing that a sentence adds: what it is, its words, and how the sentence is said without it."""

    what: Addition
    words: str
    leave_out: Callable[[Said], Said]


def omissions_of(said: Said, base: EvidenceBase) -> Iterator[Omission]:
    """All that can be left out, one thing at a time."""
    wording, reach = said.wording, said.reach
    for number in wording.numbers:
        yield Omission("figure", number.text, partial(_without_figure, number))
    for entry in said.cited:
        yield Omission("citation", entry[0].text, partial(_without_citation, entry))
    if wording.causal:
        yield Omission("cause", _words(wording, "causal"), _without_cause)
    if wording.lasting or reach.time_class == "long":
        yield Omission("time", _words(wording, "lasting"), _without_time)
    for people in reach.populations:
        yield Omission("people", base.concept(people).label, partial(_without_people, people))


def without(said: Said, omissions: Iterable[Omission]) -> Said:
    """The sentence with several things left out."""
    for omission in omissions:
        said = omission.leave_out(said)
    return said


def _without_figure(number: Number, said: Said) -> Said:
    return worded(said, numbers=_others(said.wording.numbers, number))


def _without_citation(entry: tuple[Reference, tuple[str, ...]], said: Said) -> Said:
    return replace(said, cited=_others(said.cited, entry))


def _without_cause(said: Said) -> Said:
    return worded(said, causal=False)


def _without_time(said: Said) -> Said:
    return replace(worded(said, lasting=False), reach=replace(said.reach, time_class=None))


def _without_people(people: str, said: Said) -> Said:
    return replace(said, reach=replace(said.reach, populations=_others(said.reach.populations, people)))


def worded(said: Said, **changes: Any) -> Said:
    """The sentence with another wording."""
    return replace(said, wording=replace(said.wording, **changes))


def _others(items: Sequence[Any], left_out: object) -> tuple[Any, ...]:
    return tuple(item for item in items if item != left_out)


def _words(wording: Wording, signal: str) -> str:
    """The cues that say so, or the name of what they signal."""
    return ", ".join(dict.fromkeys(cue.text for cue in wording.cues if cue.signal == signal)) or signal
