"""Step 1: which lines may speak at all, and with what risk of bias."""

from __future__ import annotations

from claimcheck.evidence.model import Appraisal, Outcome, Study
from claimcheck.frozen import dataclass
from claimcheck.rating.lines import is_pooled
from claimcheck.rating.policy_model import Policy

#: why a line is set aside, in the words of the trace
RETRACTED = "retracted"
SUPERSEDED = "superseded"
UNVERIFIED = "not verified"
UNTESTED = "not tested"
CONTEXT = "context only"
NO_POOLING = "adds no line"


@dataclass(frozen=True)
class Screened:
    """A line that may speak: its study and outcome, the bias rating in force, and why that rating was raised."""

    study: Study
    outcome: Outcome
    bias: str
    raised_by: str | None = None
    appraised_by: str | None = None


def screen(study: Study, outcome: Outcome, reporting: frozenset[str], policy: Policy) -> Screened | str:
    """The line with its bias rating, or the reason why it is set aside.

    `reporting` are the studies that stand and report on this claim: only they can supersede another.
    """
    reason = _barred(study, outcome, reporting, policy)
    if reason is not None:
        return reason
    rated = outcome.risk_of_bias or study.risk_of_bias
    bias = rated.overall if rated else policy.unrated_bias
    if study.status.state == "concern":
        return Screened(study, outcome, "high", "expression of concern")
    against = next((a for a in study.appraisals if speaks_against(a, outcome.claim, policy)), None)
    if against is not None:
        name = appraiser(against)
        return Screened(study, outcome, "high", f"appraised by {name}: {against.judgement}", name)
    return Screened(study, outcome, bias)


def stands(study: Study) -> bool:
    """Whether a study has not been withdrawn from the record."""
    return study.status.state not in ("retracted", "withdrawn")


def _barred(study: Study, outcome: Outcome, reporting: frozenset[str], policy: Policy) -> str | None:
    if not stands(study):
        return RETRACTED
    if study.superseded_by in reporting and outcome.claim in (study.superseded_for or (outcome.claim,)):
        return f"{SUPERSEDED} by {study.superseded_by}"
    if study.design in policy.context_only:
        return f"{CONTEXT}: {study.design}"
    if "no" in (study.provenance.verified, outcome.provenance.verified):
        return UNVERIFIED
    if not outcome.tested:
        return UNTESTED
    if study.review and not is_pooled(study):
        return f"{study.review.synthesis} review, {NO_POOLING}"
    return None


def speaks_against(appraisal: Appraisal, claim: str, policy: Policy) -> bool:
    """Whether a judgement on a study counts against its lines for a claim.

    Independent bodies count; so do interested ones, who in that case speak against their interest.
    """
    return (
        appraisal.scope == "study"
        and (not appraisal.claims or claim in appraisal.claims)
        and appraisal.judgement in policy.appraisers.negative_of_study
        and counts(appraisal, policy)
    )


def counts(appraisal: Appraisal, policy: Policy) -> bool:
    """Whether this appraiser's negative word counts."""
    return appraisal.appraiser.independence == "interested" or appraisal.appraiser.kind in policy.appraisers.count


def appraiser(appraisal: Appraisal) -> str:
    """An appraiser as reports name it: `Early Intervention Foundation 2015`."""
    return appraisal.appraiser.name if appraisal.year is None else f"{appraisal.appraiser.name} {appraisal.year}"
