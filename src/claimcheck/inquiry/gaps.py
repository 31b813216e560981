"""What a base lacks: the health claims of a report that it does not hold, by the concepts that they join."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from claimcheck.frozen import dataclass
from claimcheck.report import Place, Report, UnlistedFinding

if TYPE_CHECKING:
    from claimcheck.evidence.base import EvidenceBase

#: who acts (None where nobody is named), and on what
Pair = tuple[str | None, str]


@dataclass(frozen=True)
class SeenIn:
    """A sentence and where it stands."""

    path: str
    place: Place
    text: str


@dataclass(frozen=True)
class Gap:
    """A pair of concepts that copy joins and no claim does.

    Attributes:
        subject: the concept that acts, or None where nobody is named.
        outcome: the concept that it is said to act on.
        sentences: where this is said, in the order of the report.
        documents: in how many documents.
        claims: claims of the base on the same outcome, whoever acts.
    """

    subject: str | None
    outcome: str
    sentences: tuple[SeenIn, ...]
    documents: int
    claims: tuple[str, ...]


def find_gaps(report: Report, base: EvidenceBase) -> tuple[Gap, ...]:
    """The gaps, those said most often (then in most documents) first."""
    seen: dict[Pair, list[SeenIn]] = {}
    for document in report.documents:
        for item in document.unlisted:
            for pair in _pairs(item):
                seen.setdefault(pair, []).append(SeenIn(document.path, item.place, item.text))
    claims = _claims_by_outcome(base)
    gaps = [
        Gap(subject, outcome, tuple(said), len({one.path for one in said}), claims.get(outcome, ()))
        for (subject, outcome), said in seen.items()
    ]
    return tuple(sorted(gaps, key=_rank))


def _rank(gap: Gap) -> tuple[int, int, str, str]:
    return -len(gap.sentences), -gap.documents, gap.outcome, gap.subject or ""


def _pairs(item: UnlistedFinding) -> Iterator[Pair]:
    """Each subject with each outcome; a sentence that only has subjects speaks of these themselves."""
    outcomes = [concept for concept in item.concepts if concept not in item.subjects] or list(item.subjects)
    for outcome in outcomes:
        for subject in item.subjects or (None,):
            yield subject, outcome


def _claims_by_outcome(base: EvidenceBase) -> dict[str, tuple[str, ...]]:
    found: dict[str, dict[str, None]] = {}
    for claim in base.claims():
        for frame in claim.frames:
            for outcome in frame.object:
                found.setdefault(outcome, {})[claim.id] = None
    return {outcome: tuple(claims) for outcome, claims in found.items()}
