"""Doubts about a sound base (the cases are in `data/base_doubts.yaml`)."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from claimcheck.evidence.build import inspect
from claimcheck.evidence.files import list_folders
from claimcheck.evidence.model import Effect
from claimcheck.evidence.problems import Problem
from claimcheck.evidence.sanity import RULES
from claimcheck.evidence.sanity_numbers import excludes_no_effect, is_significant

CASES = yaml.safe_load((Path(__file__).parent.parent / "data" / "base_doubts.yaml").read_text("utf-8"))


def problems(base: Path) -> list[Problem]:
    return inspect(list_folders([base], shipped=False))


def spoil(file: Path, *changes: tuple[str, str]) -> None:
    text = file.read_text("utf-8")
    for old, new in changes:
        assert old in text
        text = text.replace(old, new, 1)
    file.write_text(text, "utf-8")


def test_the_small_base_raises_no_doubts(base: Path) -> None:
    assert problems(base) == []


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_a_doubt_is_told_with_its_place(case: dict[str, Any], base: Path) -> None:
    changes = [(case["instead_of"], case["put"]), tuple(case.get("then", ("", "")))]
    spoil(base / case["file"], *changes)
    found = problems(base)
    assert [f"{problem.code}: {problem.as_error()}" for problem in found] == case["says"]
    assert {problem.severity for problem in found} == {"warning"}


def test_every_rule_has_a_case() -> None:
    assert {said.partition(":")[0] for case in CASES for said in case["says"]} == set(RULES)


def test_what_a_study_explains_is_not_told_again(base: Path) -> None:
    note = 'n_randomised: 101\nnotes: ["arms-do-not-add-up: one left before the arms were drawn"]'
    spoil(base / "studies" / "doe2020.yaml", ("n_randomised: 100", note))
    assert problems(base) == []


def test_what_a_claim_explains_is_not_told_again(base: Path) -> None:
    note = "where: [], by: Test Keeper}\n    notes: ['search-missing: it was searched before records were kept']"
    spoil(base / "claims" / "vitamin_z.yaml", ("where: [nowhere], by: Test Keeper}", note))
    assert problems(base) == []


def test_what_a_concept_explains_is_not_told_again(base: Path) -> None:
    note = "label: vitamin Z\n    note: 'vague-phrase: found in no text yet'"
    file = base / "concepts" / "vitamin_z.yaml"
    spoil(file, ("[vitamin Z, Z drops]", "[vitamin Z, in X of]"), ("label: vitamin Z", note))
    assert problems(base) == []


def test_one_trial_in_two_papers_is_no_double_publication(base: Path) -> None:
    case = next(case for case in CASES if case["name"] == "the same people and authors")
    spoil(
        base / case["file"], (case["instead_of"], case["put"]), tuple(case["then"]), ("design:", "trial_id: z\ndesign:")
    )
    spoil(base / "studies" / "doe2020.yaml", ("design:", "trial_id: z\ndesign:"))
    assert problems(base) == []


def test_errors_come_before_doubts(base: Path) -> None:
    spoil(base / "studies" / "doe2020.yaml", ("state: current", "state: retracted"), ("design: rct", "design: rtc"))
    assert [problem.code for problem in problems(base)] == ["unknown-value"]


P_VALUES = [
    ("0.04", True),
    (".049", True),
    ("0.05", False),
    ("P = 0.2", False),
    ("<0.05", True),
    ("<.001", True),
    ("< 0.10", None),
    (">0.05", False),
    ("> .01", None),
    ("1", False),
    ("0.04; 0.2", None),
    ("significant", None),
    ("", None),
    (None, None),
]


@pytest.mark.parametrize(("text", "significant"), P_VALUES)
def test_p_values(text: str | None, significant: bool | None) -> None:
    assert is_significant(text) is significant


INTERVALS = [
    (Effect("SMD", 0.2, (0.1, 0.3)), True),
    (Effect("MD", 0.2, (-0.1, 0.3)), False),
    (Effect("OR", 0.8, (0.6, 1.0)), False),
    (Effect("HR", 0.8, (0.6, 0.9)), True),
    (Effect("prevalence", 12, (10, 14)), None),
    (Effect("SMD", 0.2), None),
]


@pytest.mark.parametrize(("effect", "excludes"), INTERVALS)
def test_intervals(effect: Effect, excludes: bool | None) -> None:
    assert excludes_no_effect(effect) is excludes
