"""Figures; the cases are in `cases/numbers.yaml`."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import astuple
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.evidence.language import Language
from claimcheck.wording.model import Wording
from claimcheck.wording.numbers import NumberReader

CASES = yaml.safe_load((Path(__file__).parent / "cases" / "numbers.yaml").read_text("utf-8"))
EVERYWHERE = (0, 10_000)


@pytest.fixture(scope="session")
def numbers(language: Language) -> NumberReader:
    return NumberReader(language.data["numbers"])


@pytest.mark.parametrize(("text", "figures"), [case for cases in CASES.values() for case in cases])
def test_figures(numbers: NumberReader, text: str, figures: list[list[object]]) -> None:
    assert [list(astuple(number)) for number in numbers.read(text, EVERYWHERE)] == figures


@given(low=st.integers(1, 60), extra=st.integers(1, 39))
def test_ranges_keep_their_order(numbers: NumberReader, low: int, extra: int) -> None:
    high = low + extra
    (number,) = numbers.read(f"affects {low}-{high}% of mothers", EVERYWHERE)
    assert (number.low, number.high, number.text) == (low, high, f"{low}-{high}%")


@given(st.text(max_size=200))
def test_any_text_is_read(numbers: NumberReader, text: str) -> None:
    for number in numbers.read(text, (0, len(text))):
        assert number.low <= number.high
        assert number.text in text


def test_no_words_no_figures() -> None:
    assert NumberReader(None).read("1 in 10", EVERYWHERE) == ()


def test_only_the_claims_own_clause_counts(read: Callable[..., Wording]) -> None:
    text = "Half of all mums have the blues; massage eases colic."
    assert [number.text for number in read(text, outcome="blues").numbers] == ["Half"]
    assert read(text, outcome="colic", relation="eases").numbers == ()
