"""The Code Quality artifact."""

from __future__ import annotations

import json
from dataclasses import replace

from claimcheck.report import Report
from claimcheck.reports.gitlab import render
from claimcheck.reports.options import RenderOptions


def test_what_gitlab_insists_on(report: Report) -> None:
    assert json.loads(render(report, RenderOptions())) == [
        {
            "description": "unlisted: a health claim that the evidence base does not hold. “Foot baths mend fences.” "
            "“mend” is health talk.",
            "check_name": "unlisted",
            "fingerprint": "3872bc78ae281816",
            "severity": "info",
            "location": {"path": "flyer.txt", "lines": {"begin": 2, "end": 2}},
        },
        {
            "description": "unsupported (overstated): Foot baths relieve tiredness. “Foot baths cure tiredness.” One "
            "small trial cannot carry the word “cure”. Say instead: Foot baths might ease tiredness; the trials are "
            "small. Evidence: Weary et al. 2001; Board 2015.",
            "check_name": "foot-baths-cure-tiredness",
            "fingerprint": "0123456789abcdef",
            "severity": "major",
            "location": {"path": "flyer.txt", "lines": {"begin": 3, "end": 3}},
        },
    ]


def test_fingerprints_are_unique(report: Report) -> None:
    (document,) = report.documents
    twice = replace(document, unlisted=document.unlisted * 3)
    entries = json.loads(render(replace(report, documents=(twice, replace(twice, path="b.txt"))), RenderOptions()))
    prints = [entry["fingerprint"] for entry in entries if entry["check_name"] == "unlisted"]
    assert len(set(prints)) == len(prints) == 6


def test_nothing_found_is_an_empty_list(empty: Report) -> None:
    assert render(empty, RenderOptions()) == "[]\n"
