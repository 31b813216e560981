from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from reading import outline

from claimcheck.documents.model import Position
from claimcheck.documents.read import read_document

CASES = yaml.safe_load((Path(__file__).parent / "cases" / "subtitles.yaml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", [pytest.param(case, id=case["name"]) for case in CASES])
def test_paragraphs(case: dict[str, Any]) -> None:
    assert outline(read_document(case["source"].encode(), "a.srt")) == case["blocks"]
    assert outline(read_document(case["source"].replace("\n", "\r\n").encode(), "a.vtt")) == case["blocks"]


def test_positions_are_those_of_the_file() -> None:
    source = CASES[0]["source"]
    first, second = read_document(source.encode(), "a.srt").sentences
    assert (first.position, first.end_position) == (Position(3, 4), Position(8, 24))
    assert source[second.start : second.end] == "Nobody knows."
