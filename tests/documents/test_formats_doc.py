"""docs/formats.md names every format, extra and limit as it is."""

from __future__ import annotations

import re
import tomllib
from dataclasses import fields
from pathlib import Path

from claimcheck.documents.formats import FORMATS
from claimcheck.documents.limits import Limits

ROOT = Path(__file__).resolve().parents[2]
TEXT = (ROOT / "docs" / "formats.md").read_text(encoding="utf-8")


def rows(heading: str) -> list[list[str]]:
    """The cells of the first table below a heading, its head left out."""
    below = TEXT.partition(f"{heading}\n")[2]
    table = below[below.index("\n| ") + 1 :].partition("\n\n")[0].splitlines()
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in table[2:]]


def test_every_suffix_stands_with_its_extra() -> None:
    listed = {
        suffix: re.sub(r"\W", "", row[2])
        for row in rows("# What is read")
        for suffix in re.findall(r"`(\.\w+)`", row[1])
    }
    assert listed == {suffix: form.extra for form in FORMATS.values() for suffix in form.suffixes}


def test_every_limit_stands_with_its_default() -> None:
    listed = {row[0].strip("` "): row[2].replace(",", "").strip() for row in rows("## Limits")}
    bounds = Limits()
    assert listed == {field.name.replace("_", "-"): f"{getattr(bounds, field.name):.0f}" for field in fields(Limits)}


def test_every_extra_is_there_to_be_installed() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras = {form.extra for form in FORMATS.values() if form.extra} | {"web"}
    assert extras <= set(project["optional-dependencies"])
    assert all(extra in project["optional-dependencies"]["all"][0] for extra in extras)
