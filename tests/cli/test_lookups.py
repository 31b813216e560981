"""`study`, `claim`, `list`, `explain`, `policy`, `evidence`: what they print, for people and for programs."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from process import Program


def data(claimcheck: Program, *arguments: str) -> Any:
    ended = claimcheck(*arguments, "--format", "json")
    assert (ended.status, ended.err) == (0, b"")
    return json.loads(ended.out)


def test_a_study(claimcheck: Program) -> None:
    study = data(claimcheck, "study", "onozawa2001")
    wanted = {"id", "reference", "csl", "design", "outcomes", "appraisals", "claims", "provenance"}
    assert set(study) >= wanted
    assert (study["id"], study["design"], study["n_randomised"]) == ("onozawa2001", "rct", 34)
    assert study["csl"]["DOI"] == "10.1016/s0165-0327(00)00198-1"
    assert "massage-treats-pnd" in [claim["id"] for claim in study["claims"]]
    text = claimcheck("study", "onozawa2001").text
    for heading in ("Study", "Outcomes", "Appraisals", "Bears on", "Provenance"):
        assert f"\n{heading}\n" in text
    assert "Early Intervention Foundation 2015" in text


def test_a_claim(claimcheck: Program) -> None:
    claim = data(claimcheck, "claim", "massage-treats-pnd")
    wanted = {"id", "statement", "kind", "rating", "reason", "state", "trace", "outcomes", "searched", "suggestion"}
    assert set(claim) >= wanted
    assert claim["rating"] == "contested"
    assert "onozawa2001" in [outcome["study"] for outcome in claim["outcomes"]]
    assert all((outcome["role"] is None) != (outcome["set_aside"] is None) for outcome in claim["outcomes"])
    text = claimcheck("claim", "massage-treats-pnd").text
    assert text.startswith("massage-treats-pnd: CONTESTED (")
    assert "\nHow the rating came about\n" in text
    assert f"  say         {claim['suggestion']}\n" in text


def test_the_policy_decides(claimcheck: Program) -> None:
    assert data(claimcheck, "claim", "massage-treats-pnd", "--policy", "asa")["rating"] == "unsupported"


@pytest.mark.parametrize("kind", ["studies", "claims", "concepts"])
def test_lists_hold_ids_and_titles_in_order(claimcheck: Program, kind: str) -> None:
    items = data(claimcheck, "list", kind)["items"]
    ids = [item["id"] for item in items]
    assert ids == sorted(ids)
    assert all(set(item) == {"id", "title"} and item["title"] for item in items)
    assert [line.split()[0] for line in claimcheck("list", kind).text.splitlines()] == ids


def test_lists_are_filtered(claimcheck: Program) -> None:
    ids = [item["id"] for item in data(claimcheck, "list", "claims", "MASSAGE", "sleep")["items"]]
    assert "massage-improves-infant-sleep" in ids
    assert all("sleep" in name for name in ids)
    assert data(claimcheck, "list", "studies", "no such words") == {"items": []}


@pytest.mark.parametrize(
    ("arguments", "nearest"),
    [
        (("study", "onozawa201"), "onozawa2001"),
        (("claim", "massage-treat-pnd"), "massage-treats-pnd"),
        (("list", "claim"), "claims"),
        (("text", "x", "--policy", "strickt"), "strict"),
    ],
)
def test_unknown_ids_are_told_the_nearest(claimcheck: Program, arguments: tuple[str, ...], nearest: str) -> None:
    ended = claimcheck(*arguments)
    assert (ended.status, ended.out) == (2, b"")
    assert ended.notes.count("\n") == 1
    assert "did you mean" in ended.notes
    assert nearest in ended.notes


def test_an_explanation_replays_the_verdict(claimcheck: Program) -> None:
    explained = data(claimcheck, "explain", "Baby massage cures postnatal depression. We meet on Fridays.")
    first, second = explained["sentences"]
    assert [finding["claim"] for finding in first["findings"]] == ["massage-treats-pnd"]
    assert {"seen", "match", "wording", "state", "table"} <= {step["step"] for step in first["findings"][0]["trace"]}
    assert {mention["concept"] for mention in first["mentions"]} >= {"infant-massage"}
    assert (second["findings"], second["unlisted"]) == ([], [])
    text = claimcheck("explain", "We meet on Fridays.").text
    assert "no known concept was seen" in text
    assert "it makes no claim that the base knows" in text


def test_policies(claimcheck: Program) -> None:
    names = [item["id"] for item in data(claimcheck, "policy", "list")["items"]]
    assert "standard" in names
    shown = data(claimcheck, "policy", "show", "asa")
    assert shown["table"]["S2"]["flat"] == {"verdict": "unsupported", "reason": "low-certainty"}
    assert "\n  S2  U" in claimcheck("policy", "show", "asa").text


def test_a_policy_that_breaks_its_word_is_1(claimcheck: Program, tmp_path: Path) -> None:
    sound = claimcheck("policy", "test", "standard")
    assert (sound.status, sound.err) == (0, b"")
    assert sound.text.endswith(" keeps its word\n")
    (tmp_path / "mine.yaml").write_text(
        "policy: mine\nversion: 1\nextends: standard\ntable:\n  S4: {flat: U/no-evidence}\n", encoding="utf-8"
    )
    ended = claimcheck("policy", "test", "mine.yaml")
    assert (ended.status, ended.err) == (1, b"")
    assert ended.text.startswith("mine@1 (")
    assert ended.text.endswith(
        " breaks its word: better evidence lowers a promise: [S3][flat] is supported, yet [S4][flat] is unsupported\n"
    )
    assert claimcheck("text", "x", "--policy", "mine.yaml").status == 0


def test_a_policy_that_cannot_be_read_is_2(claimcheck: Program, tmp_path: Path) -> None:
    (tmp_path / "mine.yaml").write_text("policy: mine\nextends: standard\ntabel: {}\n", encoding="utf-8")
    for name, told in {"mine.yaml": "table", "none.yaml": "cannot be read", "standart": "standard"}.items():
        ended = claimcheck("policy", "test", name)
        assert (ended.status, ended.out) == (2, b"")
        assert told in ended.notes


def test_two_policies_side_by_side(claimcheck: Program) -> None:
    found = data(claimcheck, "policy", "diff", "standard", "strict")
    assert (found["one"]["id"], found["other"]["id"]) == ("standard", "strict")
    assert {"place": "tiers.can", "one": None, "other": "flat"} in found["differences"]
    rated = {move["claim"]: (move["one"]["rating"], move["other"]["rating"]) for move in found["claims"]}
    assert rated["massage-treats-pnd"] == ("contested", "unsupported")
    text = claimcheck("policy", "diff", "standard", "strict").text
    assert "\n  S1 flat    contested, low-certainty      unsupported, low-certainty\n" in text


def test_a_policy_beside_itself(claimcheck: Program) -> None:
    same = claimcheck("policy", "diff", "standard", "standard", "--exit-code")
    assert same.status == 0
    assert same.text.endswith("\nNothing differs.\n")
    assert claimcheck("policy", "diff", "standard", "asa", "--exit-code").status == 1
    assert claimcheck("policy", "diff", "standard", "asa").status == 0


def test_evidence_is_counted(claimcheck: Program) -> None:
    stats = data(claimcheck, "evidence", "stats")
    assert stats["studies"] == len(data(claimcheck, "list", "studies")["items"]) == sum(stats["designs"].values())


def test_evidence_is_checked(claimcheck: Program, tmp_path: Path) -> None:
    claims = tmp_path / "own" / "claims"
    claims.mkdir(parents=True)
    (claims / "x.yaml").write_text("claims:\n  - id: x\n    knid: effect\n", encoding="utf-8")
    ended = claimcheck("evidence", "check", "own")
    assert ended.status == 2
    assert "own/claims/x.yaml:" in ended.text
    assert '"kind"' in ended.text
    items = json.loads(claimcheck("evidence", "check", "own", "--format", "json").out)["items"]
    assert any(item["severity"] == "error" and item["path"].endswith("own/claims/x.yaml") for item in items)
    assert claimcheck("evidence", "check").status == 0


def test_own_evidence_is_used(claimcheck: Program, tmp_path: Path, root: Path) -> None:
    studies = tmp_path / "own" / "studies"
    studies.mkdir(parents=True)
    shipped = (root / "evidence" / "studies" / "onozawa2001.yaml").read_text(encoding="utf-8")
    (studies / "onozawa2001.yaml").write_text(
        shipped.replace("country: United Kingdom", "country: Elsewhere"), encoding="utf-8"
    )
    assert data(claimcheck, "study", "onozawa2001", "--evidence", "own")["country"] == "Elsewhere"
    ended = claimcheck("study", "onozawa2001", "--format", "json", CLAIMCHECK_EVIDENCE="own")
    assert json.loads(ended.out)["country"] == "Elsewhere"


def test_the_version_names_program_and_evidence(claimcheck: Program) -> None:
    stats = data(claimcheck, "evidence", "stats")
    digest = stats["digest"][: len("sha256:") + 12]
    expected = f"claimcheck 0.1.0 (evidence {stats['version']}, {stats['studies']} studies, {digest}…)\n"
    assert claimcheck("--version").text == expected


def test_an_explanation_shows_what_a_curator_would_change(claimcheck: Program) -> None:
    explained = data(claimcheck, "explain", "Massage and colic. Baby massage causes colic.")
    short, opposed = (sentence["tried"][0] for sentence in explained["sentences"])
    assert (short["claim"], short["score"]) == ("massage-relieves-colic", 0.65)
    assert sum(part["points"] for part in short["parts"]) == pytest.approx(0.65)
    assert short["lacking"] == "0.65 is below 0.70"
    assert short["remedy"].startswith("language/*/relations.yaml: ")
    assert opposed["lacking"].startswith("massage-relieves-colic has the direction reduces")
    text = claimcheck("explain", "Massage and colic.").text
    assert "\nFrames tried\n" in text
    assert "; to change it, language/*/relations.yaml: " in text
