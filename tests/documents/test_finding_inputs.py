from __future__ import annotations

import os
from pathlib import Path

import pytest

from claimcheck.documents.inputs import Inputs, find_inputs, read_input
from claimcheck.errors import InputError


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A working folder with copy in it."""
    work = tmp_path / "work"
    for name in ("b.txt", "a.md", "site/c.html", "site/deep/d.HTM", "site/e.png", "site/.hidden.md", ".git/f.md"):
        file = work / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(b"Massage helps.")
    (work / "empty").mkdir()
    (tmp_path / "outside.txt").write_bytes(b"Outside.")
    monkeypatch.chdir(work)
    return work


def names(found: Inputs) -> list[str]:
    return [item.display for item in found.inputs]


def failures(found: Inputs) -> list[str]:
    return [str(failure) for failure in found.failures]


def test_a_folder_is_searched_for_known_suffixes(folder: Path) -> None:
    found = find_inputs(["."])
    assert names(found) == ["a.md", "b.txt", "site/c.html", "site/deep/d.HTM"]
    assert (found.failures, found.warnings) == ((), ())


def test_paths_are_shown_relative_to_the_working_folder(folder: Path) -> None:
    found = find_inputs([str(folder / "b.txt"), "./site//c.html", "../outside.txt"])
    assert names(found) == ["../outside.txt", "b.txt", "site/c.html"]


def test_a_path_outside_stays_as_given(folder: Path, tmp_path: Path) -> None:
    assert names(find_inputs([str(tmp_path / "outside.txt")])) == [(tmp_path / "outside.txt").as_posix()]


def test_each_file_counts_once(folder: Path) -> None:
    os.symlink("b.txt", "link.txt")
    assert names(find_inputs(["b.txt", "./b.txt", "link.txt", "*.txt", str(folder)])) == [
        "a.md",
        "b.txt",
        "site/c.html",
        "site/deep/d.HTM",
    ]


def test_globs_that_the_shell_left_alone(folder: Path) -> None:
    assert names(find_inputs(["*.md", "**/*.HTM"])) == ["a.md", "site/deep/d.HTM"]
    assert names(find_inputs(["s*"])) == ["site/c.html", "site/deep/d.HTM"]


def test_a_file_whose_name_looks_like_a_glob(folder: Path) -> None:
    Path("[x].txt").write_bytes(b"a")
    assert names(find_inputs(["[x].txt"])) == ["[x].txt"]


def test_what_names_nothing_is_a_failure_each_for_itself(folder: Path) -> None:
    found = find_inputs(["gone.txt", "b.txt", "*.rst", "gone/*.md", "nul\0l"])
    assert names(found) == ["b.txt"]
    assert failures(found) == [
        "gone.txt: no such file or folder",
        "*.rst: matches no file",
        "gone/*.md: matches no file",
        "nul\\0l: no such file or folder",
    ]


def test_an_empty_folder_is_a_warning(folder: Path) -> None:
    found = find_inputs(["empty"])
    assert (found.inputs, found.failures) == ((), ())
    assert found.warnings == ("empty: no file to check in this folder",)


def test_links_that_go_in_circles_end(folder: Path) -> None:
    os.symlink("..", "site/up")
    os.symlink("deep", "site/deeper")
    assert names(find_inputs(["site"])) == ["site/c.html", "site/deep/d.HTM", "site/up/a.md", "site/up/b.txt"]


def test_a_named_file_is_read_whatever_its_suffix(folder: Path) -> None:
    Path("flyer.copy").write_bytes(b"Massage helps.")
    (item,) = find_inputs(["flyer.copy"]).inputs
    assert [sentence.text for sentence in read_input(item).sentences] == ["Massage helps."]


def test_standard_input(folder: Path) -> None:
    (plain,) = find_inputs(["-", "-"]).inputs
    (named,) = find_inputs(["-"], stdin_filename="post.md").inputs
    assert (plain.display, named.display) == ("<stdin>", "post.md")
    assert [block.kind.value for block in read_input(plain, stdin=b"**b**").blocks] == ["paragraph"]
    assert [block.kind.value for block in read_input(named, stdin=b"**b**").blocks] == ["heading"]


def test_a_dangling_link_cannot_be_read(folder: Path) -> None:
    os.symlink("nowhere", "dangling.txt")
    (item,) = find_inputs(["dangling.txt"]).inputs
    with pytest.raises(InputError, match=r"^dangling.txt: cannot be read: no such file or directory$"):
        read_input(item)


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="nothing is forbidden to this user")
def test_forbidden_files_and_folders(folder: Path) -> None:
    Path("b.txt").chmod(0)
    Path("site/deep").chmod(0)
    found = find_inputs(["."])
    Path("site/deep").chmod(0o755)
    assert failures(found) == ["site/deep: cannot be read: permission denied"]
    with pytest.raises(InputError, match=r"^b.txt: cannot be read: permission denied$"):
        read_input(next(item for item in found.inputs if item.display == "b.txt"))


def test_what_never_ends_is_refused(folder: Path) -> None:
    if not Path("/dev/zero").exists():
        pytest.skip("no endless device here")
    (item,) = find_inputs(["/dev/zero"]).inputs
    with pytest.raises(InputError, match="too large to read"):
        read_input(item)
