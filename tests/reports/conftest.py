"""Tiny reports that all formats are tried on."""

from __future__ import annotations

from dataclasses import replace

import pytest

from claimcheck.matching.model import Mention
from claimcheck.rating.model import Citation, Step
from claimcheck.report import (
    DocumentReport,
    EvidenceStamp,
    Finding,
    InputFailure,
    MatchedMention,
    Place,
    Report,
    Summary,
    Suppressed,
    UnlistedFinding,
)
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


@pytest.fixture
def empty() -> Report:
    return Report("0.1.0", STAMP, "standard (0a1b2c3d4e5f)", (), (), NOTHING)


@pytest.fixture
def report() -> Report:
    """One document with a finding, an unlisted claim and a suppression, and an input that could not be read."""
    document = DocumentReport(
        "flyer.txt",
        4,
        (FINDING,),
        (Suppressed(9, "foot-baths-cool", "approved by JD", True),),
        (UNLISTED,),
    )
    return Report(
        "0.1.0",
        STAMP,
        "standard (0a1b2c3d4e5f)",
        (document,),
        (InputFailure("photo.png", "not text"),),
        Summary(1, 4, 0, 0, 1, 1, 1, 0),
    )


@pytest.fixture
def hostile() -> Report:
    """A report whose every text tries to be something else."""
    nasty = "[b]bold[/b] \x1b[31mred\x1b[0m \u202egnp.exe | `x` <script> ::error::"
    finding = replace(
        FINDING,
        text=nasty,
        explanation=nasty,
        suggestion=nasty,
        notes=(nasty,),
        citations=(Citation("weary2001", "for", nasty, "10.1000/\x1b]8;;evil\x1b\\x"),),
    )
    unlisted = replace(UNLISTED, text=nasty, why=nasty)
    document = DocumentReport(f"{nasty}\n.txt", 2, (finding,), (Suppressed(1, nasty, nasty, False),), (unlisted,))
    errors = (InputFailure(nasty, f"{nasty}\nsecond line \udc80"),)
    summary = Summary(1, 2, 0, 0, 1, 1, 0, 0)
    return Report("0.1.0", STAMP, "standard", (document,), errors, summary)
