"""Pipes, encodings, terminals, and what goes to which stream."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from process import Program

BAD = "Baby massage cures postnatal depression."


@pytest.fixture
def flyer(tmp_path: Path) -> Path:
    path = tmp_path / "flyer.txt"
    path.write_text(f"{BAD}\n\nWe meet on Fridays.\n", encoding="utf-8")
    return path


def closed_pipe(arguments: list[str], cwd: Path) -> subprocess.CompletedProcess[bytes]:
    """Run with a standard output whose reader has left already."""
    read, write = os.pipe()
    os.close(read)
    try:
        return subprocess.run(
            [sys.executable, "-m", "claimcheck", *arguments], stdout=write, stderr=subprocess.PIPE, cwd=cwd, check=False
        )
    finally:
        os.close(write)


@pytest.mark.parametrize(
    ("arguments", "status"),
    [
        (["file", "flyer.txt"], 1),
        (["file", "flyer.txt", "gone.txt", "--exit-zero"], 2),
        (["file", "flyer.txt", "--exit-zero", "--format", "json"], 0),
        (["list", "studies"], 0),
        (["--help"], 0),
        (["--version"], 0),
    ],
)
def test_a_closed_pipe_changes_nothing(flyer: Path, arguments: list[str], status: int) -> None:
    done = closed_pipe(arguments, flyer.parent)
    assert done.returncode == status
    assert b"Traceback" not in done.stderr
    assert b"BrokenPipe" not in done.stderr


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full here")
def test_a_full_disk_is_2(flyer: Path) -> None:
    with open("/dev/full", "wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "claimcheck", "file", "flyer.txt", "--exit-zero"],
            stdout=full, stderr=subprocess.PIPE, cwd=flyer.parent, check=False,
        )  # fmt: skip
    assert done.returncode == 2
    assert b"cannot write the report" in done.stderr


def test_a_report_larger_than_a_pipe_arrives_whole(claimcheck: Program, tmp_path: Path) -> None:
    (tmp_path / "long.txt").write_text(f"{BAD}\n\n" * 300, encoding="utf-8")
    ended = claimcheck("file", "long.txt", "--format", "json")
    assert len(ended.out) > 200_000
    assert json.loads(ended.out)["summary"]["unsupported"] == 300


@pytest.mark.parametrize("encoding", ["cp1252", "ascii", "utf-8"])
@pytest.mark.parametrize("name", ["human", "json"])
def test_reports_are_utf8_whatever_the_system_speaks(
    claimcheck: Program, flyer: Path, encoding: str, name: str
) -> None:
    flyer.write_text("Baby massage cures postnatal depression → ✓ 👶\n", encoding="utf-8")
    ended = claimcheck("file", "flyer.txt", "--format", name, PYTHONIOENCODING=encoding)
    assert ended.status == 1
    assert "→ ✓ 👶" in ended.text


def test_the_same_bytes_in_every_pipe(claimcheck: Program, flyer: Path) -> None:
    runs = [
        claimcheck("file", "flyer.txt", "--explain"),
        claimcheck("file", "flyer.txt", "--explain", COLUMNS="30"),
        claimcheck("file", "flyer.txt", "--explain", COLUMNS="300", TERM="xterm-256color"),
        claimcheck("file", "flyer.txt", "--explain", GITHUB_ACTIONS="true", CI="true"),
    ]
    assert len({run.out for run in runs}) == 1
    assert b"\x1b" not in runs[0].out


@pytest.mark.parametrize(
    ("options", "environment", "colored"),
    [
        ([], {}, False),
        ([], {"FORCE_COLOR": "1"}, True),
        ([], {"FORCE_COLOR": "1", "NO_COLOR": "1"}, False),
        (["--color", "always"], {"NO_COLOR": "1"}, True),
        (["--color", "never"], {"FORCE_COLOR": "1"}, False),
        ([], {"CLAIMCHECK_COLOR": "always"}, True),
    ],
)
def test_color_in_a_pipe(claimcheck: Program, options: list[str], environment: dict[str, str], colored: bool) -> None:
    ended = claimcheck("text", BAD, *options, **environment)
    assert ("\x1b[1;31mUNSUPPORTED\x1b[0m" in ended.text) is colored
    assert "\x1b]8" not in ended.text


def test_a_clean_quiet_run_says_nothing_on_standard_error(claimcheck: Program, flyer: Path) -> None:
    assert claimcheck("file", "flyer.txt", "--quiet").err == b""


def test_quiet_keeps_errors(claimcheck: Program) -> None:
    assert "gone.txt" in claimcheck("file", "gone.txt", "--quiet").notes


def test_verbose_names_what_was_used(claimcheck: Program, flyer: Path) -> None:
    ended = claimcheck("file", "flyer.txt", "--verbose")
    lines = ended.notes.splitlines()
    assert [line.split(": ")[1] for line in lines] == ["configuration", "evidence", "policy", "flyer.txt", "time"]
    assert lines[0] == "claimcheck: configuration: none"
    assert "sha256:" in lines[1]
    assert ended.out == claimcheck("file", "flyer.txt").out


def test_standard_input_has_the_name_it_is_given(claimcheck: Program) -> None:
    copy = b"# Massage\n\nBaby massage *cures* postnatal depression.\n"
    plain = json.loads(claimcheck("file", "-", "--format", "json", stdin=copy).out)
    named = json.loads(claimcheck("file", "-", "--stdin-filename", "web/page.md", "--format", "json", stdin=copy).out)
    assert [document["path"] for document in (*plain["documents"], *named["documents"])] == ["<stdin>", "web/page.md"]
    assert named["documents"][0]["findings"][0]["text"] == BAD


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (
            b"Baby massage cures a mother\x92s postnatal depression.",
            "Baby massage cures a mother’s postnatal depression.",
        ),
        (BAD.encode("utf-16"), BAD),
        (BAD.encode("utf-16-le"), BAD),
        (b"\xef\xbb\xbf" + BAD.encode(), BAD),
    ],
    ids=["0x92", "utf-16", "utf-16 without mark", "utf-8 with mark"],
)
def test_old_encodings_are_read(claimcheck: Program, flyer: Path, data: bytes, text: str) -> None:
    flyer.write_bytes(data)
    ended = claimcheck("file", "flyer.txt", "--format", "json")
    assert ended.status == 1
    assert [finding["text"] for finding in json.loads(ended.out)["documents"][0]["findings"]] == [text]


def test_markup_and_escape_sequences_in_copy_stay_words(claimcheck: Program, flyer: Path) -> None:
    flyer.write_bytes(b"[b]Baby massage[/b] cures postnatal depression \x1b[31mnow\x1b]0;gone\x07 \xe2\x80\xae.\n")
    ended = claimcheck("file", "flyer.txt")
    assert ended.status == 1
    assert "[b]Baby massage[/b] cures" in ended.text
    assert not {"\x1b", "\x07", "\u202e"} & set(ended.text)


def test_odd_file_names(claimcheck: Program, tmp_path: Path) -> None:
    name = os.fsdecode(b"\x1b[31mcaf\xe9 [b].txt") if sys.platform == "linux" else "café [b].txt"
    (tmp_path / name).write_text(BAD, encoding="utf-8")
    for form in ("human", "json", "jsonl", "markdown"):
        ended = claimcheck("file", ".", "--format", form)
        assert ended.status == 1
        assert b"\x1b" not in ended.out + ended.err


@pytest.mark.skipif(sys.platform == "win32", reason="pseudo-terminals")
def test_a_terminal_gets_color_links_and_its_own_width(flyer: Path) -> None:
    narrow, wide = (
        on_a_terminal(["file", "flyer.txt"], flyer.parent, 60),
        on_a_terminal(["study", "onozawa2001"], flyer.parent, 70),
    )
    assert "\x1b[1;31mUNSUPPORTED\x1b[0m" in narrow
    assert "\x1b]8;;https://doi.org/" in narrow
    assert all(len(line) <= 70 for line in bare(wide).splitlines())
    assert "\x1b[1m" in wide
    assert "\x1b" not in on_a_terminal(["file", "flyer.txt"], flyer.parent, 60, TERM="dumb")


def on_a_terminal(arguments: list[str], cwd: Path, columns: int, **environment: str) -> str:
    """What a terminal of a width would be sent."""
    import pty

    parent, child = pty.openpty()
    env = {**os.environ, "COLUMNS": str(columns), "TERM": "xterm-256color", **environment}
    process = subprocess.Popen(
        [sys.executable, "-m", "claimcheck", *arguments], stdout=child, stderr=child, stdin=child, cwd=cwd, env=env
    )
    os.close(child)
    sent = bytearray()
    try:
        while chunk := os.read(parent, 65536):
            sent += chunk
    except OSError:  # how Linux says that the other side has hung up
        pass
    finally:
        os.close(parent)
        process.wait(timeout=60)
    return sent.decode("utf-8").replace("\r\n", "\n")


def bare(text: str) -> str:
    import re

    return re.sub(r"\x1b\]8;;.*?\x1b\\|\x1b\[[0-9;]*m", "", text)
