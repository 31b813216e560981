"""`claimcheck evidence diff`: two bases side by side."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from claimcheck.cli import options
from claimcheck.cli.cards import show
from claimcheck.cli.exits import ExitStatus
from claimcheck.cli.help import CHECKING, EVIDENCE, INPUT, examples
from claimcheck.cli.notes import say_error
from claimcheck.session import open_base

if TYPE_CHECKING:
    from claimcheck.curation.moves import Rated
    from claimcheck.evidence.base import EvidenceBase

EXAMPLES = examples(
    "claimcheck evidence diff shipped examples/vitamin-c/evidence",
    "claimcheck evidence diff shipped examples/vitamin-c/evidence --exit-code",
)
#: the name of the shipped base, where no folder bears it
_SHIPPED = "shipped"


def command(
    old: Annotated[
        str, typer.Argument(metavar="OLD", help="An evidence folder, or: shipped.", rich_help_panel=EVIDENCE)
    ],
    new: Annotated[
        str, typer.Argument(metavar="NEW", help="An evidence folder, or: shipped.", rich_help_panel=EVIDENCE)
    ],
    files: Annotated[
        list[str],
        typer.Argument(metavar="[FILE]...", help="Copy to check by both of them.", rich_help_panel=INPUT),
    ] = [],  # noqa: B006 (typer copies it)
    policy: options.PolicyName = "standard",
    exit_code: Annotated[
        bool, typer.Option("--exit-code", help="End with 1 when a verdict moved.", rich_help_panel=CHECKING)
    ] = False,
    format: options.CardFormat = "human",
    color: options.Color = "auto",
) -> ExitStatus:
    """Compare two bases and their verdicts.

    Tells which ratings moved and why, which sentences get another verdict, what changed. A folder with a language of
    its own is a whole base; any other is laid over the shipped one.
    """
    from claimcheck.curation.diff import compare
    from claimcheck.reports.cards import render_card
    from claimcheck.reports.evidence_diff import diff_card, diff_data

    found = compare((old, new), _rated(old, policy, files), _rated(new, policy, files), files)
    show(format, color, text=lambda style: render_card(diff_card(found), style), data=lambda: diff_data(found))
    for error in found.sentences.errors if found.sentences else ():
        say_error(f"{error.path}: {error.message}")
    if found.sentences and found.sentences.errors:
        return ExitStatus.FAILED
    return ExitStatus.FINDINGS if exit_code and found.verdicts_moved else ExitStatus.OK


def _rated(name: str, policy: str, files: list[str]) -> Rated:
    from claimcheck.rating.policy import load_policy

    base = _open(name, matching=bool(files))
    return base, load_policy(policy, base)


def _open(name: str, *, matching: bool) -> EvidenceBase:
    """The base of a name; what only matching needs is compiled where there is something to match."""
    from claimcheck.evidence.base import load_evidence

    folder = Path(name)
    if name == _SHIPPED and not folder.is_dir():
        return open_base()
    shipped = not any(folder.glob("language/*/folding.yaml"))
    return open_base([folder], shipped=shipped) if matching else load_evidence([folder], shipped=shipped)
