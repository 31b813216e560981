"""The files of a folder that are read when they are found."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING

from claimcheck.documents.formats import FORMATS, kind_of
from claimcheck.documents.options import FindOptions

if TYPE_CHECKING:
    from claimcheck.documents.ignoring import Ignores


def files_below(folder: str, options: FindOptions, failed: Callable[[OSError], None]) -> Iterator[str]:
    """The files below a folder that are read when found; links are followed, but into no folder twice."""
    from claimcheck.documents.ignoring import Ignores

    seen = {os.path.realpath(folder)}
    ignores = Ignores(folder) if options.ignore_files else None
    for parent, folders, files in os.walk(folder, onerror=failed, followlinks=True):
        folders[:] = sorted(
            name for name in _seen_names(parent, folders, ignores, are_folders=True) if _is_new(parent, name, seen)
        )
        for name in sorted(_seen_names(parent, _taken(files, options), ignores, are_folders=False)):
            yield os.path.join(parent, name)


def _taken(names: Iterable[str], options: FindOptions) -> Iterator[str]:
    """The files that are read when they are found in a folder."""
    wanted = {"always", *(["with-fields"] if options.data else []), *(["with-pictures"] if options.pictures else [])}
    for name in names:
        kind = kind_of(name)
        if kind and FORMATS[kind].found in wanted:
            yield name


def _seen_names(parent: str, names: Iterable[str], ignores: Ignores | None, *, are_folders: bool) -> Iterator[str]:
    """The names that are neither hidden nor ignored."""
    for name in names:
        ignored = ignores is not None and ignores.leave_out(os.path.join(parent, name), is_folder=are_folders)
        if not name.startswith(".") and not ignored:
            yield name


def _is_new(parent: str, name: str, seen: set[str]) -> bool:
    real = os.path.realpath(os.path.join(parent, name))
    new = real not in seen
    seen.add(real)
    return new
