"""ClaimReview as JSON-LD."""

from __future__ import annotations

import json

from claimcheck.report import Report
from claimcheck.reports.claimreview import render
from claimcheck.reports.options import RenderOptions


def test_a_review_in_full(report: Report) -> None:
    assert json.loads(render(report, RenderOptions())) == {
        "@context": "https://schema.org",
        "@graph": [
            {
                "@type": "ClaimReview",
                "claimReviewed": "Foot baths cure tiredness.",
                "itemReviewed": {
                    "@type": "Claim",
                    "name": "Foot baths relieve tiredness",
                    "appearance": {"@type": "CreativeWork", "identifier": "flyer.txt"},
                },
                "reviewRating": {
                    "@type": "Rating",
                    "ratingValue": 1,
                    "worstRating": 1,
                    "bestRating": 3,
                    "alternateName": "Unsupported",
                    "ratingExplanation": "One small trial cannot carry the word “cure”.",
                },
                "reviewBody": "Foot baths might ease tiredness; the trials are small.",
                "citation": [
                    {
                        "@type": "ScholarlyArticle",
                        "name": "Weary et al. 2001",
                        "identifier": "weary2001",
                        "sameAs": "https://doi.org/10.1000/182",
                    },
                    {"@type": "ScholarlyArticle", "name": "Board 2015", "identifier": "board2015"},
                ],
                "identifier": "0123456789abcdef",
            }
        ],
    }


def test_it_cannot_leave_a_script_element(hostile: Report) -> None:
    text = render(hostile, RenderOptions())
    assert "<" not in text
    assert "<script>" in json.loads(text)["@graph"][0]["claimReviewed"]
