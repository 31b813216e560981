"""Why a sentence fares no better: what its verdict lost, and which words or which further trials would lift it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, Final

from claimcheck.inquiry.why_not import Answer, Answered
from claimcheck.rating.ladder import Rung
from claimcheck.rating.rewording import Rewording
from claimcheck.rating.whynot import NewTrials, WhyNot
from claimcheck.reports.card import Card, Lines, Part, Row, Section, Table, fields
from claimcheck.reports.records import as_data
from claimcheck.reports.summary import plural

_CHANGES: Final = {
    "figure": "leave out the figure “{before}”",
    "citation": "leave out the citation “{before}”",
    "cause": "do not say that it causes (“{before}”)",
    "time": "do not promise that it lasts (“{before}”)",
    "people": "do not speak of {before}",
    "together": "leave out all of: {before}",
    "tier": "say it as “{after}”, not as “{before}”",
}
_WORDS: Final = ("change of words", "verdict", "reason")
_EVIDENCE: Final = ("further evidence", "state", "verdict")
_NO_CLAIM: Final = "it makes no claim that the base knows; claimcheck explain shows how it was read"
_UNLISTED: Final = "the base holds no such claim; claimcheck explain shows how it was read"


def why_not_card(answered: Sequence[Answered], policy: str) -> Card:
    """The answers as a card, a section for each sentence and one for each of its claims."""
    return Card(f"Policy {policy}", sections=tuple(part for one in answered for part in _sentence(one)))


def why_not_data(answered: Sequence[Answered], policy: str) -> dict[str, Any]:
    """The answers as data."""
    return {
        "policy": policy,
        "sentences": [
            {
                "text": one.sentence.text,
                "findings": [_answer_data(answer) for answer in one.answers],
                "unlisted": [item.why for item in one.sentence.unlisted],
            }
            for one in answered
        ],
    }


def _sentence(one: Answered) -> Iterator[Section]:
    told = [item.why for item in one.sentence.unlisted] + [_UNLISTED] * bool(one.sentence.unlisted)
    lines = told if one.answers or told else [_NO_CLAIM]
    yield Section(f"“{one.sentence.text}”", (Lines(tuple(lines)),) if lines else ())
    for answer in one.answers:
        finding = answer.finding
        yield Section(f"{finding.claim}: {finding.verdict.upper()} ({finding.reason})", tuple(_answer(answer)))


def _answer(answer: Answer) -> Iterator[Part]:
    finding = answer.finding
    yield fields(
        ("because", finding.explanation),
        ("worded", finding.wording.tier),
        ("state", answer.evidence.state),
        ("certainty lost", _losses(answer.evidence)),
        ("by the table alone", answer.evidence.verdict if answer.evidence.verdict != finding.verdict else None),
        ("say instead", finding.suggestion),
    )
    if finding.verdict == "supported":
        yield Lines(("nothing is better than supported",))
        return
    if answer.rewordings:
        yield Table(_WORDS, tuple(_change(change, answer.rungs) for change in answer.rewordings))
    if answer.evidence.evidence:
        yield Table(_EVIDENCE, tuple(map(_trials, answer.evidence.evidence)))
    if not (answer.rewordings or answer.evidence.evidence):
        yield Lines(("neither other words nor three further trials would lift it",))


def _losses(evidence: WhyNot) -> str:
    return ", ".join(f"{levels} {what}" for what, levels in evidence.losses)


def _change(change: Rewording, rungs: Sequence[Rung]) -> Row:
    told = _CHANGES[change.what].format(before=change.before, after=change.after)
    example = _example(change, rungs)
    return Row((told, change.verdict, change.reason), f"such as: {example}" if example else None)


def _example(change: Rewording, rungs: Sequence[Rung]) -> str | None:
    """The plain statement of the claim at the tier that would do."""
    return next((rung.text for rung in rungs if rung.tier == change.after), None)


def _trials(trials: NewTrials) -> Row:
    each = " each" if trials.trials > 1 else ""
    told = f"{plural(trials.trials, 'trial')} in favour, {trials.people} people{each}, risk of bias {trials.bias}"
    return Row((told, trials.state, trials.verdict))


def _answer_data(answer: Answer) -> dict[str, Any]:
    finding, evidence = answer.finding, answer.evidence
    return {
        "claim": finding.claim,
        "statement": finding.statement,
        "wording": finding.wording.tier,
        "verdict": finding.verdict,
        "reason": finding.reason,
        "explanation": finding.explanation,
        "suggestion": finding.suggestion,
        "state": evidence.state,
        "by_table": evidence.verdict,
        "losses": [{"what": what, "levels": levels} for what, levels in evidence.losses],
        "words": [as_data(change) | {"example": _example(change, answer.rungs)} for change in answer.rewordings],
        "evidence": as_data(evidence.evidence),
    }
