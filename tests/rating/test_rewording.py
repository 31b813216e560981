"""Which changes of words lift a verdict."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from claimcheck.rating.model import Reach
from claimcheck.rating.omissions import Said
from claimcheck.rating.policy import load_policy
from claimcheck.rating.policy_model import COLUMNS, VERDICTS
from claimcheck.rating.rewording import Rewording, rewordings
from claimcheck.rating.verdict import judge
from claimcheck.wording.model import STANCE_OF_TIER, Cue, Number, Reference, Wording
from rating.stand_in import CLAIM, make_base, make_claim

SOUND = {"study": "sound", "design": "rct", "n": 1200, "bias": "low", "direction": "benefit"}
SMALL = {"study": "small", "design": "rct", "n": 120, "bias": "high", "direction": "benefit"}
NULL = {**SOUND, "study": "null", "direction": "no-effect"}
EFFECT = {"effect": [{"metric": "RR", "value": 0.7, "ci": [0.6, 0.8]}]}
HUGE = Number("90% fewer", "percent", 90, 90, change=True)
FITTING = Number("30% fewer", "percent", 30, 30, change=True)
SMITH = (Reference("(Smith, 2001)", ("Smith",), 2001), ("null",))
SOUND_2020 = (Reference("(Sound, 2020)", ("Sound",), 2020), ("sound",))


def found(
    lines: Sequence[Mapping[str, Any]],
    tier: Any = "flat",
    *,
    reach: Reach = Reach(),  # noqa: B008
    cited: Any = (),
    kind: str = "effect",
    claim: Mapping[str, Any] | None = None,
    policy: str = "standard",
    **wording: Any,
) -> tuple[Rewording, ...]:
    base = make_base(lines, claim=make_claim(kind, **(claim or {})))
    said = Said(Wording(tier, STANCE_OF_TIER[tier], **wording), reach, cited)
    return rewordings(CLAIM, said, base, load_policy(policy, base))


def test_a_supported_sentence_needs_no_other_words() -> None:
    assert found([SOUND]) == ()


def test_the_nearest_tier_for_each_better_verdict() -> None:
    assert found([SMALL], "absolute") == (
        Rewording("tier", "absolute", "flat", "contested", "low-certainty"),
        Rewording("tier", "absolute", "limited", "supported", "hedge-fits-evidence"),
    )


def test_where_nothing_is_known_only_that_can_be_said() -> None:
    assert found([]) == (Rewording("tier", "flat", "not-shown", "supported", "gap-acknowledged"),)


def test_a_denial_of_what_is_well_shown() -> None:
    assert found([SOUND], "not-shown") == (Rewording("tier", "not-shown", "limited", "supported", "well-supported"),)
    assert found([SMALL], "denial") == (Rewording("tier", "denial", "not-shown", "supported", "gap-acknowledged"),)


def test_a_question_is_weighed_as_a_plain_statement() -> None:
    assert found([SMALL], "question")[0].after == "limited"
    assert found([SMALL], "question")[0].before == "question"


def test_the_figure_that_is_too_high() -> None:
    [change] = found([{**SOUND, **EFFECT}], numbers=(FITTING, HUGE))
    assert change == Rewording("figure", "90% fewer", None, "supported", "well-supported")


def test_the_citation_that_says_otherwise() -> None:
    [change, *_] = found([SOUND, NULL, {**SOUND, "study": "more"}, {**SOUND, "study": "most"}], cited=(SMITH,))
    assert (change.what, change.before) == ("citation", "(Smith, 2001)")


def test_the_causal_verb_over_mere_association() -> None:
    cohort = {**SOUND, "design": "cohort"}
    cue = Cue("verbs", "causal", "leads to", 0)
    [change, *_] = found([cohort], kind="association", causal=True, cues=(cue,))
    assert change == Rewording("cause", "leads to", None, "supported", "well-supported")


def test_the_promise_that_it_lasts() -> None:
    line = {**SOUND, "when": "end of course"}
    [change, *_] = found([line], lasting=True, cues=(Cue("time", "lasting", "for good", 0),))
    assert change == Rewording("time", "for good", None, "supported", "well-supported")
    [change, *_] = found([line], reach=Reach(time_class="long"))
    assert (change.what, change.before) == ("time", "lasting")


def test_the_people_whom_no_study_was_about() -> None:
    line = {**SOUND, "population": "mothers"}
    [change, *_] = found([line], reach=Reach(("fathers",)), claim={"population": "parents"})
    assert change == Rewording("people", "fathers", None, "supported", "well-supported")


def test_what_only_helps_together_is_told_together_and_no_more() -> None:
    lines = [{**SOUND, **EFFECT}]
    also = Number("80% fewer", "percent", 80, 80, change=True)
    changes = found(lines, numbers=(HUGE, FITTING, also))
    assert changes == (Rewording("together", "90% fewer; 80% fewer", None, "supported", "well-supported"),)


@given(
    tier=st.sampled_from(COLUMNS),
    lines=st.lists(
        st.sampled_from([SOUND, SMALL, {**NULL, **EFFECT}]), max_size=3, unique_by=lambda line: line["study"]
    ),
    numbers=st.lists(st.sampled_from([HUGE, FITTING]), max_size=2, unique=True),
    policy=st.sampled_from(["standard", "strict", "asa"]),
)
def test_every_change_lifts_the_verdict(tier: Any, lines: Any, numbers: list[Number], policy: str) -> None:
    base = make_base(lines)
    rules = load_policy(policy, base)
    wording = Wording(tier, STANCE_OF_TIER[tier], numbers=tuple(numbers))
    now = VERDICTS.index(judge(CLAIM, wording, Reach(), base, rules).verdict)
    changes = found(lines, tier, numbers=tuple(numbers), policy=policy)
    assert all(VERDICTS.index(change.verdict) > now for change in changes)
    tiers = [change.verdict for change in changes if change.what == "tier"]
    assert len(tiers) == len(set(tiers)) <= 2
