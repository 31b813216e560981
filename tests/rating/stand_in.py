"""A tiny evidence base in memory, made from short-hand lines, with the methods of EvidenceBase that rating calls."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

from claimcheck.evidence.base import EvidenceBase
from claimcheck.evidence.load import parse_yaml
from claimcheck.evidence.model import (
    Appraisal,
    Appraiser,
    Author,
    Certainty,
    Claim,
    Concept,
    Csl,
    Directness,
    Effect,
    Frame,
    Funding,
    Outcome,
    Population,
    Provenance,
    Review,
    RiskOfBias,
    Search,
    Status,
    Study,
    Timepoint,
)
from claimcheck.evidence.nodes import as_data

EVIDENCE = Path(__file__).parents[2] / "evidence"
DATA = Path(__file__).parent / "data"
CLAIM = "x-reduces-y"

#: populations that examples speak of: id -> (broader, siblings)
POPULATIONS = {
    "infants": ((), ()),
    "low-birth-weight": (("infants",), ()),
    "preterm": (("infants",), ("term",)),
    "term": (("infants",), ()),
    "parents": ((), ()),
    "mothers": (("parents",), ()),
    "pnd-mothers": (("mothers",), ()),
    "fathers": (("parents",), ()),
}


@cache
def read_yaml(path: Path) -> Any:
    """A YAML file as plain data."""
    return as_data(parse_yaml(path.read_bytes(), path.name))


@cache
def shipped_policies() -> Mapping[str, Any]:
    """The raw policy files, by name."""
    return {file.stem: read_yaml(file) for file in sorted((EVIDENCE / "policy").glob("*.yaml"))}


@cache
def shipped_language() -> Any:
    """The language files that rating reads."""
    stems = ("measures", "suggestions", "explanations")
    files = {stem: EVIDENCE / "language" / "en" / f"{stem}.yaml" for stem in stems}
    return SimpleNamespace(data={stem: read_yaml(file) for stem, file in files.items() if file.exists()})


class StandIn:
    """Claims, studies and concepts held in dictionaries."""

    def __init__(
        self,
        claims: Iterable[Claim],
        studies: Iterable[Study],
        bodies: Mapping[str, Sequence[Appraisal]] | None = None,
        policies: Mapping[str, Any] | None = None,
    ) -> None:
        self._claims = {claim.id: claim for claim in claims}
        self._studies = {study.id: study for study in studies}
        self._bodies = dict(bodies or {})
        self.policies = {**shipped_policies(), **(policies or {})}
        self.language = shipped_language()
        self.claim_ids = tuple(sorted(self._claims))
        self.study_ids = tuple(sorted(self._studies))
        self.concept_ids = tuple(sorted(POPULATIONS))

    def claim(self, claim_id: str) -> Claim:
        return self._claims[claim_id]

    def study(self, study_id: str) -> Study:
        return self._studies[study_id]

    def concept(self, concept_id: str) -> Concept:
        broader, siblings = POPULATIONS[concept_id]
        return Concept(concept_id, "population", concept_id, broader=broader, sibling_ok=siblings)

    def lines(self, claim_id: str) -> tuple[tuple[Study, Outcome], ...]:
        pairs = [(study, o) for study in self._studies.values() for o in study.outcomes if o.claim == claim_id]
        return tuple(sorted(pairs, key=lambda pair: (pair[0].id, pair[1].id)))

    def body_appraisals(self, claim_id: str) -> tuple[tuple[Study | None, Appraisal], ...]:
        kept = tuple((None, appraisal) for appraisal in self._bodies.get(claim_id, ()))
        own = [
            (s, a) for s in self._studies.values() for a in s.appraisals if a.scope == "body" and claim_id in a.claims
        ]
        return (*kept, *own)


def provenance(verified: str = "yes") -> Provenance:
    return Provenance(("https://example.org",), "abstract", "2026-01-01", verified)  # type: ignore[arg-type]


def make_claim(kind: str = "effect", **fields: Any) -> Claim:
    """A claim "X reduces Y"."""
    given = {
        "id": CLAIM,
        "statement": "X reduces Y",
        "direction": "reduces",
        "frames": (Frame(("x",), ("y",)),),
        "searched": Search("2026-11-20", ("PubMed", "Cochrane Library"), "the curators"),
        "intervention_text": "X",
        "outcome_text": "Y",
        **fields,
    }
    return Claim(kind=cast(Any, kind), **given)


def make_appraisal(raw: Mapping[str, Any], number: int = 1, scope: str = "body", claim: str = CLAIM) -> Appraisal:
    """An appraisal from `{by, kind, year, judgement, independence, claims, answered_by}`."""
    return Appraisal(
        id=f"appraisal-{number}",
        appraiser=Appraiser(raw["by"], raw.get("kind", "academic"), raw.get("independence", "independent")),
        judgement=raw["judgement"],
        reason="a reason",
        provenance=provenance(),
        year=raw.get("year"),
        scope=cast(Any, scope),
        claims=(claim,) if scope == "body" else tuple(raw.get("claims", ())),
        answered_by=tuple(raw.get("answered_by", ())),
    )


def make_study(raw: Mapping[str, Any], claim: str = CLAIM) -> Study:
    """A study with one outcome from a short-hand line."""
    return Study(
        id=raw["study"],
        csl=Csl(
            "article-journal", raw["study"], (Author(raw["study"].title()),), raw.get("year", 2020), DOI=raw.get("doi")
        ),
        design=raw["design"],
        provenance=provenance(raw.get("study_verified", "yes")),
        status=Status(raw.get("status", "current"), "2026-11-20"),
        population=Population("people", raw.get("population"), raw.get("entry", "unknown")),
        outcomes=tuple(make_outcome({**raw, **extra}, claim) for extra in raw.get("outcomes", [{}])),
        appraisals=tuple(make_appraisal(a, i, "study") for i, a in enumerate(raw.get("appraised", ()))),
        trial_id=raw.get("trial"),
        n_randomised=raw.get("n_randomised"),
        n_analysed=raw.get("n_analysed"),
        funding=tuple(Funding("a firm", interest) for interest in raw.get("funding", ())),
        review=_review(raw),
        superseded_by=raw.get("superseded_by"),
        superseded_for=tuple(raw.get("superseded_for", ())),
    )


def _review(raw: Mapping[str, Any]) -> Review | None:
    if raw["design"] not in ("meta-analysis", "systematic-review", "umbrella-review"):
        return None
    return Review(
        synthesis=raw.get("synthesis", "pooled"),
        k=raw.get("k"),
        search_date=raw.get("searched"),
        pools=tuple(raw.get("pools", ())),
        confidence=raw.get("confidence", "unknown"),
        publication_bias=raw.get("publication_bias", False),
    )


def make_outcome(raw: Mapping[str, Any], claim: str = CLAIM) -> Outcome:
    stated = raw.get("stated")
    return Outcome(
        id=raw.get("outcome", "y"),
        claim=raw.get("claim", claim),
        measure="a scale",
        direction=raw["direction"],
        finding="a finding",
        provenance=provenance(raw.get("verified", "yes")),
        timepoint=Timepoint(raw.get("when"), raw.get("weeks"), raw.get("time", "short")),
        comparator=raw.get("comparator"),
        effect=tuple(make_effect(effect) for effect in raw.get("effect", ())),
        n=raw.get("n"),
        events=raw.get("events"),
        primary=raw.get("primary", False),
        validated=raw.get("validated", False),
        tested=raw.get("tested", True),
        risk_of_bias=RiskOfBias(raw["bias"]) if raw.get("bias") else None,
        directness=Directness(**raw.get("away", {})),
        certainty=Certainty(stated) if stated else None,
        trials=raw.get("trials"),
    )


def make_effect(raw: Mapping[str, Any]) -> Effect:
    return Effect(**{**raw, "ci": tuple(raw["ci"]) if "ci" in raw else None})


def make_base(
    lines: Sequence[Mapping[str, Any]], *, appraisals: Sequence[Mapping[str, Any]] = (), claim: Claim | None = None
) -> EvidenceBase:
    """A base with one claim. Studies that reviews pool but that are no lines are added as bare trials."""
    claim = claim or make_claim()
    studies = {raw["study"]: make_study(raw, claim.id) for raw in lines}
    for raw in lines:
        for name in (*raw.get("pools", ()), *filter(None, [raw.get("superseded_by")])):
            studies.setdefault(
                name, make_study({"study": name, "design": "rct", "direction": "unclear", "outcomes": []})
            )
    bodies = {claim.id: [make_appraisal(raw, i, claim=claim.id) for i, raw in enumerate(appraisals)]}
    return cast(EvidenceBase, StandIn([claim], studies.values(), bodies))
