"""The report for people: a class teacher should see what is wrong with a sentence, why, and what to say instead."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from heapq import merge
from typing import Final

from claimcheck.rating.model import Citation
from claimcheck.report import DocumentReport, Finding, Place, Report, Suppressed, UnlistedFinding
from claimcheck.reports.notes import note_text
from claimcheck.reports.options import RenderOptions
from claimcheck.reports.places import place_text
from claimcheck.reports.style import Style, one_line
from claimcheck.reports.summary import closing
from claimcheck.reports.wrap import hang

_Item = Finding | UnlistedFinding

_BODY: Final = 4
_ROLES: Final = {"for": "for", "against": "against", "neutral": "neither way", "appraisal": "appraisal"}


def render(report: Report, options: RenderOptions) -> str:
    """The report as text: documents, what could not be checked, a closing summary."""
    return "".join(pieces(report, options))


def pieces(report: Report, options: RenderOptions) -> Iterator[str]:
    """The same line by line."""
    if report.policies:
        from claimcheck.reports import side_by_side

        yield side_by_side.render(report, options)
        return
    for line in _lines(report, options):
        yield f"{line}\n"


def _lines(report: Report, options: RenderOptions) -> Iterator[str]:
    for document in report.documents:
        yield from _document(document, options)
    failed = options.style.paint("NOT CHECKED", "error")
    yield from (f"{failed}  {one_line(error.path)}: {one_line(error.message)}" for error in report.errors)
    if report.errors:
        yield ""
    yield from closing(report, options)


def _document(document: DocumentReport, options: RenderOptions) -> Iterator[str]:
    if not (document.findings or document.unlisted or document.suppressed):
        return
    yield options.style.paint(one_line(document.path), "underline")
    yield ""
    found: tuple[Sequence[_Item], ...] = document.findings, sorted(document.unlisted, key=_order)
    for item in merge(*found, key=_order):
        yield from _finding(item, options) if isinstance(item, Finding) else _unlisted(item, options.style)
        yield ""
    for suppressed in document.suppressed:
        yield _suppressed(suppressed, options.style)
        yield ""


def _order(item: _Item) -> tuple[int, int, int, str]:
    return *item.place.order, item.claim if isinstance(item, Finding) else ""


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


def _suppressed(item: Suppressed, style: Style) -> str:
    state = "set aside" if item.used else "unused ignore"
    reason = f": {one_line(item.reason)}" if item.reason else ""
    return style.paint(f"  {item.line}  {state}  {one_line(item.claim)}{reason}", "dim")


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
    cell = f" ({one_line(place.cell)})" if place.cell else ""
    return f"{place_text(place)}{cell}"
