"""`claimcheck policy diff`: what one policy says differently from another."""

from __future__ import annotations

from typing import Annotated

import typer

from claimcheck.cli import options
from claimcheck.cli.cards import show
from claimcheck.cli.exits import ExitStatus
from claimcheck.cli.help import CHECKING, INPUT, examples
from claimcheck.session import open_base

EXAMPLES = examples("claimcheck policy diff standard asa", "claimcheck policy diff strict lenient --format json")


def command(
    one: Annotated[str, typer.Argument(metavar="NAME|FILE", help="A policy's name or file.", rich_help_panel=INPUT)],
    other: Annotated[str, typer.Argument(metavar="NAME|FILE", help="Another one's.", rich_help_panel=INPUT)],
    evidence: options.EvidenceDirs = [],  # noqa: B006 (typer copies it)
    exit_code: Annotated[
        bool, typer.Option("--exit-code", help="End with 1 when a rule differs.", rich_help_panel=CHECKING)
    ] = False,
    format: options.CardFormat = "human",
    color: options.Color = "auto",
) -> ExitStatus:
    """Compare two policies.

    Tells which cells of the table, which thresholds and other rules differ, and which claims they rate differently.
    """
    from claimcheck.rating.differences import differences
    from claimcheck.rating.policy import load_policy
    from claimcheck.rating.verdict import rate_claim
    from claimcheck.reports.cards import render_card
    from claimcheck.reports.policy_diff import policy_diff_card, policy_diff_data

    base = open_base(evidence)
    first, second = load_policy(one, base), load_policy(other, base)
    found = differences(first, second)
    ratings = [(rate_claim(name, base, first), rate_claim(name, base, second)) for name in base.claim_ids]
    show(
        format,
        color,
        text=lambda style: render_card(policy_diff_card(first, second, found, ratings), style),
        data=lambda: policy_diff_data(first, second, found, ratings),
    )
    return ExitStatus.FINDINGS if exit_code and found else ExitStatus.OK
