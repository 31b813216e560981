"""Finding, resolving and checking policies."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, cast

import pytest

from claimcheck.errors import ConfigError
from claimcheck.evidence.base import EvidenceBase
from claimcheck.rating.policy import content_hash, load_policy, policy_names
from claimcheck.rating.policy_model import Cell
from rating.stand_in import DATA, StandIn, make_base, read_yaml

BASE = make_base([])


def write(folder: Path, raw: Any, name: str = "mine.yaml") -> str:
    file = folder / name
    file.write_text(json.dumps(raw), encoding="utf-8")  # JSON is YAML
    return file.as_posix()


def test_shipped_profiles() -> None:
    assert policy_names(BASE) == ("asa", "ftc", "lenient", "standard", "strict")
    assert [load_policy(name, BASE).name for name in policy_names(BASE)] == list(policy_names(BASE))


def test_a_profile_overrides_single_cells_and_keeps_the_rest() -> None:
    standard, lenient = load_policy("standard", BASE), load_policy("lenient", BASE)
    changed = {place for place, cell in lenient.table.items() if standard.table[place] != cell}
    assert changed == {("S2", "flat"), ("S1", "may")}
    assert lenient.cell("S2", "flat") == Cell("supported", "well-supported")
    assert (lenient.start, lenient.floor, lenient.tiers) == (standard.start, standard.floor, standard.tiers)


def test_asa_reads_hedges_as_plain_words() -> None:
    asa = load_policy("asa", BASE)
    assert [asa.cell("S2", tier).verdict for tier in ("flat", "can", "may", "limited")] == ["unsupported"] * 4
    assert asa.column("not-shown") == "not-shown"


def test_ftc_inherits_from_asa() -> None:
    assert load_policy("ftc", BASE).table == load_policy("asa", BASE).table


def test_a_question_is_read_as_if_asserted() -> None:
    assert load_policy("standard", BASE).column("question") == "flat"


def test_a_file_of_ones_own_extends_a_profile(tmp_path: Path) -> None:
    raw = {"extends": "standard", "about": "mine", "table": {"W": {"flat": "C/only-weak-studies"}}}
    policy = load_policy(write(tmp_path, raw), BASE)
    assert (policy.name, policy.about) == ("mine", "mine")
    assert policy.cell("W", "flat").verdict == "contested"


def test_a_file_extends_a_file_beside_it(tmp_path: Path) -> None:
    write(tmp_path, {"extends": "strict", "single_trial": {"minus": 2}}, "house.yaml")
    policy = load_policy(write(tmp_path, {"extends": "house.yaml"}), BASE)
    assert (policy.single_trial.minus, policy.single_trial.unless_n_at_least) == (2, 1000)
    assert policy.column("can") == "flat"


def test_steps_are_sorted_whatever_their_order(tmp_path: Path) -> None:
    steps = [{"n_at_least": 0, "minus": 2}, {"n_at_least": 400, "minus": 0}, {"n_at_least": 100, "minus": 1}]
    policy = load_policy(write(tmp_path, {"extends": "standard", "precision": steps}), BASE)
    assert [step.n_at_least for step in policy.precision] == [400, 100, 0]


def test_the_hash_names_the_content_not_the_order() -> None:
    assert content_hash({"a": 1, "b": [1, 2]}) == content_hash({"b": [1, 2], "a": 1})
    hashes = {load_policy(name, BASE).hash for name in policy_names(BASE)}
    assert len(hashes) == len(policy_names(BASE))


def test_the_hash_changes_with_a_cell(tmp_path: Path) -> None:
    plain = {"policy": "mine", "extends": "standard"}
    changed = {**plain, "table": {"W": {"flat": "C/only-weak-studies"}}}
    one = load_policy(write(tmp_path, plain, "a.yaml"), BASE)
    other = load_policy(write(tmp_path, changed, "b.yaml"), BASE)
    assert one.hash != other.hash
    assert one.stamp == f"mine@1 ({one.hash})"


@pytest.mark.parametrize("case", read_yaml(DATA / "policy_mistakes.yaml"), ids=lambda case: case["name"])
def test_mistakes_name_file_key_and_nearest_word(case: dict[str, Any], tmp_path: Path) -> None:
    path = write(tmp_path, case["file"])
    with pytest.raises(ConfigError) as caught:
        load_policy(path, BASE)
    assert caught.value.message == case["message"]
    assert caught.value.path == (path if "unknown parent" not in case["name"] else None)
    if "hint" in case:
        assert caught.value.hint == case["hint"]


def test_a_profile_that_extends_itself() -> None:
    loop = {"one": {"policy": "one", "extends": "two"}, "two": {"policy": "two", "extends": "one"}}
    base = cast(EvidenceBase, StandIn([], [], policies=loop))
    with pytest.raises(ConfigError, match=r"extends itself by way of policy/one\.yaml -> policy/two\.yaml"):
        load_policy("one", base)


def test_a_missing_file(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="cannot be read: No such file"):
        load_policy((tmp_path / "none.yaml").as_posix(), BASE)


def test_a_file_that_is_no_yaml(tmp_path: Path) -> None:
    file = tmp_path / "broken.yaml"
    file.write_text("policy: [", encoding="utf-8")
    with pytest.raises(ConfigError, match=r"broken\.yaml:2: is not valid YAML"):
        load_policy(file.as_posix(), BASE)


def test_an_unknown_name_lists_the_known_ones() -> None:
    with pytest.raises(ConfigError, match=r"known: asa, ftc, lenient, standard, strict"):
        load_policy("zzzz", BASE)
