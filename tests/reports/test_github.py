"""Annotations, read back as the runner reads them."""

from __future__ import annotations

import re
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from claimcheck.report import InputFailure, Place, Report
from claimcheck.reports.github import command, render
from claimcheck.reports.options import RenderOptions

COMMAND = re.compile(r"::(?P<name>[a-z]+) (?P<properties>[^:\n]*(?:=[^:\n]*)*)::(?P<message>.*)")


def unescaped(text: str, *, is_property: bool = False) -> str:
    pairs = (
        [("%0D", "\r"), ("%0A", "\n"), ("%3A", ":"), ("%2C", ",")] if is_property else [("%0D", "\r"), ("%0A", "\n")]
    )
    for code, char in pairs:
        text = text.replace(code, char)
    return text.replace("%25", "%")


def parsed(line: str) -> tuple[str, dict[str, str], str]:
    match = COMMAND.fullmatch(line)
    assert match is not None, line
    pairs = (pair.split("=", 1) for pair in match["properties"].split(","))
    return match["name"], {key: unescaped(value, is_property=True) for key, value in pairs}, unescaped(match["message"])


def lines_of(report: Report) -> list[str]:
    """The commands, without the summary below them."""
    lines = render(report, RenderOptions()).splitlines()
    assert lines[-1].startswith("Evidence: ")
    return [line for line in lines if line.startswith("::")]


def test_the_worst_come_first(report: Report) -> None:
    advice = (
        "“Foot baths cure tiredness.” One small trial cannot carry the word “cure”. Say instead: Foot baths might ease "
        "tiredness; the trials are small. Evidence: Weary et al. 2001; Board 2015."
    )
    place = {"line": "3", "endLine": "3", "col": "1", "endColumn": "30"}
    assert [parsed(line) for line in lines_of(report)] == [
        ("error", {"file": "photo.png", "title": "not checked"}, "not text"),
        (
            "error",
            {"file": "flyer.txt", **place, "title": "unsupported (overstated): Foot baths relieve tiredness"},
            advice,
        ),
        (
            "notice",
            {
                "file": "flyer.txt",
                "line": "2",
                "endLine": "2",
                "col": "5",
                "endColumn": "40",
                "title": "unlisted: a health claim that the evidence base does not hold",
            },
            "“Foot baths mend fences.” “mend” is health talk.",
        ),
    ]


def test_nothing_found_leaves_the_summary(empty: Report) -> None:
    assert render(empty, RenderOptions()).splitlines()[0].startswith("0 files checked, 0 sentences")
    assert lines_of(empty) == []


def test_what_is_over_the_cap_is_counted(report: Report) -> None:
    (document,) = report.documents
    finding = document.findings[0]
    many = tuple(replace(finding, place=Place(n, 1, n, 9), verdict="contested") for n in range(1, 31))
    worst = replace(finding, place=Place(40, 1, 40, 9))
    full = replace(report, documents=(replace(document, findings=(*many, worst), unlisted=()),), errors=())
    names = [parsed(line)[0] for line in lines_of(full)]
    assert names == ["error", *["warning"] * 10, "notice"]
    assert lines_of(full)[-1] == "::notice title=claimcheck::and 20 more, which the full report lists"


def test_errors_share_the_cap(report: Report) -> None:
    full = replace(report, errors=tuple(InputFailure(f"{n}.png", "not text") for n in range(12)))
    names = [parsed(line)[0] for line in lines_of(full)]
    assert names == [*["error"] * 10, "notice", "notice"]
    assert lines_of(full)[-1].endswith("::and 3 more, which the full report lists")


def test_a_question_is_a_notice(report: Report) -> None:
    (document,) = report.documents
    finding = document.findings[0]
    asked = replace(finding, wording=replace(finding.wording, tier="question", stance="questioned"))
    full = replace(report, documents=(replace(document, findings=(asked,), unlisted=()),), errors=())
    assert [parsed(line)[0] for line in lines_of(full)] == ["notice"]


def test_columns_only_on_a_single_line(report: Report) -> None:
    (document,) = report.documents
    finding = replace(document.findings[0], place=Place(3, 5, 4, 2))
    full = replace(report, documents=(replace(document, findings=(finding,), unlisted=()),), errors=())
    assert "col" not in parsed(lines_of(full)[0])[1]


def test_hostile_copy_gives_no_command_of_its_own(hostile: Report) -> None:
    assert [parsed(line)[0] for line in lines_of(hostile)] == ["error", "error", "notice"]


@given(st.text(alphabet="ab%:,\n0AD3"), st.text(alphabet="ab%: ,=0AD3"))
def test_every_value_comes_back(path: str, message: str) -> None:
    line = command("error", {"file": path, "title": "x"}, message)
    assert parsed(line) == ("error", {"file": path, "title": "x"}, " ".join(message.split()))
