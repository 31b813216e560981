"""Does a verdict hold when one of the soft judgements behind it is moved by a step?"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from claimcheck.rating.sensitivity import Sensitivity, sensitivity
from claimcheck.rating.verdict import asked

if TYPE_CHECKING:
    from claimcheck.evidence.base import EvidenceBase
    from claimcheck.rating.policy_model import Policy
    from claimcheck.report import Finding


def bearing(findings: Iterable[Finding], base: EvidenceBase, policy: Policy) -> dict[str, Sensitivity]:
    """How the verdict of each finding bears up, by its fingerprint."""
    return {
        finding.fingerprint: sensitivity(
            finding.claim, base, policy, finding.wording.tier, asked(finding.reach, finding.wording)
        )
        for finding in findings
    }
