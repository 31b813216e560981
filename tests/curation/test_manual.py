"""The curators' manual keeps up with the rules, the commands and the words of the model."""

from __future__ import annotations

import re
from pathlib import Path
from typing import get_args

import pytest

from claimcheck.cli.app import load
from claimcheck.evidence.model import Bias, ClaimKind, Direction
from claimcheck.evidence.sanity import RULES

MANUAL = (Path(__file__).parents[2] / "docs" / "curating.md").read_text("utf-8")


def section(heading: str) -> str:
    return re.split(r"\n##+ ", MANUAL.partition(f"# {heading}\n")[2])[0]


def test_every_doubt_is_told() -> None:
    assert re.findall(r"^\| `([a-z-]+)` \|", section("Doubts, and how to explain them"), re.MULTILINE) == list(RULES)


def test_every_command_is_told() -> None:
    told = re.findall(r"claimcheck evidence ([a-z]+)", section("The tools"))
    assert set(told) == set(load("evidence").commands)


@pytest.mark.parametrize(
    ("heading", "words"), [("How to rate bias", Bias), ("Direction", Direction), ("A claim", ClaimKind)]
)
def test_every_word_is_told(heading: str, words: object) -> None:
    assert [word for word in get_args(words) if f"`{word}`" not in section(heading)] == []
