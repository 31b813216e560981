"""The rating policy as frozen records: what the file says, typed. Field names are the keys of the file."""

from __future__ import annotations

from collections.abc import Mapping

from claimcheck.frozen import dataclass
from claimcheck.rating.model import StateName, VerdictWord

#: from the best evidence for a claim to the best against it; C (conflict) stands outside this order
STATES: tuple[StateName, ...] = ("S4", "S3", "S2", "S1", "C", "W", "N", "X", "A2", "A3")
#: worst to best
VERDICTS: tuple[VerdictWord, ...] = ("unsupported", "contested", "supported")
POSITIVE_TIERS = ("absolute", "flat", "can", "may", "limited")
NEGATIVE_TIERS = ("not-shown", "denial", "disclaimer")
COLUMNS = (*POSITIVE_TIERS, *NEGATIVE_TIERS)
AXIS_MAX = 2


@dataclass(frozen=True)
class Cell:
    """One cell of the decision table."""

    verdict: VerdictWord
    reason: str


@dataclass(frozen=True)
class Minus:
    """Levels that something costs."""

    minus: int


@dataclass(frozen=True)
class SizeStep:
    """What a body of at least so many people loses for imprecision."""

    n_at_least: int
    minus: int


@dataclass(frozen=True)
class OpposedStep:
    """What a body loses when up to this share of its people are in lines that point the other way."""

    opposed_up_to: float
    minus: int


@dataclass(frozen=True)
class SingleTrial:
    """What a body of one trial loses, unless it is large."""

    minus: int
    unless_n_at_least: int


@dataclass(frozen=True)
class BodyAppraisal:
    """What an unanswered independent judgement on the whole body costs."""

    minus: int
    at_most: int


@dataclass(frozen=True)
class FloorRule:
    """One way for weak evidence to count: so many pooled reviews, or so many controlled trials and people."""

    reviews: int = 0
    controlled_trials: int = 0
    n_at_least: int = 0


@dataclass(frozen=True)
class PreciseNull:
    """When a null result says "no important effect" and not merely "nothing seen"."""

    smd_inside: tuple[float, ...]
    ratio_inside: tuple[float, ...]
    or_n_at_least: int


@dataclass(frozen=True)
class Appraisers:
    """Whose judgement counts, and which judgements are negative (of a body, of a study) or positive."""

    count: tuple[str, ...]
    negative: tuple[str, ...]
    negative_of_study: tuple[str, ...]
    positive: tuple[str, ...]


@dataclass(frozen=True)
class Overlap:
    """From which corrected covered area two pooled reviews count as one."""

    governs_from: float
    unknown_counts_as: float
    not_adequate: tuple[str, ...]


@dataclass(frozen=True)
class ReachRules:
    """How many points a line is away from the sentence, for time, entry, comparator and surrogate outcomes."""

    long_weeks: float
    time: Mapping[str, Mapping[str, int]]
    time_unknown: int
    prevention_entry: Mapping[str, int]
    treatment: tuple[str, ...]
    treatment_entry: Mapping[str, int]
    wider_sentence: Mapping[str, int]
    head_to_head: tuple[str, ...]
    surrogate_is_direct: tuple[str, ...]


@dataclass(frozen=True)
class SafetyRules:
    """How safety claims are rated: counted harms, reassurance by appraisers, credible harm."""

    counted_n_at_least: int
    fewer_at_most: int
    appraisals_lift_to: tuple[int, ...]
    credible_bias: tuple[str, ...]
    credible_harm_at_most: int


@dataclass(frozen=True)
class NumberRules:
    """How near a figure must be to a point estimate that has no interval, as a share of it."""

    within: float


@dataclass(frozen=True)
class NoteRules:
    """When a review counts as stale and a base as thin."""

    stale_review_years: int
    thin_base_studies: int
    thin_base_places: int


@dataclass(frozen=True)
class Accepted:
    """Claims that a profile accepts without further proof, by claim id or by concept ids.

    `never_with` are concept ids (populations included) that take a sentence out of the exception.
    """

    claims: frozenset[str] = frozenset()
    interventions: frozenset[str] = frozenset()
    outcomes: frozenset[str] = frozenset()
    never_with: frozenset[str] = frozenset()
    tiers: frozenset[str] = frozenset({"flat", "can", "may", "limited"})
    source: str = ""


@dataclass(frozen=True)
class NeedsProfessional:
    """Claims that only a qualified professional may make: those marked in the base, or listed here."""

    marked_claims: bool = False
    claims: tuple[str, ...] = ()
    concepts: tuple[str, ...] = ()


@dataclass(frozen=True, eq=False)
class Policy:
    """A resolved rating policy. Compared by identity; `hash` identifies its content (12 hex digits)."""

    name: str
    version: int
    hash: str
    about: str
    start: Mapping[str, Mapping[str, int]]
    context_only: frozenset[str]
    experimental: frozenset[str]
    n_unknown_counts_as: int
    n_unknown_per_pooled_trial: int
    risk_of_bias: Mapping[str, int]
    unrated_bias: str
    directness: Mapping[str, int]
    precision: tuple[SizeStep, ...]
    single_trial: SingleTrial
    inconsistency: tuple[OpposedStep, ...]
    publication_bias: Minus
    all_conflicted: Minus
    conflicted: frozenset[str]
    body_appraisal: BodyAppraisal
    opposed_review: Minus
    appraisers: Appraisers
    overlap: Overlap
    reach: ReachRules
    floor: tuple[FloorRule, ...]
    controlled_from: int
    null_is_precise: PreciseNull
    imprecise_null_at_most: int
    safety: SafetyRules
    agrees_with: Mapping[str, tuple[str, ...]]
    table: Mapping[tuple[str, str], Cell]
    tiers: Mapping[str, str]
    steps_down: tuple[str, ...]
    numbers: NumberRules
    notes: NoteRules
    accepted: tuple[Accepted, ...]
    needs_professional: NeedsProfessional
    fail_on: Mapping[str, str]

    @property
    def stamp(self) -> str:
        """How reports name the policy: `standard@1 (0123456789ab)`."""
        return f"{self.name}@{self.version} ({self.hash})"

    def column(self, tier: str) -> str:
        """The table column in which a wording tier is read under this policy."""
        return self.tiers.get(tier, tier)

    def cell(self, state: str, tier: str) -> Cell:
        """The table cell for an evidence state and a wording tier."""
        return self.table[state, self.column(tier)]
