"""`claimcheck evidence new claim`: a claim to fill in."""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated, Any, get_args

import typer

from claimcheck.cli.choices import choose
from claimcheck.cli.curating import OWN_FOLDER, Alone, Into, asks_for, take
from claimcheck.cli.exits import ExitStatus
from claimcheck.cli.help import INPUT, examples
from claimcheck.cli.output import write_standard_output

EXAMPLES = examples(
    "claimcheck evidence new claim -d examples/vitamin-c/evidence \\",
    "  --statement 'Honey prevents colds' --id honey-prevents-colds \\",
    "  --kind prevention --direction prevents \\",
    "  --subject honey --object catching-colds",
)


def _text(name: str, about: str, metavar: str = "WORD") -> Any:
    return typer.Option(name, metavar=metavar, help=about, rich_help_panel=INPUT)


def command(
    id: Annotated[str | None, _text("--id", "Its id: words and hyphens.", "ID")] = None,
    statement: Annotated[str | None, _text("--statement", "The claim in one plain sentence.", "TEXT")] = None,
    kind: Annotated[str | None, _text("--kind", "effect, prevention, association, ...")] = None,
    direction: Annotated[str | None, _text("--direction", "improves, reduces, prevents, ...")] = None,
    subject: Annotated[list[str], _text("--subject", "A concept that acts; repeatable.", "ID")] = [],  # noqa: B006
    object: Annotated[list[str], _text("--object", "A concept acted on; repeatable.", "ID")] = [],  # noqa: B006
    population: Annotated[str | None, _text("--population", "A concept: in whom.", "ID")] = None,
    into: Into = OWN_FOLDER,
    alone: Alone = False,
) -> ExitStatus:
    """Begin a claim about concepts of the base.

    Writes a skeleton with comments and overwrites nothing. On a terminal, what is missing is asked for.
    """
    from datetime import date

    from claimcheck.curation.beginning import begin_claim
    from claimcheck.curation.known import known_in
    from claimcheck.curation.skeletons import NewClaim
    from claimcheck.evidence.model import ClaimDirection, ClaimKind

    known = known_in(into, shipped=not alone)

    def concepts(text: str) -> tuple[str, ...]:
        names = tuple(text.replace(",", " ").split())
        for name in names:
            known.require("concept", name)
        return names

    def new_id(text: str) -> str:
        known.require_free("claim", text)
        return text

    asking = asks_for(id=id, statement=statement, kind=kind, direction=direction, subject=subject, object=object)
    claim = NewClaim(
        statement=take(statement, asking, "The claim in one plain sentence", str),
        id=take(id, asking, "Id (words and hyphens)", new_id),
        kind=take(kind, asking, *_one_of(ClaimKind, "kind")),
        direction=take(direction, asking, *_one_of(ClaimDirection, "direction")),
        subject=take(" ".join(subject) or None, asking, "Concepts that act", concepts),
        object=take(" ".join(object) or None, asking, "Concepts acted on", concepts),
        population=population,
    )
    path = begin_claim(claim, into, known, date.today())
    write_standard_output(f"wrote {path.as_posix()}; fill it in, then: claimcheck evidence check {into.as_posix()}\n")
    return ExitStatus.OK


def _one_of(literal: Any, what: str) -> tuple[str, Callable[[str], str]]:
    """The question for one of a few words, and the check of the answer."""
    words = get_args(literal)
    return f"{what.capitalize()} ({', '.join(words)})", lambda word: choose(word, words, what)
