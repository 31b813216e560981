from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from printing import pdf
from reading import outline

from claimcheck.documents.model import Position
from claimcheck.documents.read import read_document
from claimcheck.errors import InputError

pytest.importorskip("pypdfium2", reason="pypdfium2 is not installed (extra pdf)")
CASES = yaml.safe_load((Path(__file__).parent / "cases" / "pdf.yaml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", [pytest.param(case, id=case["name"]) for case in CASES])
def test_pages(case: dict[str, Any]) -> None:
    document = read_document(pdf(case["pages"]), "a.pdf")
    assert outline(document) == case["blocks"]
    assert [block.page for block in document.blocks] == case["numbers"]


def test_positions_count_paragraphs_on_their_page() -> None:
    first = [(50, 50, 10, "One."), (50, 90, 10, "Two. It ends in the middle of"), (50, 102, 10, "a line. And")]
    document = read_document(pdf([first, [(50, 50, 10, "goes on. Three."), (50, 90, 10, "Four.")]]), "a.pdf")
    assert [(sentence.text, sentence.position, sentence.end_position) for sentence in document.sentences] == [
        ("One.", Position(1, 1, 1), Position(1, 5, 1)),
        ("Two.", Position(2, 1, 1), Position(2, 5, 1)),
        ("It ends in the middle of a line.", Position(2, 6, 1), Position(2, 38, 1)),
        ("And goes on.", Position(2, 39, 1), Position(2, 51, 1)),
        ("Three.", Position(1, 10, 2), Position(1, 16, 2)),
        ("Four.", Position(2, 1, 2), Position(2, 6, 2)),
    ]


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"%PDF-1.7\n", "cannot be read as a PDF: it is broken"),
        (pdf([[(50, 50, 10, "x")]])[:300], "cannot be read as a PDF: it is broken"),
        (b"no PDF at all", "cannot be read as a PDF: it is broken"),
    ],
)
def test_broken_files(data: bytes, message: str) -> None:
    with pytest.raises(InputError, match=message):
        read_document(data, "a.pdf")
