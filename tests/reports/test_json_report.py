"""The JSON report: exactly the contract."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from claimcheck.report import DocumentReport, Report
from claimcheck.reports import FORMATS, render
from claimcheck.reports.json import as_data, dump
from claimcheck.reports.options import RenderOptions
from claimcheck.reports.style import UNSAFE

SCHEMA = Path(__file__).resolve().parents[2] / "docs" / "schema" / "report-1.json"

EXPECTED = {
    "schema": "claimcheck.report/1",
    "tool": {"name": "claimcheck", "version": "0.1.0"},
    "evidence": {"name": "Foot baths", "version": "2026.1", "digest": "sha256:" + "ab" * 32, "studies": 3, "claims": 2},
    "documents": [
        {
            "path": "flyer.txt",
            "sentences": 4,
            "findings": [
                {
                    "line": 3,
                    "column": 1,
                    "end_line": 3,
                    "end_column": 30,
                    "page": None,
                    "text": "Foot baths cure tiredness.",
                    "claim": "foot-baths-cure-tiredness",
                    "statement": "Foot baths relieve tiredness",
                    "score": 0.97,
                    "stance": "asserted",
                    "wording": "absolute",
                    "flags": ["attributed"],
                    "rating": "contested",
                    "verdict": "unsupported",
                    "reason": "overstated",
                    "explanation": "One small trial cannot carry the word “cure”.",
                    "suggestion": "Foot baths might ease tiredness; the trials are small.",
                    "matched": [{"concept": "foot-bath", "text": "Foot baths", "line": 3, "column": 1, "via": "alias"}],
                    "citations": [
                        {
                            "study": "weary2001",
                            "role": "for",
                            "reference": "Weary et al. 2001",
                            "doi": "10.1000/182",
                        },
                        {"study": "board2015", "role": "appraisal", "reference": "Board 2015", "doi": None},
                    ],
                    "fingerprint": "0123456789abcdef",
                    "baselined": False,
                }
            ],
            "suppressed": [{"line": 9, "claim": "foot-baths-cool", "reason": "approved by JD", "used": True}],
            "unlisted": [
                {
                    "line": 2,
                    "column": 5,
                    "end_line": 2,
                    "end_column": 40,
                    "page": None,
                    "text": "Foot baths mend fences.",
                    "why": "“mend” is health talk.",
                }
            ],
        }
    ],
    "errors": [{"path": "photo.png", "message": "not text"}],
    "summary": {
        "documents": 1,
        "sentences": 4,
        "supported": 0,
        "contested": 0,
        "unsupported": 1,
        "unlisted": 1,
        "suppressed": 1,
        "baselined": 0,
    },
}


def test_the_whole_object_in_the_order_of_the_contract(report: Report) -> None:
    assert render("json", report, RenderOptions()) == json.dumps(EXPECTED, ensure_ascii=False, indent=2) + "\n"


def test_explain_adds_the_trace_and_nothing_else(report: Report) -> None:
    explained = json.loads(render("json", report, RenderOptions(explain=True)))
    trace = explained["documents"][0]["findings"][0].pop("trace")
    assert trace == [{"step": "seen", "text": "foot-bath “Foot baths” (alias)"}, {"step": "state", "text": "S1"}]
    assert explained == EXPECTED


def test_hostile_copy_comes_back_whole_from_harmless_bytes(hostile: Report) -> None:
    text = render("json", hostile, RenderOptions())
    assert UNSAFE.search(text) is None
    read = json.loads(text.encode("utf-8"))
    assert read["documents"][0]["findings"][0]["text"] == hostile.documents[0].findings[0].text
    assert read["errors"][0]["message"] == hostile.errors[0].message


@pytest.mark.parametrize("explain", [False, True])
@pytest.mark.parametrize("which", ["empty", "report", "hostile"])
def test_the_published_schema_holds(which: str, explain: bool, request: pytest.FixtureRequest) -> None:
    jsonschema = pytest.importorskip("jsonschema")
    schema = json.loads(SCHEMA.read_text(encoding="utf-8"))
    data = json.loads(render("json", request.getfixturevalue(which), RenderOptions(explain=explain)))
    jsonschema.Draft202012Validator.check_schema(schema)
    assert list(jsonschema.Draft202012Validator(schema).iter_errors(data)) == []


@pytest.mark.parametrize(
    ("spoil", "where"),
    [
        (lambda data: data.pop("errors"), []),
        (lambda data: data.update(schema="claimcheck.report/2"), ["schema"]),
        (lambda data: data["documents"][0]["findings"][0].pop("page"), ["documents", 0, "findings", 0]),
        (
            lambda data: data["documents"][0]["findings"][0].update(verdict="true"),
            ["documents", 0, "findings", 0, "verdict"],
        ),
        (lambda data: data["summary"].update(extra=1), ["summary"]),
    ],
)
def test_the_published_schema_can_fail(report: Report, spoil: Any, where: list[object]) -> None:
    jsonschema = pytest.importorskip("jsonschema")
    data = json.loads(render("json", report, RenderOptions()))
    spoil(data)
    validator = jsonschema.Draft202012Validator(json.loads(SCHEMA.read_text(encoding="utf-8")))
    assert [list(error.absolute_path) for error in validator.iter_errors(data)] == [where]


def test_json_lines_hold_the_same_findings(report: Report) -> None:
    lines = [json.loads(line) for line in render("jsonl", report, RenderOptions()).splitlines()]
    document = EXPECTED["documents"][0]  # type: ignore[index]
    assert lines == [
        {"type": "finding", "path": "flyer.txt", **document["findings"][0]},
        {"type": "unlisted", "path": "flyer.txt", **document["unlisted"][0]},
        {"type": "error", "path": "photo.png", "message": "not text"},
        {
            "type": "summary",
            "schema": "claimcheck.report/1",
            "evidence": EXPECTED["evidence"],
            **EXPECTED["summary"],  # type: ignore[dict-item]
        },
    ]


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize("which", ["empty", "report", "hostile"])
def test_every_format_ends_its_last_line_and_is_safe_to_look_at(
    name: str, which: str, request: pytest.FixtureRequest
) -> None:
    text = render(name, request.getfixturevalue(which), RenderOptions())
    assert text.endswith("\n")
    assert not text.endswith("\n\n")
    assert UNSAFE.search(text) is None


@pytest.mark.parametrize("explain", [False, True])
@pytest.mark.parametrize("name", ["report", "empty", "hostile"])
def test_it_is_the_text_that_the_data_as_a_whole_would_give(
    name: str, explain: bool, request: pytest.FixtureRequest
) -> None:
    found: Report = request.getfixturevalue(name)
    quoting = replace(found, documents=(*found.documents, DocumentReport('"findings": []', 0, ())))
    for given in (found, quoting):
        assert render("json", given, RenderOptions(explain=explain)) == dump(as_data(given, explain=explain))
