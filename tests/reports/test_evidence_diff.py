"""The comparison of two bases as a card and as data."""

from __future__ import annotations

from claimcheck.curation.changes import FieldChange, RecordChange
from claimcheck.curation.diff import Difference, Side
from claimcheck.curation.moves import RatingMove, Standing, StepChange
from claimcheck.curation.sentences import SentenceMove, SentenceMoves, Told
from claimcheck.evidence.model import EvidenceManifest
from claimcheck.reports.evidence_diff import diff_card, diff_data
from claimcheck.reports.plain_card import render

MANIFEST = EvidenceManifest("Foot baths (made up)", "1", "CC0-1.0", ("Test Keeper",), "Invented.")
SIDES = Side("old", MANIFEST, "sha256:0", "standard@1 (0a)"), Side("new", MANIFEST, "sha256:1", "standard@1 (0a)")
WEAK, STRONG = Standing("contested", "limited", "S2", 2, 0), Standing("supported", "well-supported", "S3", 3, 0)
LIMITED, STEP, LONG = Told("contested", "limited"), StepChange("state", "S2", "S3"), FieldChange("p", None, "x" * 130)
DIFFERENCE = Difference(
    *SIDES,
    records=(
        RecordChange("study", "weary2001", "changed", (FieldChange("outcomes[a].n", 12, None), LONG)),
        RecordChange("concept", "basin", "added"),
    ),
    ratings=(
        RatingMove("baths-cool", "Foot baths cool", WEAK, STRONG, ("study weary2001 changed",), (STEP,)),
        RatingMove("baths-heal", "Foot baths heal", WEAK, Standing("contested", "limited", "S2", 2, 1), (), ()),
        RatingMove("baths-new", "Foot baths are new", None, WEAK, ("claim baths-new added",), ()),
    ),
    sentences=SentenceMoves(
        3,
        (
            SentenceMove("flyer.txt", 3, "Baths cool.", "baths-cool", LIMITED, Told("supported", "well-supported")),
            SentenceMove("flyer.txt", 4, "Baths are new.", "baths-new", None, LIMITED),
        ),
        (),
    ),
)  # fmt: skip


def test_a_card_in_full() -> None:
    assert render(diff_card(DIFFERENCE)) == (
        "Foot baths (made up) 1 (old) -> Foot baths (made up) 1 (new)\n"
        "2 records differ, 2 ratings moved, 2 sentences judged otherwise.\n"
        "\n"
        "Bases\n"
        "  old  old: sha256:0; policy standard@1 (0a)\n"
        "  new  new: sha256:1; policy standard@1 (0a)\n"
        "\n"
        "baths-cool: contested (limited) -> supported (well-supported)\n"
        "  claim       Foot baths cool\n"
        "  because of  study weary2001 changed\n"
        "  step      was and is\n"
        "  state  -  S2\n"
        "  state  +  S3\n"
        "\n"
        "baths-new: not there -> contested (limited)\n"
        "  claim       Foot baths are new\n"
        "  because of  claim baths-new added\n"
        "\n"
        "Rated the same on other grounds\n"
        "  - baths-heal: contested by limited, state S2, for low, against none -> "
        "contested by limited, state S2, for low, against very low\n"
        "\n"
        "Sentences\n"
        "  - flyer.txt:3: baths-cool: contested (limited) -> supported (well-supported): “Baths cool.”\n"
        "  - flyer.txt:4: baths-new: not found -> contested (limited): “Baths are new.”\n"
        "\n"
        "study weary2001: changed\n"
        "  field             was and is\n"
        "  outcomes[a].n  -  12\n"
        f"  p              +  {'x' * 120}…\n"
        "\n"
        "concept basin: added\n"
    )


def test_nothing_differs() -> None:
    assert render(diff_card(Difference(*SIDES, (), ()))).splitlines()[1] == "Nothing differs."


def test_data() -> None:
    data = diff_data(DIFFERENCE)
    assert data["moved"] == ["baths-cool", "baths-new"]
    assert data["records"][0]["fields"][0] == {"path": "outcomes[a].n", "old": 12, "new": None}
    assert data["ratings"][0]["new"] == {
        "rating": "supported",
        "reason": "well-supported",
        "state": "S3",
        "certainty_for": 3,
        "certainty_against": 0,
    }
    assert data["sentences"]["moves"][1]["old"] is None
