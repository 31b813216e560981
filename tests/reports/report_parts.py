"""The parts of the tiny reports."""

from __future__ import annotations

from claimcheck.matching.model import Mention
from claimcheck.rating.model import Citation, Step
from claimcheck.report import EvidenceStamp, Finding, MatchedMention, Place, Summary, UnlistedFinding
from claimcheck.wording.model import Wording

STAMP = EvidenceStamp("Foot baths", "2026.1", "sha256:" + "ab" * 32, 3, 2)
NOTHING = Summary(0, 0, 0, 0, 0, 0, 0, 0)

FINDING = Finding(
    place=Place(3, 1, 3, 30),
    text="Foot baths cure tiredness.",
    claim="foot-baths-cure-tiredness",
    statement="Foot baths relieve tiredness",
    score=0.97,
    wording=Wording("absolute", "asserted", ("attributed",)),
    rating="contested",
    verdict="unsupported",
    reason="overstated",
    secondary=("low-certainty",),
    notes=("thin-base",),
    explanation="One small trial cannot carry the word “cure”.",
    suggestion="Foot baths might ease tiredness; the trials are small.",
    matched=(MatchedMention(Mention("foot-bath", "Foot baths", "alias", 0, 0, 10, 0, 2), 3, 1),),
    citations=(
        Citation("weary2001", "for", "Weary et al. 2001", "10.1000/182"),
        Citation("board2015", "appraisal", "Board 2015", None),
    ),
    fingerprint="0123456789abcdef",
    trace=(Step("seen", "foot-bath “Foot baths” (alias)"), Step("state", "S1")),
)
UNLISTED = UnlistedFinding(Place(2, 5, 2, 40), "Foot baths mend fences.", "“mend” is health talk.", ("foot-bath",))
