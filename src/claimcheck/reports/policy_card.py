"""A rating policy's card: where evidence and wording meet, and what weighs how much."""

from __future__ import annotations

from typing import Any, Final

from claimcheck.rating.policy_model import COLUMNS, STATES, Policy
from claimcheck.reports.card import Card, Fields, Lines, Row, Table, fields, section

_STATES: Final = {
    "S4": "high certainty for",
    "S3": "moderate certainty for",
    "S2": "low certainty for",
    "S1": "very low certainty for",
    "C": "good evidence disagrees",
    "W": "weak support only",
    "N": "nothing admissible",
    "X": "no benefit shown",
    "A2": "low certainty against",
    "A3": "moderate or high certainty against",
}


def policy_card(policy: Policy) -> Card:
    """The card of a resolved policy; the table reads evidence down, wording across."""
    return Card(
        f"{policy.name}: {policy.about}",
        policy.stamp,
        (
            *section("Evidence (down) and wording (across): Supported, Contested, Unsupported", _table(policy)),
            *section("States of the evidence", Fields(tuple(_STATES.items()))),
            *section("Read as", Lines(tuple(f"{tier} as {column}" for tier, column in policy.tiers.items()))),
            *section("Certainty lost", _minuses(policy)),
            *section("One step down", Lines(policy.steps_down)),
        ),
    )


def policy_data(policy: Policy) -> dict[str, Any]:
    """The policy's name, content hash and decision table as data."""
    return {
        "id": policy.name,
        "version": policy.version,
        "hash": policy.hash,
        "about": policy.about,
        "tiers": dict(policy.tiers),
        "table": {state: {column: _cell(policy, state, column) for column in COLUMNS} for state in STATES},
        "steps_down": list(policy.steps_down),
    }


def _table(policy: Policy) -> Table:
    rows = (Row((state, *_letters(policy, state)), _reasons(policy, state)) for state in STATES)
    return Table(("", *COLUMNS), tuple(rows))


def _letters(policy: Policy, state: str) -> list[str]:
    return [policy.cell(state, column).verdict[0].upper() for column in COLUMNS]


def _reasons(policy: Policy, state: str) -> str:
    """ "overstated (absolute); well-supported (flat, can)"."""
    columns: dict[str, list[str]] = {}
    for column in COLUMNS:
        columns.setdefault(policy.cell(state, column).reason, []).append(column)
    return "; ".join(f"{reason} ({', '.join(names)})" for reason, names in columns.items())


def _cell(policy: Policy, state: str, column: str) -> dict[str, str]:
    cell = policy.cell(state, column)
    return {"verdict": cell.verdict, "reason": cell.reason}


def _minuses(policy: Policy) -> Fields:
    return fields(
        *((f"risk of bias {level}", _points(points)) for level, points in policy.risk_of_bias.items()),
        *((f"{level} evidence", _points(points)) for level, points in policy.directness.items()),
    )


def _points(points: int) -> str:
    return f"-{points}" if points else "0"
