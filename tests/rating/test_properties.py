"""What must hold for any evidence, checked from records to verdicts."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from claimcheck.rating.ladder import ladder
from claimcheck.rating.model import Reach, Verdict
from claimcheck.rating.policy import load_policy
from claimcheck.rating.policy_model import COLUMNS, NEGATIVE_TIERS, POSITIVE_TIERS, VERDICTS
from claimcheck.rating.verdict import judge, rate_claim
from claimcheck.wording.model import STANCE_OF_TIER, Wording
from rating.stand_in import CLAIM, make_base, make_claim

KINDS = ("effect", "prevention", "association", "prevalence", "safety", "comparative", "mechanism")
PROFILES = ("standard", "lenient", "strict", "asa", "ftc")
PRIMARY = ("rct", "cluster-rct", "quasi-experimental", "cohort", "case-control", "cross-sectional", "before-after")
Raw = dict[str, Any]

judgements = st.fixed_dictionaries(
    {
        "by": st.sampled_from(["EIF", "NICE", "Trainers"]),
        "judgement": st.sampled_from(["convincing", "some-doubts", "insufficient", "not-convincing"]),
        "independence": st.sampled_from(["independent", "interested"]),
        "year": st.sampled_from([None, 2010, 2022]),
    }
)


def lines(name: str, designs: Sequence[str], directions: Sequence[str]) -> st.SearchStrategy[Raw]:
    """A short-hand line of a study with this name."""
    return st.fixed_dictionaries(
        {
            "study": st.just(name),
            "design": st.sampled_from(designs),
            "n": st.sampled_from([None, 5, 30, 60, 120, 450, 1500]),
            "bias": st.sampled_from([None, "low", "some-concerns", "unclear", "high"]),
            "direction": st.sampled_from(directions),
            "away": st.fixed_dictionaries({"outcome": st.integers(0, 2)}),
            "comparator": st.sampled_from(["active", "usual"]),
            "entry": st.sampled_from(["absent", "present", "unknown"]),
            "events": st.sampled_from([None, 0, 3]),
            "verified": st.sampled_from(["yes", "partly", "no"]),
            "status": st.sampled_from(["current", "current", "concern", "retracted"]),
            "year": st.sampled_from([2005, 2020]),
            "validated": st.booleans(),
            "funding": st.lists(st.sampled_from(["none", "seller"]), max_size=1),
            "appraised": st.lists(judgements, max_size=1),
        }
    )


ANY = ("benefit", "harm", "no-effect", "unclear", "mixed")
REVIEW = ("meta-analysis", "systematic-review")

kinds, tiers, profiles = st.sampled_from(KINDS), st.sampled_from(COLUMNS), st.sampled_from(PROFILES)
appraisals = st.lists(judgements, max_size=2)


@st.composite
def bodies(draw: st.DrawFn, most: int = 5) -> list[Raw]:
    """Primary studies and now and then a review that pools some of them."""
    found = [draw(lines(f"s{i}", PRIMARY, ANY)) for i in range(draw(st.integers(0, most)))]
    if draw(st.booleans()):
        review = draw(lines("review", REVIEW, ANY))
        pools = [raw["study"] for raw in found if draw(st.booleans())]
        stated = draw(st.sampled_from([None, "low", "moderate", "high"]))
        found.append({**review, "pools": pools, "k": draw(st.sampled_from([None, 4])), "stated": stated})
    return found


def verdict(
    raw: Sequence[Raw], kind: str, tier: Any, profile: str = "standard", appraisals: Sequence[Raw] = ()
) -> Verdict:
    base = make_base(raw, appraisals=appraisals, claim=make_claim(kind))
    return judge(CLAIM, Wording(tier, STANCE_OF_TIER[tier]), Reach(), base, load_policy(profile, base))


def rank(found: Verdict) -> int:
    return VERDICTS.index(found.verdict)


@given(bodies(), kinds, appraisals, st.randoms(use_true_random=False))
@settings(max_examples=150, deadline=None)
def test_the_order_of_records_does_not_matter(raw: list[Raw], kind: str, said: list[Raw], random: Any) -> None:
    shuffled = list(raw)
    random.shuffle(shuffled)
    assert verdict(raw, kind, "flat", appraisals=said) == verdict(shuffled, kind, "flat", appraisals=said)


@given(
    bodies(),
    lines("new", PRIMARY, ["benefit"]),
    kinds,
    tiers,
    profiles,
)
@settings(max_examples=300, deadline=None)
def test_more_support_never_works_against_a_claim(raw: list[Raw], new: Raw, kind: str, tier: str, profile: str) -> None:
    fresh = {**new, "appraised": []}
    before, after = verdict(raw, kind, tier, profile), verdict([*raw, fresh], kind, tier, profile)
    assert rank(after) >= rank(before) if tier in POSITIVE_TIERS else rank(after) <= rank(before)


@given(
    bodies(),
    lines("new", PRIMARY, ["harm", "no-effect", "unclear"]),
    kinds,
    tiers,
    profiles,
)
@settings(max_examples=300, deadline=None)
def test_more_opposition_never_works_for_a_claim(raw: list[Raw], new: Raw, kind: str, tier: str, profile: str) -> None:
    before, after = verdict(raw, kind, tier, profile), verdict([*raw, new], kind, tier, profile)
    assert rank(after) >= rank(before) if tier in NEGATIVE_TIERS else rank(after) <= rank(before)


@given(bodies(), lines("new", (*PRIMARY, *REVIEW), ANY), kinds, tiers)
@settings(max_examples=200, deadline=None)
def test_retraction_equals_removal(raw: list[Raw], new: Raw, kind: str, tier: str) -> None:
    without, retracted = verdict(raw, kind, tier), verdict([*raw, {**new, "status": "retracted"}], kind, tier)
    assert retracted.verdict == without.verdict
    assert (retracted.body.state, retracted.body.used) == (without.body.state, without.body.used)
    if retracted.reason != without.reason:
        assert (without.reason, retracted.reason) in {
            ("no-evidence", "retracted-evidence"),
            ("indirect-only", "retracted-evidence"),
        }


@given(bodies(), kinds, tiers)
@settings(max_examples=200, deadline=None)
def test_a_second_report_of_a_trial_changes_nothing(raw: list[Raw], kind: str, tier: str) -> None:
    again = [
        {**line, "study": f"{line['study']}b", "trial": line["study"]} for line in raw if line["study"] != "review"
    ]
    assert verdict([*raw, *again], kind, tier).verdict == verdict(raw, kind, tier).verdict


@given(bodies(), kinds, profiles, appraisals)
@settings(max_examples=200, deadline=None)
def test_weaker_words_never_fare_worse(raw: list[Raw], kind: str, profile: str, said: list[Raw]) -> None:
    ranks = [rank(verdict(raw, kind, tier, profile, said)) for tier in POSITIVE_TIERS]
    assert ranks == sorted(ranks)


@given(
    bodies(),
    kinds,
    profiles,
    tiers,
    appraisals,
)
@settings(max_examples=200, deadline=None)
def test_every_verdict_is_told_in_full(raw: list[Raw], kind: str, profile: str, tier: str, said: list[Raw]) -> None:
    found = verdict(raw, kind, tier, profile, said)
    assert found.explanation.endswith(".")
    assert "{" not in found.explanation
    assert found.reason not in found.secondary
    assert (found.suggestion is None) or found.verdict != "supported"
    names = [step.name for step in found.trace]
    assert names[:5] == ["claim", "lines", "set out", "for", "against"]
    assert names[-2:] == ["wording", "table"]
    spoken = {(study, outcome) for study, outcome, _ in (*found.body.used, *found.body.set_aside)}
    assert spoken == {(line["study"], "y") for line in raw}


@given(bodies(), profiles)
@settings(max_examples=150, deadline=None)
def test_a_treatment_that_is_not_supported_gets_a_supported_wording(raw: list[Raw], profile: str) -> None:
    base = make_base(raw)
    policy = load_policy(profile, base)
    rating = rate_claim(CLAIM, base, policy)
    assert (rating.suggestion is None) == (rating.rating == "supported")
    rungs = {rung.text: rung.verdict for rung in ladder(CLAIM, base, policy)}
    assert rating.suggestion is None or rungs[rating.suggestion] == "supported"
