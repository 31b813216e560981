"""`claimcheck init`: what it writes works, and nothing is overwritten unasked."""

from __future__ import annotations

import os
import pty
import subprocess
import sys
import tomllib
from pathlib import Path

import yaml
from process import Program

from claimcheck.project.keys import KEYS

FILES = ["claimcheck.toml", "claimcheck-ignore.toml", ".github/workflows/claimcheck.yml"]


def test_what_is_written_works(claimcheck: Program, tmp_path: Path) -> None:
    ended = claimcheck("init")
    assert (ended.status, ended.text.splitlines()) == (0, [f"wrote {name}" for name in FILES])
    (tmp_path / "a.md").write_text("Baby massage cures postnatal depression.\n", encoding="utf-8")
    assert claimcheck("file", "a.md", "--quiet").status == 1
    jobs = yaml.safe_load((tmp_path / FILES[2]).read_text(encoding="utf-8"))["jobs"]
    assert any("claimcheck file ." in step.get("run", "") for step in jobs["claimcheck"]["steps"])


def test_every_key_is_explained_and_valid_when_it_is_used(claimcheck: Program, tmp_path: Path) -> None:
    claimcheck("init")
    path = tmp_path / "claimcheck.toml"
    lines = path.read_text(encoding="utf-8").splitlines()
    assert all(any(line.startswith((f"{key.name} = ", f"# {key.name} = ")) for line in lines) for key in KEYS)
    settings = [line.removeprefix("# ") for line in lines if " = " in line or "[[" in line]
    path.write_text("\n".join(line for line in settings if "null" not in line), encoding="utf-8")
    assert list(tomllib.loads(path.read_text(encoding="utf-8"))) == [*(key.name for key in KEYS), "paths"]
    assert claimcheck("config", "show").status == 0


def test_the_evidence_folder_is_sound_and_used(claimcheck: Program, tmp_path: Path) -> None:
    claimcheck("init", "site", "--evidence")
    assert " 0 errors" in f" {claimcheck('evidence', 'check', 'site/evidence').text.splitlines()[-1]}"
    ended = claimcheck("text", "Our foot bath improves your sleep.", cwd=tmp_path / "site")
    assert (ended.status, "our-foot-bath-improves-sleep" in ended.text) == (1, True)


def test_without_a_terminal_nothing_is_overwritten(claimcheck: Program, tmp_path: Path) -> None:
    path = tmp_path / "claimcheck.toml"
    path.write_text("# mine\n", encoding="utf-8")
    ended = claimcheck("init")
    assert (ended.status, ended.text.splitlines()[:2]) == (0, ["kept claimcheck.toml", "wrote claimcheck-ignore.toml"])
    assert path.read_text(encoding="utf-8") == "# mine\n"
    claimcheck("init", "--yes")
    assert path.read_text(encoding="utf-8") != "# mine\n"


def test_on_a_terminal_it_asks(tmp_path: Path) -> None:
    for name in FILES[:2]:
        (tmp_path / name).write_text("# mine\n", encoding="utf-8")
    ours, theirs = pty.openpty()
    os.write(ours, b"n\ny\n")
    command = [sys.executable, "-m", "claimcheck", "init"]
    ended = subprocess.run(command, stdin=theirs, capture_output=True, cwd=tmp_path, check=False, timeout=60)
    os.close(theirs)
    os.close(ours)
    assert ended.stdout.decode().splitlines()[:2] == ["kept claimcheck.toml", "wrote claimcheck-ignore.toml"]
    assert ended.stderr.decode().count("Overwrite it?") == 2
