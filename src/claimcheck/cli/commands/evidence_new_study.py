"""`claimcheck evidence new study`: a study to fill in."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Annotated, Any

import typer

from claimcheck.cli.choices import choose
from claimcheck.cli.curating import OWN_FOLDER, Alone, Into, asks_for, take
from claimcheck.cli.exits import ExitStatus
from claimcheck.cli.help import INPUT, examples
from claimcheck.cli.output import write_standard_output
from claimcheck.errors import UsageError

if TYPE_CHECKING:
    from claimcheck.evidence.model import Author, Csl

EXAMPLES = examples(
    "claimcheck evidence new study -d examples/vitamin-c/evidence --year 2011 \\",
    "  --title 'Zinc for the common cold' --design meta-analysis \\",
    "  --author 'Singh, M.' --author 'Das, R. R.'",
)


def _text(name: str, about: str, metavar: str = "TEXT") -> Any:
    return typer.Option(name, metavar=metavar, help=about, rich_help_panel=INPUT)


def command(
    title: Annotated[str | None, _text("--title", "The title of the paper.")] = None,
    author: Annotated[list[str], _text("--author", "Family, Given; or a body; repeatable.", "NAME")] = [],  # noqa: B006
    year: Annotated[str | None, _text("--year", "The year of the paper.", "YEAR")] = None,
    design: Annotated[str | None, _text("--design", "The design: rct, cohort, meta-analysis, ...", "DESIGN")] = None,
    journal: Annotated[str | None, _text("--journal", "The journal.")] = None,
    doi: Annotated[str | None, _text("--doi", "Its DOI.", "DOI")] = None,
    pmid: Annotated[str | None, _text("--pmid", "Its number in PubMed.", "NUMBER")] = None,
    population: Annotated[str | None, _text("--population", "Who was studied.")] = None,
    claim: Annotated[list[str], _text("--claim", "A claim that it bears on; repeatable.", "ID")] = [],  # noqa: B006
    id: Annotated[str | None, _text("--id", "Its id; made of author and year if not given.", "ID")] = None,
    into: Into = OWN_FOLDER,
    alone: Alone = False,
) -> ExitStatus:
    """Begin a study from its title page.

    Writes a skeleton with comments and overwrites nothing. On a terminal, what is missing is asked for.
    """
    from datetime import date

    from claimcheck.curation.beginning import begin_study
    from claimcheck.curation.known import known_in
    from claimcheck.curation.names import study_id
    from claimcheck.curation.skeletons import NewStudy

    known = known_in(into, shipped=not alone)
    asking = asks_for(title=title, author=author, year=year, design=design)
    fields = {
        "title": take(title, asking, "Title", str),
        "issued": take(year, asking, "Year", _year),
        "container_title": take(journal, asking, "Journal (may be empty)", str, needed=False),
        "DOI": take(doi, asking, "DOI (may be empty)", _identified("DOI", "10.1234/abc"), needed=False),
        "PMID": _identified("PMID", "digits")(pmid or ""),
    }
    authors = take("; ".join(author) or None, asking, "Authors (Family, Given; Family, Given)", _authors)
    chosen = take(design, asking, "Design (rct, cohort, meta-analysis, ...)", _design)
    csl = _csl(fields, authors)
    study = NewStudy(id or study_id(csl, known.studies), csl, chosen, population, tuple(claim))
    path = begin_study(study, into, known, date.today())
    write_standard_output(f"wrote {path.as_posix()}; fill it in, then: claimcheck evidence check {into.as_posix()}\n")
    return ExitStatus.OK


def _year(text: str) -> str:
    from claimcheck.curation.entries import year_of

    if text != str(year_of(text)):
        raise UsageError(f"{text!r} is no year of a paper", hint="four digits")
    return text


def _identified(name: str, form: str) -> Callable[[str], str | None]:
    """The check of an identifier, which may be empty but is never dropped for a slip."""
    from claimcheck.curation.entries import identifier

    def check(text: str) -> str | None:
        found = identifier(name, text)
        if text and found is None:
            raise UsageError(f"{text!r} is no {name}", hint=f"it is written as {form}")
        return found

    return check


def _design(word: str) -> str:
    from typing import get_args

    from claimcheck.evidence.model import Design

    return choose(word, get_args(Design), "design")


def _authors(text: str) -> list[Author]:
    from claimcheck.curation.entries import body, person

    names = [name.partition(",") for name in text.split(";")]
    found = [person(family, given) if comma else body(family) for family, comma, given in names]
    return [author for author in found if author]


def _csl(fields: dict[str, Any], authors: list[Author]) -> Csl:
    from claimcheck.curation.entries import EntryError, reference

    try:
        return reference("article-journal", fields, authors)
    except EntryError as error:
        raise UsageError(f"the study {error}") from None
