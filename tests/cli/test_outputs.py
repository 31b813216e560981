"""`--output` and `--report`: files are written whole or not at all."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest
from process import Program

from claimcheck.cli.output import write_file
from claimcheck.errors import InputError

BAD = "Baby massage cures postnatal depression."


def test_several_reports_in_one_run(claimcheck: Program, tmp_path: Path) -> None:
    ended = claimcheck("text", BAD, "--report", "json=a.json", "--report", "markdown=b.md", "--report", "jsonl=c.jsonl")
    assert ended.status == 1
    assert "UNSUPPORTED" in ended.text
    assert json.loads((tmp_path / "a.json").read_bytes())["summary"]["unsupported"] == 1
    assert (tmp_path / "b.md").read_text(encoding="utf-8").startswith("# Claims checked\n")
    assert len((tmp_path / "c.jsonl").read_text(encoding="utf-8").splitlines()) == 2


def test_output_takes_the_place_of_standard_output(claimcheck: Program, tmp_path: Path) -> None:
    printed = claimcheck("text", BAD, "--color", "always")
    ended = claimcheck("text", BAD, "--output", "report.txt", "--color", "always")
    assert (ended.status, ended.out) == (1, b"")
    written = (tmp_path / "report.txt").read_text(encoding="utf-8")
    assert "UNSUPPORTED" in written
    assert "\x1b" not in written
    assert "\x1b" in printed.text


def test_show_hides_and_the_summary_still_counts(claimcheck: Program) -> None:
    full = json.loads(claimcheck("text", BAD, "--format", "json").out)
    hidden = json.loads(claimcheck("text", BAD, "--format", "json", "--show", "none").out)
    assert hidden["documents"][0]["findings"] == []
    assert hidden["summary"] == full["summary"]


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--report", "json"], "--report 'json' names no file (write --report json=report.json)"),
        (["--report", "jsn=x"], "unknown format 'jsn' (did you mean json?)"),
        (["--report", "json=x", "--report", "jsonl=./x"], "x is named twice; a report would overwrite it"),
        (["--format", "hunam"], "unknown format 'hunam' (did you mean human?)"),
        (["--fail-on", "contestd"], "unknown level 'contestd' (did you mean contested?)"),
        (["--show", "nothing at"], "unknown level 'nothing at' (known: all, unlisted, contested, unsupported, none)"),
        (["--color", "maybe"], "unknown colour setting 'maybe' (known: auto, always, never)"),
    ],
)
def test_wrong_arguments_are_told_before_any_work(
    claimcheck: Program, tmp_path: Path, arguments: list[str], message: str
) -> None:
    ended = claimcheck("text", BAD, *arguments)
    assert (ended.status, ended.notes) == (2, f"claimcheck: error: {message}\n")
    assert list(tmp_path.iterdir()) == []


def test_copy_is_never_overwritten_by_its_report(claimcheck: Program, tmp_path: Path) -> None:
    (tmp_path / "flyer.txt").write_text(BAD, encoding="utf-8")
    assert claimcheck("file", "flyer.txt", "--output", "./flyer.txt").status == 2
    assert (tmp_path / "flyer.txt").read_text(encoding="utf-8") == BAD


def test_a_report_that_cannot_be_written_is_2(claimcheck: Program, tmp_path: Path) -> None:
    ended = claimcheck("text", BAD, "--output", "no/such/folder/report.txt")
    assert ended.status == 2
    assert "no/such/folder/report.txt: cannot write the report" in ended.notes


def test_a_failed_write_keeps_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "report.json"
    path.write_text("old", encoding="utf-8")

    def refuse(*args: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(InputError, match="No space left"):
        write_file(path, "new")
    assert [(file.name, file.read_text(encoding="utf-8")) for file in tmp_path.iterdir()] == [("report.json", "old")]


@pytest.mark.skipif(not hasattr(os, "symlink"), reason="symbolic links")
def test_a_link_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "real.txt").write_text("old", encoding="utf-8")
    (tmp_path / "link.txt").symlink_to("real.txt")
    write_file(tmp_path / "link.txt", "new\n")
    assert (tmp_path / "link.txt").is_symlink()
    assert (tmp_path / "real.txt").read_text(encoding="utf-8") == "new\n"


@pytest.mark.skipif(not Path("/dev/null").exists(), reason="no devices here")
def test_a_device_is_not_replaced() -> None:
    write_file(Path("/dev/null"), "text")
    assert not Path("/dev/null").is_file()
