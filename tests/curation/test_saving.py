"""Files are written whole or not at all, and never over what is there."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from claimcheck.curation.saving import save_new
from claimcheck.errors import UsageError


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_folders_are_made(tmp_path: Path) -> None:
    save_new({tmp_path / "a" / "b.txt": "é\n"})
    assert (tmp_path / "a" / "b.txt").read_bytes() == "é\n".encode()
    assert names(tmp_path / "a") == ["b.txt"]


def test_nothing_is_written_when_one_is_there(tmp_path: Path) -> None:
    (tmp_path / "b.txt").write_text("mine")
    with pytest.raises(UsageError, match=r"b\.txt: is there already; nothing was written"):
        save_new({tmp_path / "a.txt": "a", tmp_path / "b.txt": "b"})
    assert names(tmp_path) == ["b.txt"]
    assert (tmp_path / "b.txt").read_text() == "mine"


def test_a_dangling_link_is_in_the_way_too(tmp_path: Path) -> None:
    (tmp_path / "a.txt").symlink_to(tmp_path / "nowhere")
    with pytest.raises(UsageError, match="is there already"):
        save_new({tmp_path / "a.txt": "a"})
    assert not (tmp_path / "nowhere").exists()


def test_replacing_is_asked_for(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("old")
    save_new({tmp_path / "a.txt": "new"}, replace=True)
    assert (tmp_path / "a.txt").read_text() == "new"


@pytest.mark.parametrize("rival", [FileExistsError(errno.EEXIST, "File exists"), None])
def test_a_file_that_comes_meanwhile_is_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, rival: OSError | None
) -> None:
    def link(source: object, path: Path) -> None:
        raise rival or OSError(errno.EPERM, "no links here")

    monkeypatch.setattr(os, "link", link)
    if rival is None:
        save_new({tmp_path / "a.txt": "a"})
        assert names(tmp_path) == ["a.txt"]
    else:
        with pytest.raises(UsageError, match="cannot be written: File exists"):
            save_new({tmp_path / "a.txt": "a"})
        assert names(tmp_path) == []


def test_a_folder_that_is_a_file_is_told(tmp_path: Path) -> None:
    (tmp_path / "a").write_text("x")
    with pytest.raises(UsageError, match="cannot be written: "):
        save_new({tmp_path / "a" / "b.txt": "b"})
