"""The report as one HTML page that needs nothing else: no network, no script, readable on screen and on paper."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

from claimcheck.report import DocumentReport, Finding, Report
from claimcheck.reports.html_claims import claim_cards, references
from claimcheck.reports.html_text import Marked, document_text, level_of, marked
from claimcheck.reports.markup import Html, joined, tag
from claimcheck.reports.options import RenderOptions
from claimcheck.reports.summary import closing

#: the page shows the documents as they stand
NEEDS_SHOWN: Final = True
_LEVELS: Final = ("unsupported", "contested", "unlisted", "supported")
_STYLE: Final = Path(__file__).with_name("assets") / "report.css"


def render(report: Report, options: RenderOptions) -> str:
    """The whole page."""
    told = [marked(document, number) for number, document in enumerate(report.documents, 1)]
    everything = [entry for entries in told for entry in entries]
    body = tag(
        "body",
        tag("a", "Skip to the documents", href="#documents", class_="skip"),
        _header(report, options, everything),
        tag("main", *_main(report, options, told, everything), id="documents"),
    )
    return f"<!doctype html>\n{tag('html', _head(), body, lang='en')}\n"


def _head() -> Html:
    from base64 import b64encode
    from hashlib import sha256

    style = _STYLE.read_text(encoding="utf-8")
    known = b64encode(sha256(style.encode()).digest()).decode()
    policy = f"default-src 'none'; style-src 'sha256-{known}'; base-uri 'none'; form-action 'none'"
    return tag(
        "head",
        tag("meta", charset="utf-8"),
        tag("meta", http_equiv="Content-Security-Policy", content=policy),
        tag("meta", name="viewport", content="width=device-width, initial-scale=1"),
        tag("meta", name="color-scheme", content="light dark"),
        tag("title", "Claims checked"),
        tag("style", Html(style)),
    )


def _header(report: Report, options: RenderOptions, told: Sequence[Marked]) -> Html:
    counts = Counter(level_of(entry.item) for entry in told)
    said = closing(report, RenderOptions(fail_on=options.fail_on, failed_on=options.failed_on))
    return tag(
        "header",
        tag("h1", "Claims checked"),
        *(tag("p", line) for line in said),
        tag("fieldset", tag("legend", "Show"), *(_filter(level, counts[level]) for level in _LEVELS), _silent()),
    )


def _filter(level: str, count: int) -> Html:
    """A box that style alone acts on; the page has no script."""
    tick = tag("input", type="checkbox", id=f"show-{level}", checked="")
    return tag("label", tick, " ", tag("span", level, class_=f"badge {level}"), f" {count}")


def _silent() -> Html:
    return tag("label", tag("input", type="checkbox", id="show-silent", checked=""), " text without claims")


def _main(
    report: Report, options: RenderOptions, told: Sequence[Sequence[Marked]], everything: Sequence[Marked]
) -> Iterator[Html]:
    for number, (document, entries) in enumerate(zip(report.documents, told, strict=True), 1):
        yield _document(document, number, entries)
    if report.errors:
        failed = (tag("li", tag("code", error.path), ": ", error.message) for error in report.errors)
        yield tag("section", tag("h2", "Not checked"), tag("ul", *failed))
    findings = [entry.item for entry in everything if isinstance(entry.item, Finding)]
    if findings:
        claims = sorted({finding.claim for finding in findings})
        dossiers = {claim: options.dossier(claim) for claim in claims} if options.dossier else {}
        yield tag("section", tag("h2", "Claims"), *claim_cards(everything, dossiers), class_="claims")
        listed = references(findings, dossiers.values())
        yield tag("section", tag("h2", "References"), tag("ul", *listed, class_="references"))


def _document(document: DocumentReport, number: int, told: Sequence[Marked]) -> Html:
    return tag(
        "section",
        tag("h2", tag("code", document.path), id=f"document-{number}"),
        None if told else tag("p", "No claim was found.", class_="quiet"),
        *document_text(document, told),
        *_set_aside(document),
        class_="document",
        aria_labelledby=f"document-{number}",
    )


def _set_aside(document: DocumentReport) -> Iterator[Html]:
    if document.suppressed:
        lines = (
            tag("li", f"line {item.line}: {item.claim}", f" ({item.reason})" if item.reason else "", _unused(item.used))
            for item in document.suppressed
        )
        yield joined((tag("h3", "Set aside"), tag("ul", *lines)))


def _unused(used: bool) -> str:
    return "" if used else ", which had nothing to do"
