"""What the spreadsheets hold: studies, outcomes, effects, appraisals, claims."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from claimcheck.curation.columns import Column, Table, field, joined, required
from claimcheck.evidence import model
from claimcheck.evidence.base import EvidenceBase
from claimcheck.evidence.model import Author, Study
from claimcheck.evidence.references import short_reference
from claimcheck.frozen import dataclass


@dataclass(frozen=True)
class Row:
    """Something that belongs to a study; `number` counts the effects of an outcome from 1."""

    study: Study
    item: Any
    outcome: str = ""
    number: int = 0


def tables_of(base: EvidenceBase, studies: Sequence[Study]) -> tuple[Table, ...]:
    """The tables of the given studies and of all claims of a base."""
    outcomes = tuple(Row(study, outcome) for study in studies for outcome in study.outcomes)
    effects = tuple(
        Row(row.study, effect, row.item.id, number)
        for row in outcomes
        for number, effect in enumerate(row.item.effect, 1)
    )
    appraisals = tuple(Row(study, appraisal) for study in studies for appraisal in study.appraisals)
    of_study = (("study",), "studies", ("id",))
    of_claim = (("claim",), "claims", ("id",))
    of_outcome = (("study", "outcome"), "outcomes", ("study", "id"))
    return (
        Table("studies", "Studies", _STUDIES, tuple(studies), ("id",)),
        Table("outcomes", "What they found", _OUTCOMES, outcomes, ("study", "id"), (of_study, of_claim)),
        Table("effects", "The figures found", _EFFECTS, effects, ("study", "outcome", "number"), (of_outcome,)),
        Table("appraisals", "What others say of them", _APPRAISALS, appraisals, ("study", "id"), (of_study,)),
        Table("claims", "The claims", _CLAIMS, tuple(base.claims()), ("id",)),
    )


def _of_item(path: str, *args: Any, **kwargs: Any) -> Column:
    return field(f"item.{path}", *args, **{"name": path.replace(".", "_"), **kwargs})


def _provenance(path: str = "provenance", of: Any = field) -> tuple[Column, ...]:
    return (
        of(f"{path}.source", name="source"),
        of(f"{path}.locator", name="locator", about="where in the source"),
        of(f"{path}.method", name="method", choices=model.Method, about="what was read"),
        of(f"{path}.verified", name="verified", choices=model.Verified),
        of(f"{path}.accessed", name="accessed", about="when it was read"),
        of(f"{path}.note", name="provenance_note"),
    )


def _authors(study: Study) -> tuple[str, ...]:
    return joined(map(_author, study.csl.author))


def _author(author: Author) -> str:
    return author.literal or ", ".join(joined((author.family, author.given)))


def _ci(end: int) -> Any:
    return lambda row: row.item.ci[end] if row.item.ci else None


def _concepts(side: str) -> Any:
    return lambda claim: tuple(dict.fromkeys(name for frame in claim.frames for name in getattr(frame, side)))


_STUDY = required(field("study.id", name="study"))
_STUDIES: tuple[Column, ...] = (
    required(field("id")),
    required(Column("reference", short_reference)),
    required(field("csl.title", name="title")),
    Column("authors", _authors),
    required(field("csl.issued", "year", name="year")),
    required(field("csl.type", name="type", about="CSL type")),
    *(field(f"csl.{name}", name=name) for name in ("container_title", "volume", "issue", "page", "publisher")),
    *(field(f"csl.{name}", name=name) for name in ("DOI", "PMID", "PMCID", "ISBN", "URL")),
    required(field("design", choices=model.Design)),
    field("trial_id", about="the same for all papers of one trial"),
    *map(field, ("registration", "country", "setting", "intervention", "comparator")),
    required(field("population.text", name="population")),
    field("population.concept"),
    field("n_randomised", "integer"),
    field("n_analysed", "integer"),
    field("dropout"),
    field("risk_of_bias.overall", choices=model.Bias, name="risk_of_bias"),
    field("risk_of_bias.reason"),
    field("risk_of_bias.by"),
    field("review.synthesis", choices=model.Synthesis),
    field("review.k", "integer", about="number of studies in a review"),
    field("review.search_date"),
    field("review.pools", about="studies in a review that are in this base"),
    required(field("status.state", choices=model.StatusState, name="status")),
    field("status.checked"),
    field("status.notice"),
    field("superseded_by"),
    field("superseded_for"),
    *_provenance(),
    field("notes"),
)
_OUTCOMES: tuple[Column, ...] = (
    _STUDY,
    required(_of_item("id")),
    required(_of_item("claim")),
    required(_of_item("measure")),
    required(_of_item("direction", choices=model.Direction, about="seen from the claim")),
    required(_of_item("finding")),
    _of_item("timepoint.text"),
    _of_item("timepoint.weeks", "number"),
    _of_item("timepoint.time_class", choices=model.TimeClass),
    _of_item("comparator", choices=model.Comparator),
    _of_item("n", "integer"),
    _of_item("events", "integer"),
    *(_of_item(name, "boolean") for name in ("primary", "validated", "adjusted", "tested")),
    _of_item("risk_of_bias.overall", choices=model.Bias, name="risk_of_bias"),
    *(_of_item(f"directness.{axis}", "integer")
      for axis in ("population", "intervention", "comparator", "outcome", "time")),
    _of_item("directness.reason"),
    _of_item("certainty.level", choices=model.Level),
    _of_item("certainty.by"),
    _of_item("effect_text"),
    _of_item("p"),
    *_provenance(of=_of_item),
)  # fmt: skip
_EFFECTS: tuple[Column, ...] = (
    _STUDY,
    required(field("outcome")),
    required(field("number", "integer")),
    required(_of_item("metric", choices=model.Metric)),
    required(_of_item("value", "number")),
    Column("ci_low", _ci(0), "number"),
    Column("ci_high", _ci(-1), "number"),
    _of_item("level", "number", about="of the interval, per cent"),
    _of_item("p"),
    _of_item("unit"),
    _of_item("better", about="which way is good"),
)
_APPRAISALS: tuple[Column, ...] = (
    _STUDY,
    required(_of_item("id")),
    required(_of_item("appraiser.name", name="appraiser")),
    required(_of_item("appraiser.kind", choices=model.AppraiserKind)),
    required(_of_item("appraiser.independence", choices=model.Independence)),
    _of_item("year", "year"),
    required(_of_item("scope")),
    _of_item("claims"),
    required(_of_item("judgement", choices=model.Judgement)),
    _of_item("rating_as_given"),
    required(_of_item("reason")),
    _of_item("answered_by"),
    *_provenance(of=_of_item),
)
_CLAIMS: tuple[Column, ...] = (
    required(field("id")),
    required(field("statement")),
    required(field("kind", choices=model.ClaimKind)),
    required(field("direction", choices=model.ClaimDirection)),
    Column("subject", _concepts("subject"), about="concepts that act"),
    Column("object", _concepts("object"), about="concepts acted on"),
    field("population"),
    field("default_time", choices=model.TimeClass),
    field("needs_professional", "boolean"),
    field("related"),
    field("replaced_by"),
    required(field("searched.date")),
    field("searched.where"),
    field("searched.by"),
    field("searched.query"),
    field("searched.found"),
)
