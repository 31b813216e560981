"""`claimcheck claim`: one claim's card."""

from __future__ import annotations

from typing import Annotated

import typer

from claimcheck.cli import options
from claimcheck.cli.cards import show
from claimcheck.cli.choices import unknown_id
from claimcheck.cli.completion import claim_ids
from claimcheck.cli.exits import ExitStatus
from claimcheck.cli.help import INPUT, examples
from claimcheck.session import open_base

EXAMPLES = examples(
    "claimcheck claim massage-treats-pnd",
    "claimcheck claim massage-relieves-colic --policy strict",
    "claimcheck claim massage-is-safe --sensitivity",
)


def command(
    claim_id: Annotated[
        str,
        typer.Argument(metavar="ID", help="The claim's id.", rich_help_panel=INPUT, autocompletion=claim_ids),
    ],
    evidence: options.EvidenceDirs = [],  # noqa: B006 (typer copies it)
    policy: options.PolicyName = "standard",
    sensitivity: options.Sensitivity = False,
    format: options.CardFormat = "human",
    color: options.Color = "auto",
) -> ExitStatus:
    """Show a claim, its rating and the evidence behind it.

    Every step that led to the rating, what was searched, and the strongest wording that the evidence allows.
    """
    from claimcheck.rating.policy import load_policy
    from claimcheck.rating.sensitivity import sensitivity as try_judgements
    from claimcheck.rating.verdict import rate_claim
    from claimcheck.reports.cards import render_card
    from claimcheck.reports.claim_card import claim_card, claim_data

    base = open_base(evidence)
    if claim_id not in base.claim_ids:
        raise unknown_id("claim", claim_id, base.nearest("claim", claim_id))
    rules = load_policy(policy, base)
    rating = rate_claim(claim_id, base, rules)
    bearing = try_judgements(claim_id, base, rules) if sensitivity else None
    facts = (base.claim(claim_id), rating, base.lines(claim_id), base.body_appraisals(claim_id), bearing)
    return show(
        format,
        color,
        text=lambda style: render_card(claim_card(*facts), style),
        data=lambda: claim_data(*facts),
    )
