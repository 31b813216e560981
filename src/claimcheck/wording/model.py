"""How a sentence puts a claim: tier, stance, flags, numbers, references."""

from __future__ import annotations

from typing import Literal

from claimcheck.evidence.model import Tier
from claimcheck.frozen import dataclass

Stance = Literal["asserted", "hedged", "negated", "questioned"]
Flag = Literal["quantified", "attributed", "testimonial", "inherited", "cited"]
#: in the order in which reports print them
FLAGS: tuple[Flag, ...] = ("quantified", "attributed", "testimonial", "inherited", "cited")

STANCE_OF_TIER: dict[Tier, Stance] = {
    "absolute": "asserted",
    "flat": "asserted",
    "can": "asserted",
    "may": "hedged",
    "limited": "hedged",
    "not-shown": "negated",
    "denial": "negated",
    "disclaimer": "negated",
    "question": "questioned",
}


@dataclass(frozen=True, slots=True)
class Cue:
    """A cue that decided something: its words, what it signals, and the sentence it stands in."""

    group: str
    signal: str
    text: str
    sentence: int


@dataclass(frozen=True)
class Number:
    """A figure in the sentence, normalised.

    `metric`: `percent`, `share` (0..1: "1 in 10", "half"), `count`, `amount`, `times`; `unit` as written or None
    (hours, g, days, ...); `low` and `high` are equal unless a range is given; `change` is True for "47 % more".
    """

    text: str
    metric: Literal["percent", "share", "count", "amount", "times"]
    low: float
    high: float
    unit: str | None = None
    change: bool = False


@dataclass(frozen=True)
class Reference:
    """An in-text citation: authors' family names and year, or an identifier, or a named review series."""

    text: str
    authors: tuple[str, ...] = ()
    year: int | None = None
    doi: str | None = None
    pmid: str | None = None
    series: str | None = None


@dataclass(frozen=True, slots=True)
class Wording:
    """How one sentence puts one claim."""

    tier: Tier
    stance: Stance
    flags: tuple[Flag, ...] = ()
    cues: tuple[Cue, ...] = ()
    numbers: tuple[Number, ...] = ()
    references: tuple[Reference, ...] = ()
    causal: bool = False
    lasting: bool = False
