"""Our ratings beside what independent bodies have published on the same claims."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from claimcheck.evidence.model import Outcome, Study
from claimcheck.frozen import dataclass
from claimcheck.rating.model import ClaimRating
from claimcheck.rating.policy_model import Policy
from claimcheck.rating.screen import appraiser, stands
from claimcheck.rating.verdict import rate_claim

if TYPE_CHECKING:
    from claimcheck.evidence.base import EvidenceBase

#: words for lines that speak against a claim, whatever the certainty
_AGAINST = "not-convincing"
#: why a line was set aside that makes its certainty another matter
_BESIDE = ("indirect", "same trial")


@dataclass(frozen=True)
class Published:
    """A published judgement beside our rating. `judgement` is a word of the policy's `agrees_with`."""

    claim: str
    rating: str
    reason: str
    state: str
    who: str
    judgement: str
    given: str | None
    agrees: bool


def published(base: EvidenceBase, policy: Policy) -> tuple[Published, ...]:
    """Every claim on which an independent body, or the authors of a review, stated a judgement or a certainty.

    Of several lines of one review the one that counts is taken; lines about something else are left out.
    """
    rows = (row for claim in base.claim_ids for row in _on(claim, base, policy))
    return tuple(dict.fromkeys(rows))


def _on(claim: str, base: EvidenceBase, policy: Policy) -> Iterator[Published]:
    rating = rate_claim(claim, base, policy)
    for study, appraisal in base.body_appraisals(claim):
        independent = appraisal.appraiser.independence == "independent"
        if independent and appraisal.appraiser.kind in policy.appraisers.count and (study is None or stands(study)):
            yield _row(rating, appraiser(appraisal), appraisal.judgement, appraisal.rating_as_given, policy)
    beside = {(study, line) for study, line, why in rating.body.set_aside if why.startswith(_BESIDE)}
    for study, outcome in base.lines(claim):
        stated = outcome.certainty is not None and outcome.certainty.by == "review-authors"
        if stated and stands(study) and (study.id, outcome.id) not in beside:
            yield _stated(rating, study, outcome, policy)


def _stated(rating: ClaimRating, study: Study, outcome: Outcome, policy: Policy) -> Published:
    from claimcheck.evidence.references import short_reference

    level = outcome.certainty.level if outcome.certainty else ""
    speaks_for = outcome.direction in ("benefit", "mixed")
    given = f"{level} certainty, {outcome.direction}"
    return _row(rating, short_reference(study), level if speaks_for else _AGAINST, given, policy)


def _row(rating: ClaimRating, who: str, judgement: str, given: str | None, policy: Policy) -> Published:
    agrees = rating.rating in policy.agrees_with.get(judgement, ())
    return Published(rating.claim, rating.rating, rating.reason, rating.body.state, who, judgement, given, agrees)
