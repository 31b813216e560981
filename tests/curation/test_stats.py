"""The counts of a base, and which claims need work."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from claimcheck.curation.stats import ClaimCount, Stats, count
from claimcheck.evidence.base import EvidenceBase, load_evidence

TODAY = date(2026, 11, 20)


def counted(folder: Path, today: date = TODAY) -> Stats:
    return count(load_evidence([folder], shipped=False, cache=False), today)


def spoil(file: Path, *changes: tuple[str, str]) -> None:
    text = file.read_text("utf-8")
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    file.write_text(text, "utf-8")


def test_the_small_base_in_full(small: EvidenceBase) -> None:
    assert count(small, TODAY) == Stats(
        day="2026-11-20",
        ages={"under 5 years": 1, "5 to 9 years": 2, "10 to 19 years": 0, "20 years and more": 0},
        designs={"before-after": 1, "meta-analysis": 1, "rct": 1},
        directions={"benefit": 2, "no-effect": 1, "unclear": 1},
        verified_studies={"yes": 2, "partly": 1},
        verified_lines={"yes": 3, "partly": 1},
        status={"current": 3},
        outcomes=4,
        appraisals=2,
        by_claim=(
            ClaimCount("vitamin-z-brings-luck", 0, 0, 0, 0, 0, None, "2026-11-20"),
            ClaimCount("vitamin-z-is-safe", 1, 1, 1, 1, 0, 2020, "2026-11-20"),
            ClaimCount("vitamin-z-stops-hiccups", 3, 2, 3, 3, 1, 2024, "2026-11-20"),
        ),
        empty=("vitamin-z-brings-luck",),
        single=("vitamin-z-is-safe",),
        thin=(),
        stale=(),
    )


def test_papers_of_one_trial_count_once(folder: Path) -> None:
    for study in ("doe2020", "roe2018"):
        spoil(folder / "studies" / f"{study}.yaml", ("\ndesign:", "\ntrial_id: z\ndesign:"))
    hiccups = counted(folder).by_claim[-1]
    assert (hiccups.studies, hiccups.sources) == (3, 2)


def test_few_studies_without_a_pooled_review_are_thin(folder: Path) -> None:
    spoil(folder / "studies" / "roe2018.yaml", ("    n: 12", "    tested: false\n    n: 12"))
    assert counted(folder).thin == ()
    spoil(folder / "studies" / "zreview2024.yaml", ("synthesis: pooled", "synthesis: narrative"))
    assert counted(folder).thin == ("vitamin-z-stops-hiccups",)


def test_retracted_studies_are_no_evidence(folder: Path) -> None:
    spoil(folder / "studies" / "doe2020.yaml", ("state: current", "state: retracted"))
    assert counted(folder).empty == ("vitamin-z-brings-luck", "vitamin-z-is-safe")


@pytest.mark.parametrize(
    ("searched", "today", "stale"),
    [
        ("2024-11-20", TODAY, False),
        ("2024-11-19", TODAY, True),
        ("2024-11", TODAY, True),
        ("2024", TODAY, True),
        ("2025", TODAY, False),
        ("2026-02-28", date(2028, 2, 29), True),
    ],
)
def test_old_searches_are_stale(folder: Path, searched: str, today: date, stale: bool) -> None:
    spoil(folder / "claims" / "vitamin_z.yaml", ("date: 2026-11-20", f"date: {searched}"))
    assert bool(counted(folder, today).stale) is stale
