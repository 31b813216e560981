"""What would move a verdict, and whether it hangs on one judgement."""

from __future__ import annotations

from dataclasses import replace

from claimcheck.rating.differences import Difference, differences
from claimcheck.rating.model import Reach
from claimcheck.rating.policy import load_policy
from claimcheck.rating.policy_model import Accepted
from claimcheck.rating.sensitivity import Change, sensitivity
from claimcheck.rating.whynot import NewTrials, why_not
from rating.stand_in import CLAIM, make_base, make_claim

SMALL = {"study": "small", "design": "rct", "n": 120, "bias": "high", "direction": "benefit"}
SOUND = {"study": "sound", "design": "rct", "n": 1200, "bias": "low", "direction": "benefit"}
NULL = {"study": "null", "design": "rct", "n": 600, "bias": "low", "direction": "no-effect"}
JUDGED = {"by": "An institute", "judgement": "insufficient"}


def test_what_was_lost_and_what_would_do() -> None:
    base = make_base([SMALL])
    found = why_not(CLAIM, "flat", base, load_policy("standard", base))
    assert (found.state, found.verdict) == ("S1", "contested")
    assert found.losses == (("bias", 2), ("precision", 1), ("single trial", 1))
    assert found.wording == "A few small studies suggest that X might reduce Y, but the results are not conclusive."
    assert found.wording_tier == "limited"
    assert found.evidence == (
        NewTrials(1, 1000, "some-concerns", "S3", "supported"),
        NewTrials(1, 400, "low", "S3", "supported"),
    )


def test_a_step_up_need_not_be_the_top() -> None:
    base = make_base([])
    found = why_not(CLAIM, "flat", base, load_policy("standard", base))
    assert found.evidence[0] == NewTrials(1, 100, "high", "S1", "contested")


def test_a_supported_sentence_needs_nothing() -> None:
    base = make_base([SOUND])
    found = why_not(CLAIM, "flat", base, load_policy("standard", base))
    assert (found.verdict, found.wording, found.evidence) == ("supported", None, ())


def test_three_more_trials_may_not_do() -> None:
    nulls = [{**NULL, "study": f"null{number}", "n": 5000} for number in range(3)]
    base = make_base(nulls)
    assert why_not(CLAIM, "absolute", base, load_policy("standard", base)).evidence == ()


def test_a_safety_claim_needs_harms_counted() -> None:
    base = make_base([], claim=make_claim("safety", statement="X is safe"))
    found = why_not(CLAIM, "flat", base, load_policy("standard", base))
    assert found.evidence[-1] == NewTrials(1, 100, "low", "S1", "contested")


def test_a_rating_that_holds() -> None:
    lines = [{**SOUND, "study": f"sound{number}"} for number in range(3)]
    base = make_base(lines)
    found = sensitivity(CLAIM, base, load_policy("standard", base))
    assert found.holds
    # per line: one rating of bias worse, one step away, left out; and one judgement of the body
    assert (found.tried, found.state, found.verdict) == (10, "S4", "supported")


def test_a_rating_that_hangs_on_one_judgement() -> None:
    base = make_base([{**SOUND, "n": 450}])
    found = sensitivity(CLAIM, base, load_policy("standard", base))
    assert found.moves == (
        Change("sound", "risk of bias", "low", "some-concerns", "S2", "contested"),
        Change("sound", "directness", "direct", "partly", "S2", "contested"),
        Change("sound", "line", "in", "out", "N", "unsupported"),
        Change(None, "appraisals of the body", "none", "one against it", "S2", "contested"),
    )


def test_stated_certainty_and_answered_appraisals_are_moved_too() -> None:
    review = {**SOUND, "design": "meta-analysis", "k": 4, "stated": "moderate", "away": {"outcome": 1}, "year": 2010}
    base = make_base([review], appraisals=[{**JUDGED, "year": 2015}])
    found = sensitivity(CLAIM, base, load_policy("standard", base))
    assert (found.state, found.verdict) == ("S1", "contested")
    assert [(change.what, change.after, change.state) for change in found.moves] == [("line", "out", "N")]
    assert sensitivity(CLAIM, base, load_policy("standard", base), tier="can").moves == (
        Change("sound", "directness", "partly", "direct", "S2", "supported"),
        Change("sound", "stated certainty", "3", "4", "S2", "supported"),
        Change("sound", "line", "in", "out", "N", "unsupported"),
        Change(None, "appraisals of the body", "unanswered", "answered", "S2", "supported"),
    )


def test_what_a_sentence_asks_for_is_asked_of_the_variants_too() -> None:
    base = make_base([{**SOUND, "when": "end of course"}])
    policy = load_policy("standard", base)
    assert sensitivity(CLAIM, base, policy).state == "S4"
    lasting = sensitivity(CLAIM, base, policy, reach=Reach(time_class="long"))
    assert (lasting.state, lasting.verdict, lasting.holds) == ("N", "unsupported", True)


def test_what_a_profile_accepts_holds_whatever_is_moved() -> None:
    base = make_base([SMALL])
    policy = load_policy("standard", base)
    assert not sensitivity(CLAIM, base, policy).holds
    accepting = replace(policy, accepted=(Accepted(claims=frozenset({CLAIM})),))
    found = sensitivity(CLAIM, base, accepting)
    assert (found.state, found.verdict, found.holds) == ("S1", "supported", True)


def test_a_reassurance_is_taken_away_once_however_often_it_was_given() -> None:
    institute = {"by": "An institute", "judgement": "convincing"}
    board = {"by": "A board", "judgement": "convincing"}
    claim = make_claim("safety", statement="X is safe")
    base = make_base([], claim=claim, appraisals=[institute, institute, board])
    found = sensitivity(CLAIM, base, load_policy("standard", base), tier="can")
    assert (found.state, found.verdict) == ("S2", "supported")
    assert Change(None, "reassurances", "2", "1", "S1", "contested") in found.moves


def test_differences_of_two_policies() -> None:
    base = make_base([])
    standard, lenient = load_policy("standard", base), load_policy("lenient", base)
    assert differences(standard, standard) == ()
    assert differences(standard, lenient) == (
        Difference("table.S2.flat", "contested/low-certainty", "supported/well-supported"),
        Difference("table.S1.may", "contested/low-certainty", "supported/hedge-fits-evidence"),
    )
    assert Difference("tiers.can", None, "flat") in differences(standard, load_policy("strict", base))
    assert Difference("needs_professional.marked_claims", "False", "True") in differences(
        standard, load_policy("asa", base)
    )
