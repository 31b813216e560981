"""The claims of a report, a card each: rating, forest plots, all the evidence; and the references behind them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from claimcheck.report import Finding
from claimcheck.reports.card_html import card_sections
from claimcheck.reports.forest import forest_plots
from claimcheck.reports.html_text import Marked, doi_link
from claimcheck.reports.markup import Html, joined, tag

if TYPE_CHECKING:
    from claimcheck.evidence.model import Study
    from claimcheck.reports.dossier import Dossier


def claim_cards(told: Iterable[Marked], dossiers: dict[str, Dossier]) -> Iterator[Html]:
    """A card for each claim that was found, by id; without a dossier only what the findings say."""
    grouped: dict[str, list[tuple[Finding, str]]] = {}
    for entry in told:
        if isinstance(entry.item, Finding):
            grouped.setdefault(entry.item.claim, []).append((entry.item, entry.anchor))
    for claim in sorted(grouped):
        yield _card(claim, grouped[claim], dossiers.get(claim))


def references(findings: Iterable[Finding], dossiers: Iterable[Dossier]) -> Iterator[Html]:
    """Every study that a finding cites or a card shows, once, in full where the base is at hand."""
    from claimcheck.evidence.references import full_reference

    studies: dict[str, Study] = {study.id: study for dossier in dossiers for study, _ in dossier.lines}
    studies |= {s.id: s for dossier in dossiers for s, _ in dossier.appraisals if s is not None}
    cited = {citation.study: citation for finding in findings for citation in finding.citations}
    for study in sorted({*studies, *cited}):
        if study in studies:
            doi = studies[study].csl.DOI
            said = full_reference(studies[study]).removesuffix(f"https://doi.org/{doi}").rstrip()
        else:
            doi, said = cited[study].doi, cited[study].reference
        link = joined((" ", doi_link(doi))) if doi else None
        yield tag("li", tag("code", study), " ", said, link, id=f"study-{study}")


def _card(claim: str, found: Sequence[tuple[Finding, str]], dossier: Dossier | None) -> Html:
    first = found[0][0]
    rating = tag("strong", first.rating, class_=f"badge {first.rating}")
    places = (part for finding, anchor in found for part in (_place(finding, anchor), " "))
    return tag(
        "article",
        tag("h3", first.statement, id=f"head-{claim}"),
        tag("p", "As a plain statement: ", rating, " ", tag("code", claim)),
        tag("p", "Found in: ", *places, class_="places"),
        *(_evidence(dossier) if dossier else ()),
        class_="claim",
        id=f"claim-{claim}",
        aria_labelledby=f"head-{claim}",
    )


def _place(finding: Finding, anchor: str) -> Html:
    return tag("a", f"“{finding.text}”", href=f"#{anchor}", class_=finding.verdict)


def _evidence(dossier: Dossier) -> Iterator[Html]:
    from claimcheck.reports.claim_card import claim_card

    rating = dossier.rating
    yield tag("p", rating.explanation)
    if rating.suggestion:
        yield tag("p", tag("b", "What may be said: "), rating.suggestion, class_="suggestion")
    yield from forest_plots(dossier)
    card = claim_card(dossier.claim, rating, dossier.lines, dossier.appraisals)
    yield tag("details", tag("summary", "All the evidence, and how the rating came about"), *card_sections(card))
