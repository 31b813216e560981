"""`claimcheck study`: one study's card."""

from __future__ import annotations

from typing import Annotated

import typer

from claimcheck.cli import options
from claimcheck.cli.cards import show
from claimcheck.cli.choices import unknown_id
from claimcheck.cli.completion import study_ids
from claimcheck.cli.exits import ExitStatus
from claimcheck.cli.help import INPUT, examples
from claimcheck.session import open_base

EXAMPLES = examples("claimcheck study onozawa2001", "claimcheck study bennett2013 --format json")


def command(
    study_id: Annotated[
        str,
        typer.Argument(metavar="ID", help="The study's id.", rich_help_panel=INPUT, autocompletion=study_ids),
    ],
    evidence: options.EvidenceDirs = [],  # noqa: B006 (typer copies it)
    format: options.CardFormat = "human",
    color: options.Color = "auto",
) -> ExitStatus:
    """Show a study and what it found.

    Reference, design, numbers, risk of bias, outcomes, appraisals, the claims it bears on, provenance.
    """
    from claimcheck.evidence.references import full_reference
    from claimcheck.reports.cards import render_card
    from claimcheck.reports.study_card import study_card, study_data

    base = open_base(evidence)
    if study_id not in base.study_ids:
        raise unknown_id("study", study_id, base.nearest("study", study_id))
    study = base.study(study_id)
    statements = {outcome.claim: base.claim(outcome.claim).statement for outcome in study.outcomes}
    reference = full_reference(study)
    return show(
        format,
        color,
        text=lambda style: render_card(study_card(study, reference, statements), style),
        data=lambda: study_data(study, reference, statements),
    )
