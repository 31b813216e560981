"""One run over a project's files: the checker's pipeline, with what the project says of its own copy."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING

from claimcheck.checker import Checker, make_report
from claimcheck.documents.inputs import Input, find_inputs
from claimcheck.documents.limits import Deadline, Limits
from claimcheck.documents.options import USUAL, USUAL_FINDING, FindOptions, ReadOptions
from claimcheck.errors import InputError
from claimcheck.frozen import dataclass
from claimcheck.project.plan import Plan
from claimcheck.project.reading import Ordered, read, with_orders
from claimcheck.project.settling import Settler
from claimcheck.report import DocumentReport, InputFailure, Report

if TYPE_CHECKING:
    from claimcheck.evidence.base import EvidenceBase
    from claimcheck.project.baseline import Comparison
    from claimcheck.rating.policy_model import Policy

Progress = Callable[[int, int], None]
#: the policy of that name or file
Load = Callable[[str], "Policy"]


@dataclass(frozen=True)
class Outcome:
    """The report, and how it compares with the baseline (None where there is none, or only changes were looked at)."""

    report: Report
    comparison: Comparison | None = None


class ProjectRun:
    """Checks documents as a plan says."""

    def __init__(self, base: EvidenceBase, plan: Plan, load: Load) -> None:
        self._base = base
        self._plan = plan
        self._load = load
        self._checkers: dict[str, Checker] = {}
        self._settler = Settler(plan, self._nearest)

    def files(
        self,
        paths: Sequence[str],
        *,
        stdin: bytes | None = None,
        stdin_filename: str | None = None,
        progress: Progress | None = None,
        reading: ReadOptions = USUAL,
        finding: FindOptions = USUAL_FINDING,
    ) -> Outcome:
        """Checks files, folders, globs and `-`; an input that cannot be read is reported, the others are checked."""
        found = find_inputs(paths, stdin_filename=stdin_filename, options=finding)
        inputs = [item for item in found.inputs if not self._plan.excludes(item.display)]
        documents, errors = [], [_failure(error, "") for error in found.failures]
        for number, item in enumerate(inputs, 1):
            try:
                documents.append(self._check(read(item, stdin, reading), reading.limits))
            except InputError as error:
                errors.append(_failure(error, item.display))
            if progress:
                progress(number, len(inputs))
        left_out = [item for item in found.inputs if item not in inputs]
        return self._outcome(documents, errors, [*found.warnings, *_excluded(left_out)])

    def text(self, text: str) -> Outcome:
        """Checks one piece of text."""
        from claimcheck.documents.read import read_text

        return self._outcome([self._check(with_orders(read_text(text)))], [], [])

    def _check(self, ordered: Ordered, limits: Limits = USUAL.limits) -> DocumentReport:
        path = ordered.document.path
        deadline = Deadline(path, limits.checking_seconds, "checking-seconds", work="checked")
        return self._settler.settle(ordered, self._checker(path).check(ordered.document, deadline))

    def _checker(self, path: str) -> Checker:
        name = self._plan.policy(path)
        if name not in self._checkers:
            self._checkers[name] = Checker(self._base, self._load(name), trace=self._plan.keep_trace)
        return self._checkers[name]

    def _outcome(
        self, documents: Sequence[DocumentReport], errors: Sequence[InputFailure], warnings: Sequence[str]
    ) -> Outcome:
        policy = self._load(str(self._plan.value("policy") or "standard"))
        report = make_report(self._base, policy, documents, errors, [*warnings, *self._settler.unused()])
        baseline = self._settler.baseline
        if baseline is None or self._plan.diff:
            return Outcome(report)
        from claimcheck.project.baseline import compare

        return Outcome(report, compare(report, baseline))

    def _nearest(self, claim: str) -> list[str] | None:
        return None if claim in self._base.claim_ids else self._base.nearest("claim", claim)


def _failure(error: InputError, display: str) -> InputFailure:
    place = f"line {error.line}: " if error.line else ""
    hint = f" ({error.hint})" if error.hint else ""
    return InputFailure(error.path or display, f"{place}{error.message}{hint}")


def _excluded(inputs: Sequence[Input]) -> Iterator[str]:
    """Named files that are not checked must not vanish in silence."""
    shown = 3
    if inputs:
        names = ", ".join(item.display for item in inputs[:shown])
        more = f" and {len(inputs) - shown} more" if len(inputs) > shown else ""
        yield f"excluded by the configuration: {names}{more} (--no-exclude checks them)"
