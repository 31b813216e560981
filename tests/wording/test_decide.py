"""From acting cues to a tier."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.wording.cues import CueSpec
from claimcheck.wording.tier import Acting, decide

SIGNALS = (
    "absolute", "can", "may", "limited", "not-shown", "denial", "disclaimer", "question", "whether", "booster", "flat",
    "absence",
)  # fmt: skip
#: from the strongest assertion to the weakest
STRENGTH = ["absolute", "flat", "can", "may", "limited"]


def cue(signal: str, at: int = 0, *, yields: bool = False, lent: bool = False) -> Acting:
    spec = CueSpec(f"{signal}-{at}", signal, "forward", 0, (), True, False, yields, False, (), ())
    return Acting(spec, 9 if lent else 0, at, at + 1, signal, lent)


@pytest.mark.parametrize(
    ("cues", "tier"),
    [
        ([], "flat"),
        ([cue("absolute")], "absolute"),
        ([cue("can")], "can"),
        ([cue("can"), cue("may", 1)], "may"),
        ([cue("may"), cue("limited", 5)], "limited"),
        ([cue("may"), cue("absolute", 1)], "flat"),
        ([cue("may"), cue("absolute", 9)], "may"),
        ([cue("may"), cue("absolute", 1, yields=True)], "may"),
        ([cue("may"), cue("absolute", 1, lent=True)], "may"),
        ([cue("may"), cue("booster", 1)], "flat"),
        ([cue("may"), cue("may", 1), cue("booster", 2)], "may"),
        ([cue("limited", 1), cue("can", 7), cue("booster", 8)], "limited"),
        ([cue("may"), cue("booster", 1, lent=True)], "may"),
        ([cue("denial"), cue("may", 1)], "denial"),
        ([cue("denial"), cue("not-shown", 1)], "not-shown"),
        ([cue("not-shown"), cue("disclaimer", 1)], "disclaimer"),
        ([cue("denial"), cue("question", 9)], "question"),
        ([cue("whether"), cue("may", 1)], "question"),
        ([cue("question", 9), cue("flat")], "flat"),
        ([cue("absence"), cue("denial", 3)], "absolute"),
        ([cue("absence")], "flat"),
    ],
)
def test_tier(cues: list[Acting], tier: str) -> None:
    assert decide(cues).tier == tier


def test_the_deciding_cues_are_named() -> None:
    may, also, can = cue("may"), cue("may", 4), cue("can", 2)
    assert decide([may, can, also]).cues == (may, also)


CUES = st.lists(
    st.builds(cue, st.sampled_from(SIGNALS), st.integers(0, 20), yields=st.booleans(), lent=st.booleans()), max_size=6
)


@given(cues=CUES)
def test_the_order_of_cues_does_not_matter(cues: list[Acting]) -> None:
    forward, backward = decide(cues), decide(cues[::-1])
    assert (forward.tier, set(forward.cues)) == (backward.tier, set(backward.cues))


@given(
    cues=st.lists(st.builds(cue, st.sampled_from(STRENGTH[2:]), st.integers(0, 20)), max_size=4),
    more=st.sampled_from(STRENGTH[2:]),
)
def test_a_further_hedge_never_makes_a_claim_stronger(cues: Sequence[Acting], more: str) -> None:
    before, after = decide(cues).tier, decide([*cues, cue(more, 30)]).tier
    assert STRENGTH.index(after) >= STRENGTH.index(before)


@given(cues=CUES)
def test_only_given_cues_decide(cues: list[Acting]) -> None:
    assert set(decide(cues).cues) <= set(cues)
