"""The Reviewdog Diagnostic Format."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

from claimcheck.report import Place, Report, Shown
from claimcheck.reports import needs_shown
from claimcheck.reports.options import RenderOptions
from claimcheck.reports.rdjson import render


def ranges(report: Report) -> list[dict[str, Any]]:
    return [entry["location"].get("range") for entry in json.loads(render(report, RenderOptions()))["diagnostics"]]


def test_a_diagnostic_in_full(report: Report) -> None:
    result = json.loads(render(report, RenderOptions()))
    assert result["source"] == {"name": "claimcheck"}
    assert result["diagnostics"][0] == {
        "message": "unlisted: a health claim that the evidence base does not hold. “Foot baths mend fences.” “mend” is "
        "health talk.",
        "location": {"path": "flyer.txt", "range": {"start": {"line": 2}, "end": {"line": 2}}},
        "severity": "INFO",
        "code": {"value": "unlisted"},
    }
    assert result["diagnostics"][2] == {
        "message": "not text",
        "location": {"path": "photo.png"},
        "severity": "ERROR",
        "code": {"value": "not-checked"},
    }


def test_columns_count_bytes_of_utf8(report: Report) -> None:
    (document,) = report.documents
    source = "é😀 “Foot\nbaths” cure.\n"
    finding = replace(document.findings[0], place=Place(1, 4, 2, 7))
    placed = replace(document, findings=(finding,), unlisted=(), shown=Shown(source, ()))
    lines = source.encode().split(b"\n")
    (found,) = ranges(replace(report, documents=(placed,), errors=()))
    assert found == {"start": {"line": 1, "column": 8}, "end": {"line": 2, "column": 9}}
    assert lines[0][found["start"]["column"] - 1 :].decode() == "“Foot"
    assert lines[1][: found["end"]["column"] - 1].decode() == "baths”"


def test_it_asks_for_the_source() -> None:
    assert needs_shown("rdjson")
    assert not needs_shown("json")
