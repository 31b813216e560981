"""`why-not` and `--sensitivity`: what is asked of a verdict."""

from __future__ import annotations

import json
from typing import Any

import pytest
from process import Program

SENTENCE = "Baby massage cures postnatal depression."


def data(claimcheck: Program, *arguments: str) -> Any:
    ended = claimcheck(*arguments, "--format", "json")
    assert (ended.status, ended.err) == (0, b"")
    return json.loads(ended.out)


def test_why_not_names_words_that_would_do(claimcheck: Program) -> None:
    [sentence] = data(claimcheck, "why-not", SENTENCE)["sentences"]
    [found] = sentence["findings"]
    assert (found["claim"], found["verdict"], found["wording"]) == ("massage-treats-pnd", "unsupported", "absolute")
    assert [(change["after"], change["verdict"]) for change in found["words"]] == [
        ("flat", "contested"),
        ("limited", "supported"),
    ]
    for change in found["words"]:
        [retold] = data(claimcheck, "why-not", change["example"])["sentences"][0]["findings"]
        assert (retold["claim"], retold["verdict"]) == ("massage-treats-pnd", change["verdict"])


def test_why_not_names_the_figure_in_the_way(claimcheck: Program) -> None:
    [sentence] = data(claimcheck, "why-not", "Half of all new mums get PND.")["sentences"]
    change, *_ = sentence["findings"][0]["words"]
    assert (change["what"], change["before"]) == ("figure", "Half")


def test_why_not_of_what_claims_nothing(claimcheck: Program) -> None:
    assert data(claimcheck, "why-not", "We meet on Fridays.")["sentences"][0]["findings"] == []
    assert "it makes no claim that the base knows" in claimcheck("why-not", "We meet on Fridays.").text


def test_why_not_under_another_policy(claimcheck: Program) -> None:
    asked = data(claimcheck, "why-not", "Massage can help preterm babies to put on weight.", "--policy", "asa")
    assert asked["policy"].startswith("asa@1 (")


def test_why_not_is_a_card(claimcheck: Program) -> None:
    text = claimcheck("why-not", SENTENCE).text
    assert text.startswith("Policy standard@1 (")
    assert "\n  say it as “limited”, not as “absolute”" in text
    assert "\n  1 trial in favour, " in text


@pytest.mark.parametrize("command", [("claim", "massage-treats-pnd"), ("explain", SENTENCE)], ids=" ".join)
def test_sensitivity_is_there_when_asked_for(claimcheck: Program, command: tuple[str, ...]) -> None:
    asked, plain = data(claimcheck, *command, "--sensitivity"), data(claimcheck, *command)
    if command[0] == "explain":
        [asked], [plain] = asked["sentences"][0]["findings"], plain["sentences"][0]["findings"]
    found = asked.pop("sensitivity")
    assert asked == plain
    assert found["verdict"] == plain.get("verdict", plain["rating"])
    assert found["tried"] > 0
    assert found["holds"] is (found["moves"] == [])
    assert all(change["verdict"] != found["verdict"] for change in found["moves"])
    text = claimcheck(*command, "--sensitivity").text
    assert f" of {found['tried']} single changes of judgement move" in text
    assert "single changes" not in claimcheck(*command).text
