"""Sets findings aside where the copy or a side file says so, and tells which orders had nothing to do."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from claimcheck.frozen import dataclass
from claimcheck.project.directives import Directive
from claimcheck.project.ignores import Ignore
from claimcheck.project.settling import UNLISTED
from claimcheck.report import DocumentReport, Finding, Place, Suppressed, UnlistedFinding
from claimcheck.text.folding import folded_key

if TYPE_CHECKING:
    from claimcheck.documents.model import Document

Start = tuple[int, int]


@dataclass(frozen=True)
class Rule:
    """One claim set aside in some place.

    Attributes:
        claim: its id, or `unlisted`.
        reason: why, or None.
        covers: whether it acts on a sentence, given its place and words.
        source: the directive or entry that it comes from.
    """

    claim: str
    reason: str | None
    covers: Callable[[Place, str], bool]
    source: Directive | Ignore


def rules_of(document: Document, directives: Iterable[Directive], ignores: Iterable[Ignore]) -> list[Rule]:
    """The rules for one document; `ignores` are those whose glob means it."""
    rules = [
        Rule(claim, directive.reason, _covers(document, directive), directive)
        for directive in directives
        for claim in directive.claims
    ]
    return rules + [Rule(ignore.claim, ignore.reason, _holds(ignore.text), ignore) for ignore in ignores]


def suppress(report: DocumentReport, rules: Sequence[Rule]) -> tuple[DocumentReport, list[Rule]]:
    """The report with what the rules cover set aside, and the rules that had something to do."""
    used: list[Rule] = []
    aside: list[Suppressed] = []

    def kept(item: Finding | UnlistedFinding) -> bool:
        claim = item.claim if isinstance(item, Finding) else UNLISTED
        rule = next((rule for rule in rules if rule.claim == claim and rule.covers(item.place, item.text)), None)
        if rule is None:
            return True
        used.append(rule)
        aside.append(Suppressed(item.place.line, claim, rule.reason, True))
        return False

    findings = tuple(filter(kept, report.findings))
    unlisted = tuple(filter(kept, report.unlisted))
    aside += _unused(rules, used)
    aside.sort(key=lambda item: (item.line, item.claim))
    return replace(report, findings=findings, unlisted=unlisted, suppressed=tuple(aside)), used


def _unused(rules: Iterable[Rule], used: Sequence[Rule]) -> Iterator[Suppressed]:
    """Directives without effect; entries of a side file may be for another document and are told at the end."""
    for rule in rules:
        if isinstance(rule.source, Directive) and not any(rule is other for other in used):
            yield Suppressed(rule.source.line, rule.claim, rule.reason, False)


def _covers(document: Document, directive: Directive) -> Callable[[Place, str], bool]:
    if directive.scope == "file":
        return lambda place, text: True
    starts = frozenset(_next(document, directive.end))
    return lambda place, text: (place.line, place.column) in starts


def _next(document: Document, offset: int) -> Iterator[Start]:
    """The starts of the sentences that a directive acts on.

    Between blocks it acts on the whole block that follows, inside a block on the sentence that follows there.
    """
    after = [sentence for sentence in document.sentences if sentence.start >= offset]
    if not after:
        return
    first = min(after, key=lambda sentence: sentence.start)
    inside = any(s.block == first.block and s.start < offset for s in document.sentences)
    for sentence in [first] if inside else after:
        if sentence.block == first.block:
            yield sentence.position.line, sentence.position.column


def _holds(words: str | None) -> Callable[[Place, str], bool]:
    wanted = folded_key(words) if words else ""
    return lambda place, text: wanted in folded_key(text)
