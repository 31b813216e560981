"""The program as a process: what a shell, a build server or an editor sees."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest
from process import Ended, Program

ROOT = Path(__file__).resolve().parents[2]
#: what the user's own shell may hold and no test may depend on
_FOREIGN = (
    "FORCE_COLOR",
    "NO_COLOR",
    "CLICOLOR",
    "GITHUB_ACTIONS",
    "COLUMNS",
    "LINES",
    "TERM",
    "CI",
    "PYTHONIOENCODING",
)


@pytest.fixture(autouse=True)
def clean_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [*_FOREIGN, *(name for name in os.environ if name.startswith("CLAIMCHECK_"))]:
        monkeypatch.delenv(name, raising=False)


@pytest.fixture(scope="session")
def cache_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One compiled twin for all processes of the session, apart from the user's own."""
    return tmp_path_factory.mktemp("cache")


@pytest.fixture
def claimcheck(tmp_path: Path, cache_folder: Path, clean_environment: None) -> Program:
    """Run `claimcheck` in an empty folder and say how it ended; no run may show a traceback."""

    def run(
        *arguments: str | Path,
        stdin: bytes = b"",
        cwd: Path = tmp_path,
        program: Sequence[str] = ("-m", "claimcheck"),
        **environment: str,
    ) -> Ended:
        command = [sys.executable, *program, *map(str, arguments)]
        env = {**os.environ, "CLAIMCHECK_CACHE_DIR": str(cache_folder), **environment}
        done = subprocess.run(command, input=stdin, capture_output=True, cwd=cwd, env=env, check=False, timeout=120)
        assert b"Traceback" not in done.stderr + done.stdout
        return Ended(done.returncode, done.stdout, done.stderr)

    return run


@pytest.fixture
def root() -> Path:
    return ROOT
