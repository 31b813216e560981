"""What the matcher tells people who ask why: `accounts.yaml`."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

from claimcheck.documents.read import read_document
from claimcheck.evidence.base import EvidenceBase, load_evidence
from claimcheck.matching import remedies
from claimcheck.matching.account import Account, Attempt
from claimcheck.matching.engine import Matcher
from claimcheck.matching.model import ScorePart

CASES: list[dict[str, Any]] = yaml.safe_load(Path(__file__).with_name("accounts.yaml").read_text("utf-8"))
FIELD = Path(__file__).parents[2] / "examples" / "vitamin-c" / "evidence"


@pytest.fixture(scope="module")
def field() -> EvidenceBase:
    return load_evidence([FIELD], cache=False)


@pytest.fixture(scope="module")
def reader(field: EvidenceBase) -> Matcher:
    return Matcher(field)


def attempt(tried: Attempt) -> str:
    acting = f"{tried.subject} ({tried.lender})" if tried.subject else "none"
    outcome = f"{tried.outcome} ({tried.sign})" if tried.outcome else "none"
    told = ": ".join(filter(None, (tried.lacking, tried.remedy)))
    return f"{acting} + {outcome} -> {tried.claim or 'none'} {tried.score:.2f}" + (f": {told}" if told else "")


#: what a case may say -> how an account says it
TOLD: dict[str, Callable[[Account], Any]] = {
    "words": lambda account: [f"{word.id} {word.kind} {word.sense}" for word in account.words],
    "dropped": lambda account: [f"“{d.text}” {d.concept} {d.guard}: {d.remedy}" for d in account.dropped],
    "loans": lambda account: [
        f"{loan.mention.concept} “{loan.mention.text}” in {loan.mention.sentence} ({loan.lender} {loan.points:.2f})"
        for loan in account.loans
    ],
    "populations": lambda account: list(account.populations),
    "silent": lambda account: account.silent,
    "tried": lambda account: [attempt(tried) for tried in account.attempts],
}


@pytest.mark.parametrize("case", CASES, ids=[case["text"] for case in CASES])
def test_what_is_told(reader: Matcher, case: dict[str, Any]) -> None:
    document = read_document(case["text"].encode(), "case.md")
    _, accounts = reader.explain(document)
    account = accounts[case.get("sentence", 0)]
    for name in TOLD.keys() & case.keys():
        told = TOLD[name](account)
        if name == "tried":
            assert len(told) == len(case[name])
            assert [full[: len(start)] for full, start in zip(told, case[name], strict=True)] == case[name]
        else:
            assert told == case[name]


def test_to_explain_changes_nothing(reader: Matcher) -> None:
    for case in CASES:
        document = read_document(case["text"].encode(), "case.md")
        matching, accounts = reader.explain(document)
        assert matching == reader.match(document)
        assert [account.sentence for account in accounts] == [sentence.index for sentence in document.sentences]


def test_an_attempt_that_made_its_claim_lacks_nothing(reader: Matcher) -> None:
    for case in CASES:
        _, accounts = reader.explain(read_document(case["text"].encode(), "case.md"))
        for tried in (tried for account in accounts for tried in account.attempts):
            assert bool(tried.lacking) == bool(tried.remedy)
            assert tried.score == pytest.approx(max(0.0, min(1.0, sum(part.points for part in tried.parts))))


OUTCOME, SUBJECT = ScorePart("outcome: related", 0.5), ScorePart("subject: sentence", 0.5)


@pytest.mark.parametrize(
    ("parts", "remedy"),
    [
        ((ScorePart("outcome: bare", 0.15), SUBJECT, ScorePart("misspelt", -0.05)), "language/*/relations.yaml"),
        ((ScorePart("outcome: weak-related", 0.42), SUBJECT), "concepts/*.yaml: a longer phrase for the outcome"),
        ((ScorePart("outcome: lent", 0.36), ScorePart("subject: block", 0.44)), "concepts/*.yaml: an idiom that says"),
        ((ScorePart("outcome: list", 0.45), SUBJECT), "concepts/*.yaml: an idiom for the outcome"),
        ((OUTCOME, ScorePart("subject: weak", 0.3)), "concepts/*.yaml: a longer phrase for what acts"),
        ((OUTCOME, ScorePart("subject: document", 0.32)), "concepts/*.yaml: a phrase for what acts here"),
        (
            (OUTCOME, ScorePart("subject: section", 0.4), ScorePart("nothing asks for a subject", -0.25)),
            "language/*/read",
        ),
        ((OUTCOME, SUBJECT, ScorePart("misspelt", -0.05)), "concepts/*.yaml: this spelling as a phrase"),
        (
            (OUTCOME, ScorePart("subject: block", 0.44), ScorePart("distance of the loan", -0.11)),
            "language/*/reading.yaml",
        ),
    ],
)
def test_the_remedy_is_for_what_cost_most(parts: tuple[ScorePart, ...], remedy: str) -> None:
    assert remedies.for_score(parts, (0.5, 0.5)).startswith(remedy)
