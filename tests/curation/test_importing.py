"""Files of references become studies to fill in; what is there stays as it is."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from claimcheck.curation.importing import ImportResult, import_references
from claimcheck.curation.known import known_in
from claimcheck.errors import UsageError
from claimcheck.evidence.build import inspect
from claimcheck.evidence.files import list_folders

TODAY = date(2026, 11, 20)
NEW = '[{"type": "book", "title": "Hiccups", "author": [{"family": "Doe", "given": "J."}], "issued": "2020"}]'


def take(folder: Path, *texts: str, name: str | None = "csl-json", design: str | None = None) -> ImportResult:
    paths = []
    for number, text in enumerate(texts):
        paths.append(Path(f"refs{number}.txt"))
        paths[-1].write_text(text, encoding="utf-8")
    known = known_in(folder, shipped=False)
    return import_references(paths, folder, known, TODAY, name=name, design=design)


def told(result: ImportResult) -> list[tuple[str, int, str, bool]]:
    return [(study.source, study.line, study.study, study.written) for study in result.studies]


def test_a_new_paper_becomes_a_sound_study(folder: Path) -> None:
    result = take(folder, NEW, design="cohort")
    assert (told(result), result.failures) == ([("refs0.txt", 1, "doe2020a", True)], ())
    assert "\ndesign: cohort\n" in (folder / "studies" / "doe2020a.yaml").read_text("utf-8")
    assert {problem.code for problem in inspect(list_folders([folder], shipped=False))} == {"not-filled-in"}


@pytest.mark.parametrize(
    "item",
    [
        '{"title": "Other words", "issued": "2031", "DOI": "10.5555/VITAMIN-Z.1"}',
        '{"title": "Vitamin Z for Hiccups - a made-up trial.", "issued": "2020"}',
    ],
)
def test_a_paper_of_the_base_is_not_written_again(folder: Path, item: str) -> None:
    before = sorted((folder / "studies").iterdir())
    result = take(folder, f"[{item}]")
    assert (told(result), result.failures) == ([("refs0.txt", 1, "doe2020", False)], ())
    assert sorted((folder / "studies").iterdir()) == before


def test_the_same_paper_twice_is_written_once(folder: Path) -> None:
    result = take(folder, f"{NEW[:-1]},\n{NEW[1:]}", NEW)
    assert told(result) == [
        ("refs0.txt", 1, "doe2020a", True),
        ("refs0.txt", 2, "doe2020a", False),
        ("refs1.txt", 1, "doe2020a", False),
    ]


def test_what_cannot_be_read_does_not_stop_the_rest(folder: Path) -> None:
    result = take(folder, "[1,", '[{"title": "No year"}]', "[]", NEW)
    assert told(result) == [("refs3.txt", 1, "doe2020a", True)]
    assert list(map(str, result.failures)) == [
        "refs0.txt:1: is not CSL-JSON: the list is not closed",
        "refs1.txt:1: reference has no year",
        "refs2.txt: holds no references",
    ]


def test_a_file_in_the_way_is_told_and_kept(folder: Path) -> None:
    known = known_in(folder, shipped=False)
    file = folder / "studies" / "doe2020a.yaml"
    file.write_text("# mine\n", encoding="utf-8")
    Path("refs.json").write_text(NEW, encoding="utf-8")
    result = import_references([Path("refs.json"), Path("none.bib")], folder, known, TODAY)
    assert told(result) == []
    assert list(map(str, result.failures)) == [
        "base/studies/doe2020a.yaml: is there already; nothing was written",
        "none.bib: cannot be read: No such file or directory",
    ]
    assert file.read_text("utf-8") == "# mine\n"


def test_a_broken_study_keeps_its_id(folder: Path) -> None:
    (folder / "studies" / "doe2020a.yaml").write_text("id: [", encoding="utf-8")
    assert told(take(folder, NEW)) == [("refs0.txt", 1, "doe2020b", True)]


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("nowhere", "nowhere: there is no such evidence folder (make it, or name another)"),
        ("home", "home: is not an evidence folder (it should hold base.yaml or one of the folders "
                 "studies, claims, concepts, language, policy)"),
    ],
)  # fmt: skip
def test_only_evidence_folders_are_written_to(folder: Path, name: str, message: str) -> None:
    Path("home").mkdir()
    Path("home", "letter.txt").touch()
    with pytest.raises(UsageError) as failure:
        known_in(Path(name), shipped=False)
    assert str(failure.value) == message
