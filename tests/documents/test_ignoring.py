"""Ignore files; git itself says what they mean."""

from __future__ import annotations

import subprocess
from pathlib import Path
from shutil import which

import pytest

from claimcheck.documents.inputs import find_inputs
from claimcheck.documents.options import FindOptions

FILES = (
    "a.md", "b.txt", "build/c.md", "drafts/d.md", "drafts/keep.md", "site/e.md", "site/build/f.md", "site/g.txt",
    "site/deep/h.md", "site/deep/notes.txt", "site/deep/i.html", "pictures/j.png", "data/k.csv", "data/l.json",
)  # fmt: skip


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The root of a repository with copy in it."""
    for name in FILES:
        file = tmp_path / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("Massage.", encoding="utf-8")
    (tmp_path / ".git").mkdir()
    monkeypatch.chdir(tmp_path)
    return tmp_path


def ignore(text: str, folder: str = ".", name: str = ".gitignore") -> None:
    (Path(folder) / name).write_text(text, encoding="utf-8")


def names(*paths: str, **options: bool) -> list[str]:
    return [item.display for item in find_inputs(paths, options=FindOptions(**options)).inputs]


def test_what_git_ignores_is_left_out(project: Path) -> None:
    ignore("build/\n*.txt\n!g.txt\n/drafts/*\n!/drafts/keep.md\n")
    assert names(".") == ["a.md", "drafts/keep.md", "site/deep/h.md", "site/deep/i.html", "site/e.md", "site/g.txt"]


def test_a_file_further_down_goes_before_one_further_up(project: Path) -> None:
    ignore("*.txt\n")
    ignore("!notes.txt\nh.md\n", "site/deep")
    assert names("site") == ["site/build/f.md", "site/deep/i.html", "site/deep/notes.txt", "site/e.md"]


def test_our_own_ignore_file_goes_before_git(project: Path) -> None:
    ignore("*.txt\n")
    ignore("!b.txt\nsite\ndrafts\nbuild\n", name=".claimcheckignore")
    assert names(".") == ["a.md", "b.txt"]


def test_files_above_a_searched_folder_count(project: Path) -> None:
    ignore("/site/deep/\n*.txt")
    assert names("site") == ["site/build/f.md", "site/e.md"]


def test_what_is_named_is_read(project: Path) -> None:
    ignore("build/\na.md\n")
    assert names("a.md", "build") == ["a.md", "build/c.md"]


def test_ignore_files_may_be_passed_over(project: Path) -> None:
    ignore("*\n")
    assert names(".", ignore_files=False) == [
        "a.md", "b.txt", "build/c.md", "drafts/d.md", "drafts/keep.md", "site/build/f.md", "site/deep/h.md",
        "site/deep/i.html", "site/deep/notes.txt", "site/e.md", "site/g.txt",
    ]  # fmt: skip
    found = find_inputs(["."])
    assert (found.inputs, found.warnings) == ((), (".: no file to check in this folder",))


def test_outside_a_repository_only_the_folder_itself_counts(project: Path) -> None:
    (project / ".git").rmdir()
    ignore("*.md\n")
    assert names("site/deep") == ["site/deep/h.md", "site/deep/i.html", "site/deep/notes.txt"]


def test_pictures_and_data_are_found_when_asked_for(project: Path) -> None:
    assert names("pictures", "data") == []
    assert names("pictures", "data", pictures=True) == ["pictures/j.png"]
    assert names("pictures", "data", data=True) == ["data/k.csv", "data/l.json"]
    assert names("pictures/j.png", "data/k.csv") == ["data/k.csv", "pictures/j.png"]


@pytest.mark.skipif(which("git") is None, reason="git is not installed")
@pytest.mark.parametrize(
    "patterns",
    [
        "*.md",
        "/a.md",
        "site/**/h.md",
        "**/build",
        "!a.md",
        "d*/\n!drafts/\n",
        "*\n!*/\n!*.html",
        r"\!x",
        "site/*/",
        "[a-d].*",
    ],
)
def test_git_reads_patterns_the_same_way(project: Path, patterns: str) -> None:
    (project / ".git").rmdir()
    subprocess.run(["git", "init", "-q", "."], check=True)
    ignore(patterns)
    listed = ["git", "ls-files", "--others", "--exclude-standard", "-z"]
    shown = subprocess.run(listed, check=True, capture_output=True, text=True).stdout.split("\0")
    wanted = {name for name in shown if name.endswith((".md", ".txt", ".html"))}
    assert set(names(".")) == wanted
