"""`claimcheck why-not`: what would lift a sentence's verdict."""

from __future__ import annotations

from typing import Annotated

import typer

from claimcheck.cli import options
from claimcheck.cli.cards import show
from claimcheck.cli.exits import ExitStatus
from claimcheck.cli.help import INPUT, examples
from claimcheck.session import open_base

EXAMPLES = examples(
    'claimcheck why-not "Baby massage cures postnatal depression."',
    'claimcheck why-not "Massaged babies sleep 47% longer." --format json',
)


def command(
    text: Annotated[str, typer.Argument(metavar="SENTENCE", help="The text to ask about.", rich_help_panel=INPUT)],
    evidence: options.EvidenceDirs = [],  # noqa: B006 (typer copies it)
    policy: options.PolicyName = "standard",
    format: options.CardFormat = "human",
    color: options.Color = "auto",
) -> ExitStatus:
    """Show what would lift a sentence's verdict.

    The smallest changes of its words, and the fewest and smallest further trials at each risk of bias.
    """
    from claimcheck.inquiry.why_not import why_not_better
    from claimcheck.rating.policy import load_policy
    from claimcheck.reports.cards import render_card
    from claimcheck.reports.why_not import why_not_card, why_not_data

    base = open_base(evidence)
    rules = load_policy(policy, base)
    answered = why_not_better(text, base, rules)
    return show(
        format,
        color,
        text=lambda style: render_card(why_not_card(answered, rules.stamp), style),
        data=lambda: why_not_data(answered, rules.stamp),
    )
