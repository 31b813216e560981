"""Completion, as shells ask for it."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from process import Program

from claimcheck.cli.app import COMMANDS

BASH = shutil.which("bash")


def completed(claimcheck: Program, line: str) -> list[str]:
    """What bash is offered for the last word of a line."""
    count = len(line.split(" ")) - 1
    ended = claimcheck(_CLAIMCHECK_COMPLETE="complete_bash", COMP_WORDS=line, COMP_CWORD=str(count))
    assert (ended.status, ended.err) == (0, b"")
    return ended.text.split()


def test_commands(claimcheck: Program) -> None:
    assert completed(claimcheck, "claimcheck ") == list(COMMANDS)
    assert completed(claimcheck, "claimcheck cl") == ["claim"]


def test_options_and_their_words(claimcheck: Program) -> None:
    assert completed(claimcheck, "claimcheck file --fail") == ["--fail-on"]
    assert completed(claimcheck, "claimcheck file --fail-on un") == ["unsupported", "unlisted"]
    assert completed(claimcheck, "claimcheck file --format s") == ["sarif"]
    assert completed(claimcheck, "claimcheck completion ") == ["bash", "zsh", "fish", "powershell"]


@pytest.mark.parametrize(
    ("line", "one"), [("study onoz", "onozawa2001"), ("claim massage-treats-pn", "massage-treats-pnd")]
)
def test_ids(claimcheck: Program, line: str, one: str) -> None:
    assert one in completed(claimcheck, f"claimcheck {line}")


def test_ids_are_completed_without_yaml(claimcheck: Program) -> None:
    claimcheck("study", "onozawa2001")  # the compiled twin is made by the first run
    script = (
        "import json, sys\n"
        "from claimcheck.cli.completion import claim_ids, study_ids\n"
        "assert study_ids('o') and claim_ids('m')\n"
        "print(json.dumps(sorted(sys.modules)))"
    )
    modules = set(json.loads(claimcheck(program=("-c", script)).out))
    assert not modules & {"yaml", "rapidfuzz", "rich", "markdown_it"}


@pytest.mark.skipif(BASH is None, reason="no bash here")
def test_bash_takes_the_script(claimcheck: Program, tmp_path: Path) -> None:
    program = tmp_path / "claimcheck"
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m claimcheck "$@"\n', encoding="utf-8")
    program.chmod(0o755)
    (tmp_path / "completion").write_bytes(claimcheck("completion", "bash").out)
    typed = "COMP_WORDS=(claimcheck fi); COMP_CWORD=1; _claimcheck_completion claimcheck fi"
    asks = f"source completion; {typed}; echo ${{COMPREPLY[@]}}"
    environment = {**os.environ, "PATH": f"{tmp_path}{os.pathsep}{os.environ['PATH']}"}
    ended = subprocess.run(
        [str(BASH), "-c", asks], cwd=tmp_path, env=environment, capture_output=True, text=True, check=False
    )
    assert ended.stdout.split() == ["file"]


@pytest.mark.parametrize("shell", ["zsh", "fish", "powershell"])
def test_other_shells_get_a_script(claimcheck: Program, shell: str) -> None:
    ended = claimcheck("completion", shell)
    assert (ended.status, "_CLAIMCHECK_COMPLETE" in ended.text) == (0, True)


def test_an_unknown_shell(claimcheck: Program) -> None:
    ended = claimcheck("completion", "fisch")
    assert (ended.status, ended.notes) == (2, "claimcheck: error: unknown shell 'fisch' (did you mean fish?)\n")
