"""Why a sentence fares no better, and whether a verdict holds: the whole cards and the data."""

from __future__ import annotations

from dataclasses import replace

from report_parts import FINDING, UNLISTED

from claimcheck.checker import ExplainedSentence, Explanation
from claimcheck.inquiry.why_not import Answer, Answered
from claimcheck.rating.ladder import Rung
from claimcheck.rating.rewording import Rewording
from claimcheck.rating.sensitivity import Change, Sensitivity
from claimcheck.rating.whynot import NewTrials, WhyNot
from claimcheck.report import Finding
from claimcheck.reports.explanation import explanation_card, explanation_data
from claimcheck.reports.plain_card import render
from claimcheck.reports.sensitivity import holds, sensitivity_data
from claimcheck.reports.why_not import why_not_card, why_not_data

EVIDENCE = WhyNot(
    FINDING.claim, "absolute", "S1", "contested", (("bias", 2), ("precision", 1)), "Foot baths might ...", "may",
    (NewTrials(1, 400, "low", "S3", "supported"), NewTrials(2, 100, "some-concerns", "S3", "supported")),
)  # fmt: skip
ANSWER = Answer(
    FINDING,
    EVIDENCE,
    (
        Rewording("figure", "9 in 10", None, "contested", "overstated"),
        Rewording("citation", "(Weary, 2001)", None, "contested", "overstated"),
        Rewording("cause", "leads to", None, "contested", "overstated"),
        Rewording("time", "for good", None, "contested", "overstated"),
        Rewording("people", "fathers", None, "contested", "overstated"),
        Rewording("together", "9 in 10; fathers", None, "contested", "overstated"),
        Rewording("tier", "absolute", "may", "supported", "hedge-fits-evidence"),
    ),
    (
        Rung("flat", "Foot baths ease tiredness.", "contested"),
        Rung("may", "Foot baths may ease tiredness.", "supported"),
    ),
)


def sentence(text: str, *findings: Finding, unlisted: bool = False) -> ExplainedSentence:
    return ExplainedSentence(text, (), findings, (UNLISTED,) if unlisted else (), ())


SUPPORTED = replace(
    FINDING, verdict="supported", reason="well-supported", suggestion=None, claim="foot-baths-warm-feet"
)
STUCK = replace(FINDING, suggestion=None)
BARE = WhyNot("foot-baths-warm-feet", "flat", "S4", "supported", (), None, None, ())
ANSWERED = (
    Answered(sentence(FINDING.text, FINDING), (ANSWER,)),
    Answered(sentence("Tea is served."), ()),
    Answered(sentence(UNLISTED.text, unlisted=True), ()),
    Answered(sentence("Foot baths warm the feet.", SUPPORTED), (Answer(SUPPORTED, BARE, (), ()),)),
    Answered(sentence("Foot baths do it.", STUCK), (Answer(STUCK, replace(BARE, verdict="unsupported"), (), ()),)),
)
CARD = """\
Policy standard@1 (ab12)

“Foot baths cure tiredness.”

foot-baths-cure-tiredness: UNSUPPORTED (overstated)
  because             One small trial cannot carry the word “cure”.
  worded              absolute
  state               S1
  certainty lost      2 bias, 1 precision
  by the table alone  contested
  say instead         Foot baths might ease tiredness; the trials are small.
  change of words                            verdict    reason
  leave out the figure “9 in 10”             contested  overstated
  leave out the citation “(Weary, 2001)”     contested  overstated
  do not say that it causes (“leads to”)     contested  overstated
  do not promise that it lasts (“for good”)  contested  overstated
  do not speak of fathers                    contested  overstated
  leave out all of: 9 in 10; fathers         contested  overstated
  say it as “may”, not as “absolute”         supported  hedge-fits-evidence
      such as: Foot baths may ease tiredness.
  further evidence                                                 state  verdict
  1 trial in favour, 400 people, risk of bias low                  S3     supported
  2 trials in favour, 100 people each, risk of bias some-concerns  S3     supported

“Tea is served.”
  - it makes no claim that the base knows; claimcheck explain shows how it was read

“Foot baths mend fences.”
  - “mend” is health talk.
  - the base holds no such claim; claimcheck explain shows how it was read

“Foot baths warm the feet.”

foot-baths-warm-feet: SUPPORTED (well-supported)
  because  One small trial cannot carry the word “cure”.
  worded   absolute
  state    S4
  - nothing is better than supported

“Foot baths do it.”

foot-baths-cure-tiredness: UNSUPPORTED (overstated)
  because  One small trial cannot carry the word “cure”.
  worded   absolute
  state    S4
  - neither other words nor three further trials would lift it
"""


def test_the_whole_card() -> None:
    assert render(why_not_card(ANSWERED, "standard@1 (ab12)")) == CARD


def test_the_answers_as_data() -> None:
    first, second, third, *_ = why_not_data(ANSWERED, "standard@1 (ab12)")["sentences"]
    assert (second["findings"], third["unlisted"]) == ([], ["“mend” is health talk."])
    [found] = first["findings"]
    assert {name: found[name] for name in ("claim", "wording", "verdict", "by_table", "state")} == {
        "claim": "foot-baths-cure-tiredness",
        "wording": "absolute",
        "verdict": "unsupported",
        "by_table": "contested",
        "state": "S1",
    }
    assert found["losses"] == [{"what": "bias", "levels": 2}, {"what": "precision", "levels": 1}]
    assert found["words"][-1] == {
        "what": "tier",
        "before": "absolute",
        "after": "may",
        "verdict": "supported",
        "reason": "hedge-fits-evidence",
        "example": "Foot baths may ease tiredness.",
    }
    assert found["evidence"][0] == {"trials": 1, "people": 400, "bias": "low", "state": "S3", "verdict": "supported"}


MOVES = (
    Change("weary2001", "risk of bias", "high", "low", "S3", "supported"),
    Change(None, "appraisals of the body", "none", "one against it", "N", "unsupported"),
)
HANGING = Sensitivity(FINDING.claim, "flat", "S2", "contested", 7, MOVES)
HOLDING = replace(HANGING, moves=())
EXPLAINED = Explanation((ExplainedSentence(FINDING.text, (), (FINDING,), (), ()),), "standard")


def test_whether_a_verdict_holds() -> None:
    assert holds(HOLDING) == "yes: none of 7 single changes of judgement moves it"
    assert holds(HANGING) == "no: 2 of 7 single changes of judgement move it"


def test_sensitivity_as_data() -> None:
    data = sensitivity_data(HANGING)
    assert {name: data[name] for name in ("holds", "wording", "state", "verdict", "tried")} == {
        "holds": False,
        "wording": "flat",
        "state": "S2",
        "verdict": "contested",
        "tried": 7,
    }
    assert data["moves"][1] == {
        "study": None,
        "what": "appraisals of the body",
        "before": "none",
        "after": "one against it",
        "state": "N",
        "verdict": "unsupported",
    }


def test_an_explanation_says_whether_it_holds() -> None:
    text = render(explanation_card(EXPLAINED, {FINDING.fingerprint: HANGING}))
    assert text.endswith(
        "  does it hold  no: 2 of 7 single changes of judgement move it\n"
        "  study           judgement               from  to              state  verdict\n"
        "  weary2001       risk of bias            high  low             S3     supported\n"
        "  the whole body  appraisals of the body  none  one against it  N      unsupported\n"
    )
    held = render(explanation_card(EXPLAINED, {FINDING.fingerprint: HOLDING}))
    assert held.endswith("  does it hold  yes: none of 7 single changes of judgement moves it\n")
    assert "does it hold" not in render(explanation_card(EXPLAINED))


def test_an_explanation_holds_it_as_data() -> None:
    [asked] = explanation_data(EXPLAINED, {FINDING.fingerprint: HANGING})["sentences"][0]["findings"]
    assert asked["sensitivity"] == sensitivity_data(HANGING)
    [plain] = explanation_data(EXPLAINED)["sentences"][0]["findings"]
    assert asked == plain | {"sensitivity": sensitivity_data(HANGING)}
