from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from reading import outline

from claimcheck.documents.options import ReadOptions
from claimcheck.documents.read import read_document
from claimcheck.errors import InputError

CASES = yaml.safe_load((Path(__file__).parent / "cases" / "data.yaml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", [pytest.param(case, id=f"{case['kind']}: {case['name']}") for case in CASES])
def test_fields(case: dict[str, Any]) -> None:
    options = ReadOptions(text_fields=tuple(case.get("fields", ())))
    data = case["source"].encode()
    if "error" in case:
        with pytest.raises(InputError) as caught:
            read_document(data, "case", kind=case["kind"], options=options)
        assert str(caught.value) == case["error"]
    else:
        assert outline(read_document(data, "case", kind=case["kind"], options=options)) == case["blocks"]


@pytest.mark.parametrize(
    ("kind", "source", "text", "span"),
    [
        ("csv", 'a,b\n1,"x ""y"" z"\n', 'x "y" z', 'x ""y"" z'),
        ("csv", 'a\r\n"One.\r\nTwo."\r\n', "Two.", "Two."),
        ("json", r'{"a": "One. It isn\u2019t \ud83d\ude00!"}', "It isn’t 😀!", r"It isn\u2019t \ud83d\ude00!"),
        ("jsonl", '{"a": "x"}\n{"a": "Two\\tthree"}\n', "Two three", "Two\\tthree"),
    ],
)  # fmt: skip
def test_spans(kind: str, source: str, text: str, span: str) -> None:
    document = read_document(source.encode(), "case", kind=kind)
    sentence = next(sentence for sentence in document.sentences if sentence.text == text)
    assert document.source[sentence.start : sentence.end] == span


@given(
    st.lists(st.lists(st.text(st.sampled_from('ab ",\n;'), max_size=6), min_size=2, max_size=4), min_size=1, max_size=5)
)
def test_cells_are_those_that_a_program_has_written(rows: list[list[str]]) -> None:
    import csv
    import io

    file = io.StringIO()
    csv.writer(file, quoting=csv.QUOTE_ALL).writerows(rows)
    document = read_document(file.getvalue().encode(), "a.csv")
    wanted = [cell for row in rows for cell in row if cell.strip()]
    assert [" ".join(block.text.split()) for block in document.blocks] == [" ".join(cell.split()) for cell in wanted]


def test_json_nested_without_end() -> None:
    with pytest.raises(InputError, match="is nested too deeply"):
        read_document(b"[" * 100_000 + b"]" * 100_000, "a.json")
