"""One report under several policies: what each sentence would be, side by side."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from claimcheck.checker import cited_studies
from claimcheck.rating.verdict import judge
from claimcheck.report import Finding, OtherVerdict, Report

if TYPE_CHECKING:
    from claimcheck.evidence.base import EvidenceBase
    from claimcheck.rating.policy_model import Policy


def compare_policies(report: Report, base: EvidenceBase, policies: Sequence[Policy]) -> Report:
    """The report with the verdict of every finding under each of the policies, in their order.

    The verdicts of the report itself, and so what fails a run, stay those of its own policy.
    """
    documents = tuple(
        replace(document, findings=tuple(_judged(finding, base, policies) for finding in document.findings))
        for document in report.documents
    )
    return replace(report, documents=documents, policies=tuple(policy.stamp for policy in policies))


def _judged(finding: Finding, base: EvidenceBase, policies: Sequence[Policy]) -> Finding:
    cited = cited_studies(finding.wording, finding.claim, base)
    verdicts = [
        (policy.name, judge(finding.claim, finding.wording, finding.reach, base, policy, cited)) for policy in policies
    ]
    return replace(
        finding, elsewhere=tuple(OtherVerdict(name, v.verdict, v.reason, v.suggestion) for name, v in verdicts)
    )
