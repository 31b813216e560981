"""What rating hands on: a claim's rating, a sentence's verdict, and the trace of both."""

from __future__ import annotations

from typing import Literal

from claimcheck.frozen import dataclass

VerdictWord = Literal["supported", "contested", "unsupported"]
Role = Literal["for", "against", "neutral", "appraisal"]
StateName = Literal["S4", "S3", "S2", "S1", "C", "W", "N", "X", "A2", "A3"]


@dataclass(frozen=True)
class Step:
    """One step of the algorithm: its name, what went in and came out, in words a reader can replay."""

    name: str
    text: str


@dataclass(frozen=True)
class Reach:
    """What a sentence asks of the evidence beyond the claim's own defaults.

    `populations` are concept ids the sentence speaks of, `time_class` the time it promises; empty means the claim's
    own.
    """

    populations: tuple[str, ...] = ()
    time_class: str | None = None


@dataclass(frozen=True)
class Citation:
    """A study that governs a verdict and the part it plays."""

    study: str
    role: Role
    reference: str
    doi: str | None


@dataclass(frozen=True)
class BodyState:
    """The evidence on a claim at one reach: state, certainty either way, lines used and set aside, trace."""

    state: StateName
    certainty_for: int
    certainty_against: int
    why_empty: str | None
    disputed: bool
    conflicting: bool
    #: (study id, outcome id, role) of every line that counted
    used: tuple[tuple[str, str, Role], ...]
    #: (study id, outcome id, why) of every line that did not
    set_aside: tuple[tuple[str, str, str], ...]
    notes: tuple[str, ...]
    trace: tuple[Step, ...]


@dataclass(frozen=True)
class ClaimRating:
    """The verdict on a claim's plain statement (flat wording, its own population)."""

    claim: str
    rating: VerdictWord
    reason: str
    body: BodyState
    explanation: str
    citations: tuple[Citation, ...]
    policy: str
    suggestion: str | None = None


@dataclass(frozen=True)
class Verdict:
    """The verdict on a sentence: the evidence seen through how the sentence puts it."""

    verdict: VerdictWord
    reason: str
    secondary: tuple[str, ...]
    notes: tuple[str, ...]
    explanation: str
    suggestion: str | None
    citations: tuple[Citation, ...]
    body: BodyState
    trace: tuple[Step, ...]
