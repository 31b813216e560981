"""One or two plain sentences that say why."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from claimcheck.evidence.base import EvidenceBase
    from claimcheck.rating.body import Assessment


def explanation(assessment: Assessment, reason: str, base: EvidenceBase) -> str:
    """Why, for a class teacher."""
    return f"{reason}: state {assessment.body.state}."
