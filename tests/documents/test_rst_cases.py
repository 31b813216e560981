from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from reading import outline

from claimcheck.documents.model import Position
from claimcheck.documents.read import read_document

pytest.importorskip("docutils", reason="docutils is not installed (extra rst)")
CASES = yaml.safe_load((Path(__file__).parent / "cases" / "rst.yaml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", [pytest.param(case, id=case["name"]) for case in CASES])
def test_blocks(case: dict[str, Any]) -> None:
    document = read_document(case["source"].encode(), "a.rst")
    assert outline(document) == case["blocks"]
    found = {sentence.text: sentence.position for sentence in document.sentences}
    assert {text: found[text] for text in case["places"]} == {
        text: Position(*place) for text, place in case["places"].items()
    }
