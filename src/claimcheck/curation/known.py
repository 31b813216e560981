"""What a base holds already, read without asking whether the base is sound."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from pathlib import Path

from claimcheck.curation.names import is_id, plain_letters
from claimcheck.errors import UsageError
from claimcheck.evidence.build import read_folders
from claimcheck.evidence.files import MANIFEST, PARTS, list_folders
from claimcheck.evidence.gather import gather
from claimcheck.evidence.model import Csl
from claimcheck.evidence.nearest import did_you_mean
from claimcheck.frozen import dataclass


@dataclass(frozen=True)
class Known:
    """The ids of a base; `papers` maps what tells a paper from others to the study that it is."""

    studies: Collection[str]
    claims: Collection[str]
    concepts: Collection[str]
    papers: Mapping[str, str]

    def require(self, kind: str, name: str) -> None:
        """Raises UsageError unless there is a record of a kind ("claim", "concept") with this id."""
        ids = self.claims if kind == "claim" else self.concepts
        if name not in ids:
            hint = did_you_mean(name, ids) or f"see: claimcheck list {kind}s"
            raise UsageError(f"unknown {kind} {name!r}", hint=hint)

    def require_free(self, kind: str, name: str) -> None:
        """Raises UsageError unless a new record of a kind ("study", "claim") can have this id."""
        if not is_id(name):
            raise UsageError(f"the id {name!r} is not made of a-z, 0-9 and single hyphens")
        if name in (self.studies if kind == "study" else self.claims):
            raise UsageError(f"the base holds a {kind} {name!r} already; nothing was written")


def known_in(directory: Path, *, shipped: bool) -> Known:
    """What the folder holds, laid over the shipped base or alone.

    Raises:
        UsageError: the folder is no evidence folder.
    """
    require_folder(directory)
    sources = gather(read_folders(list_folders([directory], shipped=shipped)))
    papers = {key: name for name, source in sources.studies.items() for key in paper_keys(source.record.csl)}
    return Known(sources.known("study"), sources.known("claim"), sources.known("concept"), papers)


def require_folder(directory: Path) -> None:
    """Raises UsageError unless the folder looks like an evidence folder (or is empty, to begin one)."""
    if not directory.is_dir():
        raise UsageError("there is no such evidence folder", path=directory.as_posix(), hint="make it, or name another")
    names = {entry.name for entry in directory.iterdir()}
    if names and not names & {MANIFEST, *PARTS}:
        parts = ", ".join(PARTS)
        hint = f"it should hold {MANIFEST} or one of the folders {parts}"
        raise UsageError("is not an evidence folder", path=directory.as_posix(), hint=hint)


def paper_keys(csl: Csl) -> Iterator[str]:
    """What tells a paper from others, the surest first."""
    if csl.DOI:
        yield f"doi {csl.DOI.lower()}"
    if csl.PMID:
        yield f"pmid {csl.PMID}"
    yield f"title {csl.issued} {plain_letters(csl.title)}"
