"""A curator's to-do list: the pairs of concepts that copy joins and no claim of the base does."""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import Any, Final

from claimcheck.inquiry.gaps import Gap, SeenIn
from claimcheck.report import Report
from claimcheck.reports.card import Card, Row, Table, section
from claimcheck.reports.csv import safe
from claimcheck.reports.places import place_text
from claimcheck.reports.summary import checked, plural

GAP_FORMATS: Final = ("human", "json", "csv")
COLUMNS: Final = ("times", "documents", "subject", "outcome", "claims", "examples")
_NOBODY: Final = "–"
_MOST_CLAIMS: Final = 4


def gaps_card(report: Report, gaps: Sequence[Gap], examples: int) -> Card:
    """The list as a card, with so many examples for each pair."""
    unlisted = sum(len(document.unlisted) for document in report.documents)
    columns = ("times", "documents", "who acts", "on what", "claims on this outcome")
    return Card(
        f"{checked(report)}: {plural(unlisted, 'health claim')} that the base does not hold",
        f"{plural(len(gaps), 'pair')} of concepts that no claim joins, the most frequent first.",
        section("To do", Table(columns, tuple(_row(gap, examples) for gap in gaps))),
    )


def gaps_data(report: Report, gaps: Sequence[Gap], examples: int) -> dict[str, Any]:
    """The list as data; `subject` is null where nobody is named."""
    return {
        "documents": report.summary.documents,
        "items": [
            {
                "subject": gap.subject,
                "outcome": gap.outcome,
                "times": len(gap.sentences),
                "documents": gap.documents,
                "claims": list(gap.claims),
                "examples": [_sentence_data(one) for one in gap.sentences[:examples]],
            }
            for gap in gaps
        ],
        "errors": [{"path": error.path, "message": error.message} for error in report.errors],
    }


def gaps_csv(gaps: Sequence[Gap], examples: int) -> str:
    """The list as a table for spreadsheets, a row for each pair."""
    import csv

    table = io.StringIO(newline="")
    writer = csv.writer(table, lineterminator="\n")
    writer.writerow(COLUMNS)
    for gap in gaps:
        told = (gap.subject or "", gap.outcome, "; ".join(gap.claims), _examples(gap, examples))
        writer.writerow([len(gap.sentences), gap.documents, *map(safe, told)])
    return table.getvalue()


def _row(gap: Gap, examples: int) -> Row:
    cells = (str(len(gap.sentences)), str(gap.documents), gap.subject or _NOBODY, gap.outcome, _claims(gap))
    return Row(cells, _examples(gap, examples) or None)


def _claims(gap: Gap) -> str:
    more = len(gap.claims) - _MOST_CLAIMS
    shown = ", ".join(gap.claims[:_MOST_CLAIMS])
    return f"{shown} and {more} more" if more > 0 else shown or "none"


def _examples(gap: Gap, examples: int) -> str:
    return "; ".join(f"“{one.text}” ({_where(one)})" for one in gap.sentences[:examples])


def _where(one: SeenIn) -> str:
    return f"{one.path}:{place_text(one.place)}"


def _sentence_data(one: SeenIn) -> dict[str, Any]:
    place = one.place
    return {"path": one.path, "line": place.line, "column": place.column, "page": place.page, "text": one.text}
