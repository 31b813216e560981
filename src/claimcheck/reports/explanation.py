"""Why a text was read as it was, sentence by sentence."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from claimcheck.matching.model import Mention, NearMiss
from claimcheck.rating.sensitivity import Sensitivity
from claimcheck.report import Finding
from claimcheck.reports.account import account_data, beneath, frames, parts, sum_of, tells_of
from claimcheck.reports.card import Card, Lines, Part, Section, fields, section
from claimcheck.reports.json import finding_data, unlisted_data
from claimcheck.reports.sensitivity import holds, moves, sensitivity_data

if TYPE_CHECKING:
    from claimcheck.checker import ExplainedSentence, Explanation


#: how verdicts bear up when judgements are moved, by the fingerprint of the finding
Bearing = Mapping[str, Sensitivity]


def explanation_card(explanation: Explanation, bearing: Bearing | None = None) -> Card:
    """The explanation as a card, one section for each sentence and one for each of its findings."""
    sections = tuple(part for sentence in explanation.sentences for part in _sentence(sentence, bearing or {}))
    return Card(f"Policy {explanation.policy}", sections=sections)


def explanation_data(explanation: Explanation, bearing: Bearing | None = None) -> dict[str, Any]:
    """The explanation as data."""
    return {
        "policy": explanation.policy,
        "sentences": [_sentence_data(sentence, bearing or {}) for sentence in explanation.sentences],
    }


def _sentence(sentence: ExplainedSentence, bearing: Bearing) -> Iterator[Section]:
    account = sentence.account
    yield Section(f"“{sentence.text}”", tuple(_seen(sentence)))
    yield from beneath(account) if account else ()
    for finding in sentence.findings:
        title = f"{finding.claim}: {finding.verdict.upper()} ({finding.reason})"
        yield from section(title, *_finding(finding, bearing.get(finding.fingerprint)))
    for item in sentence.unlisted:
        yield Section("UNLISTED", (Lines((item.why,)),))
    yield from frames(account) if account else ()
    others = tuple(_near_miss(miss) for miss in sentence.near_misses if not tells_of(account, miss.claim))
    yield from section("Fell short", Lines(others))


def _seen(sentence: ExplainedSentence) -> Iterator[Part]:
    if sentence.account:
        yield from parts(sentence.account)
    elif sentence.mentions:
        yield fields(*((mention.concept, _how(mention)) for mention in sentence.mentions))
    else:
        yield Lines(("no known concept was seen",))
    if not (sentence.findings or sentence.unlisted):
        yield Lines(("it makes no claim that the base knows",))


def _how(mention: Mention) -> str:
    lent = f", from sentence {mention.sentence + 1}" if mention.via == "context" else ""
    return f"“{mention.text}” ({mention.via}{lent})"


def _finding(finding: Finding, bearing: Sensitivity | None) -> Iterator[Part]:
    yield fields(
        *((step.name, step.text) for step in finding.trace),
        ("because", finding.explanation),
        ("say instead", finding.suggestion),
        ("does it hold", holds(bearing) if bearing else None),
    )
    if bearing:
        yield moves(bearing)


def _near_miss(miss: NearMiss) -> str:
    summed = f" [{sum_of(miss.parts)}]" if miss.parts else ""
    return f"{miss.claim} ({miss.score:.2f}): {miss.lacking}{summed}"


def _sentence_data(sentence: ExplainedSentence, bearing: Bearing) -> dict[str, Any]:
    return {
        "text": sentence.text,
        "mentions": [_mention_data(mention) for mention in sentence.mentions],
        "findings": [_finding_data(finding, bearing) for finding in sentence.findings],
        "unlisted": [unlisted_data(item) for item in sentence.unlisted],
        "near_misses": [_near_miss_data(miss) for miss in sentence.near_misses],
        **(account_data(sentence.account) if sentence.account else {}),
    }


def _finding_data(finding: Finding, bearing: Bearing) -> dict[str, Any]:
    found = bearing.get(finding.fingerprint)
    return finding_data(finding, explain=True) | ({"sensitivity": sensitivity_data(found)} if found else {})


def _mention_data(mention: Mention) -> dict[str, Any]:
    return {"concept": mention.concept, "text": mention.text, "via": mention.via, "sentence": mention.sentence}


def _near_miss_data(miss: NearMiss) -> dict[str, Any]:
    summands = [{"reason": part.reason, "points": part.points} for part in miss.parts]
    return {"claim": miss.claim, "score": round(miss.score, 4), "lacking": miss.lacking, "parts": summands}
