"""The baseline: what it holds, what it recognises, what it counts."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from small_copy import check, document_of

from claimcheck.errors import ConfigError
from claimcheck.project.baseline import (
    HEADER,
    Entry,
    baseline_of,
    baseline_text,
    compare,
    mark,
    read_baseline,
)
from claimcheck.report import DocumentReport, EvidenceStamp, Report, Summary

STAMP = EvidenceStamp("", "", "", 0, 0)


def report_of(*documents: DocumentReport) -> Report:
    return Report("", STAMP, "", documents, (), Summary(0, 0, 0, 0, 0, 0, 0, 0))


def entries_of(*documents: DocumentReport) -> dict[str, Entry]:
    return {entry.fingerprint: entry for entry in baseline_of(report_of(*documents))}


def test_the_file_has_one_sorted_entry_a_line() -> None:
    second = check(document_of("Baths cure. Baths mend.", "b.md"))
    first = check(document_of("Baths cure. Baths cure.", "a c.md"))
    supported = replace(second, path="z.md", unlisted=(), findings=(replace(second.findings[0], verdict="supported"),))
    text = baseline_text(baseline_of(report_of(second, first, supported)))
    header, *lines = text.splitlines()
    assert header == HEADER
    assert [line.split(" ", 1)[1] for line in lines] == [
        "unsupported foot-baths-cure-tiredness a c.md",
        "unsupported foot-baths-cure-tiredness a c.md",
        "unsupported foot-baths-cure-tiredness b.md",
        "unlisted unlisted b.md",
    ]
    assert len({line.split(" ")[0] for line in lines}) == 4


def test_moved_lines_are_recognised() -> None:
    old = entries_of(check(document_of("Baths cure.\n\nBaths mend.")))
    moved = mark(check(document_of("# Welcome\n\nNew.\n\nBaths   *cure*.\n\nBaths mend.")), old)
    assert [item.baselined for item in (*moved.findings, *moved.unlisted)] == [True, True]


@pytest.mark.parametrize(
    ("text", "path", "verdict", "known"),
    [
        ("Baths cure.", "copy.md", "contested", True),
        ("Baths cure.", "copy.md", "unsupported", True),
        ("Baths cure more.", "copy.md", "unsupported", False),
        ("Baths cure.", "other.md", "unsupported", False),
    ],
)
def test_what_counts_as_the_same(text: str, path: str, verdict: str, known: bool) -> None:
    old = entries_of(check(document_of("Baths cure.")))
    now = check(document_of(text, path))
    now = replace(now, findings=(replace(now.findings[0], verdict=verdict),))  # type: ignore[arg-type]
    assert [finding.baselined for finding in mark(now, old).findings] == [known]


def test_what_new_evidence_made_worse_is_new() -> None:
    before = check(document_of("Baths cure."))
    before = replace(before, findings=(replace(before.findings[0], verdict="contested"),))
    now = check(document_of("Baths cure."))
    assert [finding.baselined for finding in mark(now, entries_of(before)).findings] == [False]


def test_one_more_of_the_same_is_new() -> None:
    old = entries_of(check(document_of("Baths cure.")))
    twice = mark(check(document_of("Baths cure. Baths cure.")), old)
    assert [finding.baselined for finding in twice.findings] == [True, False]


def test_new_fixed_and_still_there_are_counted() -> None:
    old = entries_of(
        check(document_of("Baths cure. They cure all.", "a.md")), check(document_of("Baths cure.", "unseen.md"))
    )
    now = report_of(check(document_of("Baths cure. New cure. Baths mend.", "a.md")))
    result = compare(now, old)
    assert (result.new, result.standing) == (2, 1)
    assert [(entry.path, entry.claim) for entry in result.fixed] == [("a.md", "foot-baths-cure-tiredness")]


@given(
    st.lists(st.tuples(st.text(min_size=1), st.from_regex(r"[0-9a-f]{16}", fullmatch=True)), unique_by=lambda e: e[1])
)
def test_what_is_written_is_read(tmp_path_factory: pytest.TempPathFactory, found: list[tuple[str, str]]) -> None:
    usable = [(path, known_by) for path, known_by in found if path.isprintable() or "\n" in path]
    entries = {
        known_by: Entry(path, "a-b", "contested", known_by) for path, known_by in usable if path.splitlines() == [path]
    }
    path = tmp_path_factory.mktemp("baseline") / "b.txt"
    path.write_text(baseline_text(entries.values()), encoding="utf-8", newline="")
    assert read_baseline(path) == entries


@pytest.mark.parametrize("name", ["a\nb.md", "a\\nb.md", "a\\\\n.md", "a\rb.md"])
def test_odd_paths_stay_on_their_line(tmp_path: Path, name: str) -> None:
    entry = Entry(name, "a-b", "contested", "0" * 16)
    path = tmp_path / "b.txt"
    path.write_text(baseline_text([entry]), encoding="utf-8", newline="")
    assert read_baseline(path) == {"0" * 16: entry}


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("", "1: is no baseline of this version"),
        ("{}\n", "1: is no baseline of this version"),
        (f"{HEADER}\n0123 wrong a b.md\n", "2: is no baseline entry"),
        (f"{HEADER}\n0123\n", "2: is no baseline entry"),
    ],
)
def test_what_is_no_baseline_is_an_error(tmp_path: Path, content: str, message: str) -> None:
    path = tmp_path / "b.txt"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(ConfigError) as raised:
        read_baseline(path)
    assert str(raised.value).startswith(f"{path}:{message}")


def test_a_missing_baseline_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="cannot be read: no such file"):
        read_baseline(tmp_path / "gone.txt")
