"""What is wrong with an evidence base as GitHub workflow commands: annotations on its files."""

from __future__ import annotations

from collections.abc import Sequence

from claimcheck.evidence.problems import Problem
from claimcheck.reports.github import command
from claimcheck.reports.problems import problem_counts, said


def problems_github(problems: Sequence[Problem]) -> str:
    """One command a problem, errors first, since a step shows ten of each kind; then how many there are."""
    ordered = sorted(problems, key=lambda problem: problem.severity)
    return "".join(f"{line}\n" for line in (*map(_command, ordered), problem_counts(problems)))


def _command(problem: Problem) -> str:
    place = {"file": problem.path, **({"line": str(problem.line)} if problem.line else {})}
    return command(problem.severity, {**place, "title": problem.code}, said(problem))
