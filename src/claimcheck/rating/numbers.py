"""Step 8a: does a figure in the sentence stand in the evidence?"""

from __future__ import annotations

from collections.abc import Sequence

from claimcheck.evidence.model import Outcome
from claimcheck.rating.policy_model import Policy
from claimcheck.wording.model import Number


def check_numbers(
    numbers: Sequence[Number], outcomes: Sequence[Outcome], policy: Policy
) -> tuple[str | None, tuple[str, ...]]:
    """The step down that the figures call for, or None, and what was compared."""
    return None, ()
