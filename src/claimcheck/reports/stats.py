"""What an evidence base holds, counted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import Any

from claimcheck.evidence.base import EvidenceBase
from claimcheck.reports.card import Card, Fields, section


def stats_data(base: EvidenceBase) -> dict[str, Any]:
    """The counts as data, the most frequent first."""
    studies = list(base.studies())
    outcomes = [outcome for study in studies for outcome in study.outcomes]
    return {
        "name": base.manifest.name,
        "version": base.manifest.version,
        "digest": base.digest,
        "licence": base.manifest.licence,
        "retractions_checked": base.manifest.retractions_checked,
        "studies": len(studies),
        "outcomes": len(outcomes),
        "appraisals": sum(len(study.appraisals) for study in studies),
        "claims": len(base.claim_ids),
        "claims_without_evidence": sum(not base.lines(claim) for claim in base.claim_ids),
        "concepts": len(base.concept_ids),
        "designs": _counted(Counter(study.design for study in studies)),
        "directions": _counted(Counter(outcome.direction for outcome in outcomes)),
        "verified": _counted(Counter(study.provenance.verified for study in studies)),
        "status": _counted(Counter(study.status.state for study in studies)),
    }


def stats_card(base: EvidenceBase) -> Card:
    """The counts as a card."""
    data = stats_data(base)
    tables = {key: value for key, value in data.items() if isinstance(value, dict)}
    plain = {key: value for key, value in data.items() if key not in tables and key not in ("name", "version")}
    return Card(
        f"{data['name']} {data['version']}",
        base.manifest.description,
        (
            *section("Base", _fields(plain)),
            *(part for key, table in tables.items() for part in section(key.capitalize(), _fields(table))),
        ),
    )


def _counted(counter: Counter[Any]) -> dict[str, int]:
    return dict(sorted(counter.items(), key=lambda item: (-item[1], item[0])))


def _fields(values: Mapping[str, object]) -> Fields:
    return Fields(tuple((key.replace("_", " "), "–" if value is None else str(value)) for key, value in values.items()))
