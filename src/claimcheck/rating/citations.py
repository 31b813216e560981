"""The studies that govern a verdict, and step 8b: do the studies that a sentence cites bear it out?"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from claimcheck.evidence.model import Study
from claimcheck.frozen import dataclass
from claimcheck.rating.body import Assessment, role
from claimcheck.rating.lines import Line
from claimcheck.rating.model import Citation, Role
from claimcheck.rating.policy_model import NEGATIVE_TIERS
from claimcheck.rating.screen import RETRACTED, stands
from claimcheck.wording.model import Reference

if TYPE_CHECKING:
    from claimcheck.evidence.base import EvidenceBase

Cited = Sequence[tuple[Reference, tuple[str, ...]]]
_ROLES: tuple[Role, ...] = ("for", "against", "neutral", "appraisal")
#: why a line was set aside that is worth citing where nothing counts
_TELLING = ("indirect", RETRACTED)
_SPEAKS_FOR = ("benefit", "mixed")


@dataclass(frozen=True)
class CitationCheck:
    """What became of the references in a sentence.

    `mismatch` is None, "none" (no cited study bears the claim out: one step down) or "some" (listed only).
    """

    mismatch: str | None
    notes: tuple[str, ...]
    said: tuple[str, ...]


def cite(study: Study, role: Role) -> Citation:
    """A study as reports cite it."""
    from claimcheck.evidence.references import short_reference

    return Citation(study.id, role, short_reference(study), study.csl.DOI)


def governing_citations(assessment: Assessment, base: EvidenceBase) -> tuple[Citation, ...]:
    """Studies whose lines counted, best first within each role, then those that appraise.

    Where none counted: those that are about something else, or were retracted.
    """
    roles: dict[str, Role] = {}
    for line in sorted(assessment.weighed.lines, key=_weight):
        roles.setdefault(line.study, role(line))
    if not roles:
        roles = {study: "neutral" for study, _, why in assessment.body.set_aside if why.startswith(_TELLING)}
    for voice in (*assessment.appraisals.against, *assessment.appraisals.reassuring):
        if voice.study:
            roles.setdefault(voice.study, "appraisal")
    cited = [cite(base.study(study), role) for study, role in roles.items()]
    return tuple(sorted(cited, key=lambda citation: _ROLES.index(citation.role)))


def _weight(line: Line) -> tuple[bool, int, str]:
    return not line.pooled, -line.n, line.study


def check_citations(claim_id: str, tier: str, cited: Cited, base: EvidenceBase) -> CitationCheck:
    """Whether each cited study reports on this claim, in this direction, and still stands."""
    lines: dict[str, set[str]] = {}
    for study, outcome in base.lines(claim_id):
        if outcome.tested:
            lines.setdefault(study.id, set()).add(outcome.direction)
    notes, said, bears = [], [], []
    for reference, found in cited:
        if not found:
            notes.append("citation-unknown")
            said.append(f"{reference.text}: not in this base")
            continue
        if not any(stands(base.study(study)) for study in found):
            notes.append("retracted-citation")
        verdicts = [_bears(lines.get(study), tier) for study in found]
        bears.append("" in verdicts)
        newer = [base.study(study).superseded_by for study in found]
        later = f", superseded by {newer[0]}" if newer[0] else ""
        told = "bears it out" if bears[-1] else verdicts[0]
        said.append(f"{reference.text} = {', '.join(found)}: {told}{later}")
    mismatch = None if all(bears) else "some" if any(bears) else "none"
    return CitationCheck(mismatch, tuple(dict.fromkeys(notes)), tuple(said))


def _bears(directions: set[str] | None, tier: str) -> str:
    """Empty if a study bears the sentence out, else why it does not."""
    if not directions:
        return "does not report on this claim"
    if tier in NEGATIVE_TIERS or directions.intersection(_SPEAKS_FOR):
        return ""
    return "points elsewhere"
