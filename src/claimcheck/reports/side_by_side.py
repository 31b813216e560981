"""The report under several policies: a row for each finding, a column for each policy."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Final

from claimcheck.report import DocumentReport, Finding, Place, Report
from claimcheck.reports.card import Card, Row, Table, section
from claimcheck.reports.cards import render_card
from claimcheck.reports.options import RenderOptions
from claimcheck.reports.places import place_text
from claimcheck.reports.style import one_line
from claimcheck.reports.summary import closing, plural

_VERDICTS: Final = ("unsupported", "contested", "supported")
_UNLISTED: Final = "unlisted"


def render(report: Report, options: RenderOptions) -> str:
    """The table of each document, how many verdicts of each kind a policy gives, and the closing lines."""
    text = render_card(_card(report), options.style)
    failures = (f"NOT CHECKED  {one_line(error.path)}: {one_line(error.message)}" for error in report.errors)
    return "\n".join([text, *failures, *closing(report, options)]) + "\n"


def _card(report: Report) -> Card:
    names = tuple(stamp.partition("@")[0] for stamp in report.policies)
    documents = (part for document in report.documents for part in section(document.path, _table(document, names)))
    return Card(
        f"Under {plural(len(names), 'policy', 'policies')}",
        sections=(*documents, *section("Verdicts", Table(("policy", *_VERDICTS), tuple(_counts(report))))),
    )


def _table(document: DocumentReport, names: tuple[str, ...]) -> Table:
    """Findings and unlisted claims in reading order; no policy has a word on what is unlisted."""
    none = ("–",) * len(names)
    rows = [(item.place, item.claim, _finding(item)) for item in document.findings]
    rows += [(item.place, "", _row(item.place, _UNLISTED, none, item.text)) for item in document.unlisted]
    rows.sort(key=lambda row: (row[0].line, row[0].column, row[1]))
    return Table(("place", "claim", *names), tuple(row for _, _, row in rows))


def _finding(finding: Finding) -> Row:
    cells = tuple(f"{other.verdict}, {other.reason}" for other in finding.elsewhere)
    return _row(finding.place, finding.claim, cells, finding.text)


def _row(place: Place, claim: str, cells: tuple[str, ...], text: str) -> Row:
    return Row((place_text(place), claim, *cells), f"“{text}”")


def _counts(report: Report) -> Iterator[Row]:
    findings = [finding for document in report.documents for finding in document.findings]
    for number, stamp in enumerate(report.policies):
        found = Counter(finding.elsewhere[number].verdict for finding in findings)
        yield Row((stamp, *(str(found[verdict]) for verdict in _VERDICTS)))
