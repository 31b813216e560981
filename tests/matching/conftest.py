from __future__ import annotations

import pytest

from claimcheck.evidence.base import EvidenceBase
from claimcheck.matching.engine import Matcher
from claimcheck.session import open_base


@pytest.fixture(scope="session")
def base() -> EvidenceBase:
    return open_base()


@pytest.fixture(scope="session")
def matcher(base: EvidenceBase) -> Matcher:
    return Matcher(base)
