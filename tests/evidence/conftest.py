from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from claimcheck.errors import EvidenceErrors
from claimcheck.evidence.base import EvidenceBase, load_evidence

SMALL = Path(__file__).parent.parent / "data" / "base_small"


@pytest.fixture(autouse=True)
def cache_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A cache of the test's own."""
    folder = tmp_path / "cache"
    monkeypatch.setenv("CLAIMCHECK_CACHE_DIR", str(folder))
    return folder


@pytest.fixture
def base(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the small base that may be spoilt; messages name it `base`."""
    shutil.copytree(SMALL, tmp_path / "base")
    monkeypatch.chdir(tmp_path)
    return Path("base")


@pytest.fixture(scope="session")
def small() -> EvidenceBase:
    return load_evidence([SMALL], shipped=False, cache=False)


@pytest.fixture
def complaints() -> Callable[..., list[str]]:
    """What is wrong with the given folders, one text a mistake."""

    def read(*folders: Path) -> list[str]:
        try:
            load_evidence(folders, shipped=False, cache=False)
        except EvidenceErrors as errors:
            return [str(error) for error in errors.errors]
        return []

    return read
