"""What is wrong with an evidence base as SARIF 2.1.0."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from hashlib import sha256
from typing import Any

from claimcheck._version import __version__
from claimcheck.evidence.problems import Problem
from claimcheck.reports.json import dump
from claimcheck.reports.problems import said
from claimcheck.reports.sarif import SCHEMA, location
from claimcheck.reports.style import one_line


def problems_sarif(problems: Sequence[Problem], rules: Mapping[str, str]) -> str:
    """A log of one run; `rules` says what the codes mean, as far as that is known."""
    codes = sorted({problem.code for problem in problems})
    driver = {"name": "claimcheck", "version": __version__, "rules": [_rule(code, rules.get(code)) for code in codes]}
    results = [_result(problem, codes.index(problem.code)) for problem in problems]
    run = {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}
    return dump({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]})


def _rule(code: str, meaning: str | None) -> dict[str, Any]:
    return {"id": code, "shortDescription": {"text": one_line(meaning or code.replace("-", " ").capitalize())}}


def _result(problem: Problem, index: int) -> dict[str, Any]:
    region = {"startLine": problem.line} if problem.line else None
    known_by = "\n".join((problem.path, problem.id, problem.code, problem.message))
    return {
        "ruleId": problem.code,
        "ruleIndex": index,
        "level": problem.severity,
        "message": {"text": said(problem)},
        "locations": [{"physicalLocation": location(problem.path, region)}],
        "partialFingerprints": {"claimcheckProblem/v1": sha256(known_by.encode()).hexdigest()[:16]},
    }
