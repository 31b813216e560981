from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from reading import outline

from claimcheck.documents.read import read_document
from claimcheck.documents.sentences import spans

CASES = Path(__file__).parent / "cases"


def load(name: str) -> Any:
    return yaml.safe_load((CASES / f"{name}.yaml").read_text(encoding="utf-8"))


FORMATS = [
    pytest.param(kind, case, id=f"{kind}: {case['name']}")
    for kind, name in (("text", "plain"), ("markdown", "markdown"), ("mdx", "mdx"), ("html", "html"))
    for case in load(name)
]


@pytest.mark.parametrize(("kind", "case"), FORMATS)
def test_blocks(kind: str, case: dict[str, Any]) -> None:
    document = read_document(case["source"].encode(), "case", kind=kind)
    assert outline(document) == case["blocks"]


@pytest.mark.parametrize(("kind", "case"), FORMATS)
def test_line_ends_of_windows_change_nothing(kind: str, case: dict[str, Any]) -> None:
    document = read_document(case["source"].replace("\n", "\r\n").encode("utf-8-sig"), "case", kind=kind)
    assert outline(document) == case["blocks"]


@pytest.mark.parametrize("marked", load("sentences"))
def test_sentences(marked: str) -> None:
    text = marked.replace("|", "")
    assert [text[start:end] for start, end in spans(text)] == [part.strip() for part in marked.split("|")]
