"""All that the base holds on one claim, for the reports that show the evidence with the findings."""

from __future__ import annotations

from claimcheck.evidence.model import Appraisal, Claim, Outcome, Study
from claimcheck.frozen import dataclass
from claimcheck.rating.model import ClaimRating


@dataclass(frozen=True)
class Dossier:
    """A claim with its rating, every line that bears on it, and the appraisals of its whole body of evidence."""

    claim: Claim
    rating: ClaimRating
    lines: tuple[tuple[Study, Outcome], ...]
    appraisals: tuple[tuple[Study | None, Appraisal], ...]
