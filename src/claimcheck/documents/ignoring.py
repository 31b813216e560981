"""Ignore files: what `.gitignore` and `.claimcheckignore` leave out of a folder."""

from __future__ import annotations

import os
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec, PathSpec

NAMES = (".gitignore", ".claimcheckignore")


class _Spec(NamedTuple):
    """An ignore file. For a folder, given by its name and `/`, simply the last pattern that fits decides."""

    files: GitIgnoreSpec
    folders: PathSpec[Any]


class Ignores:
    """The ignore files in a folder, below it, and above it up to the root of its repository.

    Those further down go before those further up, `.claimcheckignore` before `.gitignore`.
    """

    def __init__(self, folder: str) -> None:
        self._folder = folder
        self._specs: dict[str, list[_Spec]] = {}
        #: folders above, outermost first, and how the searched one is called from there
        self._above = list(_above(os.path.realpath(folder)))
        if self._decided([(above, f"{name}/") for above, name in self._above]):
            self._above = []  # the folder is ignored, but it was named: what is ignored below it still is

    def leave_out(self, path: str, *, is_folder: bool = False) -> bool:
        """Whether a file or folder is ignored, given the folders that it lies in are not."""
        parts = os.path.relpath(path, self._folder).split(os.sep)
        end = "/" if is_folder else ""
        above = [(folder, f"{name}/{'/'.join(parts)}{end}") for folder, name in self._above]
        below = [(os.path.join(self._folder, *parts[:n]), "/".join(parts[n:]) + end) for n in range(len(parts))]
        return self._decided(above + below)

    def _decided(self, places: list[tuple[str, str]]) -> bool:
        """What the last ignore file says that says anything."""
        ignored = False
        for folder, name in places:
            for spec in self._of(folder):
                found = spec.folders.check_file(name) if name.endswith("/") else spec.files.check_file(name)
                ignored = ignored if found.include is None else found.include
        return ignored

    def _of(self, folder: str) -> list[_Spec]:
        if folder not in self._specs:
            self._specs[folder] = list(_specs(folder))
        return self._specs[folder]


def _above(folder: str) -> Iterator[tuple[str, str]]:
    """The folders from the root of a repository down to the one above, where there is a repository."""
    above = [folder]
    while not os.path.exists(os.path.join(above[-1], ".git")):
        parent = os.path.dirname(above[-1])
        if parent == above[-1]:
            return
        above.append(parent)
    for parent in reversed(above[1:]):
        yield parent, os.path.relpath(folder, parent).replace(os.sep, "/")


def _specs(folder: str) -> Iterator[_Spec]:
    for name in NAMES:
        path = os.path.join(folder, name)
        if os.path.isfile(path):
            from pathspec import GitIgnoreSpec, PathSpec

            with open(path, encoding="utf-8", errors="replace") as file:
                lines = file.read().splitlines()
            yield _Spec(GitIgnoreSpec.from_lines(lines), PathSpec.from_lines("gitignore", lines))
