"""Why not better? For each claim of a text the smallest changes of words or evidence that would lift its verdict."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.checker import ExplainedSentence, cited_studies, explain
from claimcheck.frozen import dataclass
from claimcheck.rating.ladder import Rung, ladder
from claimcheck.rating.omissions import Said
from claimcheck.rating.rewording import Rewording, rewordings
from claimcheck.rating.verdict import asked
from claimcheck.rating.whynot import WhyNot, why_not
from claimcheck.report import Finding

if TYPE_CHECKING:
    from claimcheck.evidence.base import EvidenceBase
    from claimcheck.rating.policy_model import Policy


@dataclass(frozen=True)
class Answer:
    """What would lift one finding: changes of its words, and (from `evidence`) further trials.

    `rungs` are the claim's plain statement at each tier, for examples of what a tier reads like.
    """

    finding: Finding
    evidence: WhyNot
    rewordings: tuple[Rewording, ...]
    rungs: tuple[Rung, ...]


@dataclass(frozen=True)
class Answered:
    """One sentence as it was explained, with an answer for each of its findings."""

    sentence: ExplainedSentence
    answers: tuple[Answer, ...]


def why_not_better(text: str, base: EvidenceBase, policy: Policy) -> tuple[Answered, ...]:
    """The answers for a piece of text, sentence by sentence."""
    sentences = explain(text, base=base, policy=policy).sentences
    return tuple(
        Answered(sentence, tuple(_answer(finding, base, policy) for finding in sentence.findings))
        for sentence in sentences
    )


def _answer(finding: Finding, base: EvidenceBase, policy: Policy) -> Answer:
    said = Said(finding.wording, finding.reach, cited_studies(finding.wording, finding.claim, base))
    reach = asked(finding.reach, finding.wording)
    return Answer(
        finding,
        why_not(finding.claim, finding.wording.tier, base, policy, reach),
        rewordings(finding.claim, said, base, policy),
        ladder(finding.claim, base, policy),
    )
