"""Every way to spoil a base, with the full message a curator reads (cases in `data/base_mistakes.yaml`)."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

CASES = yaml.safe_load((Path(__file__).parent.parent / "data" / "base_mistakes.yaml").read_text("utf-8"))

Complaints = Callable[..., list[str]]


def test_the_small_base_is_sound(base: Path, complaints: Complaints) -> None:
    assert complaints(base) == []


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_a_mistake_is_named_with_its_place(case: dict[str, Any], base: Path, complaints: Complaints) -> None:
    file = base / case["file"]
    text = file.read_text("utf-8")
    assert case["instead_of"] in text
    file.write_text(text.replace(case["instead_of"], case["put"], 1), "utf-8")
    assert complaints(base) == case["says"]


def test_all_mistakes_of_all_files_are_told_at_once(base: Path, complaints: Complaints) -> None:
    for name, wrong in (("doe2020", "design: rct"), ("roe2018", "design: before-after")):
        file = base / "studies" / f"{name}.yaml"
        file.write_text(file.read_text("utf-8").replace(wrong, "design: cohort\nsize: large"), "utf-8")
    (base / "studies" / "zreview2024.yaml").write_text("{", "utf-16")
    assert complaints(base) == [
        'base/studies/doe2020.yaml:17: study doe2020: unknown key "size"',
        'base/studies/roe2018.yaml:11: study roe2018: unknown key "size"',
        "base/studies/zreview2024.yaml: is UTF-16, not UTF-8 (save it as UTF-8)",
    ]


UNREADABLE = {
    "utf-16": ("name: x".encode("utf-16"), "is UTF-16, not UTF-8 (save it as UTF-8)"),
    "windows quotes": (b"name: x\nversion: \x93x\x94\n", "2: is not UTF-8: byte 0x93 (save it as UTF-8)"),
    "null byte": (b"name: x\nversion: \0\n", "2: is not valid YAML: control characters are not allowed"),
    "too large": (b"#" * 2_000_001, "larger than 2 MB (split the file)"),
    "nested": (b"name: " + b"[" * 30_000, "1: nested more than 24 deep"),
    "nested mappings": (b"{a: " * 30_000, "1: nested more than 24 deep"),
    "endless": (b"name: [" + b"a," * 200_000 + b"]", "1: holds more than 100000 keys and values (split the file)"),
    "bomb": (
        b"a: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\n",
        "1: anchors and aliases are not used here (write it out)",
    ),
    "endless list": (b"&a [*a]", "1: anchors and aliases are not used here (write it out)"),
    "a program": (
        b"!!python/object/apply:os.system [ls]",
        "1: tags are not used here: tag:yaml.org,2002:python/object/apply:os.system (leave the tag out)",
    ),
}


@pytest.mark.parametrize(("data", "message"), UNREADABLE.values(), ids=UNREADABLE)
def test_hostile_files_are_refused(data: bytes, message: str, base: Path, complaints: Complaints) -> None:
    (base / "base.yaml").write_bytes(data)
    place = "base/base.yaml:" if message[0].isdigit() else "base/base.yaml: "
    assert place + message in complaints(base)


def test_files_that_are_no_part_of_a_base(base: Path, complaints: Complaints) -> None:
    (base / "studies").rename(base / "study")
    (base / "notes.yaml").write_text("a: 1", "utf-8")
    (base / "README.md").write_text("# About", "utf-8")
    (base / ".hidden.yaml").write_text("{", "utf-8")
    assert complaints(base) == [
        "base/notes.yaml:1: is no part of an evidence base "
        "(the folders of a base are studies, claims, concepts, language, policy)",
        'base/study: is no part of an evidence base (did you mean "studies"?)',
    ]


def test_an_empty_folder_lacks_its_manifest(tmp_path: Path, complaints: Complaints) -> None:
    assert complaints(tmp_path) == [f"{tmp_path.as_posix()}: base.yaml is missing (it names the base)"]


def test_no_folder_at_all(complaints: Complaints) -> None:
    assert complaints() == ["base.yaml is missing (it names the base)"]


def test_a_missing_folder(complaints: Complaints) -> None:
    assert complaints(Path("nowhere")) == ["nowhere: there is no such evidence folder"]


def test_a_pipe_is_not_read(base: Path, complaints: Complaints) -> None:
    os = pytest.importorskip("os")
    if not hasattr(os, "mkfifo"):
        pytest.skip("there are no pipes here")
    os.mkfifo(base / "studies" / "pipe.yaml")
    assert complaints(base) == ["base/studies/pipe.yaml: is not a regular file"]


def test_too_many_files(base: Path, complaints: Complaints, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("claimcheck.evidence.files.MAX_FILES", 3)
    assert complaints(base) == ["base: holds more than 3 files or 50 MB of YAML"]
