"""What a base holds, counted, and where a curator's work is needed next."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import date

from claimcheck.evidence.base import EvidenceBase
from claimcheck.evidence.model import REVIEW_DESIGNS, Claim, Outcome, Study
from claimcheck.frozen import dataclass

#: searches older than this many years are stale
STALE_YEARS = 2
#: fewer independent sources than this, none of them a pooled review, are thin
THIN_BELOW = 3
#: label -> age in years from which it holds
_AGES = {"20 years and more": 20, "10 to 19 years": 10, "5 to 9 years": 5, "under 5 years": 0}
_GONE = ("retracted", "withdrawn")


@dataclass(frozen=True)
class ClaimCount:
    """The evidence on one claim: what was tested in studies that still stand.

    `sources` counts papers of one trial once; `newest` is the year of the newest paper, `searched` when it was looked
    for.
    """

    claim: str
    lines: int
    verified: int
    studies: int
    sources: int
    pooled: int
    newest: int | None
    searched: str


@dataclass(frozen=True)
class Stats:
    """The counts of a base on a day. The last four name claims; `thin` are those with few sources and none pooled."""

    day: str
    ages: dict[str, int]
    designs: dict[str, int]
    directions: dict[str, int]
    verified_studies: dict[str, int]
    verified_lines: dict[str, int]
    status: dict[str, int]
    outcomes: int
    appraisals: int
    by_claim: tuple[ClaimCount, ...]
    empty: tuple[str, ...]
    single: tuple[str, ...]
    thin: tuple[str, ...]
    stale: tuple[str, ...]


def count(base: EvidenceBase, today: date) -> Stats:
    """Everything counted, as of a day."""
    studies = list(base.studies())
    outcomes = [outcome for study in studies for outcome in study.outcomes]
    claims = tuple(_claim(claim, base) for claim in base.claims())
    return Stats(
        day=today.isoformat(),
        ages=_ages((study.csl.issued for study in studies), today.year),
        designs=counted(study.design for study in studies),
        directions=counted(outcome.direction for outcome in outcomes),
        verified_studies=counted(study.provenance.verified for study in studies),
        verified_lines=counted(outcome.provenance.verified for outcome in outcomes),
        status=counted(study.status.state for study in studies),
        outcomes=len(outcomes),
        appraisals=sum(len(study.appraisals) for study in studies),
        by_claim=claims,
        empty=tuple(c.claim for c in claims if not c.lines),
        single=tuple(c.claim for c in claims if c.sources == 1),
        thin=tuple(c.claim for c in claims if 1 < c.sources < THIN_BELOW and not c.pooled),
        stale=tuple(c.claim for c in claims if c.searched < _years_before(today, STALE_YEARS)),
    )


def counted(words: Iterable[str]) -> dict[str, int]:
    """Words with how often they come, the most frequent first."""
    return dict(sorted(Counter(words).items(), key=lambda item: (-item[1], item[0])))


def _claim(claim: Claim, base: EvidenceBase) -> ClaimCount:
    lines = [(study, outcome) for study, outcome in base.lines(claim.id) if _speaks(study, outcome)]
    studies = {study.id: study for study, _ in lines}.values()
    return ClaimCount(
        claim=claim.id,
        lines=len(lines),
        verified=sum(outcome.provenance.verified == "yes" for _, outcome in lines),
        studies=len(studies),
        sources=len({study.trial_id or study.id for study in studies}),
        pooled=sum(_pools(study) for study in studies),
        newest=max((study.csl.issued for study in studies), default=None),
        searched=claim.searched.date,
    )


def _speaks(study: Study, outcome: Outcome) -> bool:
    return outcome.tested and study.status.state not in _GONE


def _pools(study: Study) -> bool:
    return study.design in REVIEW_DESIGNS and study.review is not None and study.review.synthesis == "pooled"


def _ages(years: Iterable[int], now: int) -> dict[str, int]:
    found = Counter(next(label for label, least in _AGES.items() if max(now - year, 0) >= least) for year in years)
    return {label: found[label] for label in reversed(_AGES)}


def _years_before(today: date, years: int) -> str:
    """An ISO date; a search of which only the year is known counts from its first day, since "2024" < "2024-11"."""
    return f"{today.year - years}{today.isoformat()[4:]}"
