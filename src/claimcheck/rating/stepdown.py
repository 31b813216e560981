"""Step 8: figures, citations and causal verbs that the evidence does not bear out, each one step down."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.rating.body import Assessment
from claimcheck.rating.citations import Cited, check_citations
from claimcheck.rating.model import Step, VerdictWord
from claimcheck.rating.policy_model import NEGATIVE_TIERS, VERDICTS, Policy
from claimcheck.wording.model import Wording

if TYPE_CHECKING:
    from claimcheck.evidence.base import EvidenceBase
    from claimcheck.rating.numbers import Compared


class Ruling:
    """A verdict on its way down, with the reasons it leaves behind."""

    def __init__(self, word: VerdictWord, reason: str) -> None:
        self.word = word
        self.reason = reason
        self.secondary: list[str] = []
        self.notes: list[str] = []
        self.steps: list[Step] = []

    def lower(self, code: str, *, outright: bool = False) -> None:
        """One step down, or to the bottom; at the bottom, one more reason."""
        rank = VERDICTS.index(self.word)
        if rank == 0:
            self.secondary.append(code)
            return
        self.secondary.insert(0, self.reason)
        self.word, self.reason = VERDICTS[0 if outright else rank - 1], code
        self.steps.append(Step("step down", f"{code}: {self.word}"))


def step_down(
    ruling: Ruling, assessment: Assessment, wording: Wording, cited: Cited, base: EvidenceBase, policy: Policy
) -> None:
    """Lowers the ruling for whatever the sentence adds to the claim without ground."""
    claim = assessment.claim
    figures = _figures(assessment, wording, base, policy)
    checked = check_citations(claim.id, wording.tier, cited, base)
    codes: set[str | None] = {figure.miss for figure in figures}
    if checked.mismatch == "none":
        codes.add("citation-mismatch")
    if _causal(assessment, wording, policy):
        codes.add("causal-overreach")
    ruling.notes.extend(checked.notes)
    ruling.steps.extend(Step("number", figure.said) for figure in figures)
    ruling.steps.extend(Step("citation", said) for said in checked.said)
    for code in policy.steps_down:
        if code in codes:
            ruling.lower(code, outright=claim.kind == "prevalence" and code.startswith("number"))
    if checked.mismatch == "some":
        ruling.secondary.append("citation-mismatch")


def _figures(assessment: Assessment, wording: Wording, base: EvidenceBase, policy: Policy) -> list[Compared]:
    """The figures of a positive sentence beside those of its direct lines."""
    if wording.tier in NEGATIVE_TIERS or not wording.numbers:
        return []
    from claimcheck.rating.measures import Measures
    from claimcheck.rating.numbers import compare

    near = {line.key for line in assessment.gathered.lines if line.distance == 0}
    effects = [
        (study.id, effect)
        for study, outcome in base.lines(assessment.claim.id)
        if (study.id, outcome.id) in near
        for effect in outcome.effect
    ]
    measures = Measures(base.language.data.get("measures"))
    return [compare(number, effects, measures, policy.numbers.within) for number in wording.numbers]


def _causal(assessment: Assessment, wording: Wording, policy: Policy) -> bool:
    """A causal verb over evidence in which nobody was assigned to anything."""
    if assessment.claim.kind != "association" or not wording.causal or wording.tier in NEGATIVE_TIERS:
        return False
    return not any(line.design in policy.experimental for line in assessment.weighed.lines if line.share("for"))
