"""The SARIF log, against the schema of the standard."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from claimcheck.report import Report
from claimcheck.reports.options import RenderOptions
from claimcheck.reports.sarif import render

SCHEMA = Path(__file__).parents[1] / "data" / "sarif-2.1.0.json"


@pytest.fixture(scope="module")
def schema() -> Draft202012Validator:
    return Draft202012Validator(json.loads(SCHEMA.read_text(encoding="utf-8")))


def run_of(report: Report) -> dict[str, Any]:
    run: dict[str, Any] = json.loads(render(report, RenderOptions()))["runs"][0]
    return run


@pytest.mark.parametrize("name", ["report", "hostile", "empty"])
def test_the_standard_takes_it(schema: Draft202012Validator, name: str, request: pytest.FixtureRequest) -> None:
    log = json.loads(render(request.getfixturevalue(name), RenderOptions()))
    assert [error.message for error in schema.iter_errors(log)] == []


def test_a_result_in_full(report: Report) -> None:
    result = run_of(report)["results"][1]
    properties = result.pop("properties")
    assert result == {
        "ruleId": "foot-baths-cure-tiredness",
        "ruleIndex": 0,
        "level": "error",
        "message": {
            "text": "“Foot baths cure tiredness.” One small trial cannot carry the word “cure”. Say instead: Foot "
            "baths might ease tiredness; the trials are small. Evidence: Weary et al. 2001; Board 2015."
        },
        "locations": [
            {
                "physicalLocation": {
                    "artifactLocation": {"uri": "flyer.txt", "uriBaseId": "%SRCROOT%"},
                    "region": {"startLine": 3, "startColumn": 1, "endLine": 3, "endColumn": 30},
                }
            }
        ],
        "partialFingerprints": {
            "primaryLocationLineHash": "0123456789abcdef:1",
            "claimcheckFingerprint/v1": "0123456789abcdef",
        },
        "relatedLocations": [
            {
                "id": 1,
                "message": {"text": "foot-bath: “Foot baths” (alias)"},
                "physicalLocation": {
                    "artifactLocation": {"uri": "flyer.txt", "uriBaseId": "%SRCROOT%"},
                    "region": {"startLine": 3, "startColumn": 1},
                },
            }
        ],
    }
    assert properties["verdict"] == "unsupported"
    assert properties["citations"][0] == {
        "study": "weary2001",
        "role": "for",
        "reference": "Weary et al. 2001",
        "doi": "10.1000/182",
    }


def test_each_rule_stands_where_its_results_say(report: Report) -> None:
    run = run_of(report)
    rules = run["tool"]["driver"]["rules"]
    assert [rules[result["ruleIndex"]]["id"] for result in run["results"]] == [r["ruleId"] for r in run["results"]]
    assert rules[0]["helpUri"] == "https://doi.org/10.1000/182"
    assert rules[0]["help"]["markdown"] == (
        "Foot baths relieve tiredness\\. As a plain statement, the evidence makes it contested\\.\n\n"
        "- Say instead: Foot baths might ease tiredness; the trials are small\\.\n"
        "- Weary et al\\. 2001: for ([doi:10\\.1000/182](https://doi.org/10.1000/182))\n"
        "- Board 2015: appraisal\n\n"
        "`claimcheck claim foot-baths-cure-tiredness` shows all the evidence and every step of the rating."
    )


def test_what_could_not_be_checked_is_told(report: Report) -> None:
    run = run_of(report)
    assert run["columnKind"] == "unicodeCodePoints"
    assert run["invocations"] == [
        {
            "executionSuccessful": False,
            "toolExecutionNotifications": [
                {
                    "level": "error",
                    "message": {"text": "not text"},
                    "locations": [
                        {"physicalLocation": {"artifactLocation": {"uri": "photo.png", "uriBaseId": "%SRCROOT%"}}}
                    ],
                }
            ],
        }
    ]


def test_a_clean_run_is_complete(empty: Report) -> None:
    run = run_of(empty)
    assert run["results"] == []
    assert run["invocations"] == [{"executionSuccessful": True, "toolExecutionNotifications": []}]


def test_paths_become_uris(report: Report) -> None:
    document = replace(report.documents[0], path="a b/ü%20.md")
    result = run_of(replace(report, documents=(document,)))["results"][0]
    location = result["locations"][0]["physicalLocation"]["artifactLocation"]
    assert location["uri"] == "a%20b/%C3%BC%2520.md"


def test_supported_findings_are_no_results(report: Report) -> None:
    (document,) = report.documents
    supported = replace(document, findings=(replace(document.findings[0], verdict="supported"),), unlisted=())
    assert run_of(replace(report, documents=(supported,)))["results"] == []
