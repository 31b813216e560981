from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from claimcheck.evidence.base import EvidenceBase, load_evidence

DATA = Path(__file__).parent / "data"
SMALL = Path(__file__).parent.parent / "data" / "base_small"


@pytest.fixture(autouse=True)
def cache_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A cache of the test's own."""
    monkeypatch.setenv("CLAIMCHECK_CACHE_DIR", str(tmp_path / "cache"))


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the small base that may be changed; messages name it `base`."""
    shutil.copytree(SMALL, tmp_path / "base")
    monkeypatch.chdir(tmp_path)
    return Path("base")


@pytest.fixture(scope="session")
def small() -> EvidenceBase:
    return load_evidence([SMALL], shipped=False, cache=False)


@pytest.fixture(scope="session")
def shipped() -> EvidenceBase:
    return load_evidence(cache=False)
