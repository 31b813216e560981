"""What an evidence base holds, counted, and which claims need a curator next."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Final

from claimcheck.curation.stats import STALE_YEARS, THIN_BELOW, ClaimCount, Stats
from claimcheck.evidence.base import EvidenceBase
from claimcheck.reports.card import Card, Fields, Lines, Row, Section, Table, section
from claimcheck.reports.records import as_data

#: part of the stats -> its heading
_COUNTS: Final = {
    "designs": "Designs",
    "ages": "Age of the papers",
    "directions": "Directions of the outcomes",
    "verified_studies": "Verified studies",
    "verified_lines": "Verified outcomes",
    "status": "Status",
}
_LISTS: Final = {
    "empty": "Claims without evidence",
    "single": "Claims that rest on one study",
    "thin": f"Claims with fewer than {THIN_BELOW} studies and no pooled review",
    "stale": f"Claims searched more than {STALE_YEARS} years ago",
}
_COLUMNS: Final = ("claim", "outcomes", "verified", "studies", "independent", "pooled reviews", "newest", "searched")


def stats_data(base: EvidenceBase, stats: Stats) -> dict[str, Any]:
    """The counts as data, the most frequent first."""
    return {
        "name": base.manifest.name,
        "version": base.manifest.version,
        "digest": base.digest,
        "licence": base.manifest.licence,
        "retractions_checked": base.manifest.retractions_checked,
        "studies": len(base.study_ids),
        "claims": len(base.claim_ids),
        "concepts": len(base.concept_ids),
        **as_data(stats),
    }


def stats_card(base: EvidenceBase, stats: Stats) -> Card:
    """The counts as a card."""
    lists = {f"{heading} ({len(claims)})": claims for heading, claims in _lists(stats)}
    return Card(
        f"{base.manifest.name} {base.manifest.version}",
        base.manifest.description,
        (
            *section("Base", _fields(_totals(base, stats))),
            *(part for name, heading in _COUNTS.items() for part in _counts(heading, getattr(stats, name))),
            *(part for heading, claims in lists.items() for part in section(heading, Lines(claims))),
            *section("Claim by claim", Table(_COLUMNS, tuple(map(_row, stats.by_claim)))),
        ),
    )


def _lists(stats: Stats) -> Iterator[tuple[str, tuple[str, ...]]]:
    return ((heading, getattr(stats, name)) for name, heading in _LISTS.items())


def _totals(base: EvidenceBase, stats: Stats) -> dict[str, object]:
    return {
        "digest": base.digest,
        "licence": base.manifest.licence,
        "retractions checked": base.manifest.retractions_checked,
        "studies": len(base.study_ids),
        "outcomes": stats.outcomes,
        "appraisals": stats.appraisals,
        "claims": len(base.claim_ids),
        "concepts": len(base.concept_ids),
        "counted on": stats.day,
    }


def _counts(heading: str, counts: Mapping[str, int]) -> tuple[Section, ...]:
    return section(heading, _fields(counts))


def _fields(values: Mapping[str, object]) -> Fields:
    return Fields(tuple((key, "–" if value is None else str(value)) for key, value in values.items()))


def _row(claim: ClaimCount) -> Row:
    counts = (claim.lines, claim.verified, claim.studies, claim.sources, claim.pooled)
    return Row((claim.claim, *map(str, counts), str(claim.newest or "–"), claim.searched))
