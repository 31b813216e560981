"""YAML folders -> the parts of a sound base. The cold way: parses, binds and checks everything."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

from claimcheck.evidence.check import check
from claimcheck.evidence.compiled import Parts, compile_parts, digest_of
from claimcheck.evidence.files import Listing, read_file
from claimcheck.evidence.gather import Folder, gather
from claimcheck.evidence.load import MAX_FILE_BYTES
from claimcheck.evidence.problems import Problem, raise_errors
from claimcheck.evidence.sources import Sources


def read_folders(listing: Listing) -> list[Folder]:
    """The bytes of all files."""
    return [Folder(root, [(file, read_file(file, MAX_FILE_BYTES)) for file in files]) for root, files in listing]


def read_sources(folders: list[Folder]) -> Sources:
    """The merged records, with every problem that makes the base unsound."""
    with _without_collection():
        sources = gather(folders)
        sources.problems += check(sources)
        return sources


@contextmanager
def _without_collection() -> Iterator[None]:
    """Pauses the cycle collector, which would go over the growing tree again and again (a fifth of the time)."""
    active = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if active:
            gc.enable()


def inspect(listing: Listing) -> list[Problem]:
    """All errors of a base; if there are none, the doubts about it. For `evidence check`."""
    from claimcheck.evidence.sanity import find_doubts

    sources = read_sources(read_folders(listing))
    return sources.problems or find_doubts(sources)


def build_parts(listing: Listing) -> Parts:
    """Raises EvidenceErrors unless the base is sound."""
    folders = read_folders(listing)
    sources = read_sources(folders)
    raise_errors(sources.problems)
    return compile_parts(sources, digest_of(folders))
