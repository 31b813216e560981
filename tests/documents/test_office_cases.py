from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from packing import docx, odt
from reading import outline

from claimcheck.documents.read import read_document

pytest.importorskip("docx", reason="python-docx is not installed (extra office)")
CASES = Path(__file__).parent / "cases"
PARTS = ("header", "footer", "footnotes", "comments")


def load(name: str) -> list[Any]:
    cases = yaml.safe_load((CASES / f"{name}.yaml").read_text(encoding="utf-8"))
    return [pytest.param(case, id=case["name"]) for case in cases]


@pytest.mark.parametrize("case", load("docx"))
def test_word(case: dict[str, Any]) -> None:
    document = read_document(docx(case["body"], **{key: case[key] for key in PARTS if key in case}), "a.docx")
    assert outline(document) == case["blocks"]
    assert [block.page for block in document.blocks] == case.get("pages", [None] * len(document.blocks))


@pytest.mark.parametrize("case", load("odt"))
def test_opendocument(case: dict[str, Any]) -> None:
    keys = ("automatic", "styles", "master")
    document = read_document(odt(case["body"], **{key: case[key] for key in keys if key in case}), "a.odt")
    assert outline(document) == case["blocks"]
    assert [block.page for block in document.blocks] == case.get("pages", [None] * len(document.blocks))
