"""Where the configuration of a run is: the nearest one upward from the first path."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from claimcheck.text.patterns import pattern

FILE: Final = "claimcheck.toml"
PYPROJECT: Final = "pyproject.toml"
_GLOB: Final = pattern(r"[*?\[]")


def find_config(first: str) -> Path | None:
    """The nearest `claimcheck.toml`, or `pyproject.toml` with a table of ours.

    The search goes upward from the first path of the command line and ends at the root of a repository or at home.
    """
    for folder in _upward(_folder_of(first)):
        for path in (folder / FILE, folder / PYPROJECT):
            if _is_ours(path):
                return path
    return None


def _upward(start: Path) -> Iterator[Path]:
    home = os.path.expanduser("~")
    for folder in (start, *start.parents):
        yield folder
        if str(folder) == home or (folder / ".git").exists():
            return


def _folder_of(first: str) -> Path:
    """The folder that a path argument is or stands in; of a glob, the part that is no pattern."""
    if not os.path.exists(first) and (mark := _GLOB.search(first)):
        first = os.path.dirname(first[: mark.start()])
    path = Path(os.path.abspath(first))
    return path if path.is_dir() else path.parent


def _is_ours(path: Path) -> bool:
    if path.name == FILE:
        return path.is_file()
    try:
        return b"tool.claimcheck" in path.read_bytes()
    except OSError:
        return False
