"""The files of an evidence folder: which there are, what each holds, and how they are read safely."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from claimcheck.errors import EvidenceError

MAX_BASE_BYTES = 50_000_000
MAX_FILES = 20_000
PARTS = ("studies", "claims", "concepts", "language", "policy")
MANIFEST = "base.yaml"
_SUFFIXES = (".yaml", ".yml")
_PACKAGE = Path(__file__).parent.parent


class BaseFile(NamedTuple):
    """A YAML file of a folder. `name` is its path below the folder, `path` as messages show it."""

    name: str
    path: str
    size: int
    mtime_ns: int

    @property
    def part(self) -> str:
        """The part of the base it belongs to: a name of PARTS, or empty at the top."""
        return self.name.partition("/")[0] if "/" in self.name else ""

    @property
    def stem(self) -> str:
        """Its name without folder and suffix."""
        return self.name.rpartition("/")[2].rpartition(".")[0]


class Listed(NamedTuple):
    """A folder of a base and its files."""

    root: Path
    files: list[BaseFile]


Listing = Sequence[Listed]


def list_folders(directories: Sequence[Path], *, shipped: bool) -> Listing:
    """The folders of a base in order, each with its files."""
    roots = [shipped_directory()] if shipped else []
    return [Listed(root, list_files(root)) for root in [*roots, *directories]]


def list_files(directory: Path) -> list[BaseFile]:
    """All YAML files of a base, by name. Raises EvidenceError for what is no folder or far too large."""
    root = directory.as_posix()
    if not directory.is_dir():
        raise EvidenceError("there is no such evidence folder", path=root)
    files: list[BaseFile] = []
    size = 0
    for file in _walk(root, ""):
        files.append(file)
        size += file.size
        if len(files) > MAX_FILES or size > MAX_BASE_BYTES:
            limit = f"{MAX_FILES} files or {MAX_BASE_BYTES // 1_000_000} MB of YAML"
            raise EvidenceError(f"holds more than {limit}", path=root)
    return sorted(files)


def _walk(root: str, prefix: str) -> Iterator[BaseFile]:
    try:
        with os.scandir(f"{root}/{prefix}") as entries:
            for entry in entries:
                name = prefix + entry.name
                if entry.is_dir(follow_symlinks=False):
                    if prefix or entry.name in PARTS:
                        yield from _walk(root, f"{name}/")
                elif entry.name.endswith(_SUFFIXES) and not entry.name.startswith("."):
                    yield _file(name, f"{root}/{name}", entry.stat())
    except OSError as error:
        path = error.filename if isinstance(error.filename, str) else root
        raise EvidenceError(f"cannot be read: {error.strerror}", path=path) from None


def _file(name: str, path: str, info: os.stat_result) -> BaseFile:
    if not stat.S_ISREG(info.st_mode):
        raise EvidenceError("is not a regular file", path=path)
    return BaseFile(name, path, info.st_size, info.st_mtime_ns)


def read_file(file: BaseFile, limit: int) -> bytes:
    """The bytes of a file, at most one more than the limit."""
    try:
        with open(file.path, "rb") as stream:
            return stream.read(limit + 1)
    except OSError as error:
        raise EvidenceError(f"cannot be read: {error.strerror}", path=file.path) from None


def shipped_directory() -> Path:
    """The folder of the shipped base: inside the package, or at the top of a checkout."""
    for candidate in (_PACKAGE / "_evidence", _PACKAGE.parent.parent / "evidence"):
        if (candidate / MANIFEST).is_file():
            return candidate
    raise EvidenceError("the shipped evidence base is missing", hint="reinstall claimcheck")


def shipped_twin() -> Path:
    """Where an installed package keeps the compiled twin of its base."""
    return _PACKAGE / "_evidence.bin"
