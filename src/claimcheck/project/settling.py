"""From what a document holds to what is reported of it: what the project leaves out, sets aside or knows already."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

from claimcheck.project.plan import Plan
from claimcheck.project.reading import Ordered

if TYPE_CHECKING:
    from claimcheck.documents.model import Document
    from claimcheck.project.baseline import Entry
    from claimcheck.project.changed import Lines
    from claimcheck.project.ignores import Ignore
    from claimcheck.project.suppressions import Rule
    from claimcheck.report import DocumentReport, Finding, UnlistedFinding

#: what stands for a claim that the base does not hold
UNLISTED: Final = "unlisted"
#: a claim's id -> None where it is known, else the ids nearest to it
Nearest = Callable[[str], list[str] | None]


class Settler:
    """Settles the reports of one run, and remembers which ignores had something to do.

    Raises:
        ConfigError: the baseline or the file of ignores cannot be used.
        UsageError: the revision to compare with cannot be.
    """

    def __init__(self, plan: Plan, nearest: Nearest) -> None:
        self._plan = plan
        self._nearest = nearest
        ignores = plan.path("ignores")
        self.baseline = _baseline(plan.path("baseline"))
        self._changed = _changed(plan.diff)
        self._ignores = _ignores(ignores) if plan.suppress else ()
        self._ignored_from = ignores.parent if ignores else Path()
        self._used: set[int] = set()

    def settle(self, ordered: Ordered, report: DocumentReport) -> DocumentReport:
        """The report of one document as it will be shown."""
        document, plan = ordered.document, self._plan
        if (kinds := plan.blocks(report.path)) is not None:
            report = _only_blocks(report, document, kinds)
        if plan.suppress:
            report = self._suppressed(ordered, report)
        report = _without_claims(report, plan.excluded_claims(report.path))
        report = self._marked(report)
        if not plan.keep_text:
            return report
        from claimcheck.project.shown import shown

        return replace(report, shown=shown(document))

    def unused(self) -> Iterator[str]:
        """A warning for each entry of the file of ignores that had nothing to do."""
        path = self._plan.path("ignores")
        for ignore in self._ignores:
            if ignore.number not in self._used:
                yield f"{path}: {ignore} had nothing to do"
            if hint := self._unknown(ignore.claim):
                yield f"{path}: {ignore}: {hint}"

    def _suppressed(self, ordered: Ordered, report: DocumentReport) -> DocumentReport:
        ignores = [ignore for ignore in self._ignores if self._means(ignore, report.path)]
        if not (ignores or ordered.directives or ordered.notes):
            return report
        from claimcheck.project.ignores import Ignore
        from claimcheck.project.suppressions import rules_of, suppress

        rules = rules_of(ordered.document, ordered.directives, ignores)
        acting = [rule for rule in rules if rule.reason or not self._plan.value("require-reasons")]
        report, used = suppress(report, acting)
        self._used.update(rule.source.number for rule in used if isinstance(rule.source, Ignore))
        return replace(report, notes=(*report.notes, *ordered.notes, *self._doubts(rules, acting)))

    def _marked(self, report: DocumentReport) -> DocumentReport:
        """The report with what stood before marked, and without what was not touched."""
        if self.baseline is not None:
            from claimcheck.project.baseline import mark

            report = mark(report, self.baseline)
        if self._changed is not None:
            from claimcheck.project.changed import only_changed

            report = only_changed(report, self._changed)
        return report

    def _means(self, ignore: Ignore, path: str) -> bool:
        from claimcheck.project.globs import matches

        return matches(_relative(path, self._ignored_from), (ignore.path,))

    def _doubts(self, rules: Iterable[Rule], acting: Container[Rule]) -> Iterator[str]:
        from claimcheck.project.ignores import Ignore

        for rule in rules:
            if isinstance(rule.source, Ignore):
                continue
            if hint := self._unknown(rule.claim):
                yield f"line {rule.source.line}: {hint}"
            if not rule.reason and self._plan.value("require-reasons"):
                yield f"line {rule.source.line}: the ignore of {rule.claim} gives no reason and has no effect"

    def _unknown(self, claim: str) -> str | None:
        near = None if claim == UNLISTED else self._nearest(claim)
        if near is None:
            return None
        return f"unknown claim {claim}" + (f" (did you mean {' or '.join(near)}?)" if near else "")


def _baseline(path: Path | None) -> Mapping[str, Entry] | None:
    if path is None:
        return None
    from claimcheck.project.baseline import read_baseline

    return read_baseline(path)


def _changed(revision: str | None) -> Mapping[str, Lines] | None:
    if not revision:
        return None
    from claimcheck.project.changed import changed_lines

    return changed_lines(revision)


def _ignores(path: Path | None) -> tuple[Ignore, ...]:
    if path is None:
        return ()
    from claimcheck.project.ignores import read_ignores

    return read_ignores(path)


def _relative(path: str, folder: Path) -> str:
    import os

    return os.path.relpath(path, folder).replace(os.sep, "/")


def _only_blocks(report: DocumentReport, document: Document, kinds: Container[str]) -> DocumentReport:
    """The report on the sentences that stand in blocks of these kinds."""
    out = {
        (sentence.position.line, sentence.position.column)
        for sentence in document.sentences
        if document.blocks[sentence.block].kind not in kinds
    }

    def stays(item: Finding | UnlistedFinding) -> bool:
        return (item.place.line, item.place.column) not in out

    findings, unlisted = tuple(filter(stays, report.findings)), tuple(filter(stays, report.unlisted))
    return replace(report, findings=findings, unlisted=unlisted, sentences=report.sentences - len(out))


def _without_claims(report: DocumentReport, claims: Container[str]) -> DocumentReport:
    return replace(
        report,
        findings=tuple(finding for finding in report.findings if finding.claim not in claims),
        unlisted=() if UNLISTED in claims else report.unlisted,
    )
