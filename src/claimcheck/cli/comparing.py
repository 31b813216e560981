"""`--compare-policies`: the policies of a list, and the report with their verdicts."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from claimcheck.errors import UsageError

if TYPE_CHECKING:
    from claimcheck.evidence.base import EvidenceBase
    from claimcheck.project.run import Outcome


def compared(outcome: Outcome, base: EvidenceBase, names: str) -> Outcome:
    """The outcome with the verdicts under the policies of a list `A,B,...`.

    Raises:
        UsageError: the list is empty.
        ConfigError: one of them cannot be used.
    """
    from claimcheck.inquiry.policies import compare_policies
    from claimcheck.rating.policy import load_policy

    wanted = dict.fromkeys(filter(None, map(str.strip, names.split(","))))
    if not wanted:
        raise UsageError("--compare-policies names no policy", hint="write --compare-policies standard,asa")
    policies = [load_policy(name, base) for name in wanted]
    return replace(outcome, report=compare_policies(outcome.report, base, policies))
