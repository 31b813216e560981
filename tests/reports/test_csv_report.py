"""The table for spreadsheets."""

from __future__ import annotations

import csv
import io
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.report import Report
from claimcheck.reports.csv import COLUMNS, render, safe
from claimcheck.reports.options import RenderOptions


def rows(report: Report) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(render(report, RenderOptions()), newline="")))


def test_a_row_in_full(report: Report) -> None:
    unlisted, finding, failed = rows(report)
    assert finding == {
        "path": "flyer.txt",
        "line": "3",
        "column": "1",
        "page": "",
        "verdict": "unsupported",
        "reason": "overstated",
        "claim": "foot-baths-cure-tiredness",
        "statement": "Foot baths relieve tiredness",
        "text": "Foot baths cure tiredness.",
        "wording": "absolute",
        "rating": "contested",
        "explanation": "One small trial cannot carry the word “cure”.",
        "suggestion": "Foot baths might ease tiredness; the trials are small.",
        "citations": "Weary et al. 2001 (for) 10.1000/182; Board 2015 (appraisal)",
        "fingerprint": "0123456789abcdef",
    }
    assert (unlisted["verdict"], unlisted["explanation"]) == ("unlisted", "“mend” is health talk.")
    assert (failed["path"], failed["verdict"], failed["explanation"]) == ("photo.png", "not checked", "not text")


def test_nothing_found_leaves_the_heads(empty: Report) -> None:
    assert render(empty, RenderOptions()) == ",".join(COLUMNS) + "\n"


@pytest.mark.parametrize("text", ["=1+1", "+44 20", "-2+3", "@SUM(A1)", "\t=1", "\r\n =1", "＝1+1"])
def test_no_cell_is_a_formula(text: str) -> None:
    assert safe(text).startswith("'")


@given(st.text())
def test_any_text_is_one_harmless_cell(text: str) -> None:
    cell = safe(text)
    assert not cell.startswith(("=", "+", "-", "@", "\t", "\r"))
    assert "\n" not in cell


def test_quotes_and_commas_come_back(report: Report) -> None:
    (document,) = report.documents
    finding = replace(document.findings[0], text='He said, "Foot baths; cure"')
    only = replace(report, documents=(replace(document, findings=(finding,), unlisted=()),), errors=())
    assert [row["text"] for row in rows(only)] == ['He said, "Foot baths; cure"']
