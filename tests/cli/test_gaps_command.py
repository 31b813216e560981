"""`claimcheck gaps`: a to-do list made of real copy."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import Any

from process import Program

ONE = "Baby massage adds sparkle.\n\nBaby massage cures colic.\n"
TWO = "We find that baby massage adds sparkle.\n"
#: an outcome on which nobody has a claim
CONCEPT = """\
concepts:
  - id: sparkle
    kind: outcome
    label: sparkle
    terms:
      - {phrases: [adds sparkle], sense: claim}
    examples: [It adds sparkle.]
"""
OWN = {"CLAIMCHECK_EVIDENCE": "own"}


def write(folder: Path) -> None:
    (folder / "own" / "concepts").mkdir(parents=True)
    (folder / "own" / "concepts" / "own.yaml").write_text(CONCEPT, encoding="utf-8")
    (folder / "one.txt").write_text(ONE, encoding="utf-8")
    (folder / "two.txt").write_text(TWO, encoding="utf-8")


def items(out: bytes) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(out)["items"]
    return found


def test_what_the_base_lacks_is_listed_with_places(claimcheck: Program, tmp_path: Path) -> None:
    write(tmp_path)
    ended = claimcheck("gaps", "one.txt", "two.txt", "--format", "json", **OWN)
    assert (ended.status, ended.err) == (0, b"")
    first = items(ended.out)[0]
    assert (first["subject"], first["outcome"], first["times"], first["documents"]) == (
        "infant-massage",
        "sparkle",
        2,
        2,
    )
    assert first["examples"][0] == {
        "path": "one.txt",
        "line": 1,
        "column": 1,
        "page": None,
        "text": "Baby massage adds sparkle.",
    }
    assert "colic" not in [item["outcome"] for item in items(ended.out)]


def test_people_and_spreadsheets_get_the_same(claimcheck: Program, tmp_path: Path) -> None:
    write(tmp_path)
    text = claimcheck("gaps", ".", **OWN).text
    assert text.startswith("2 files checked: ")
    assert "“Baby massage adds sparkle.” (one.txt:1:1); “We find " in text
    row = next(csv.DictReader(io.StringIO(claimcheck("gaps", ".", "-f", "csv", "--examples", "1", **OWN).text)))
    assert (row["times"], row["subject"], row["outcome"]) == ("2", "infant-massage", "sparkle")
    assert row["examples"] == "“Baby massage adds sparkle.” (one.txt:1:1)"


def test_what_cannot_be_read_is_told_and_the_rest_listed(claimcheck: Program, tmp_path: Path) -> None:
    write(tmp_path)
    ended = claimcheck("gaps", "one.txt", "missing.txt", "-f", "json", **OWN)
    assert ended.status == 2
    assert items(ended.out)
    assert "missing.txt" in ended.notes


def test_standard_input_and_the_configuration(claimcheck: Program, tmp_path: Path) -> None:
    write(tmp_path)
    assert items(claimcheck("gaps", "-", "-f", "json", stdin=ONE.encode(), **OWN).out)[0]["outcome"] == "sparkle"
    (tmp_path / "claimcheck.toml").write_text('exclude = ["one.txt"]\n', encoding="utf-8")
    ended = claimcheck("gaps", ".", "-f", "json", **OWN)
    assert items(ended.out)[0]["times"] == 1
    assert "excluded by the configuration: one.txt" in ended.notes
    assert items(claimcheck("gaps", ".", "-f", "json", "--no-exclude", **OWN).out)[0]["times"] == 2


def test_wrong_usage(claimcheck: Program) -> None:
    for arguments in (("-f", "jsno"), ("--examples", "-1")):
        ended = claimcheck("gaps", "x.txt", *arguments, **OWN)
        assert (ended.status, ended.out) == (2, b"")


def test_what_was_read_by_guess_or_not_at_all_is_said(claimcheck: Program, tmp_path: Path) -> None:
    write(tmp_path)
    (tmp_path / "guessed.txt").write_bytes(b"A caf\xe9 is near.\n")
    ended = claimcheck("gaps", "guessed.txt", "missing.txt", **OWN)
    assert ended.status == 2
    errors = ended.err.decode().splitlines()
    assert next(line for line in errors if "missing.txt" in line).startswith("claimcheck: error: missing.txt: ")
    assert "claimcheck: guessed.txt: decoded as windows-1252 (guessed)" in errors
