"""The tables, against a program that checks data packages."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import frictionless
import pytest

from claimcheck.curation.columns import cell_text
from claimcheck.curation.datapackage import package
from claimcheck.evidence.base import EvidenceBase

DATA = Path(__file__).parent / "data" / "tables"


@pytest.fixture
def small_package(small: EvidenceBase, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The package of the small base, in the working folder (the reader refuses other places)."""
    monkeypatch.chdir(tmp_path)
    return _put(package(small, list(small.studies())), Path("small"))


def _put(texts: dict[str, str], folder: Path) -> Path:
    folder.mkdir()
    for name, text in texts.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def faults(folder: Path) -> list[tuple[str, str]]:
    """What the reader finds wrong: table and kind of fault."""
    report = frictionless.validate(str(folder / "datapackage.json"))
    assert report.errors == []
    return [(task.name, error.type) for task in report.tasks for error in task.errors]


@pytest.mark.parametrize("name", ["studies", "outcomes", "effects", "appraisals", "claims"])
def test_a_table_in_full(small_package: Path, name: str) -> None:
    assert (small_package / f"{name}.csv").read_text("utf-8") == (DATA / f"{name}.csv").read_text("utf-8")


def test_the_small_package_is_valid(small_package: Path) -> None:
    assert faults(small_package) == []


def test_the_shipped_package_is_valid(shipped: EvidenceBase, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    folder = _put(package(shipped, list(shipped.studies())), Path("shipped"))
    assert faults(folder) == []
    rows = frictionless.Package(str(folder / "datapackage.json")).get_resource("studies").read_rows()
    assert [row["id"] for row in rows] == list(shipped.study_ids)


@pytest.mark.parametrize(
    ("table", "old", "new", "fault"),
    [
        ("outcomes", "vitamin-z-is-safe", "vitamin-z-is-nice", "foreign-key"),
        ("outcomes", "no-effect", "none", "constraint-error"),
        ("effects", ",-3,", ",few,", "type-error"),
        ("studies", "roe2018,Roe", "doe2020,Roe", "primary-key"),
    ],
)
def test_a_spoilt_table_is_found(small_package: Path, table: str, old: str, new: str, fault: str) -> None:
    file, descriptor = small_package / f"{table}.csv", small_package / "datapackage.json"
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")
    about = json.loads(descriptor.read_text("utf-8"))
    for resource in about["resources"]:
        resource.pop("hash"), resource.pop("bytes")
    descriptor.write_text(json.dumps(about), encoding="utf-8")
    assert (table, fault) in faults(small_package)


def test_the_descriptor_tells_of_the_base(small_package: Path) -> None:
    about = json.loads((small_package / "datapackage.json").read_text("utf-8"))
    resources = about.pop("resources")
    assert about == {
        "profile": "tabular-data-package",
        "name": "vitamin-z-made-up",
        "title": "Vitamin Z (made up)",
        "version": "1.0",
        "description": "An invented base about an invented vitamin.",
        "licenses": [{"name": "CC0-1.0"}],
        "contributors": [{"title": "Test Keeper", "role": "maintainer"}],
    }
    assert [resource["name"] for resource in resources] == ["studies", "outcomes", "effects", "appraisals", "claims"]
    fields = {field["name"]: field for field in resources[1]["schema"]["fields"]}
    assert fields["direction"]["constraints"]["enum"] == ["benefit", "harm", "no-effect", "mixed", "unclear"]


@pytest.mark.parametrize(
    ("value", "text"),
    [(None, ""), (True, "true"), (0.1, "0.1"), (-3.0, "-3"), (1e-7, "1e-07"), ((), ""), (("a", "b"), "a; b"), (0, "0")],
)
def test_cells(value: Any, text: str) -> None:
    assert cell_text(value) == text
