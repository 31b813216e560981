"""What can be wrong with a base, as data: for the loader's errors and the reports of `evidence check`."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from claimcheck.errors import EvidenceError, EvidenceErrors

Severity = Literal["error", "warning"]


@dataclass(frozen=True)
class Problem:
    """One finding. `id` names the record ("study onozawa2001"), `code` the rule; `line` counts from 1."""

    severity: Severity
    path: str
    line: int | None
    id: str
    code: str
    message: str
    hint: str | None = None

    def as_error(self) -> EvidenceError:
        """The finding as an exception."""
        label = f"{self.id}: " if self.id else ""
        return EvidenceError(label + self.message, path=self.path or None, line=self.line, hint=self.hint)


def from_error(error: EvidenceError, code: str) -> Problem:
    """A finding from an exception that stopped the reading of a file."""
    return Problem("error", error.path or "", error.line, "", code, error.message, error.hint)


def raise_errors(problems: Iterable[Problem]) -> None:
    """Raises EvidenceErrors, sorted by place, if any problem is an error."""
    errors = [problem.as_error() for problem in problems if problem.severity == "error"]
    if errors:
        raise EvidenceErrors(sorted(errors, key=lambda error: (error.path or "", error.line or 0)))
