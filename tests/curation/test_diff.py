"""Two bases side by side: the records that changed, the ratings that moved and why."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from test_stats import spoil

from claimcheck.curation.changes import FieldChange, RecordChange, changes, flat
from claimcheck.curation.diff import compare
from claimcheck.curation.moves import Rated, Standing, StepChange, rating_moves
from claimcheck.errors import EvidenceError
from claimcheck.evidence.base import EvidenceBase, load_evidence
from claimcheck.evidence.files import shipped_directory
from claimcheck.rating.policy import load_policy
from claimcheck.rating.verdict import rate_claim

Load = Callable[..., Rated]
Changed = Callable[..., tuple[RecordChange, ...]]
DOE, CLAIMS = "studies/doe2020.yaml", "claims/vitamin_z.yaml"


@pytest.fixture
def load(folder: Path) -> Load:
    """The small base as it is now, with a policy of the shipped ones."""

    def load(policy: str = "standard") -> Rated:
        shutil.copytree(shipped_directory() / "policy", folder / "policy", dirs_exist_ok=True)
        base = load_evidence([folder], shipped=False, cache=False)
        return base, load_policy(policy, base)

    return load


@pytest.fixture
def changed(folder: Path, small: EvidenceBase) -> Changed:
    def change(file: str, *pairs: tuple[str, str]) -> tuple[RecordChange, ...]:
        spoil(folder / file, *pairs)
        return changes(small, load_evidence([folder], shipped=False, cache=False))

    return change


def test_the_same_base_differs_in_nothing(small: EvidenceBase, folder: Path) -> None:
    assert changes(small, load_evidence([folder], shipped=False, cache=False)) == ()


@pytest.mark.parametrize(
    ("file", "old", "new", "expected"),
    [
        (DOE, "value: -3,", "value: -4,",
         RecordChange("study", "doe2020", "changed", (FieldChange("outcomes[hiccups].effect[1].value", -3.0, -4.0),))),
        (DOE, "    n: 90\n    events: 0", "    n: 90",
         RecordChange("study", "doe2020", "changed", (FieldChange("outcomes[safe].events", 0, None),))),
        (DOE, "volume: 63", "volume: 63\n  publisher: Nobody",
         RecordChange("study", "doe2020", "changed", (FieldChange("csl.publisher", None, "Nobody"),))),
        (CLAIMS, "where: [nowhere], by: Test Keeper}", "where: [here], by: Test Keeper}",
         RecordChange("claim", "vitamin-z-is-safe", "changed", (
             FieldChange("searched.where", "nowhere", None), FieldChange("searched.where", None, "here")))),
        ("concepts/vitamin_z.yaml", "label: luck", "label: good luck",
         RecordChange("concept", "luck", "changed", (FieldChange("label", "luck", "good luck"),))),
        ("base.yaml", '"1.0"', '"1.1"',
         RecordChange("base", "base.yaml", "changed", (FieldChange("version", "1.0", "1.1"),))),
        ("policy/plain.yaml", "version: 1", "version: 2",
         RecordChange("policy", "plain", "changed", (FieldChange("version", 1, 2),))),
    ],
)  # fmt: skip
def test_a_changed_record(changed: Changed, file: str, old: str, new: str, expected: RecordChange) -> None:
    assert changed(file, (old, new)) == (expected,)


def test_a_record_that_goes_and_one_that_comes(changed: Changed) -> None:
    assert changed("concepts/vitamin_z.yaml", ("id: vitamin-y", "id: vitamin-x")) == (
        RecordChange("concept", "vitamin-x", "added"),
        RecordChange("concept", "vitamin-y", "removed"),
    )


def test_outcomes_that_change_places_are_the_same(folder: Path, small: EvidenceBase) -> None:
    text = (folder / DOE).read_text("utf-8")
    start, middle, end = (text.index(mark) for mark in ("  - id: hiccups", "  - id: safe", "appraisals:"))
    swapped = text[:start] + text[middle:end] + text[start:middle] + text[end:]
    (folder / DOE).write_text(swapped, "utf-8")
    assert flat(load_evidence([folder], shipped=False, cache=False).study("doe2020")) == flat(small.study("doe2020"))
    assert changes(small, load_evidence([folder], shipped=False, cache=False)) == ()


def trace(claim: str, rated: Rated) -> dict[str, str]:
    return {step.name: step.text for step in rate_claim(claim, *rated).body.trace}


def test_a_rating_that_moved_is_traced(folder: Path, load: Load) -> None:
    old = load()
    spoil(folder / "studies" / "zreview2024.yaml", ("level: low", "level: high"))
    spoil(folder / "base.yaml", ('"1.0"', '"1.1"'))
    new = load()
    (move,) = rating_moves(old, new, changes(old[0], new[0]))
    before, after = (rate_claim("vitamin-z-stops-hiccups", *rated) for rated in (old, new))
    assert (move.claim, move.statement) == ("vitamin-z-stops-hiccups", "Vitamin Z stops hiccups")
    assert move.old == Standing(before.rating, before.reason, before.body.state, 1, 0)
    assert move.new == Standing(after.rating, after.reason, after.body.state, 3, 0)
    assert before.rating != after.rating
    assert move.moved
    assert move.causes == ("study zreview2024 changed",)
    traces = trace(move.claim, old), trace(move.claim, new)
    different = [name for name in traces[1] if traces[0][name] != traces[1][name]]
    assert move.steps == tuple(StepChange(name, traces[0][name], traces[1][name]) for name in different)
    assert {"lines", "for", "state"} <= set(different)


def test_of_the_lines_only_those_that_differ_are_told(folder: Path, load: Load) -> None:
    spoil(folder / "studies" / "zreview2024.yaml", ("pools: [doe2020, roe2018]", "pools: [roe2018]"))
    old = load()
    spoil(folder / "studies" / "zreview2024.yaml", ("level: low", "level: high"))
    (move,) = rating_moves(old, load(), ())
    (lines,) = (step for step in move.steps if step.step == "lines")
    assert (lines.old or "").startswith("zreview2024 ")
    assert " | " not in f"{lines.old}{lines.new}"


def test_other_grounds_for_the_same_rating_are_no_move(folder: Path, load: Load) -> None:
    spoil(folder / "studies" / "zreview2024.yaml", ("level: low", "level: high"))
    old = load()
    spoil(folder / "studies" / "zreview2024.yaml", ("judgement: insufficient", "judgement: convincing"))
    moves = rating_moves(old, load(), ())
    assert [(move.claim, move.moved) for move in moves] == [("vitamin-z-stops-hiccups", False)]


def test_a_claim_that_comes(folder: Path, load: Load) -> None:
    new = load()
    text = (folder / CLAIMS).read_text("utf-8")
    (folder / CLAIMS).write_text(text[: text.index("  - id: vitamin-z-brings-luck")], "utf-8")
    old = load()
    (move,) = rating_moves(old, new, changes(old[0], new[0]))
    assert (move.claim, move.old, move.moved) == ("vitamin-z-brings-luck", None, True)
    assert move.new == Standing("unsupported", "no-evidence", "N", 0, 0)
    assert move.causes == ("claim vitamin-z-brings-luck added",)


def test_another_policy_moves_ratings_too(load: Load) -> None:
    standard, strict = load(), load("strict")
    found = compare(("a", "b"), standard, strict)
    assert found.records == ()
    assert found.ratings
    assert {move.causes for move in found.ratings} == {(f"policy {standard[1].stamp} -> {strict[1].stamp}",)}


def test_language_of_another_release_is_told(folder: Path, load: Load) -> None:
    """The small base's language lacks what the matcher needs."""
    shutil.copy(folder / "base.yaml", "flyer.txt")
    rated = load()
    with pytest.raises(EvidenceError, match=r"the language files of .* lack .* compare without files"):
        compare(("a", "b"), rated, rated, ["flyer.txt"])
