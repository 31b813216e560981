"""What is read from other people's files (the cases are in `data/readings.yaml`), and what hostile files do."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from test_exchange import csl

from claimcheck.curation.entries import Entry
from claimcheck.curation.exchange import FORMATS, format_of, module_of
from claimcheck.errors import InputError
from claimcheck.evidence.model import Csl

CASES = yaml.safe_load((Path(__file__).parent / "data" / "readings.yaml").read_text("utf-8"))


def read(name: str, text: str, path: str) -> tuple[list[Csl], list[str], str | None]:
    """References, what was told of others, and what stopped the reading."""
    found: list[Csl] = []
    told: list[str] = []
    try:
        for entry in module_of(name).read(text, path):
            if isinstance(entry, Entry):
                found.append(entry.csl)
            else:
                told.append(str(entry))
    except InputError as error:
        return found, told, str(error)
    return found, told, None


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_reading(case: dict[str, Any]) -> None:
    path = f"refs.{case['kind']}"
    found, told, stopped = read(format_of(path, case["text"]), case["text"], path)
    assert found == [csl(item) for item in case.get("csl", [])]
    assert told == case.get("says", [])
    assert stopped == case.get("stops")


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("csl-json", "[" * 100_000),
        ("csl-json", '[{"title": ' + '{"a":' * 100_000),
        ("bibtex", "@article{x, title = " + "{" * 5_000),
        ("bibtex", "@" * 50_000),
        ("ris", "TY  - JOUR\n" * 5_000),
    ],
)
def test_hostile_files_end_in_a_message(name: str, text: str) -> None:
    found, told, stopped = read(name, text, "x")
    assert found == []
    assert all(message.startswith("x:") for message in [*told, *([stopped] if stopped else [])])


@pytest.mark.parametrize(
    ("text", "why"),
    [("[" * 200_000, "nested too deeply"), (f'[{{"issued": {"9" * 6_000}}}]', "a number is too long")],
)
def test_why_json_cannot_be_read(text: str, why: str) -> None:
    assert read("csl-json", text, "x") == ([], [], f"x:1: is not CSL-JSON: {why}")


@pytest.mark.parametrize("name", FORMATS)
@given(text=st.text(max_size=300))
def test_any_text_is_read_or_told(name: str, text: str) -> None:
    read(name, text, "x")


@given(
    tags=st.lists(st.sampled_from(["TY  - JOUR", "TI  - x", "PY  - 2020", "AU  - ,", "ER  - ", "SP  - ", "more", ""]))
)
def test_any_order_of_ris_lines_is_read_or_told(tags: list[str]) -> None:
    found, told, stopped = read("ris", "\n".join(tags), "x")
    assert stopped is None
    assert len(found) + len(told) == tags.count("TY  - JOUR")
