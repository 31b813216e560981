"""`claimcheck explain`: why a sentence was matched, or not, and how its verdict came about."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from claimcheck.cli import options
from claimcheck.cli.cards import show
from claimcheck.cli.exits import ExitStatus
from claimcheck.cli.help import INPUT, examples
from claimcheck.session import open_base

if TYPE_CHECKING:
    from claimcheck.checker import Explanation
    from claimcheck.evidence.base import EvidenceBase
    from claimcheck.rating.policy_model import Policy
    from claimcheck.rating.sensitivity import Sensitivity

EXAMPLES = examples(
    'claimcheck explain "Baby massage may ease colic."',
    'claimcheck explain "Every Friday at ten." --format json',
    'claimcheck explain "Massage is safe for babies." --sensitivity',
)


def command(
    text: Annotated[str, typer.Argument(metavar="SENTENCE", help="The text to explain.", rich_help_panel=INPUT)],
    evidence: options.EvidenceDirs = [],  # noqa: B006 (typer copies it)
    policy: options.PolicyName = "standard",
    sensitivity: options.Sensitivity = False,
    format: options.CardFormat = "human",
    color: options.Color = "auto",
) -> ExitStatus:
    """Show why a sentence was matched or not, and how judged.

    The concepts seen, the claims that fell short and by what, the cues of its wording, every step to its verdict.
    """
    from claimcheck import checker
    from claimcheck.rating.policy import load_policy
    from claimcheck.reports.cards import render_card
    from claimcheck.reports.explanation import explanation_card, explanation_data

    base = open_base(evidence)
    rules = load_policy(policy, base)
    explanation = checker.explain(text, base=base, policy=rules)
    bearing = _bearing(explanation, base, rules) if sensitivity else None
    return show(
        format,
        color,
        text=lambda style: render_card(explanation_card(explanation, bearing), style),
        data=lambda: explanation_data(explanation, bearing),
    )


def _bearing(explanation: Explanation, base: EvidenceBase, policy: Policy) -> dict[str, Sensitivity]:
    from claimcheck.inquiry.holding import bearing

    return bearing((finding for sentence in explanation.sentences for finding in sentence.findings), base, policy)
