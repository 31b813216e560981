"""A sentence in a table or in data is also found by its cell or field."""

from __future__ import annotations

import pytest

from claimcheck.documents.options import ReadOptions
from claimcheck.documents.read import read_document

HEAD = "A head that goes on for far longer than a head of a table should ever do"
CASES = [
    ("html", "<table><tr><th>Week<th>Theme<tr><td>One<td>It helps.</table>", (), ["-", "-", "Week", "One / Theme"]),
    ("markdown", f"| |{HEAD}|\n|-|-|\n| |It helps.|\n", (), ["-", f"{HEAD[:39]}…"]),
    ("csv", "id,body\n1,It helps.\n", (), ["-", "-", "id", "1 / body"]),
    ("csv", "id,body,title\n1,It helps.,a\n2,It may.,b\n", ("body", "title"),
     ["body, record 1", "title, record 1", "body, record 2", "title, record 2"]),
    ("json", '[{"a": {"b": "It helps."}}, {"a": {"b": ["It may."]}}]', (), ["a.b, record 1", "a.b, record 2"]),
    ("json", '"It helps."', (), ["record 1"]),
    ("jsonl", '{"a": "It helps. It may."}\n\n{"a": "So."}', (), ["a, record 1", "a, record 1", "a, record 3"]),
    ("text", "It helps.", (), ["-"]),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "source", "fields", "cells"), CASES)
def test_cells(kind: str, source: str, fields: tuple[str, ...], cells: list[str]) -> None:
    document = read_document(source.encode(), "case", kind=kind, options=ReadOptions(text_fields=fields))
    assert [document.cell(sentence) or "-" for sentence in document.sentences] == cells
