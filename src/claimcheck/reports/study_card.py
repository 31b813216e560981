"""A study's card: everything the base holds on it, for people and as data."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from claimcheck.evidence.model import Appraisal, Arm, Outcome, Provenance, Review, RiskOfBias, Study
from claimcheck.reports.card import Card, Fields, Lines, Row, Table, fields, section
from claimcheck.reports.effects import direction_of, effect_of
from claimcheck.reports.records import as_data

#: designs that are not called by their id
_DESIGNS: Final = {
    "rct": "randomised controlled trial",
    "cluster-rct": "cluster-randomised controlled trial",
    "before-after": "before-and-after study",
    "case-series": "case series",
    "systematic-review": "systematic review",
    "umbrella-review": "umbrella review",
    "narrative-review": "narrative review",
}
_COLUMNS: Final = ("claim", "measure", "time", "direction", "effect", "n")


def study_card(study: Study, reference: str, statements: Mapping[str, str]) -> Card:
    """The card of a study.

    Args:
        study: the record.
        reference: the full reference, on one line.
        statements: the statement of each claim that the study bears on, by claim id.
    """
    return Card(
        study.id,
        reference,
        (
            *section("Study", _facts(study)),
            *section("Outcomes", Table(_COLUMNS, tuple(map(_outcome, study.outcomes)))),
            *section("Appraisals", Lines(tuple(map(appraisal_line, study.appraisals)))),
            *section("Bears on", Fields(tuple(sorted(statements.items())))),
            *section("Provenance", _provenance(study.provenance)),
            *section("Notes", Lines(study.notes)),
        ),
    )


def study_data(study: Study, reference: str, statements: Mapping[str, str]) -> dict[str, Any]:
    """The study as data: `id`, `reference`, then every field of the record, and `claims` with their statements."""
    record = as_data(study)
    return {
        "id": record.pop("id"),
        "reference": reference,
        **record,
        "claims": [{"id": claim, "statement": statements[claim]} for claim in sorted(statements)],
    }


def _facts(study: Study) -> Fields:
    return fields(
        ("design", _joined(_DESIGNS.get(study.design, study.design), study.country)),
        ("synthesis", _review(study.review) if study.review else None),
        ("registration", ", ".join(study.registration)),
        ("population", study.population.text),
        ("intervention", study.intervention),
        ("comparator", study.comparator),
        ("randomised", _count(study.n_randomised)),
        ("analysed", _count(study.n_analysed)),
        *((f"arm {arm.id}", _arm(arm)) for arm in study.arms),
        ("dropout", study.dropout),
        ("risk of bias", bias_line(study.risk_of_bias) if study.risk_of_bias else None),
        ("funding", "; ".join(f"{item.who} (interest: {item.interest})" for item in study.funding)),
        ("status", _joined(study.status.state, f"looked up {study.status.checked}", study.status.notice)),
        ("superseded by", study.superseded_by),
    )


def _review(review: Review) -> str:
    searched = f"searched to {review.search_date}" if review.search_date else None
    confidence = None if review.confidence == "unknown" else f"confidence {review.confidence}"
    return _joined(review.synthesis, _labelled(review.k, "studies"), searched, confidence)


def _outcome(outcome: Outcome) -> Row:
    number = _count(outcome.n) or "–"
    time = outcome.timepoint.text or outcome.timepoint.time_class
    cells = (outcome.claim, outcome.measure, time, direction_of(outcome), effect_of(outcome) or "–", number)
    return Row(cells, outcome.finding)


def bias_line(bias: RiskOfBias) -> str:
    """ "high: a third dropped out (rated by EIF 2015)"."""
    rater = f"rated by {bias.by}" + (f", {bias.source}" if bias.source else "")
    return f"{bias.overall}" + (f": {bias.reason}" if bias.reason else "") + f" ({rater})"


def appraisal_line(appraisal: Appraisal) -> str:
    """Who judged, how, and why, in one line."""
    who = appraisal.appraiser
    given = f", “{appraisal.rating_as_given}”" if appraisal.rating_as_given else ""
    about = f" on {', '.join(appraisal.claims)}" if appraisal.claims else ""
    year = f" {appraisal.year}" if appraisal.year else ""
    return f"{who.name}{year} ({who.kind}, {who.independence}): {appraisal.judgement}{given}{about}: {appraisal.reason}"


def _arm(arm: Arm) -> str:
    counts = (
        _labelled(arm.n_randomised, "randomised"),
        _labelled(arm.n_analysed, "analysed"),
        _labelled(arm.dropout, "dropped out"),
    )
    return _joined(arm.label, *counts)


def _provenance(provenance: Provenance) -> Fields:
    return fields(
        ("verified", provenance.verified),
        ("read as", _joined(*dict.fromkeys((provenance.method, provenance.locator)))),
        ("accessed", provenance.accessed),
        ("sources", " ".join(provenance.source)),
        ("note", provenance.note),
    )


def _count(number: int | None) -> str | None:
    return None if number is None else f"{number:,}"


def _labelled(number: int | None, label: str) -> str | None:
    return None if number is None else f"{number:,} {label}"


def _joined(*parts: str | None) -> str:
    return ", ".join(part for part in parts if part)
