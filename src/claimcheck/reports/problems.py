"""What is wrong or doubtful with an evidence base: one line each, as compilers print it, or for other programs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final

from claimcheck.evidence.problems import Problem
from claimcheck.reports.style import Style, one_line
from claimcheck.reports.summary import plural

PROBLEM_FORMATS: Final = ("human", "json", "github", "sarif")
_COLORS: Final = {"error": "error", "warning": "contested"}


def in_order(problems: Iterable[Problem]) -> list[Problem]:
    """Problems by file and line."""
    return sorted(problems, key=lambda problem: (problem.path, problem.line or 0, problem.code, problem.message))


def render_problems(name: str, problems: Sequence[Problem], style: Style, rules: Mapping[str, str]) -> str:
    """The problems in a format of PROBLEM_FORMATS; `rules` says what the codes mean."""
    if name == "json":
        from claimcheck.reports.json import dump

        return dump(problems_data(problems))
    if name == "github":
        from claimcheck.reports.problems_github import problems_github

        return problems_github(problems)
    if name == "sarif":
        from claimcheck.reports.problems_sarif import problems_sarif

        return problems_sarif(problems, rules)
    return problems_text(problems, style)


def problems_text(problems: Sequence[Problem], style: Style) -> str:
    """The lines, then how many there are."""
    return "\n".join([*(_line(problem, style) for problem in problems), problem_counts(problems)]) + "\n"


def problems_data(problems: Sequence[Problem]) -> dict[str, Any]:
    """The problems as data."""
    keys = ("severity", "path", "line", "id", "code", "message", "hint")
    return {"items": [{key: getattr(problem, key) for key in keys} for problem in problems]}


def problem_counts(problems: Iterable[Problem]) -> str:
    """ "1 error, 2 warnings"."""
    counts = Counter(problem.severity for problem in problems)
    return f"{plural(counts['error'], 'error')}, {plural(counts['warning'], 'warning')}"


def said(problem: Problem) -> str:
    """The record, what is wrong with it and what to do, on one line."""
    label = f"{problem.id}: " if problem.id else ""
    hint = f" ({problem.hint})" if problem.hint else ""
    return one_line(f"{label}{problem.message}{hint}")


def _line(problem: Problem, style: Style) -> str:
    place = f"{problem.path}:{problem.line}" if problem.line else problem.path
    word = style.paint(problem.severity, _COLORS[problem.severity])
    return f"{one_line(place)}: {word}: {said(problem)} [{problem.code}]"
