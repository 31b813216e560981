"""Explanations and problems, in full."""

from __future__ import annotations

import json
from dataclasses import replace

from report_parts import FINDING, UNLISTED

from claimcheck.checker import ExplainedSentence, Explanation
from claimcheck.documents.model import Sentence
from claimcheck.documents.positions import Lines
from claimcheck.evidence.problems import Problem
from claimcheck.matching.model import Mention, NearMiss, ScorePart
from claimcheck.reports.explanation import explanation_card, explanation_data
from claimcheck.reports.json import dump
from claimcheck.reports.plain_card import render
from claimcheck.reports.problems import in_order, problems_data, problems_text
from claimcheck.reports.style import PLAIN, Style

SENTENCE = Sentence("Foot baths cure tiredness.", 0, 1, 0, 26, range(26), Lines("x" * 26))
EXPLANATION = Explanation(
    (
        ExplainedSentence(
            SENTENCE.text,
            (
                Mention("foot-bath", "Foot baths", "alias", 1, 0, 10, 0, 2),
                Mention("adults", "Grown-ups", "context", 0, 0, 9, 0, 1),
            ),
            (replace(FINDING, trace=FINDING.trace[:1]),),
            (),
            (NearMiss(SENTENCE, "foot-baths-lift-mood", 0.4, "no outcome", (ScorePart("subject", 0.4),)),),
        ),
        ExplainedSentence("[/b] Tea is served.", (), (), (), ()),
        ExplainedSentence(UNLISTED.text, (), (), (UNLISTED,), ()),
    ),
    "standard",
)
CARD = """\
Policy standard

“Foot baths cure tiredness.”
  foot-bath  “Foot baths” (alias)
  adults     “Grown-ups” (context, from sentence 1)

foot-baths-cure-tiredness: UNSUPPORTED (overstated)
  seen         foot-bath “Foot baths” (alias)
  because      One small trial cannot carry the word “cure”.
  say instead  Foot baths might ease tiredness; the trials are small.

Fell short
  - foot-baths-lift-mood (0.40): no outcome [+0.40 subject]

“[/b] Tea is served.”
  - no known concept was seen
  - it makes no claim that the base knows

“Foot baths mend fences.”
  - no known concept was seen

UNLISTED
  - “mend” is health talk.
"""


def test_the_whole_explanation() -> None:
    assert render(explanation_card(EXPLANATION)) == CARD


def test_the_explanation_as_data() -> None:
    first, second, third = explanation_data(EXPLANATION)["sentences"]
    assert first["mentions"][1] == {"concept": "adults", "text": "Grown-ups", "via": "context", "sentence": 0}
    assert first["findings"][0]["trace"] == [{"step": "seen", "text": "foot-bath “Foot baths” (alias)"}]
    assert first["near_misses"] == [
        {
            "claim": "foot-baths-lift-mood",
            "score": 0.4,
            "lacking": "no outcome",
            "parts": [{"reason": "subject", "points": 0.4}],
        }
    ]
    assert second["findings"] == second["unlisted"] == []
    assert third["unlisted"][0]["text"] == "Foot baths mend fences."
    assert json.loads(dump(explanation_data(EXPLANATION)))["policy"] == "standard"


PROBLEMS = [
    Problem("warning", "b.yaml", 7, "study x", "vague-phrase", "says [/b] little", None),
    Problem("error", "a.yaml", None, "", "no-manifest", "base.yaml is missing", "it names the base"),
]


def test_problems_stand_in_order_and_are_counted() -> None:
    assert problems_text(in_order(PROBLEMS), PLAIN) == (
        "a.yaml: error: base.yaml is missing (it names the base) [no-manifest]\n"
        "b.yaml:7: warning: study x: says [/b] little [vague-phrase]\n"
        "1 error, 1 warning\n"
    )
    assert "\x1b[1;31merror\x1b[0m" in problems_text(PROBLEMS, Style(color=True))
    assert problems_text([], PLAIN) == "0 errors, 0 warnings\n"


def test_problems_as_data() -> None:
    assert problems_data(PROBLEMS)["items"][0] == {
        "severity": "warning",
        "path": "b.yaml",
        "line": 7,
        "id": "study x",
        "code": "vague-phrase",
        "message": "says [/b] little",
        "hint": None,
    }
