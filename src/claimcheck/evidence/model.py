"""The evidence base as frozen records. Field names are the YAML keys (see `key` for the exceptions).

The shapes follow `docs/curating.md`. Enumerations are `Literal` types, so that the loader and the JSON Schema both
read them from here and cannot drift apart.
"""

from __future__ import annotations

from dataclasses import field
from typing import Any, Literal

from claimcheck.frozen import dataclass

Design = Literal[
    "rct", "cluster-rct", "quasi-experimental", "cohort", "case-control", "cross-sectional", "before-after",
    "case-series", "qualitative", "meta-analysis", "systematic-review", "umbrella-review", "narrative-review",
    "guideline", "report", "animal", "opinion", "testimonial",
]  # fmt: skip
REVIEW_DESIGNS = frozenset({"meta-analysis", "systematic-review", "umbrella-review", "narrative-review"})
Synthesis = Literal["pooled", "narrative", "vote-count"]
Bias = Literal["low", "some-concerns", "unclear", "high"]
Direction = Literal["benefit", "harm", "no-effect", "mixed", "unclear"]
TimeClass = Literal["short", "medium", "long"]
Comparator = Literal["none", "waitlist", "usual", "active", "sham"]
Metric = Literal["SMD", "MD", "RR", "OR", "HR", "RD", "r", "prevalence", "percent-change", "ratio"]
Level = Literal["high", "moderate", "low", "very-low"]
Verified = Literal["yes", "partly", "no"]
Method = Literal["abstract", "full-text", "secondary", "mirror"]
StatusState = Literal["current", "corrected", "concern", "retracted", "withdrawn"]
Interest = Literal["none", "seller", "advocate", "unknown"]
AppraiserKind = Literal[
    "cochrane", "hta", "what-works", "regulator", "guideline", "journal", "fact-checker", "academic", "trade-body",
    "seller", "author",
]  # fmt: skip
Independence = Literal["independent", "interested"]
Judgement = Literal["convincing", "some-doubts", "not-convincing", "insufficient", "harmful"]
ClaimKind = Literal["effect", "prevention", "association", "prevalence", "safety", "comparative", "mechanism"]
ConceptKind = Literal["intervention", "exposure", "outcome", "population", "rival"]
Polarity = Literal["good", "bad", "neutral"]
ClaimDirection = Literal[
    "improves", "reduces", "prevents", "increases", "worsens", "affects", "better-than", "does-not-cause"
]


def key(name: str, **kwargs: Any) -> Any:
    """A dataclass field whose YAML key is not its Python name."""
    return field(metadata={"key": name}, **kwargs)


@dataclass(frozen=True)
class Provenance:
    """Where a record's facts were read, how, and whether they were seen with one's own eyes."""

    source: tuple[str, ...]
    method: Method
    accessed: str
    verified: Verified
    locator: str | None = None
    note: str | None = None


@dataclass(frozen=True)
class Author:
    """A CSL-JSON name: a person's family and given names, or a body's literal name."""

    family: str | None = None
    given: str | None = None
    literal: str | None = None


@dataclass(frozen=True)
class Csl:
    """The reference as a CSL-JSON item (the keys that citations need)."""

    type: str
    title: str
    author: tuple[Author, ...]
    issued: int
    container_title: str | None = key("container-title", default=None)
    volume: str | None = None
    issue: str | None = None
    page: str | None = None
    publisher: str | None = None
    DOI: str | None = None
    PMID: str | None = None
    PMCID: str | None = None
    ISBN: str | None = None
    URL: str | None = None


@dataclass(frozen=True)
class Arm:
    """One arm of a trial; `dropout` counts people."""

    id: str
    label: str
    n_randomised: int | None = None
    n_analysed: int | None = None
    dropout: int | None = None


@dataclass(frozen=True)
class Population:
    """Who was studied: our concept id for it, and the paper's description in our words."""

    text: str
    concept: str | None = None
    condition_at_entry: Literal["present", "absent", "at-risk", "mixed", "unknown"] = "unknown"


@dataclass(frozen=True)
class Funding:
    """Who paid or gains."""

    who: str
    interest: Interest = "unknown"


@dataclass(frozen=True)
class Status:
    """Whether the paper still stands, and when that was last looked up."""

    state: StatusState
    checked: str
    notice: str | None = None


@dataclass(frozen=True)
class RiskOfBias:
    """A bias rating with its reason and rater; `by` is `curator` or a third party."""

    overall: Bias
    reason: str | None = None
    by: str = "curator"
    source: str | None = None


@dataclass(frozen=True)
class Review:
    """What only reviews have. `pools` and `excludes` are study ids; `k` counts included studies."""

    synthesis: Synthesis
    k: int | None = None
    search_date: str | None = None
    pools: tuple[str, ...] = ()
    excludes: tuple[str, ...] = ()
    confidence: Literal["high", "moderate", "low", "critically-low", "unknown"] = "unknown"
    publication_bias: bool = False


@dataclass(frozen=True)
class Timepoint:
    """When it was measured; `weeks` counts from the end of the intervention unless the text says otherwise."""

    text: str | None = None
    weeks: float | None = None
    time_class: TimeClass = key("class", default="short")


@dataclass(frozen=True)
class Effect:
    """An effect estimate; `ci` is the interval at `level` per cent, `better` says which way is good."""

    metric: Metric
    value: float
    ci: tuple[float, ...] | None = None
    level: float = 95
    p: str | None = None
    unit: str | None = None
    better: Literal["lower", "higher"] | None = None


@dataclass(frozen=True)
class Directness:
    """How far a line is from its claim on each axis: 0 same or wider, 1 sibling or surrogate, 2 different."""

    population: int = 0
    intervention: int = 0
    comparator: int = 0
    outcome: int = 0
    time: int = 0
    reason: str | None = None


@dataclass(frozen=True)
class Certainty:
    """A level of certainty as its authors or an appraiser stated it (never the curator's guess)."""

    level: Level
    by: Literal["review-authors", "appraiser"] = "review-authors"
    reasons: str | None = None


@dataclass(frozen=True)
class Outcome:
    """One line: what one study says about one claim at one time.

    `direction` is seen from the claim: `benefit` speaks for it, `harm` against it, `no-effect` is a precise null,
    `unclear` an imprecise one or "not tested". `n` counts the people analysed in this line.
    """

    id: str
    claim: str
    measure: str
    direction: Direction
    finding: str
    provenance: Provenance
    timepoint: Timepoint = Timepoint()
    comparator: Comparator | None = None
    effect: tuple[Effect, ...] = ()
    n: int | None = None
    events: int | None = None
    primary: bool = False
    validated: bool = False
    adjusted: bool = False
    tested: bool = True
    risk_of_bias: RiskOfBias | None = None
    directness: Directness = Directness()
    certainty: Certainty | None = None
    effect_text: str | None = None
    p: str | None = None
    #: of a pooled review: how many trials this line pools, where that is fewer than the review's `k`
    trials: int | None = None


@dataclass(frozen=True)
class Appraiser:
    """Who judged: `interested` bodies sell, train or advocate."""

    name: str
    kind: AppraiserKind
    independence: Independence


@dataclass(frozen=True)
class Appraisal:
    """Somebody's judgement of a study, or (where `claims` is given) of a body of evidence on those claims."""

    id: str
    appraiser: Appraiser
    judgement: Judgement
    reason: str
    provenance: Provenance
    year: int | None = None
    scope: Literal["study", "body"] = "study"
    claims: tuple[str, ...] = ()
    rating_as_given: str | None = None
    answered_by: tuple[str, ...] = ()


@dataclass(frozen=True)
class Study:
    """A study with its outcomes and appraisals; one file each, named by its id."""

    id: str
    csl: Csl
    design: Design
    provenance: Provenance
    status: Status
    population: Population
    outcomes: tuple[Outcome, ...] = ()
    appraisals: tuple[Appraisal, ...] = ()
    trial_id: str | None = None
    registration: tuple[str, ...] = ()
    country: str | None = None
    setting: str | None = None
    intervention: str | None = None
    comparator: str | None = None
    n_randomised: int | None = None
    n_analysed: int | None = None
    arms: tuple[Arm, ...] = ()
    dropout: str | None = None
    risk_of_bias: RiskOfBias | None = None
    funding: tuple[Funding, ...] = ()
    review: Review | None = None
    superseded_by: str | None = None
    superseded_for: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()


@dataclass(frozen=True)
class Search:
    """What was searched for a claim, where, when, by whom; `found` says it in a sentence."""

    date: str
    where: tuple[str, ...]
    by: str
    query: str | None = None
    found: str | None = None


@dataclass(frozen=True)
class Frame:
    """One way to state a claim by concepts: who or what acts, on what, optionally in whom.

    `subject` and `object` are concept ids, any of which will do. `population` restricts the frame to sentences about
    one of those populations. `exclusive` frames take the place of less specific claims on the same mention.
    """

    subject: tuple[str, ...]
    object: tuple[str, ...]
    population: tuple[str, ...] = ()
    exclusive: bool = True


@dataclass(frozen=True)
class Claim:
    """A canonical claim. `meaning` is its plain statement; frames and phrasings are how sentences reach it."""

    id: str
    kind: ClaimKind
    statement: str
    direction: ClaimDirection
    frames: tuple[Frame, ...]
    searched: Search
    population: str | None = None
    default_time: TimeClass | None = None
    minimum_weeks: float | None = None
    phrasings: tuple[str, ...] = ()
    counter_phrasings: tuple[str, ...] = ()
    intervention_text: str | None = None
    outcome_text: str | None = None
    population_text: str | None = None
    needs_professional: bool = False
    related: tuple[str, ...] = ()
    replaced_by: str | None = None
    answers: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()


TermSense = Literal["name", "weak", "claim", "harm"]


@dataclass(frozen=True)
class TermGroup:
    """Phrases of a concept that share sense and guards.

    `sense`: `name` names the concept; `weak` names it only beside a relation or in a list of benefits; `claim` says
    relation and outcome at once, in the wanted sense ("sleeps through"); `harm` says at once that it gets worse.
    In a phrase, `X` stands for one to three words. Phrases are folded like the copy (case, spelling, inflection),
    unless `exact`, which keeps inflection apart. Guards hold folded words or phrases: `not_before` / `not_after` next
    to the phrase, `not_near` anywhere in the sentence; `needs_near` (one will do) in the sentence or the topic in
    force, `@id` standing for any mention of that concept.
    """

    phrases: tuple[str, ...]
    sense: TermSense = "name"
    exact: bool = False
    not_before: tuple[str, ...] = ()
    not_after: tuple[str, ...] = ()
    not_near: tuple[str, ...] = ()
    needs_near: tuple[str, ...] = ()
    variety: str | None = None


@dataclass(frozen=True)
class Concept:
    """Something that sentences mention: an intervention, exposure, outcome, population or rival.

    `broader` ids lend their claims where this concept has none of its own. An intervention with `populations` is what
    its broader one becomes in those populations (massage in preterm babies). `polarity` says whether more of an
    outcome is wanted, `owner` whose outcome it is (a key of `owners` in `language/en/reading.yaml`). A `rival` is a
    near miss that takes over as topic and makes no known claim. `examples` must be recognised, `counterexamples` not.
    """

    id: str
    kind: ConceptKind
    label: str
    terms: tuple[TermGroup, ...] = ()
    polarity: Polarity = "neutral"
    owner: str | None = None
    health: bool = True
    broader: tuple[str, ...] = ()
    sibling_ok: tuple[str, ...] = ()
    populations: tuple[str, ...] = ()
    surrogate_for: tuple[str, ...] = ()
    exact_match: tuple[str, ...] = ()
    examples: tuple[str, ...] = ()
    counterexamples: tuple[str, ...] = ()
    note: str | None = None


RelationEffect = Literal["raises", "lowers", "helps", "prevents", "causes", "worsens", "links", "affects", "none"]


@dataclass(frozen=True)
class Relation:
    """Verbs and comparatives that say what is done to an outcome. `helps` leaves the sense to the polarity."""

    id: str
    effect: RelationEffect
    phrases: tuple[str, ...]
    exact: bool = False
    not_before: tuple[str, ...] = ()
    not_after: tuple[str, ...] = ()


@dataclass(frozen=True)
class LeadIn:
    """Phrases that make a heading or the line before a list hold for what follows ("It may help with:")."""

    id: str
    effect: RelationEffect
    phrases: tuple[str, ...]


Tier = Literal["absolute", "flat", "can", "may", "limited", "not-shown", "denial", "disclaimer", "question"]
CueSignal = Literal[
    "absolute", "can", "may", "limited", "not-shown", "denial", "disclaimer", "question", "whether", "booster",
    "testimonial", "attribution", "causal", "association", "pseudo", "flat", "terminator", "opener", "lasting",
    "absence",
]  # fmt: skip


@dataclass(frozen=True)
class CueGroup:
    """Wording cues in the manner of ConText: phrases, what they signal, where they reach, what ends the reach.

    `direction`: the cue acts on what stands after it (`forward`), before it (`backward`) or both. `reach` is the
    largest number of tokens to the outcome, 0 for the whole clause, -1 for the whole sentence. `list_scope` cues in a
    heading or lead-in hold for every item below. `pseudo` cues only block the cues they contain ("not only").
    `ends_at` are words between cue and outcome that end the reach; the clause of an `opener` ("Although ...", at the
    beginning) ends there too. A `clausal` cue takes whole clauses as its object ("suggests that") and so reaches
    across `clausal` terminators ("because"), but not across others ("but"). `answer` cues act only in a reply to a
    question ("No."). An absolute that `yields` gives way to a hedge ("may help all babies") instead of joining with it
    to a flat claim ("may cure"). In a phrase, `(a|b|)` stands for each of its choices, `X` for one to three words.
    """

    id: str
    signal: CueSignal
    phrases: tuple[str, ...]
    direction: Literal["forward", "backward", "both"] = "forward"
    reach: int = 0
    ends_at: tuple[str, ...] = ()
    list_scope: bool = False
    exact: bool = True
    not_before: tuple[str, ...] = ()
    not_after: tuple[str, ...] = ()
    answer: bool = False
    yields: bool = False
    clausal: bool = False


@dataclass(frozen=True)
class FoldingRules:
    """How copy and vocabulary are made alike: one class word for each variant, joined compounds, irregular forms."""

    variants: dict[str, tuple[str, ...]]
    compounds: tuple[str, ...] = ()
    skip: tuple[str, ...] = ()


@dataclass(frozen=True)
class EvidenceManifest:
    """`base.yaml`: what this base is and who keeps it."""

    name: str
    version: str
    licence: str
    maintainers: tuple[str, ...]
    description: str
    language: str = "en"
    retractions_checked: str | None = None
    replaces: tuple[str, ...] = ()
