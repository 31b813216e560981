"""Who calls something dangerous denies that it is safe, and who denies that it is dangerous says that it is safe."""

from __future__ import annotations

import pytest

from claimcheck import check_text
from claimcheck.evidence.base import EvidenceBase


@pytest.mark.parametrize(
    ("text", "tier"),
    [
        ("Baby massage is perfectly safe.", "absolute"),
        ("Baby massage is not harmful.", "flat"),
        ("Infant massage is likely not to be harmful.", "flat"),
        ("Infant massage has not been shown to be harmful.", "may"),
        ("Baby massage may be unsafe for sick babies.", "may"),
        ("Is baby massage dangerous?", "question"),
        ("Baby massage can hurt babies.", "denial"),
        ("Baby massage is dangerous.", "denial"),
        ("Baby massage is not safe.", "denial"),
    ],
)
def test_what_is_said_of_safety(text: str, tier: str, base: EvidenceBase) -> None:
    findings = check_text(text, base=base).documents[0].findings
    assert [(finding.claim, finding.wording.tier) for finding in findings] == [("massage-is-safe", tier)]
