"""What is wrong with a base, in every format."""

from __future__ import annotations

import json
from pathlib import Path

from jsonschema import Draft202012Validator

from claimcheck._version import __version__
from claimcheck.evidence.problems import Problem
from claimcheck.reports.problems import PROBLEM_FORMATS, in_order, render_problems
from claimcheck.reports.style import PLAIN

SARIF = Path(__file__).parents[1] / "data" / "sarif-2.1.0.json"
PROBLEMS = in_order(
    [
        Problem("warning", "own/studies/doe2020.yaml", 20, "study doe2020", "arms-do-not-add-up", "100, not 101"),
        Problem(
            "error", "own/studies/doe2020.yaml", 7, "study doe2020", "unknown-value", "no design", "did you mean rct?"
        ),
        Problem("error", "own", None, "", "no-manifest", "base.yaml: 50%\nis\x1b[31m missing"),
    ]
)
RULES = {"arms-do-not-add-up": "Arms whose people are not those of the study."}


def rendered(name: str) -> str:
    return render_problems(name, PROBLEMS, PLAIN, RULES)


def test_human() -> None:
    assert rendered("human") == (
        "own: error: base.yaml: 50% is\\x1b[31m missing [no-manifest]\n"
        "own/studies/doe2020.yaml:7: error: study doe2020: no design (did you mean rct?) [unknown-value]\n"
        "own/studies/doe2020.yaml:20: warning: study doe2020: 100, not 101 [arms-do-not-add-up]\n"
        "2 errors, 1 warning\n"
    )


def test_json() -> None:
    assert json.loads(rendered("json"))["items"][1] == {
        "severity": "error",
        "path": "own/studies/doe2020.yaml",
        "line": 7,
        "id": "study doe2020",
        "code": "unknown-value",
        "message": "no design",
        "hint": "did you mean rct?",
    }


def test_github() -> None:
    assert rendered("github") == (
        "::error file=own,title=no-manifest::base.yaml: 50%25 is\\x1b[31m missing\n"
        "::error file=own/studies/doe2020.yaml,line=7,title=unknown-value::"
        "study doe2020: no design (did you mean rct?)\n"
        "::warning file=own/studies/doe2020.yaml,line=20,title=arms-do-not-add-up::study doe2020: 100, not 101\n"
        "2 errors, 1 warning\n"
    )


def test_sarif() -> None:
    log = json.loads(rendered("sarif"))
    schema = Draft202012Validator(json.loads(SARIF.read_text(encoding="utf-8")))
    assert [error.message for error in schema.iter_errors(log)] == []
    (run,) = log["runs"]
    assert run["tool"]["driver"] == {
        "name": "claimcheck",
        "version": __version__,
        "rules": [
            {"id": "arms-do-not-add-up", "shortDescription": {"text": "Arms whose people are not those of the study."}},
            {"id": "no-manifest", "shortDescription": {"text": "No manifest"}},
            {"id": "unknown-value", "shortDescription": {"text": "Unknown value"}},
        ],
    }
    whole, one, _ = run["results"]
    assert "region" not in whole["locations"][0]["physicalLocation"]
    fingerprints = one.pop("partialFingerprints")
    assert len(fingerprints["claimcheckProblem/v1"]) == 16
    assert one == {
        "ruleId": "unknown-value",
        "ruleIndex": 2,
        "level": "error",
        "message": {"text": "study doe2020: no design (did you mean rct?)"},
        "locations": [
            {
                "physicalLocation": {
                    "artifactLocation": {"uri": "own/studies/doe2020.yaml", "uriBaseId": "%SRCROOT%"},
                    "region": {"startLine": 7},
                }
            }
        ],
    }


def test_a_sound_base_gives_every_format_something_to_say() -> None:
    assert [bool(render_problems(name, [], PLAIN, {})) for name in PROBLEM_FORMATS] == [True] * 4
