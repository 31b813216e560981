"""Which findings fail a run and which are shown."""

from __future__ import annotations

from dataclasses import replace

import pytest

from claimcheck.cli.levels import FAIL_LEVELS, SHOW_LEVELS, failed_on, shown
from claimcheck.report import DocumentReport, EvidenceStamp, Finding, Place, Report, Summary, UnlistedFinding
from claimcheck.wording.model import Wording

PLACE = Place(1, 1, 1, 2)
FINDING = Finding(
    PLACE, "", "c", "", 1.0, Wording("flat", "asserted"), "contested", "contested", "", (), (), "", None, (), (), ""
)  # fmt: skip
STAMP = EvidenceStamp("", "", "", 0, 0)
SUMMARY = Summary(1, 1, 0, 0, 0, 0, 0, 0)


def report(*verdicts: str) -> Report:
    findings = tuple(replace(FINDING, verdict=word) for word in verdicts if word != "unlisted")  # type: ignore[arg-type]
    unlisted = (UnlistedFinding(PLACE, "", "", ()),) if "unlisted" in verdicts else ()
    document = DocumentReport("x", 1, findings, unlisted=unlisted)
    return Report("", STAMP, "", (document,), (), SUMMARY)


@pytest.mark.parametrize(
    ("held", "level", "failed"),
    [
        (("supported",), "unlisted", None),
        (("contested",), "unsupported", None),
        (("contested",), "contested", "contested"),
        (("contested", "unsupported"), "contested", "unsupported"),
        (("unlisted",), "contested", None),
        (("unlisted",), "unlisted", "unlisted"),
        (("unlisted", "contested"), "unlisted", "contested"),
        (("unlisted", "unsupported"), "never", None),
        ((), "unlisted", None),
    ],
)
def test_what_fails(held: tuple[str, ...], level: str, failed: str | None) -> None:
    assert failed_on(report(*held), lambda path: level) == failed


@pytest.mark.parametrize(
    "finding",
    [replace(FINDING, wording=Wording("question", "questioned")), replace(FINDING, baselined=True)],
    ids=["question", "baselined"],
)
def test_what_never_fails(finding: Finding) -> None:
    document = DocumentReport("x", 1, (replace(finding, verdict="unsupported"),))
    assert failed_on(replace(report(), documents=(document,)), lambda path: "unlisted") is None


EVERYTHING = ("supported", "contested", "unsupported", "unlisted")


@pytest.mark.parametrize(
    ("level", "kept"),
    [
        ("all", EVERYTHING),
        ("unlisted", ("contested", "unsupported", "unlisted")),
        ("contested", ("contested", "unsupported")),
        ("unsupported", ("unsupported",)),
        ("none", ()),
    ],
)
def test_what_is_shown(level: str, kept: tuple[str, ...]) -> None:
    assert shown(report(*EVERYTHING), level) == report(*kept)


def test_the_levels_are_the_contract() -> None:
    assert FAIL_LEVELS == ("unsupported", "contested", "unlisted", "never")
    assert SHOW_LEVELS == ("all", "unlisted", "contested", "unsupported", "none")
