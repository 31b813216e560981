"""The report under several policies, in full."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
from report_parts import FINDING

from claimcheck.report import DocumentReport, OtherVerdict, Place, Report
from claimcheck.reports import render
from claimcheck.reports.options import RenderOptions
from claimcheck.reports.style import Style

SCHEMA = Path(__file__).resolve().parents[2] / "docs" / "schema" / "report-1.json"
MILD = OtherVerdict("mild", "contested", "low-certainty", "Foot baths may ease tiredness.")
STERN = OtherVerdict("stern", "unsupported", "overstated", None)
TABLE = """\
Under 2 policies

flyer.txt
  place        claim                      mild                      stern
  2:5          unlisted                   –                         –
      “Foot baths mend fences.”
  3:1          foot-baths-cure-tiredness  contested, low-certainty  unsupported, overstated
      “Foot baths cure tiredness.”
  page 2, 4:1  foot-baths-warm-feet       contested, low-certainty  contested, low-certainty
      “They warm the feet.”

Verdicts
  policy        unsupported  contested  supported
  mild@1 (aa)   0            2          0
  stern@1 (bb)  1            1          0

NOT CHECKED  photo.png: not text
1 file checked, 1 could not be, 4 sentences: 1 unsupported, 0 contested, 0 supported, 1 unlisted, 1 suppressed.
Failed on: unsupported (--fail-on unsupported).
Evidence: Foot baths 2026.1 (3 studies, 2 claims); policy standard (0a1b2c3d4e5f).
"""


@pytest.fixture
def compared(report: Report) -> Report:
    document: DocumentReport = report.documents[0]
    second = replace(
        FINDING,
        place=Place(4, 1, 4, 20, page=2),
        claim="foot-baths-warm-feet",
        text="They warm the feet.",
        elsewhere=(MILD, replace(MILD, policy="stern")),
    )
    findings = (replace(FINDING, elsewhere=(MILD, STERN)), second)
    return replace(report, documents=(replace(document, findings=findings),), policies=("mild@1 (aa)", "stern@1 (bb)"))


def test_the_whole_table(compared: Report) -> None:
    assert render("human", compared, RenderOptions(failed_on="unsupported")) == TABLE


def test_a_terminal_shows_the_same_words(compared: Report) -> None:
    narrow = render("human", compared, RenderOptions(Style(width=100), failed_on="unsupported"))
    assert max(map(len, narrow.partition("\nNOT CHECKED")[0].splitlines())) <= 100
    assert set(narrow.split()) == set(TABLE.split())


def test_as_json_and_by_the_schema(compared: Report) -> None:
    jsonschema = pytest.importorskip("jsonschema")
    data = json.loads(render("json", compared, RenderOptions()))
    assert list(data)[-1] == "policies"
    assert data["policies"] == ["mild@1 (aa)", "stern@1 (bb)"]
    [first, _] = data["documents"][0]["findings"]
    assert first["policies"] == [
        {
            "policy": "mild",
            "verdict": "contested",
            "reason": "low-certainty",
            "suggestion": "Foot baths may ease tiredness.",
        },
        {"policy": "stern", "verdict": "unsupported", "reason": "overstated", "suggestion": None},
    ]
    schema = json.loads(SCHEMA.read_text(encoding="utf-8"))
    assert list(jsonschema.Draft202012Validator(schema).iter_errors(data)) == []


def test_without_a_comparison_there_is_no_such_key(report: Report) -> None:
    data = json.loads(render("json", report, RenderOptions()))
    assert "policies" not in data
    assert "policies" not in data["documents"][0]["findings"][0]
