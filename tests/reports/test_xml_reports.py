"""JUnit and Checkstyle, read back by parsers of other makers."""

from __future__ import annotations

from dataclasses import replace
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st
from junitparser import Error, Failure, JUnitXml, Skipped

from claimcheck.report import DocumentReport, InputFailure, Report
from claimcheck.reports import checkstyle, junit, xml
from claimcheck.reports.options import RenderOptions


def suites(report: Report, fail_on: str = "unsupported") -> JUnitXml:
    return JUnitXml.fromstring(junit.render(report, RenderOptions(fail_on=fail_on)).encode())


def test_junit_counts(report: Report) -> None:
    whole = suites(report)
    assert (whole.tests, whole.failures, whole.errors, whole.skipped) == (4, 1, 1, 1)
    assert [(suite.name, suite.tests) for suite in whole] == [("flyer.txt", 3), ("photo.png", 1)]


def test_junit_cases(report: Report) -> None:
    cases = [(case.name, [type(result) for result in case.result]) for suite in suites(report) for case in suite]
    assert cases == [
        ("line 2, column 5: unlisted", []),
        ("line 3, column 1: foot-baths-cure-tiredness", [Failure]),
        ("line 9: foot-baths-cool", [Skipped]),
        ("can be read", [Error]),
    ]


@pytest.mark.parametrize(("fail_on", "failures"), [("never", 0), ("unsupported", 1), ("contested", 1), ("unlisted", 2)])
def test_junit_fails_what_fails_the_run(report: Report, fail_on: str, failures: int) -> None:
    assert suites(report, fail_on).failures == failures


def test_junit_a_document_without_claims_passes(empty: Report) -> None:
    whole = suites(replace(empty, documents=(DocumentReport("a.md", 3, ()),)))
    assert [case.name for suite in whole for case in suite] == ["no claim found"]


def test_junit_supported_claims_and_questions_pass(report: Report) -> None:
    (document,) = report.documents
    finding = document.findings[0]
    asked = replace(finding, wording=replace(finding.wording, tier="question", stance="questioned"))
    fine = replace(document, findings=(replace(finding, verdict="supported"), asked), unlisted=(), suppressed=())
    whole = suites(replace(report, documents=(fine,), errors=()))
    assert (whole.tests, whole.failures) == (2, 0)


def test_checkstyle_in_full(report: Report) -> None:
    (document,) = report.documents
    short = replace(document.findings[0], explanation="Why <&>.", suggestion=None, citations=())
    only = replace(report, documents=(replace(document, findings=(short,), unlisted=()),))
    assert checkstyle.render(only, RenderOptions()) == (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<checkstyle version="8.0">\n'
        '  <file name="flyer.txt">\n'
        '    <error line="3" column="1" severity="error" message="unsupported (overstated): Foot baths relieve '
        'tiredness. “Foot baths cure tiredness.” Why &lt;&amp;&gt;." source="claimcheck.foot-baths-cure-tiredness" />\n'
        "  </file>\n"
        '  <file name="photo.png">\n'
        '    <error severity="error" message="not text" source="claimcheck.not-checked" />\n'
        "  </file>\n"
        "</checkstyle>\n"
    )


@pytest.mark.parametrize("module", [junit, checkstyle])
def test_hostile_copy_is_well_formed(hostile: Report, module: object) -> None:
    text = module.render(hostile, RenderOptions())  # type: ignore[attr-defined]
    root = ElementTree.fromstring(text)
    assert root.find(".//script") is None


@given(st.text())
def test_any_text_comes_back_as_it_was_cleaned(text: str) -> None:
    made = xml.document(xml.element("a", None, text, b=text))
    made.encode()
    root = ElementTree.fromstring(made)
    assert (root.get("b"), root.text or "") == (xml.clean(text), xml.clean(text))


def test_a_failure_with_line_ends(empty: Report) -> None:
    broken = replace(empty, errors=(InputFailure("a\nb.txt", "one\ntwo"),))
    (suite,) = suites(broken)
    assert suite.name == "a\nb.txt"
