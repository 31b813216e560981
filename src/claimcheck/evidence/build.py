"""YAML folders -> the parts of a sound base. The cold way: parses, binds and checks everything."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from claimcheck.errors import EvidenceError, EvidenceErrors
from claimcheck.evidence.compiled import Parts, compile_parts, digest_of
from claimcheck.evidence.files import BaseFile, list_files, read_file, shipped_directory
from claimcheck.evidence.gather import Folder, gather
from claimcheck.evidence.load import MAX_FILE_BYTES
from claimcheck.evidence.problems import raise_errors
from claimcheck.evidence.sources import Sources

Listing = Sequence[tuple[Path, Sequence[BaseFile]]]


def list_folders(directories: Sequence[Path], *, shipped: bool) -> Listing:
    """The folders of a base in order, each with its files."""
    roots = [shipped_directory()] if shipped else []
    try:
        return [(root, list_files(root)) for root in [*roots, *directories]]
    except EvidenceError as error:
        raise EvidenceErrors([error]) from None


def read_folders(listing: Listing) -> list[Folder]:
    """The bytes of all files."""
    try:
        return [
            Folder(root, [(file, read_file(file, MAX_FILE_BYTES)) for file in files])
            for root, files in listing
        ]
    except EvidenceError as error:
        raise EvidenceErrors([error]) from None


def read_sources(folders: Sequence[Folder]) -> Sources:
    """The merged records with every problem that makes the base unsound."""
    return gather(folders)


def build_parts(directories: Sequence[Path], *, shipped: bool) -> Parts:
    """Raises EvidenceErrors unless the base is sound."""
    folders = read_folders(list_folders(directories, shipped=shipped))
    sources = read_sources(folders)
    raise_errors(sources.problems)
    return compile_parts(sources, digest_of(folders))
