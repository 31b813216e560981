"""Start-up: what the quick commands must not load."""

from __future__ import annotations

import json

import pytest
from process import Program

HEAVY = {
    "rich",
    "yaml",
    "rapidfuzz",
    "markdown_it",
    "html.parser",
    "pydantic",
    "importlib.metadata",
    "Stemmer",
    "sentencex",
}

SCRIPT = """
import io, json, sys
from claimcheck.cli.run import run
sys.stdout, kept = io.StringIO(), sys.stdout
status = run({arguments!r})
sys.stdout = kept
print(json.dumps([status, sorted(sys.modules)]))
"""


@pytest.mark.parametrize(
    "arguments",
    [
        ["--version"],
        ["--help"],
        ["file", "--help"],
        ["study", "onozawa2001"],
        ["study", "onozawa2001", "--format", "json"],
    ],
    ids=" ".join,
)
def test_nothing_heavy_is_loaded(claimcheck: Program, arguments: list[str]) -> None:
    claimcheck("study", "onozawa2001")  # the compiled twin is made by the first run
    ended = claimcheck(program=("-c", SCRIPT.format(arguments=arguments)))
    status, modules = json.loads(ended.out)
    assert status == 0
    assert HEAVY & set(modules) == set()


def test_the_face_of_the_library_is_lazy(claimcheck: Program) -> None:
    ended = claimcheck(
        program=("-c", "import sys, claimcheck; print(sorted(m for m in sys.modules if 'claimcheck' in m))")
    )
    assert ended.text == "['claimcheck', 'claimcheck._version']\n"
