"""The shipped policies keep their word, and one that does not is caught."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from random import Random
from typing import Any

import pytest

from claimcheck.rating.monotone import broken_promise, first_violation, random_body, random_line
from claimcheck.rating.policy import load_policy, policy_names
from rating.stand_in import DATA, make_base, read_yaml

BASE = make_base([])


@pytest.mark.parametrize("name", policy_names(BASE))
def test_shipped_profiles_keep_their_word(name: str) -> None:
    assert first_violation(load_policy(name, BASE), bodies=400) is None


@pytest.mark.parametrize("case", read_yaml(DATA / "broken_policies.yaml"), ids=lambda case: case["name"])
def test_a_broken_policy_is_caught(case: dict[str, Any], tmp_path: Path) -> None:
    file = tmp_path / "mine.yaml"
    rules = {key: value for key, value in case.items() if key not in ("name", "rule", "case")}
    file.write_text(json.dumps({"extends": "standard", **rules}), encoding="utf-8")
    found = first_violation(load_policy(file.as_posix(), BASE))
    assert found is not None
    assert found.rule == case["rule"]
    if "case" in case:
        assert str(found) == f"{case['rule']}: {case['case']}"


def test_a_violation_is_cut_down_to_the_lines_it_needs(tmp_path: Path) -> None:
    file = tmp_path / "mine.yaml"
    rules = {"extends": "standard", "precision": [{"n_at_least": 0, "minus": 0}, {"n_at_least": 400, "minus": 2}]}
    file.write_text(json.dumps(rules), encoding="utf-8")
    policy = load_policy(file.as_posix(), BASE)
    found = first_violation(policy)
    assert found is not None
    assert found.body is not None
    assert found.added is not None
    lines = found.body.lines
    for line in lines:
        fewer = replace(found.body, lines=tuple(other for other in lines if other is not line))
        assert broken_promise(fewer, found.added, policy) is None


def test_random_bodies_repeat_with_their_seed() -> None:
    policy = load_policy("standard", BASE)
    assert random_body(Random(7), policy, 5) == random_body(Random(7), policy, 5)
    assert random_line(Random(7), "effect", policy, "a") == random_line(Random(7), "effect", policy, "a")
