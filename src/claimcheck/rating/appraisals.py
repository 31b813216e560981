"""Step 5: what others have said about the whole body of evidence on a claim."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from claimcheck.evidence.model import Appraisal, Study
from claimcheck.frozen import dataclass
from claimcheck.rating.lines import Line
from claimcheck.rating.policy_model import Policy
from claimcheck.rating.screen import appraiser, counts, stands

if TYPE_CHECKING:
    from claimcheck.evidence.base import EvidenceBase


@dataclass(frozen=True)
class Voice:
    """One judgement on the body: whose, what, kept with which study, and by whom it was answered since."""

    name: str
    judgement: str
    study: str | None
    answered_by: str | None = None


@dataclass(frozen=True)
class BodyAppraisals:
    """The judgements on a body: unanswered or answered ones against it, reassurances, and praise without weight."""

    against: tuple[Voice, ...] = ()
    answered: tuple[Voice, ...] = ()
    reassuring: tuple[Voice, ...] = ()
    ignored: tuple[Voice, ...] = ()


def body_appraisals(claim: str, lines: Iterable[Line], base: EvidenceBase, policy: Policy) -> BodyAppraisals:
    """The judgements on a claim's body. `lines` are those that count: a later adequate pooled review answers."""
    reviews = [line for line in lines if line.pooled and line.adequate]
    found: dict[str, list[Voice]] = {"against": [], "answered": [], "reassuring": [], "ignored": []}
    for study, appraisal in base.body_appraisals(claim):
        if study is not None and not stands(study):
            continue
        voice = _voice(study, appraisal, reviews, base)
        part = _part(appraisal, voice, policy)
        if part:
            found[part].append(voice)
    return BodyAppraisals(**{part: tuple(voices) for part, voices in found.items()})


def _part(appraisal: Appraisal, voice: Voice, policy: Policy) -> str | None:
    if appraisal.judgement in policy.appraisers.negative:
        return ("answered" if voice.answered_by else "against") if counts(appraisal, policy) else None
    if appraisal.appraiser.independence == "interested":
        return "ignored" if appraisal.judgement in policy.appraisers.positive else None
    weighty = appraisal.appraiser.kind in policy.appraisers.count
    return "reassuring" if weighty and appraisal.judgement in policy.appraisers.positive else None


def _voice(study: Study | None, appraisal: Appraisal, reviews: Sequence[Line], base: EvidenceBase) -> Voice:
    return Voice(
        name=appraiser(appraisal),
        judgement=appraisal.judgement,
        study=study.id if study else None,
        answered_by=_answer(study, appraisal, reviews, base),
    )


def _answer(study: Study | None, appraisal: Appraisal, reviews: Sequence[Line], base: EvidenceBase) -> str | None:
    for answer in appraisal.answered_by:
        if stands(base.study(answer)):
            return answer
    own = study.id if study else None
    later = [r for r in reviews if appraisal.year is not None and r.year > appraisal.year and r.study != own]
    return max(later, key=lambda review: (review.year, review.study)).study if later else None


def praised_by_interested(study: Study, policy: Policy) -> bool:
    """Whether a seller, trainer or author praises the study: it changes nothing, but is said."""
    return any(
        a.scope == "study" and a.appraiser.independence == "interested" and a.judgement in policy.appraisers.positive
        for a in study.appraisals
    )
