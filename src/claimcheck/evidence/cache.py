"""Where compiled twins live: inside the installed package, and in the user's cache.

YAML is the only source of truth. A twin carries the name, size and time of every file it was made from (those of
the program too) and is made anew when one differs. No trouble with the cache ever stops a run.
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple
from zlib import crc32

from claimcheck._version import __version__
from claimcheck.evidence.files import Listing, shipped_twin
from claimcheck.evidence.twin import FORMAT, Twin, unpack

#: a file changed this shortly before may change again within one tick of the clock, unseen
_RACE_NS = 50_000_000
_KEPT = 20
#: the rooms whose code decides what a twin holds
_MAKERS = ("evidence", "matching", "text", "wording")
_SUFFIX = ".twin"


class Place(NamedTuple):
    """Where the twin of a base is kept and what it must have been made from; `fresh` says it may be written."""

    path: Path
    signature: bytes
    fresh: bool = True


def shipped_signature(listing: Listing) -> bytes:
    """What the twin in a wheel was made from: names and sizes, since installers do not keep times."""
    lines = [f"{file.name} {file.size}" for _, files in listing for file in files]
    return _encoded([_program(), *lines])


def open_shipped(listing: Listing) -> Twin | None:
    """The twin inside the package, if the base is the shipped one alone and the twin fits it."""
    path = shipped_twin()
    if len(listing) != 1 or listing[0].root.parent != path.parent:
        return None
    return open_twin(Place(path, shipped_signature(listing)))


def cached_place(listing: Listing) -> Place | None:
    """Where the twin of these folders is kept in the user's cache; None if there is no such cache."""
    folder = cache_directory()
    if folder is None:
        return None
    roots = [os.path.abspath(listed.root) for listed in listing]
    seen = [(file.name, file.size, file.mtime_ns) for _, files in listing for file in files]
    seen += _program_files()
    lines = [f"{name} {size} {mtime}" for name, size, mtime in seen]
    newest = max((mtime for _, _, mtime in seen), default=0)
    name = f"{crc32(_encoded(roots)):08x}{_SUFFIX}"
    return Place(folder / name, _encoded([_program(), *roots, *lines]), newest < time.time_ns() - _RACE_NS)


def _program() -> str:
    return f"claimcheck {__version__} format {FORMAT}"


def _encoded(lines: list[str]) -> bytes:
    return "\n".join(lines).encode("utf-8", "surrogatepass")


def _program_files() -> list[tuple[str, int, int]]:
    package = os.path.dirname(os.path.dirname(__file__))
    return sorted(file for room in _MAKERS for file in _python_files(os.path.join(package, room)))


def _python_files(folder: str) -> Iterator[tuple[str, int, int]]:
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.name.endswith(".py"):
                info = entry.stat()
                yield entry.path, info.st_size, info.st_mtime_ns
            elif not entry.name.startswith("_") and entry.is_dir():
                yield from _python_files(entry.path)


def cache_directory() -> Path | None:
    """The user's cache folder for claimcheck, which need not exist; CLAIMCHECK_CACHE_DIR overrides it."""
    own = os.environ.get("CLAIMCHECK_CACHE_DIR")
    if own:
        return Path(own)
    if sys.platform == "win32":
        local = os.environ.get("LOCALAPPDATA")
        return Path(local, "claimcheck", "Cache") if local else None
    with suppress(RuntimeError):
        if sys.platform == "darwin":
            return Path.home() / "Library" / "Caches" / "claimcheck"
        given = os.environ.get("XDG_CACHE_HOME", "")
        return (Path(given) if os.path.isabs(given) else Path.home() / ".cache") / "claimcheck"
    return None


def open_twin(place: Place) -> Twin | None:
    """The twin at a place, or None if there is none that fits."""
    try:
        with place.path.open("rb") as stream:
            if not _is_ours(os.fstat(stream.fileno()), place.path):
                return None
            return unpack(stream.read(), place.signature)
    except OSError:
        return None


def _is_ours(info: os.stat_result, path: Path) -> bool:
    """Whether nobody else could have put the file there (only asked of the cache)."""
    if sys.platform == "win32" or path == shipped_twin():
        return True
    return info.st_uid == os.geteuid() and not info.st_mode & 0o022


def write_twin(place: Place, data: bytes) -> None:
    """Keeps a twin: readable by its owner alone, whole or not at all, and silently not if it cannot be."""
    import tempfile

    if not place.fresh:
        return
    with suppress(OSError):
        place.path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=place.path.parent, prefix=place.path.stem)
        try:
            with os.fdopen(handle, "wb") as stream:
                stream.write(data)
            os.replace(name, place.path)
        except OSError:
            os.unlink(name)
        _forget_old(place.path.parent)


def _forget_old(folder: Path) -> None:
    """Keeps the twins that were written last."""
    twins = sorted(folder.glob(f"*{_SUFFIX}"), key=lambda path: path.stat().st_mtime_ns, reverse=True)
    for path in twins[_KEPT:]:
        path.unlink(missing_ok=True)
