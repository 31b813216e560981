"""The strongest wording of a claim that the evidence supports."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.rating.policy_model import Policy

if TYPE_CHECKING:
    from claimcheck.evidence.base import EvidenceBase


def suggestion(claim_id: str, base: EvidenceBase, policy: Policy) -> str | None:
    """The strongest supported statement of a claim as a sentence."""
    return None
