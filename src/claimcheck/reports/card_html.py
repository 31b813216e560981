"""A card as HTML: the same content as on a terminal."""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.reports.card import Card, Fields, Part, Row, Section, Table
from claimcheck.reports.markup import Html, tag


def card_sections(card: Card) -> Iterator[Html]:
    """The sections of a card, each with its heading."""
    for section in card.sections:
        yield tag("section", *_section(section))


def _section(section: Section) -> Iterator[Html]:
    if section.title:
        yield tag("h4", section.title)
    for part in section.parts:
        yield _part(part, section.title)


def _part(part: Part, title: str) -> Html:
    if isinstance(part, Fields):
        return tag("dl", *(tag("div", tag("dt", label), tag("dd", value)) for label, value in part.rows))
    if isinstance(part, Table):
        return tag("div", _table(part), class_="scroll", tabindex=0, role="region", aria_label=title)
    return tag("ul", *(tag("li", item) for item in part.items))


def _table(table: Table) -> Html:
    head = tag("tr", *(tag("th", column, scope="col") for column in table.columns))
    rows = [line for row in table.rows for line in _row(row, len(table.columns))]
    return tag("table", tag("thead", head), tag("tbody", *rows))


def _row(row: Row, width: int) -> Iterator[Html]:
    yield tag("tr", *(tag("td", cell) for cell in row.cells))
    if row.note:
        yield tag("tr", tag("td", row.note, colspan=width), class_="note")
