"""A claim's card: its rating and every step to it, the evidence either way, what was searched, what may be said."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from claimcheck.evidence.model import Appraisal, Claim, Outcome, Search, Study
from claimcheck.rating.model import BodyState, ClaimRating
from claimcheck.rating.sensitivity import Sensitivity
from claimcheck.reports.card import Card, Fields, Lines, Row, Table, fields, section
from claimcheck.reports.effects import direction_of, effect_of
from claimcheck.reports.notes import note_text
from claimcheck.reports.records import as_data
from claimcheck.reports.sensitivity import holds, moves, sensitivity_data
from claimcheck.reports.study_card import appraisal_line

Line = tuple[Study, Outcome]
Judged = tuple[Study | None, Appraisal]

#: levels of certainty, 0 to 4
CERTAINTY: Final = ("none", "very low", "low", "moderate", "high")
_ROLES: Final = (
    ("for", "Evidence for"),
    ("against", "Evidence against"),
    ("neutral", "Evidence that goes neither way"),
)
_COLUMNS: Final = ("study", "design", "measure", "direction", "effect", "n")


def claim_card(
    claim: Claim,
    rating: ClaimRating,
    lines: Sequence[Line],
    appraisals: Sequence[Judged],
    bearing: Sensitivity | None = None,
) -> Card:
    """The card of a claim.

    Args:
        claim: the record.
        rating: the verdict on its plain statement.
        lines: every line that bears on it.
        appraisals: judgements of the whole body of evidence, with the study they are kept with.
        bearing: how the verdict bears up when judgements are moved, where that was asked for.
    """
    body = rating.body
    return Card(
        f"{claim.id}: {rating.rating.upper()} ({rating.reason})",
        claim.statement,
        (
            *section("Verdict on the plain statement", _verdict(claim, rating)),
            *(part for role, title in _ROLES for part in section(title, _table(body, lines, role))),
            *section("Set aside", Lines(tuple(f"{study}/{outcome}: {why}" for study, outcome, why in body.set_aside))),
            *section("Appraisals", Lines(tuple(appraisal_line(appraisal) for _, appraisal in appraisals))),
            *section("Searched", _searched(claim.searched)),
            *(section("Does it hold?", Lines((holds(bearing),)), moves(bearing)) if bearing else ()),
            *section("How the rating came about", Fields(tuple((step.name, step.text) for step in body.trace))),
            *section("See also", Lines(claim.related)),
        ),
    )


def claim_data(
    claim: Claim,
    rating: ClaimRating,
    lines: Sequence[Line],
    appraisals: Sequence[Judged],
    bearing: Sensitivity | None = None,
) -> dict[str, Any]:
    """The claim as data, its rating with it."""
    body = rating.body
    return {
        "id": claim.id,
        "statement": claim.statement,
        "kind": claim.kind,
        "rating": rating.rating,
        "reason": rating.reason,
        "state": body.state,
        "certainty": {"for": body.certainty_for, "against": body.certainty_against},
        "explanation": rating.explanation,
        "suggestion": rating.suggestion,
        "trace": [{"step": step.name, "text": step.text} for step in body.trace],
        "outcomes": [_outcome_data(study, outcome, body) for study, outcome in lines],
        "appraisals": [{"study": study.id if study else None, **as_data(appraisal)} for study, appraisal in appraisals],
        "citations": as_data(rating.citations),
        "searched": as_data(claim.searched),
        "notes": list(body.notes),
        "policy": rating.policy,
        "related": list(claim.related),
        **({"sensitivity": sensitivity_data(bearing)} if bearing else {}),
    }


def _verdict(claim: Claim, rating: ClaimRating) -> Fields:
    body = rating.body
    return fields(
        ("rating", f"{rating.rating}, {rating.reason}"),
        ("because", rating.explanation),
        ("say", rating.suggestion),
        ("state", body.state),
        ("certainty", f"{_level(body.certainty_for)} for, {_level(body.certainty_against)} against"),
        ("kind", claim.kind),
        ("population", claim.population_text or claim.population),
        ("notes", "; ".join(map(note_text, body.notes))),
        ("policy", rating.policy),
    )


def _level(certainty: int) -> str:
    return CERTAINTY[certainty]


def _table(body: BodyState, lines: Sequence[Line], role: str) -> Table:
    counted = {(study, outcome) for study, outcome, part in body.used if part == role}
    rows = tuple(_row(study, outcome) for study, outcome in lines if (study.id, outcome.id) in counted)
    return Table(_COLUMNS, rows)


def _row(study: Study, outcome: Outcome) -> Row:
    number = outcome.n if outcome.n is not None else study.n_analysed
    return Row(
        (
            study.id,
            study.design,
            outcome.measure,
            direction_of(outcome),
            effect_of(outcome) or "–",
            "–" if number is None else f"{number:,}",
        ),
        outcome.finding,
    )


def _searched(search: Search) -> Fields:
    return fields(
        ("date", search.date),
        ("where", ", ".join(search.where)),
        ("by", search.by),
        ("query", search.query),
        ("found", search.found),
    )


def _outcome_data(study: Study, outcome: Outcome, body: BodyState) -> dict[str, Any]:
    """The line under its study's id, with the part it played, or why it played none."""
    roles = {(study_id, outcome_id): role for study_id, outcome_id, role in body.used}
    reasons = {(study_id, outcome_id): why for study_id, outcome_id, why in body.set_aside}
    place = (study.id, outcome.id)
    return {"study": study.id, "role": roles.get(place), "set_aside": reasons.get(place), **as_data(outcome)}
