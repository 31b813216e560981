"""`claimcheck policy`: which rating policies there are, and what they say."""

from __future__ import annotations

from typing import Annotated

import typer

from claimcheck.cli import options
from claimcheck.cli.cards import show
from claimcheck.cli.commands import policy_diff
from claimcheck.cli.exits import ExitStatus
from claimcheck.cli.groups import group
from claimcheck.cli.help import INPUT, HelpCommand, examples
from claimcheck.cli.output import write_standard_output
from claimcheck.reports.style import one_line
from claimcheck.session import open_base

app = group(
    "List, show, compare and test the rating policies.",
    examples("claimcheck policy list", "claimcheck policy diff standard asa"),
)


@app.command("list", cls=HelpCommand, epilog=examples("claimcheck policy list", "claimcheck policy list --format json"))
def list_policies(
    evidence: options.EvidenceDirs = [],  # noqa: B006 (typer copies it)
    format: options.CardFormat = "human",
    color: options.Color = "auto",
) -> ExitStatus:
    """List the policies by name."""
    from claimcheck.rating.policy import load_policy, policy_names
    from claimcheck.reports.listing import Item, listing_data, listing_text

    base = open_base(evidence)
    items = [Item(name, load_policy(name, base).about) for name in policy_names(base)]
    return show(format, color, text=lambda style: listing_text(items, style), data=lambda: listing_data(items))


@app.command(
    "show", cls=HelpCommand, epilog=examples("claimcheck policy show standard", "claimcheck policy show asa -f json")
)
def show_policy(
    name: Annotated[
        str, typer.Argument(metavar="NAME|FILE", help="A policy's name or file.", rich_help_panel=INPUT)
    ] = "standard",
    evidence: options.EvidenceDirs = [],  # noqa: B006 (typer copies it)
    format: options.CardFormat = "human",
    color: options.Color = "auto",
) -> ExitStatus:
    """Show a policy: its decision table and what weighs how much."""
    from claimcheck.rating.policy import load_policy
    from claimcheck.reports.cards import render_card
    from claimcheck.reports.policy_card import policy_card, policy_data

    policy = load_policy(name, open_base(evidence))
    return show(
        format,
        color,
        text=lambda style: render_card(policy_card(policy), style),
        data=lambda: policy_data(policy),
    )


@app.command(
    "test", cls=HelpCommand, epilog=examples("claimcheck policy test standard", "claimcheck policy test strict")
)
def try_policy(
    name: Annotated[str, typer.Argument(metavar="NAME|FILE", help="A policy's name or file.", rich_help_panel=INPUT)],
    evidence: options.EvidenceDirs = [],  # noqa: B006 (typer copies it)
) -> ExitStatus:
    """Test that more support never counts against a claim, nor weaker words.

    Ends with 1 at the first promise that is broken, told by the smallest case that shows it.
    """
    from claimcheck.rating.monotone import first_violation
    from claimcheck.rating.policy import load_policy

    policy = load_policy(name, open_base(evidence))
    if (violation := first_violation(policy)) is None:
        write_standard_output(f"{one_line(policy.stamp)} keeps its word\n")
        return ExitStatus.OK
    write_standard_output(f"{one_line(f'{policy.stamp} breaks its word: {violation}')}\n")
    return ExitStatus.FINDINGS


app.command("diff", cls=HelpCommand, epilog=policy_diff.EXAMPLES)(policy_diff.command)
