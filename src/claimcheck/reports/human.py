"""The report for people: a class teacher should see what is wrong with a sentence, why, and what to say instead."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from claimcheck.rating.model import Citation
from claimcheck.report import DocumentReport, Finding, Place, Report, Suppressed, UnlistedFinding
from claimcheck.reports.notes import note_text
from claimcheck.reports.options import RenderOptions
from claimcheck.reports.style import Style, one_line
from claimcheck.reports.summary import closing
from claimcheck.reports.wrap import hang

_BODY: Final = 4
_ROLES: Final = {"for": "for", "against": "against", "neutral": "neither way", "appraisal": "appraisal"}


def render(report: Report, options: RenderOptions) -> str:
    """The report as text: documents, what could not be checked, a closing summary."""
    if report.policies:
        from claimcheck.reports import side_by_side

        return side_by_side.render(report, options)
    lines: list[str] = []
    for document in report.documents:
        lines.extend(_document(document, options))
    failed = options.style.paint("NOT CHECKED", "error")
    lines.extend(f"{failed}  {one_line(error.path)}: {one_line(error.message)}" for error in report.errors)
    if report.errors:
        lines.append("")
    lines.extend(closing(report, options))
    return "\n".join(lines) + "\n"


def _document(document: DocumentReport, options: RenderOptions) -> Iterator[str]:
    entries = _entries(document, options)
    if not entries:
        return
    yield options.style.paint(one_line(document.path), "underline")
    yield ""
    for entry in entries:
        yield from entry
        yield ""


def _entries(document: DocumentReport, options: RenderOptions) -> list[list[str]]:
    """Findings and unlisted claims in reading order, then what was set aside."""
    placed = [(_order(item.place, item.claim), list(_finding(item, options))) for item in document.findings]
    placed += [(_order(item.place, ""), list(_unlisted(item, options.style))) for item in document.unlisted]
    placed.sort(key=lambda entry: entry[0])
    return [lines for _, lines in placed] + [_suppressed(item, options.style) for item in document.suppressed]


def _order(place: Place, claim: str) -> tuple[int, int, str]:
    return place.line, place.column, claim


def _finding(finding: Finding, options: RenderOptions) -> Iterator[str]:
    style = options.style
    word = style.paint(finding.verdict.upper(), finding.verdict)
    known = "  (in the baseline)" if finding.baselined else ""
    yield f"  {_where(finding.place)}  {word}  {finding.reason}  {style.paint(finding.claim, 'dim')}{known}"
    yield from _sentence(finding.text, style)
    yield from hang(one_line(finding.explanation), _BODY, style.width, "Why: ")
    if finding.secondary:
        yield from hang(one_line(", ".join(finding.secondary)), _BODY, style.width, "Also: ")
    yield from _citations(finding.citations, style)
    if finding.suggestion:
        yield from hang(one_line(finding.suggestion), _BODY, style.width, "Say instead: ")
    for note in finding.notes:
        yield from hang(one_line(note_text(note)), _BODY, style.width, "Note: ")
    if options.explain:
        for step in finding.trace:
            yield from hang(one_line(step.text), _BODY, style.width, f"{step.name:<12}")


def _unlisted(item: UnlistedFinding, style: Style) -> Iterator[str]:
    yield f"  {_where(item.place)}  {style.paint('UNLISTED', 'unlisted')}  the base holds no such claim"
    yield from _sentence(item.text, style)
    yield from hang(one_line(item.why), _BODY, style.width, "Why: ")


def _suppressed(item: Suppressed, style: Style) -> list[str]:
    state = "set aside" if item.used else "unused ignore"
    reason = f": {one_line(item.reason)}" if item.reason else ""
    return [style.paint(f"  {item.line}  {state}  {one_line(item.claim)}{reason}", "dim")]


def _sentence(text: str, style: Style) -> Iterator[str]:
    for line in hang(f"“{one_line(text)}”", _BODY, style.width):
        yield style.paint(line, "bold")


def _citations(citations: tuple[Citation, ...], style: Style) -> Iterator[str]:
    label = "Evidence: "
    for citation in citations:
        doi = f", {style.doi(citation.doi)}" if citation.doi else ""
        # not wrapped: a link must stay whole
        yield f"{'':{_BODY}}{label}{one_line(citation.reference)} ({_ROLES[citation.role]}){doi}"
        label = " " * len(label)


def _where(place: Place) -> str:
    page = f"page {place.page}, " if place.page is not None else ""
    return f"{page}{place.line}:{place.column}"
