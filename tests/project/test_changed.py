"""Lines changed since a revision, in a real repository."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
from small_copy import check, document_of

from claimcheck.errors import UsageError
from claimcheck.project.changed import changed_lines, only_changed


def git(*arguments: str) -> None:
    settings = ["-c", "user.name=Test", "-c", "user.email=test@example.org", "-c", "commit.gpgsign=false"]
    subprocess.run(["git", *settings, *arguments], check=True, capture_output=True)


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    git("init", "-q")
    (tmp_path / "sub").mkdir()
    for name in ("a.md", "sub/b.md", "ü b\t.md", "gone.md"):
        (tmp_path / name).write_text("one\ntwo\nthree\nfour\n", encoding="utf-8")
    (tmp_path / "picture.png").write_bytes(b"\x00\x01")
    git("add", ".")
    git("commit", "-q", "-m", "Begin")
    return tmp_path


def test_nothing_changed(repository: Path) -> None:
    assert changed_lines("HEAD") == {}


def test_lines_new_files_and_odd_names(repository: Path) -> None:
    (repository / "a.md").write_text("one\nTWO\nthree\nfour\nfive\nsix\n", encoding="utf-8")
    (repository / "ü b\t.md").write_text("zero\none\ntwo\nfour\n", encoding="utf-8")
    (repository / "new.md").write_text("+++ b/a.md\n@@ -1 +1,9 @@\n", encoding="utf-8")
    (repository / "sub" / "b.md").write_text("one\n+++ b/c.md\n@@ -1 +1,9 @@\nfour\n", encoding="utf-8")
    (repository / "picture.png").write_bytes(b"\x00\x02")
    (repository / "gone.md").unlink()
    changed = changed_lines("HEAD")
    assert changed.pop("/dev/null", ()) == ()
    assert changed == {
        "a.md": ((2, 2), (5, 6)),
        "ü b\t.md": ((1, 1),),
        "sub/b.md": ((2, 3),),
        "new.md": None,
    }


def test_paths_are_relative_to_the_working_folder(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (repository / "sub" / "b.md").write_text("ONE\ntwo\nthree\nfour\n", encoding="utf-8")
    (repository / "a.md").write_text("ONE\n", encoding="utf-8")
    monkeypatch.chdir(repository / "sub")
    assert changed_lines("HEAD") == {"b.md": ((1, 1),)}


@pytest.mark.parametrize("revision", ["nonsense", "--output=x"])
def test_no_such_revision(repository: Path, revision: str) -> None:
    with pytest.raises(UsageError):
        changed_lines(revision)


def test_no_repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    with pytest.raises(UsageError, match="--diff"):
        changed_lines("HEAD")


def test_sentences_that_were_touched_stay() -> None:
    report = check(document_of("Baths cure\nwell.\n\nThey cure.\n\nWe cure.\n\nBaths mend."))
    left = only_changed(report, {"copy.md": ((2, 3), (8, 9))})
    assert [finding.place.line for finding in left.findings] == [1]
    assert [item.place.line for item in left.unlisted] == [8]


def test_new_files_stay_whole_and_others_go() -> None:
    report = check(document_of("Baths cure."))
    assert only_changed(report, {"copy.md": None}) == report
    assert only_changed(report, {"other.md": None}).findings == ()
