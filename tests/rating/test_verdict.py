"""Steps 7 to 9: from state and wording to a verdict with its reasons, notes and citations."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest

from claimcheck.evidence.base import EvidenceBase
from claimcheck.rating.model import Citation, Reach, Verdict
from claimcheck.rating.policy import load_policy
from claimcheck.rating.verdict import judge, rate_claim
from claimcheck.wording.model import STANCE_OF_TIER, Cue, Number, Reference, Wording
from rating.stand_in import CLAIM, make_base, make_claim

SOUND = {"study": "sound", "design": "rct", "n": 1200, "bias": "low", "direction": "benefit"}
LOW = {**SOUND, "study": "low", "bias": "high"}
NULL = {"study": "null", "design": "rct", "n": 90, "bias": "high", "direction": "unclear"}
FITTING = Number("30% fewer", "percent", 30, 30, change=True)
HUGE = Number("90% fewer", "percent", 90, 90, change=True)
REFERENCE = Reference("(Smith, 2001)", ("Smith",), 2001)


def judged(
    lines: Sequence[Mapping[str, Any]],
    tier: Any = "flat",
    *,
    kind: str = "effect",
    reach: Reach = Reach(),  # noqa: B008
    policy: str = "standard",
    cited: Sequence[tuple[Reference, tuple[str, ...]]] = (),
    claim: Mapping[str, Any] | None = None,
    **wording: Any,
) -> Verdict:
    base = make_base(lines, claim=make_claim(kind, **(claim or {})))
    return judge(CLAIM, Wording(tier, STANCE_OF_TIER[tier], **wording), reach, base, load_policy(policy, base), cited)


def outcome(verdict: Verdict) -> tuple[str, str, tuple[str, ...]]:
    return verdict.verdict, verdict.reason, verdict.secondary


def test_a_figure_that_fits_changes_nothing() -> None:
    line = {**SOUND, "effect": [{"metric": "RR", "value": 0.7, "ci": [0.6, 0.8]}]}
    assert outcome(judged([line], numbers=(FITTING,))) == ("supported", "well-supported", ())


def test_an_exaggerated_figure_costs_one_step() -> None:
    line = {**SOUND, "effect": [{"metric": "RR", "value": 0.7, "ci": [0.6, 0.8]}]}
    assert outcome(judged([line], numbers=(HUGE,))) == ("contested", "number-exaggerated", ("well-supported",))


def test_figures_of_lines_that_are_not_direct_do_not_count() -> None:
    line = {**SOUND, "effect": [{"metric": "RR", "value": 0.7, "ci": [0.6, 0.8]}], "away": {"outcome": 1}}
    assert judged([line], numbers=(FITTING,)).reason == "number-unmatched"


def test_figures_of_retracted_lines_do_not_count() -> None:
    dead = {**SOUND, "study": "dead", "status": "retracted", "effect": [{"metric": "RR", "value": 0.7}]}
    assert judged([SOUND, dead], numbers=(FITTING,)).reason == "number-unmatched"


def test_a_figure_in_a_denial_is_left_alone() -> None:
    assert judged([NULL], "not-shown", numbers=(HUGE,)).secondary == ()


def test_a_wrong_share_sinks_a_claim_about_shares() -> None:
    line = {
        **SOUND,
        "design": "cross-sectional",
        "effect": [{"metric": "prevalence", "value": 0.1, "ci": [0.08, 0.12]}],
    }
    verdict = judged([line], kind="prevalence", numbers=(Number("1 in 100", "share", 0.01, 0.01),))
    assert outcome(verdict) == ("unsupported", "number-unmatched", ("well-supported",))


def test_an_association_put_as_a_cause() -> None:
    cohort = {**SOUND, "design": "cohort"}
    assert outcome(judged([cohort], kind="association", causal=True)) == (
        "contested",
        "causal-overreach",
        ("well-supported",),
    )
    assert judged([cohort], kind="association").verdict == "supported"
    assert judged([SOUND], kind="association", causal=True).verdict == "supported"
    assert judged([SOUND], causal=True).verdict == "supported"


def test_steps_add_up_and_stop_at_the_bottom() -> None:
    cohort = {**SOUND, "design": "cohort"}
    lines = [cohort, {**NULL, "n": 20}]
    verdict = judged(lines, kind="association", causal=True, numbers=(HUGE,), cited=[(REFERENCE, ("null",))])
    assert outcome(verdict) == (
        "unsupported",
        "citation-mismatch",
        ("number-unmatched", "well-supported", "causal-overreach"),
    )


def test_a_cited_study_that_bears_the_sentence_out() -> None:
    assert outcome(judged([SOUND], cited=[(REFERENCE, ("sound",))])) == ("supported", "well-supported", ())


def test_a_cited_study_that_points_elsewhere() -> None:
    lines = [SOUND, {**NULL, "n": 20}]
    assert outcome(judged(lines, cited=[(REFERENCE, ("null",))])) == (
        "contested",
        "citation-mismatch",
        ("well-supported",),
    )


def test_a_cited_study_about_something_else() -> None:
    lines = [SOUND, {**SOUND, "study": "other", "claim": "another"}]
    assert judged(lines, cited=[(REFERENCE, ("other",))]).reason == "citation-mismatch"


def test_one_good_citation_among_several_saves_the_verdict() -> None:
    lines = [SOUND, {**NULL, "n": 20}]
    cited = [(REFERENCE, ("null",)), (REFERENCE, ("sound",))]
    assert outcome(judged(lines, cited=cited)) == ("supported", "well-supported", ("citation-mismatch",))


def test_a_denial_may_cite_what_it_doubts() -> None:
    assert judged([LOW], "not-shown", cited=[(REFERENCE, ("low",))]).secondary == ()


def test_unknown_and_retracted_citations_are_notes() -> None:
    lines = [SOUND, {**SOUND, "study": "dead", "status": "retracted"}]
    verdict = judged(lines, cited=[(REFERENCE, ()), (REFERENCE, ("dead",))])
    assert (verdict.verdict, verdict.notes) == ("supported", ("thin-base", "citation-unknown", "retracted-citation"))


def test_what_became_of_each_citation_is_told() -> None:
    lines = [SOUND, {**SOUND, "study": "old", "superseded_by": "sound"}, {**NULL, "n": 20}]
    cited = [(REFERENCE, ("old",)), (REFERENCE, ("null", "other")), (REFERENCE, ())]
    verdict = judged([*lines, {**SOUND, "study": "other", "claim": "another"}], cited=cited)
    assert [step.text for step in verdict.trace if step.name == "citation"] == [
        "(Smith, 2001) = old: bears it out, superseded by sound",
        "(Smith, 2001) = null, other: points elsewhere",
        "(Smith, 2001): not in this base",
    ]


def test_a_lasting_benefit_needs_a_long_follow_up() -> None:
    line = {**SOUND, "time": "short", "when": "end of course"}
    assert judged([line], lasting=True).reason == "indirect-only"
    assert judged([line], reach=Reach(time_class="long")).reason == "indirect-only"
    assert judged([line]).verdict == "supported"


def test_other_people_are_out_of_reach() -> None:
    lines = [{**SOUND, "population": "preterm"}]
    verdict = judged(lines, reach=Reach(("fathers",)), claim={"population": "parents"})
    assert verdict.body.why_empty == "indirect-only"


def test_notes_on_the_wording() -> None:
    verdict = judged([SOUND, LOW], "question", flags=("testimonial",), claim={"needs_professional": True}, policy="asa")
    assert (verdict.verdict, verdict.notes) == (
        "supported",
        ("testimonial", "asked-not-asserted", "needs-professional"),
    )


@pytest.mark.parametrize(
    ("policy", "tier", "noted"), [("standard", "flat", 0), ("asa", "flat", 1), ("asa", "disclaimer", 0)]
)
def test_needs_professional_is_for_sellers_who_promise(policy: str, tier: str, noted: int) -> None:
    verdict = judged([SOUND], tier, policy=policy, claim={"needs_professional": True})
    assert verdict.notes.count("needs-professional") == noted


def test_flags_are_secondary_reasons_of_a_promise() -> None:
    lines = [{**SOUND, "appraised": [{"by": "EIF", "judgement": "not-convincing"}]}]
    assert outcome(judged(lines, "may")) == ("supported", "hedge-fits-evidence", ("disputed-by-appraisal",))
    assert outcome(judged(lines, "disclaimer")) == ("supported", "disclaimer-fits-evidence", ())


def accepting(tmp_path: Path, rule: str) -> str:
    file = tmp_path / "house.yaml"
    file.write_text(f"extends: asa\naccepted: [{rule}]\n", encoding="utf-8")
    return file.as_posix()


@pytest.mark.parametrize(
    ("rule", "tier", "reason"),
    [
        (f"{{claims: [{CLAIM}]}}", "flat", "accepted-by-profile"),
        ("{interventions: [x], outcomes: [y, z]}", "may", "accepted-by-profile"),
        (f"{{claims: [{CLAIM}]}}", "absolute", "no-evidence"),
        ("{interventions: [x], outcomes: [z]}", "flat", "no-evidence"),
        ("{interventions: [x], outcomes: [y], never_with: [pnd-mothers]}", "flat", "no-evidence"),
        (f"{{claims: [{CLAIM}], never_with: [y]}}", "flat", "no-evidence"),
    ],
)
def test_accepted_by_profile(rule: str, tier: str, reason: str, tmp_path: Path) -> None:
    reach = Reach(("pnd-mothers",))
    verdict = judged([], tier, policy=accepting(tmp_path, rule), reach=reach)
    assert verdict.reason == reason


def test_nothing_is_accepted_against_the_evidence(tmp_path: Path) -> None:
    null = {**SOUND, "direction": "no-effect"}
    policy = accepting(tmp_path, f"{{claims: [{CLAIM}]}}")
    assert judged([null], policy=policy).reason == "evidence-against"


def test_citations_best_first_and_then_the_appraisers() -> None:
    lines = [
        {**SOUND, "study": "small", "n": 90},
        {**SOUND, "study": "large", "doi": "10.1/large"},
        {**SOUND, "study": "mixed", "direction": "mixed"},
        NULL,
        {**SOUND, "study": "voice", "design": "opinion"},
    ]
    base = make_base(lines)
    verdict = judge(CLAIM, Wording("flat", "asserted"), Reach(), base, load_policy("standard", base))
    assert verdict.citations == (
        Citation("large", "for", "Large 2020", "10.1/large"),
        Citation("small", "for", "Small 2020", None),
        Citation("null", "against", "Null 2020", None),
        Citation("mixed", "neutral", "Mixed 2020", None),
    )


def test_where_nothing_counts_what_was_found_is_cited() -> None:
    verdict = judged([{**SOUND, "away": {"population": 2}}])
    assert verdict.citations == (Citation("sound", "neutral", "Sound 2020", None),)


def test_nothing_is_cited_for_what_nobody_tested() -> None:
    assert judged([{**SOUND, "design": "opinion"}]).citations == ()


def test_the_trace_goes_from_the_claim_to_the_verdict() -> None:
    line = {**LOW, "n": 120, "effect": [{"metric": "RR", "value": 0.7, "ci": [0.6, 0.8]}]}
    cue = Cue("can", "can", "can", 0)
    verdict = judged([line, {**NULL, "design": "opinion"}], "can", numbers=(HUGE,), cues=(cue,), policy="strict")
    stamp = load_policy("strict", make_base([])).stamp
    assert [(step.name, step.text) for step in verdict.trace] == [
        ("claim", "x-reduces-y (effect)"),
        ("lines", "low rct n 120 benefit high"),
        ("set out", "null/y: context only: opinion"),
        ("for", "best of: bias<=high N 120: 4 -2 bias -1 precision -1 single trial = 0, at least 1 -> 1 very low"),
        ("against", "no line speaks against the claim = 0"),
        ("floor", "1 controlled trial or study for, N 120: cleared (1 controlled, N at least 100)"),
        ("state", "S1 (for 1, against 0)"),
        ("wording", 'can ("can"), read as flat'),
        ("table", f"{stamp} [S1][flat] = unsupported, low-certainty"),
        ("number", '"90% fewer" = 0.9 beyond every interval: low 0.2 to 0.4'),
    ]


def test_a_claim_is_rated_by_its_plain_statement() -> None:
    base = make_base([LOW, NULL])
    policy = load_policy("standard", base)
    rating = rate_claim(CLAIM, base, policy)
    verdict = judge(CLAIM, Wording("flat", "asserted"), Reach(), base, policy)
    assert (rating.rating, rating.reason, rating.body) == (verdict.verdict, verdict.reason, verdict.body)
    assert (rating.explanation, rating.suggestion) == (verdict.explanation, verdict.suggestion)
    assert (rating.policy, rating.claim) == (policy.stamp, CLAIM)


def test_an_unknown_claim() -> None:
    base: EvidenceBase = make_base([])
    with pytest.raises(KeyError):
        judge("no-such-claim", Wording("flat", "asserted"), Reach(), base, load_policy("standard", base))
