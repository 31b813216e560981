"""`why-not`, `--sensitivity` and `--compare-policies`: what is asked of a verdict."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from process import Program

SENTENCE = "Baby massage cures postnatal depression."
COPY = "Massage may help babies to sleep. We meet on Fridays."


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


def test_policies_side_by_side(claimcheck: Program) -> None:
    command = ("text", COPY, "--fail-on", "contested")
    plain = claimcheck(*command, "--format", "json")
    compared = claimcheck(*command, "--format", "json", "--compare-policies", "standard, asa,standard")
    assert plain.status == compared.status == 0
    found = json.loads(compared.out)
    assert [stamp.partition("@")[0] for stamp in found.pop("policies")] == ["standard", "asa"]
    verdicts = found["documents"][0]["findings"][0].pop("policies")
    assert [(other["policy"], other["verdict"]) for other in verdicts] == [
        ("standard", "supported"),
        ("asa", "unsupported"),
    ]
    assert found == json.loads(plain.out)


def test_each_column_is_what_its_policy_says(claimcheck: Program, root: Path) -> None:
    flyer = root / "examples" / "class-flyer.txt"
    names = ("lenient", "standard", "strict", "asa", "ftc")
    compared = json.loads(claimcheck("file", flyer, "--compare-policies", ",".join(names), "-f", "json").out)
    columns = [[other["verdict"] for other in f["policies"]] for f in compared["documents"][0]["findings"]]
    for number, name in enumerate(names):
        alone = json.loads(claimcheck("file", flyer, "--policy", name, "--format", "json").out)
        findings = alone["documents"][0]["findings"]
        assert [finding["verdict"] for finding in findings] == [column[number] for column in columns]


def test_policies_side_by_side_for_people(claimcheck: Program) -> None:
    text = claimcheck("text", COPY, "--compare-policies", "standard,asa").text
    assert text.startswith("Under 2 policies\n\n<text>\n  place  claim ")
    assert "  supported, " in text
    assert "  unsupported, " in text


@pytest.mark.parametrize(
    ("names", "told"), [(",", "names no policy"), ("standard,standart", 'did you mean "standard"?')]
)
def test_policies_that_cannot_be_compared(claimcheck: Program, names: str, told: str) -> None:
    ended = claimcheck("text", COPY, "--compare-policies", names)
    assert (ended.status, ended.out) == (2, b"")
    assert told in ended.notes
