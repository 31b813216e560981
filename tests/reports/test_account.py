"""How a sentence was read, as a curator sees it: the whole card, and the data."""

from __future__ import annotations

from claimcheck.checker import ExplainedSentence, Explanation
from claimcheck.documents.model import Sentence
from claimcheck.documents.positions import Lines
from claimcheck.matching.account import Account, Attempt, Dropped, Loan, Word
from claimcheck.matching.model import Mention, NearMiss, ScorePart
from claimcheck.reports.explanation import explanation_card, explanation_data
from claimcheck.reports.plain_card import render

TEXT = "It eases tiredness and mends fences."
HERE = Mention("tiredness", "tiredness", "alias", 1, 9, 18, 2, 3)
LENT = Mention("foot-bath", "Foot baths", "context", 0, 0, 10, 0, 2)
PARTS = (ScorePart("outcome: related", 0.5), ScorePart("subject: document", 0.32))
MADE = Attempt(
    "foot-bath", "document", "tiredness", "related", "helps", "foot-baths-cure-tiredness", 0.82, PARTS, "", ""
)
SHORT = Attempt(
    "foot-bath", "sentence", "fences", "bare", None, "foot-baths-mend-fences", 0.65, PARTS[:1], "0.65 is below 0.70",
    "concepts/*.yaml: an idiom",
)  # fmt: skip
NOBODY = Attempt(None, "", "sleep", "claim", None, None, 0.0, (), "nothing acts", "concepts/*.yaml: a phrase")
IDLE = Attempt("tea", "sentence", None, "", None, None, 0.0, (), "no outcome", "concepts/*.yaml: another")
ACCOUNT = Account(
    1,
    (HERE,),
    (Word("tiredness", "tiredness", "outcome", "name", True), Word("eases", "helps", "relation", "helps")),
    (Dropped("bath", "foot-bath", "not_before", "concepts/*.yaml: not_before of foot-bath"),),
    (Loan(LENT, "document", 0.32),),
    ("adults",),
    None,
    (MADE, SHORT, NOBODY, IDLE),
)
SILENT = Account(2, (), silent="it gives advice (“ask your doctor”; language/*/reading.yaml: advice)")
SENTENCE = Sentence(TEXT, 0, 1, 0, 36, range(36), Lines("x" * 36))
MISSES = (
    NearMiss(SENTENCE, "foot-baths-mend-fences", 0.65, "too little", PARTS[:1]),
    NearMiss(SENTENCE, "foot-baths-lift-mood", 0.4, "another phrasing", (ScorePart("likeness", 0.4),)),
)
EXPLANATION = Explanation(
    (
        ExplainedSentence(TEXT, (HERE,), (), (), MISSES, ACCOUNT),
        ExplainedSentence("Ask your doctor.", (), (), (), (), SILENT),
    ),
    "standard",
)
CARD = """\
Policy standard

“It eases tiredness and mends fences.”
  tiredness  “tiredness” (outcome, name, misspelt)
  helps      “eases” (relation, helps)
  - it makes no claim that the base knows

Not counted
  - “bath” is not foot-bath here; not_before says so (concepts/*.yaml: not_before of foot-bath)

May be lent
  foot-bath  “Foot baths” in sentence 1 (document, +0.32)

Frames tried
  who acts              on what              what is done  claim                      score
  foot-bath (document)  tiredness (related)  helps         foot-baths-cure-tiredness  0.82
      +0.50 outcome: related, +0.32 subject: document
  foot-bath             fences (bare)        –             foot-baths-mend-fences     0.65
      +0.50 outcome: related; 0.65 is below 0.70; to change it, concepts/*.yaml: an idiom
  –                     sleep (claim)        –             –                          0.00
      nothing acts; to change it, concepts/*.yaml: a phrase
  tea                   –                    –             –                          0.00
      no outcome; to change it, concepts/*.yaml: another

Fell short
  - foot-baths-lift-mood (0.40): another phrasing [+0.40 likeness]

“Ask your doctor.”
  - no known concept was seen
  - it makes no claim that the base knows

Silent
  - it gives advice (“ask your doctor”; language/*/reading.yaml: advice)
"""


def test_the_whole_account() -> None:
    assert render(explanation_card(EXPLANATION)) == CARD


def test_the_account_as_data() -> None:
    first, second = explanation_data(EXPLANATION)["sentences"]
    assert list(first) == [
        "text", "mentions", "findings", "unlisted", "near_misses", "words", "dropped", "loans", "populations", "silent",
        "tried",
    ]  # fmt: skip
    assert first["words"][0] == {
        "text": "tiredness",
        "id": "tiredness",
        "kind": "outcome",
        "sense": "name",
        "fuzzy": True,
    }
    assert first["dropped"] == [
        {
            "text": "bath",
            "concept": "foot-bath",
            "guard": "not_before",
            "remedy": "concepts/*.yaml: not_before of foot-bath",
        }
    ]
    assert first["loans"] == [
        {"concept": "foot-bath", "text": "Foot baths", "sentence": 0, "lender": "document", "points": 0.32}
    ]
    assert first["tried"][1] == {
        "subject": "foot-bath",
        "lender": "sentence",
        "outcome": "fences",
        "sign": "bare",
        "effect": None,
        "claim": "foot-baths-mend-fences",
        "score": 0.65,
        "parts": [{"reason": "outcome: related", "points": 0.5}],
        "lacking": "0.65 is below 0.70",
        "remedy": "concepts/*.yaml: an idiom",
    }
    assert (first["populations"], first["silent"]) == (["adults"], None)
    assert (second["tried"], second["silent"]) == ([], SILENT.silent)
