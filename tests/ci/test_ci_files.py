"""What build servers are given: valid by their own schemas, and the action's script run for real."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from claimcheck import __version__

ROOT = Path(__file__).resolve().parents[2]
CI = ROOT / "examples" / "ci"
TEMPLATE = ROOT / "src" / "claimcheck" / "project" / "templates" / "workflow.yml"
BAD = "Baby massage cures postnatal depression.\n"


@pytest.mark.parametrize(
    ("schema", "path", "more"),
    [
        ("github-actions", ROOT / "action.yml", []),
        ("github-workflows", CI / "github-action.yml", []),
        ("github-workflows", TEMPLATE, []),
        ("gitlab-ci", CI / "gitlab.yml", ["--data-transform", "gitlab-ci"]),
    ],
    ids=lambda value: value.name if isinstance(value, Path) else None,
)
def test_the_schema_takes_it(schema: str, path: Path, more: list[str]) -> None:
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", f"vendor.{schema}", *more, str(path)]
    ended = subprocess.run(command, capture_output=True, text=True, check=False)
    assert ended.returncode == 0, ended.stdout + ended.stderr


def test_versions_are_this_one() -> None:
    texts = [path.read_text(encoding="utf-8") for path in sorted(CI.glob("*.yml"))]
    assert [f"v{__version__}" in text or f'"{__version__}"' in text for text in texts] == [True] * len(texts)


def test_the_hook_takes_all_files_at_once() -> None:
    (hook,) = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    assert (hook["entry"], hook["language"], hook["require_serial"]) == ("claimcheck file", "python", True)


def test_every_input_of_the_action_reaches_its_script() -> None:
    action = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
    script = (ROOT / "action.sh").read_text(encoding="utf-8")
    given = next(step["env"] for step in action["runs"]["steps"] if step.get("id") == "check")
    assert all(f"${{{name}:-" in script for name in given)
    used = {value.removeprefix("${{ inputs.").removesuffix(" }}") for value in given.values()}
    assert set(action["inputs"]) - used == {"upload-sarif", "extras", "python-version"}
    assert all("${{" not in step.get("run", "") for step in action["runs"]["steps"])


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    """A checkout on a runner, with `claimcheck` on the path."""
    program = tmp_path / "bin" / "claimcheck"
    program.parent.mkdir()
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m claimcheck "$@"\n', encoding="utf-8")
    program.chmod(0o755)
    (tmp_path / "content").mkdir()
    (tmp_path / "content" / "a b.md").write_text(BAD, encoding="utf-8")
    (tmp_path / "-odd.md").write_text("Come along.\n", encoding="utf-8")
    return tmp_path


def act(workspace: Path, **inputs: str) -> subprocess.CompletedProcess[str]:
    environment = {
        **{name: value for name, value in os.environ.items() if not name.startswith(("GITHUB_", "CLAIMCHECK_"))},
        "PATH": f"{workspace / 'bin'}{os.pathsep}{os.environ['PATH']}",
        "GITHUB_ACTIONS": "true",
        "GITHUB_STEP_SUMMARY": str(workspace / "summary.md"),
        "GITHUB_OUTPUT": str(workspace / "output.txt"),
        "CLAIMCHECK_CACHE_DIR": str(workspace / "cache"),
        **{f"INPUT_{name}": value for name, value in inputs.items()},
    }
    script = str(ROOT / "action.sh")
    return subprocess.run(["bash", script], cwd=workspace, env=environment, capture_output=True, text=True, check=False)


def test_the_action_reports_everywhere(workspace: Path) -> None:
    ended = act(workspace, PATHS="content\n-odd.md\n", SARIF="out.sarif", SUMMARY="true")
    assert ended.returncode == 1, ended.stderr
    assert ended.stderr.startswith("::error file=content/a b.md,line=1,")
    assert "2 files checked" in ended.stdout
    assert "# Claims checked" in (workspace / "summary.md").read_text(encoding="utf-8")
    assert json.loads((workspace / "out.sarif").read_text(encoding="utf-8"))["runs"][0]["results"]
    assert (workspace / "output.txt").read_text(encoding="utf-8") == "status=1\n"


@pytest.mark.parametrize(
    ("inputs", "status"),
    [
        ({"PATHS": "content", "FAIL_ON": "never"}, 0),
        ({"PATHS": "gone"}, 2),
        ({"PATHS": "content", "POLICY": "$(touch hacked)"}, 2),
        ({"PATHS": "content", "ARGUMENTS": "--exit-zero\n--quiet"}, 0),
        ({"PATHS": "content", "SUMMARY": "false", "SARIF": ""}, 1),
        ({"PATHS": "content", "EVIDENCE_VERSION": "1999.1"}, 2),
    ],
)
def test_the_action_ends_as_the_check_did(workspace: Path, inputs: dict[str, str], status: int) -> None:
    assert act(workspace, **inputs).returncode == status
    assert not (workspace / "hacked").exists()


def test_a_long_summary_is_cut_at_a_line(workspace: Path) -> None:
    lines = "".join(f"Baby massage cures postnatal depression number {number}.\n\n" for number in range(3000))
    (workspace / "content" / "a b.md").write_text(lines, encoding="utf-8")
    act(workspace, PATHS="content")
    summary = (workspace / "summary.md").read_text(encoding="utf-8")
    assert len(summary.encode()) < 2**20
    assert summary.endswith("\n(the rest is in the log)\n")
