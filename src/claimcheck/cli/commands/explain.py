"""`claimcheck explain`: why a sentence was matched, or not, and how its verdict came about."""

from __future__ import annotations

from typing import Annotated

import typer

from claimcheck.cli import options
from claimcheck.cli.cards import show
from claimcheck.cli.exits import ExitStatus
from claimcheck.cli.help import INPUT, examples
from claimcheck.session import open_base

EXAMPLES = examples(
    'claimcheck explain "Baby massage may ease colic."',
    'claimcheck explain "Every Friday at ten." --format json',
)


def command(
    text: Annotated[str, typer.Argument(metavar="SENTENCE", help="The text to explain.", rich_help_panel=INPUT)],
    evidence: options.EvidenceDirs = [],  # noqa: B006 (typer copies it)
    policy: options.PolicyName = "standard",
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
    explanation = checker.explain(text, base=base, policy=load_policy(policy, base))
    return show(
        format,
        color,
        text=lambda style: render_card(explanation_card(explanation), style),
        data=lambda: explanation_data(explanation),
    )
