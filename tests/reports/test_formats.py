"""What holds for every format in the table."""

from __future__ import annotations

from dataclasses import replace

import pytest

from claimcheck.report import Report
from claimcheck.reports import FORMATS, pieces, render
from claimcheck.reports.options import RenderOptions

FLAGGING = {"json", "jsonl"}


@pytest.mark.parametrize("name", FORMATS)
def test_findings_of_the_baseline_are_left_out_or_flagged(name: str, report: Report) -> None:
    (document,) = report.documents
    old = replace(
        document,
        findings=tuple(replace(finding, baselined=True) for finding in document.findings),
        unlisted=tuple(replace(item, baselined=True) for item in document.unlisted),
    )
    text = render(name, replace(report, documents=(old,)), RenderOptions())
    assert ("cure tiredness" in text) is (name in FLAGGING)


@pytest.mark.parametrize("name", FORMATS)
def test_the_pieces_of_a_report_are_the_report(name: str, report: Report) -> None:
    options = RenderOptions(explain=True)
    assert "".join(pieces(name, report, options)) == render(name, report, options)
