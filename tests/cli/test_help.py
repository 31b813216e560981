"""Every command has help that fits, with examples that run."""

from __future__ import annotations

import shlex
import shutil
from pathlib import Path

import pytest
from process import Program

from claimcheck.cli.app import COMMANDS, load

#: every command line that ends in a command, groups opened
PATHS = [
    (name, *rest) for name in COMMANDS for rest in ([(sub,) for sub in getattr(load(name), "commands", {})] or [()])
]


def examples_of(help_text: str) -> list[str]:
    text = help_text.partition("Examples:\n")[2].replace("\\\n", " ")
    return [line.strip() for line in text.splitlines() if line.strip()]


@pytest.mark.parametrize("path", [(), *PATHS], ids=" ".join)
def test_help_is_plain_text_under_80_columns(claimcheck: Program, path: tuple[str, ...]) -> None:
    ended = claimcheck(*path, "--help", COLUMNS="200", GITHUB_ACTIONS="true", FORCE_COLOR="1")
    assert (ended.status, ended.err) == (0, b"")
    assert claimcheck(*path, "-h", COLUMNS="200").out == ended.out
    assert max(map(len, ended.text.splitlines())) < 80
    assert ended.text.isprintable() is False
    assert "\x1b" not in ended.text
    assert ended.text.startswith("Usage: " + " ".join(("claimcheck", *path)))


@pytest.mark.parametrize("path", [(), *PATHS], ids=" ".join)
def test_examples_run(claimcheck: Program, root: Path, tmp_path: Path, path: tuple[str, ...]) -> None:
    shutil.copytree(root / "examples", tmp_path / "examples")
    lines = examples_of(claimcheck(*path, "--help").text)
    assert len(lines) >= 2
    for line in lines:
        program, *arguments = shlex.split(line)
        assert program == "claimcheck"
        assert path == tuple(arguments[: len(path)])
        ended = claimcheck(*arguments)
        assert ended.status in (0, 1), ended.notes
        assert ended.out or "--output" in arguments


def test_top_level_help_tells_the_whole_of_each_command(claimcheck: Program) -> None:
    text = claimcheck("--help").text
    assert "..." not in text.partition("Commands:")[2]
    assert all(f"\n  {name} " in text for name in COMMANDS)


def test_environment_variables_and_defaults_are_shown(claimcheck: Program) -> None:
    text = " ".join(claimcheck("file", "--help").text.split())
    for name in ("CLAIMCHECK_EVIDENCE", "CLAIMCHECK_POLICY", "CLAIMCHECK_FORMAT", "CLAIMCHECK_COLOR"):
        assert f"env var: {name}" in text
    assert "[default: unsupported]" in text


def test_the_groups_stand_in_order(claimcheck: Program) -> None:
    headings = [
        line for line in claimcheck("file", "--help").text.splitlines() if line.endswith(":") and line[0] != " "
    ]
    assert headings == ["Input:", "Evidence:", "Checking:", "Output:", "Other:", "Examples:"]


def test_a_mistyped_command_is_told_the_nearest(claimcheck: Program) -> None:
    ended = claimcheck("studdy", "x")
    assert ended.status == 2
    assert "Did you mean 'study'?" in ended.notes
