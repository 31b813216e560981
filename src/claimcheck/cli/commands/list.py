"""`claimcheck list`: what the base holds."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated

import typer

from claimcheck.cli import options
from claimcheck.cli.cards import show
from claimcheck.cli.choices import choose
from claimcheck.cli.exits import ExitStatus
from claimcheck.cli.help import INPUT, examples
from claimcheck.session import open_base

if TYPE_CHECKING:
    from claimcheck.evidence.base import EvidenceBase
    from claimcheck.reports.listing import Item

EXAMPLES = examples("claimcheck list claims massage sleep", "claimcheck list studies cochrane --format json")
KINDS = ("studies", "claims", "concepts")


def command(
    kind: Annotated[str, typer.Argument(metavar="KIND", help="studies, claims or concepts.", rich_help_panel=INPUT)],
    words: Annotated[
        list[str], typer.Argument(metavar="[WORD]...", help="Only those that hold all words.", rich_help_panel=INPUT)
    ] = [],  # noqa: B006 (typer copies it)
    evidence: options.EvidenceDirs = [],  # noqa: B006
    format: options.CardFormat = "human",
    color: options.Color = "auto",
) -> ExitStatus:
    """List what the evidence base holds, filtered by words."""
    from claimcheck.reports.listing import listing_data, listing_text, matching

    choose(kind, KINDS, "kind")
    items = matching(_items(open_base(evidence), kind), words)
    return show(format, color, text=lambda style: listing_text(items, style), data=lambda: listing_data(items))


def _items(base: EvidenceBase, kind: str) -> Iterator[Item]:
    from claimcheck.reports.listing import Item

    if kind == "studies":
        from claimcheck.evidence.references import full_reference

        return (Item(study.id, study.csl.title, full_reference(study)) for study in base.studies())
    if kind == "claims":
        return (Item(claim.id, claim.statement) for claim in base.claims())
    return (Item(concept.id, concept.label, concept.kind) for concept in base.concepts())
