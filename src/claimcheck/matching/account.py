"""The account of how one sentence was read: what was seen, what was lent, which frames were tried and with what result.

It is made only for people who ask why; `remedy` names the kind of line in the evidence folder that would change it.
"""

from __future__ import annotations

from claimcheck.frozen import dataclass
from claimcheck.matching.model import Mention, ScorePart


@dataclass(frozen=True)
class Word:
    """A phrase that was read: its words, what it stands for, of which kind, and in which sense or with which effect."""

    text: str
    id: str
    kind: str
    sense: str
    fuzzy: bool = False


@dataclass(frozen=True)
class Dropped:
    """A phrase that a guard keeps from counting; `guard` is the guard's key in the concept's YAML."""

    text: str
    concept: str
    guard: str
    remedy: str


@dataclass(frozen=True)
class Loan:
    """A subject that stands elsewhere and may be lent: by what (`heading`, `block`, ...), and what it is worth then."""

    mention: Mention
    lender: str
    points: float


@dataclass(frozen=True)
class Attempt:
    """A subject and an outcome that were tried together.

    Attributes:
        subject: the concept that acts, None where nobody does.
        lender: where the subject stands: `sentence`, or what lends it.
        outcome: the concept that is acted on, None where none was seen.
        sign: how the outcome is shown: `claim`, `related`, `list`, `bare`, ...
        effect: what is said to be done to it, None where that is not said.
        claim: the claim that came of it, or the nearest; None where there is none.
        score: 0..1, the sum of `parts`; 0 where no claim joins the two.
        lacking: what was lacking; empty where the claim is made.
        remedy: which kind of line in which file would change that; empty where nothing was lacking.
    """

    subject: str | None
    lender: str
    outcome: str | None
    sign: str
    effect: str | None
    claim: str | None
    score: float
    parts: tuple[ScorePart, ...]
    lacking: str
    remedy: str


@dataclass(frozen=True)
class Account:
    """All of one sentence. `silent` says why it claims nothing by itself, None where it may."""

    sentence: int
    mentions: tuple[Mention, ...]
    words: tuple[Word, ...] = ()
    dropped: tuple[Dropped, ...] = ()
    loans: tuple[Loan, ...] = ()
    populations: tuple[str, ...] = ()
    silent: str | None = None
    attempts: tuple[Attempt, ...] = ()
