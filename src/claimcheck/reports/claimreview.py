"""The report as schema.org ClaimReview (JSON-LD), to be put on the page that publishes the review.

Who publishes adds `url`, `author` and `datePublished`: a report knows neither, and the same input gives the same bytes.
"""

from __future__ import annotations

from typing import Any, Final
from urllib.parse import quote

from claimcheck.rating.model import Citation, VerdictWord
from claimcheck.report import Finding, Report
from claimcheck.reports.json import dump
from claimcheck.reports.options import RenderOptions
from claimcheck.reports.style import one_line

_RATINGS: Final[dict[VerdictWord, int]] = {"unsupported": 1, "contested": 2, "supported": 3}


def render(report: Report, options: RenderOptions) -> str:
    """A graph with one review for each finding; safe inside a `script` element."""
    reviews = [_review(document.path, finding) for document in report.documents for finding in document.findings]
    return dump({"@context": "https://schema.org", "@graph": reviews}).replace("<", "\\u003c")


def _review(path: str, finding: Finding) -> dict[str, Any]:
    verdict = finding.verdict
    return {
        "@type": "ClaimReview",
        "claimReviewed": one_line(finding.text),
        "itemReviewed": {
            "@type": "Claim",
            "name": one_line(finding.statement),
            "appearance": {"@type": "CreativeWork", "identifier": path},
        },
        "reviewRating": {
            "@type": "Rating",
            "ratingValue": _RATINGS[verdict],
            "worstRating": min(_RATINGS.values()),
            "bestRating": max(_RATINGS.values()),
            "alternateName": verdict.capitalize(),
            "ratingExplanation": one_line(finding.explanation),
        },
        "reviewBody": one_line(finding.suggestion or finding.explanation),
        "citation": [_work(citation) for citation in finding.citations],
        "identifier": finding.fingerprint,
    }


def _work(citation: Citation) -> dict[str, str]:
    work = {"@type": "ScholarlyArticle", "name": one_line(citation.reference), "identifier": citation.study}
    return work | {"sameAs": f"https://doi.org/{quote(citation.doi, safe='/')}"} if citation.doi else work
