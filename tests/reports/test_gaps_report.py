"""The curator's to-do list, in full."""

from __future__ import annotations

import csv
import io
from dataclasses import replace

import pytest
from report_parts import UNLISTED

from claimcheck.inquiry.gaps import Gap, SeenIn
from claimcheck.report import Place, Report
from claimcheck.reports.gaps import gaps_card, gaps_csv, gaps_data
from claimcheck.reports.plain_card import render

SENTENCES = (
    SeenIn("flyer.txt", Place(2, 5, 2, 40), "Foot baths mend fences."),
    SeenIn("book.pdf", Place(7, 1, 7, 9, page=3), "=They mend walls, too."),
)
GAPS = (
    Gap("foot-bath", "fences", SENTENCES, 2, tuple(f"claim-{letter}" for letter in "abcde")),
    Gap(None, "sleep", SENTENCES[1:], 1, ()),
)
CARD = """\
1 file checked, 1 could not be: 1 health claim that the base does not hold
2 pairs of concepts that no claim joins, the most frequent first.

To do
  times  documents  who acts   on what  claims on this outcome
  2      2          foot-bath  fences   claim-a, claim-b, claim-c, claim-d and 1 more
      “Foot baths mend fences.” (flyer.txt:2:5); “=They mend walls, too.” (book.pdf:page 3, 7:1)
  1      1          –          sleep    none
      “=They mend walls, too.” (book.pdf:page 3, 7:1)
"""


def test_the_whole_list(report: Report) -> None:
    assert render(gaps_card(report, GAPS, 3)) == CARD


@pytest.mark.parametrize("examples", [0, 1])
def test_fewer_examples(report: Report, examples: int) -> None:
    assert render(gaps_card(report, GAPS, examples)).count("“") == 2 * examples
    assert [len(item["examples"]) for item in gaps_data(report, GAPS, examples)["items"]] == [examples] * 2


def test_an_empty_list(empty: Report) -> None:
    assert render(gaps_card(empty, (), 3)) == (
        "0 files checked: 0 health claims that the base does not hold\n"
        "0 pairs of concepts that no claim joins, the most frequent first.\n"
    )
    assert gaps_csv((), 3) == "times,documents,subject,outcome,claims,examples\n"


def test_as_data(report: Report) -> None:
    data = gaps_data(report, GAPS, 1)
    assert data["errors"] == [{"path": "photo.png", "message": "not text"}]
    assert data["documents"] == 1
    assert data["items"][1] == {
        "subject": None,
        "outcome": "sleep",
        "times": 1,
        "documents": 1,
        "claims": [],
        "examples": [{"path": "book.pdf", "line": 7, "column": 1, "page": 3, "text": "=They mend walls, too."}],
    }


def test_as_a_table() -> None:
    hostile = replace(GAPS[0], sentences=(replace(SENTENCES[1], text="=1+1\nsecond"),), subject="=cmd")
    rows = list(csv.DictReader(io.StringIO(gaps_csv((hostile, GAPS[1]), 2))))
    assert rows[0] == {
        "times": "1",
        "documents": "2",
        "subject": "'=cmd",
        "outcome": "fences",
        "claims": "claim-a; claim-b; claim-c; claim-d; claim-e",
        "examples": "“=1+1 second” (book.pdf:page 3, 7:1)",
    }
    assert rows[1]["subject"] == ""
    assert UNLISTED.text not in gaps_csv(GAPS, 0)
