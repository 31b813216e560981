"""What matching hands on: mentions, loans and matches."""

from __future__ import annotations

from dataclasses import field
from typing import Literal

from claimcheck.documents.model import Sentence
from claimcheck.frozen import dataclass
from claimcheck.text.folding import Folded

Via = Literal["alias", "fuzzy", "context", "phrase"]


@dataclass(frozen=True, slots=True)
class Mention:
    """A concept seen in a sentence, or lent to it.

    Attributes:
        concept: concept id (for `via="phrase"`, the claim id of the phrasing).
        text: the words as they stand.
        via: how it was seen; `context` is a loan from a heading or an earlier sentence.
        sentence: index of the sentence that holds the words (another one for a loan).
        start, end: code point offsets into that sentence's text.
        first, last: its tokens in that sentence (end exclusive).
    """

    concept: str
    text: str
    via: Via
    sentence: int
    start: int
    end: int
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class ScorePart:
    """One summand of a score: what for, and how much."""

    reason: str
    points: float


@dataclass(frozen=True, slots=True)
class Match:
    """A sentence that makes a claim.

    Attributes:
        sentence: the sentence.
        folded: its tokens.
        claim: claim id.
        score: 0..1, the sum of `parts`.
        mentions: what was seen or lent; the first is the outcome (or the phrasing) that anchors the claim.
        anchor: first and last token (exclusive) of the outcome in this sentence.
        subject: first and last token of the intervention or exposure if it stands in this sentence, else None.
        relation: first and last token of the relation if it stands in this sentence, else None.
        lenders: indexes of headings and lead-ins whose wording holds for this sentence, nearest first.
        populations: population concept ids in force.
        time_class: `long` where the sentence says lasting or long-term, `short` where it says short-term, else None.
        asks_for: for an answer ("No.", "It might.") or a judgement ("Nonsense."), the index of what it is said of.
        parts: how the score came about.
        reversed: whether the outcome's words say the opposite of what the claim says ("dangerous", of its safety).
    """

    sentence: Sentence
    folded: Folded = field(repr=False)
    claim: str
    score: float
    mentions: tuple[Mention, ...]
    anchor: tuple[int, int]
    subject: tuple[int, int] | None = None
    relation: tuple[int, int] | None = None
    lenders: tuple[int, ...] = ()
    populations: tuple[str, ...] = ()
    time_class: str | None = None
    asks_for: int | None = None
    parts: tuple[ScorePart, ...] = ()
    reversed: bool = False


@dataclass(frozen=True)
class Unlisted:
    """A sentence that makes a health claim which the base does not hold.

    `concepts` are the ids seen, `why` says it in a sentence; `subjects` are those of them that act.
    """

    sentence: Sentence
    why: str
    concepts: tuple[str, ...]
    mentions: tuple[Mention, ...] = ()
    subjects: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class NearMiss:
    """A frame that was tried and fell short: what it had and what was lacking (for `explain`)."""

    sentence: Sentence
    claim: str
    score: float
    lacking: str
    parts: tuple[ScorePart, ...] = ()


@dataclass(frozen=True)
class Matching:
    """All that matching found in a document."""

    matches: tuple[Match, ...]
    unlisted: tuple[Unlisted, ...]
    near_misses: tuple[NearMiss, ...] = ()
