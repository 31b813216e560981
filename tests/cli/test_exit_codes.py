"""Every exit code of the contract, from the program as a process."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from process import Program

BAD = "Baby massage cures postnatal depression."
DOUBTFUL = "Baby massage may help some mothers with postnatal depression."
HONEST = "Baby massage has not been shown to treat postnatal depression."
UNKNOWN = "Crystals cure eczema in babies."
ASKED = "Does baby massage cure postnatal depression?"
PLAIN = "We meet every Friday at ten."


@pytest.mark.parametrize(
    ("sentence", "options", "status"),
    [
        (PLAIN, [], 0),
        (HONEST, [], 0),
        (HONEST, ["--fail-on", "unlisted"], 0),
        (DOUBTFUL, [], 0),
        (DOUBTFUL, ["--fail-on", "contested"], 1),
        (DOUBTFUL, ["--fail-on", "unlisted"], 1),
        (BAD, [], 1),
        (BAD, ["--fail-on", "contested"], 1),
        (BAD, ["--fail-on", "never"], 0),
        (BAD, ["--exit-zero"], 0),
        (BAD, ["--show", "none"], 1),
        (BAD, ["--format", "json"], 1),
        (BAD, ["--format", "markdown"], 1),
        (ASKED, ["--fail-on", "unlisted"], 0),
        (BAD, ["--fail-on", "always"], 2),
        (BAD, ["--format", "yaml"], 2),
        (BAD, ["--policy", "no-such-policy"], 2),
        (BAD, ["--evidence", "no-such-folder"], 2),
        (BAD, ["--no-such-option"], 2),
        (BAD, ["--policy", "no-such-policy", "--exit-zero"], 2),
    ],
)
def test_text(claimcheck: Program, sentence: str, options: list[str], status: int) -> None:
    assert claimcheck("text", sentence, *options).status == status


def test_unlisted_claims_fail_only_when_asked(claimcheck: Program) -> None:
    assert claimcheck("text", UNKNOWN).status == 0
    assert claimcheck("text", UNKNOWN, "--fail-on", "unlisted").status == 1


@pytest.mark.parametrize(
    "arguments", [(), ("file",), ("text",), ("study",), ("nonsense",), ("study", "onozawa200"), ("list", "stories")]
)
def test_wrong_usage_is_2(claimcheck: Program, arguments: tuple[str, ...]) -> None:
    ended = claimcheck(*arguments)
    assert ended.status == 2
    assert ended.out == b""
    assert ended.err


def test_a_missing_file_is_2_and_the_others_are_checked(claimcheck: Program, tmp_path: Path) -> None:
    (tmp_path / "flyer.txt").write_text(BAD, encoding="utf-8")
    ended = claimcheck("file", "gone.txt", "flyer.txt", "--format", "json")
    report = json.loads(ended.out)
    assert ended.status == 2
    assert [document["path"] for document in report["documents"]] == ["flyer.txt"]
    assert [error["path"] for error in report["errors"]] == ["gone.txt"]
    assert "gone.txt" in ended.notes


def test_exit_zero_leaves_2_alone(claimcheck: Program, tmp_path: Path) -> None:
    (tmp_path / "flyer.txt").write_text(BAD, encoding="utf-8")
    assert claimcheck("file", "flyer.txt", "--exit-zero").status == 0
    assert claimcheck("file", "flyer.txt", "gone.txt", "--exit-zero").status == 2


def test_each_glob_that_matches_nothing_is_2(claimcheck: Program, tmp_path: Path) -> None:
    (tmp_path / "flyer.txt").write_text(PLAIN, encoding="utf-8")
    assert claimcheck("file", "*.txt").status == 0
    ended = claimcheck("file", "*.txt", "copy/*.md")
    assert ended.status == 2
    assert "copy/*.md" in ended.notes


def test_an_empty_folder_is_a_warning(claimcheck: Program, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    ended = claimcheck("file", "empty")
    assert ended.status == 0
    assert "0 files checked" in ended.text
    assert "empty" in ended.notes
    assert claimcheck("file", "empty", "--quiet").err == b""


def test_an_empty_folder_is_2_for_the_strict(claimcheck: Program, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    ended = claimcheck("file", "empty", "--require-files", "--quiet")
    assert ended.status == 2
    assert "nothing to check" in ended.notes


def test_a_binary_file_is_2(claimcheck: Program, tmp_path: Path) -> None:
    (tmp_path / "photo.txt").write_bytes(bytes(range(256)) * 40)
    ended = claimcheck("file", "photo.txt")
    assert ended.status == 2
    assert "photo.txt" in ended.notes


def test_broken_evidence_is_2(claimcheck: Program, tmp_path: Path) -> None:
    (tmp_path / "own" / "claims").mkdir(parents=True)
    (tmp_path / "own" / "claims" / "x.yaml").write_text("claims: [{id: x, knid: effect}]\n", encoding="utf-8")
    ended = claimcheck("text", PLAIN, "--evidence", "own")
    assert ended.status == 2
    assert "x.yaml" in ended.notes
    assert "knid" in ended.notes


SCRIPT = """
import os, signal, sys
import claimcheck.session
def fail(*args, **kwargs):
    {action}
claimcheck.session.open_base = fail
from claimcheck.cli import main
sys.argv = ["claimcheck", "study", "onozawa2001"]
main()
"""


def test_a_fault_of_our_own_is_2_in_one_line(claimcheck: Program) -> None:
    ended = claimcheck(program=("-c", SCRIPT.format(action="raise ZeroDivisionError('by\\nzero')")))
    assert (ended.status, ended.out) == (2, b"")
    assert ended.notes == (
        "claimcheck: error: unexpected ZeroDivisionError: by zero; set CLAIMCHECK_TRACEBACK=1 to see where\n"
    )


def test_the_traceback_is_there_for_those_who_ask(claimcheck: Program) -> None:
    script = SCRIPT.format(action="raise ZeroDivisionError")
    done = subprocess.run(
        [sys.executable, "-c", script],
        capture_output=True,
        env={**os.environ, "CLAIMCHECK_TRACEBACK": "1"},
        check=False,
    )
    assert done.returncode == 2
    assert b"Traceback" in done.stderr


@pytest.mark.skipif(sys.platform == "win32", reason="signals")
def test_control_c_is_130_and_silent(claimcheck: Program) -> None:
    ended = claimcheck(program=("-c", SCRIPT.format(action="os.kill(os.getpid(), signal.SIGINT)")))
    assert (ended.status, ended.out, ended.err) == (130, b"", b"")
