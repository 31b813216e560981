"""The evidence base: look-ups by id, the lines of a claim, and how a base is loaded.

Records of a compiled base are made when they are first asked for.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from pathlib import Path
from types import MappingProxyType
from typing import Any, Literal

from claimcheck.errors import EvidenceError, EvidenceErrors
from claimcheck.evidence.cache import Place, cached_place, open_shipped, open_twin, write_twin
from claimcheck.evidence.files import Listing, list_folders
from claimcheck.evidence.language import Language
from claimcheck.evidence.model import Appraisal, Claim, Concept, EvidenceManifest, Outcome, Study
from claimcheck.evidence.plain import revive
from claimcheck.evidence.twin import Twin, extend, pack

Kind = Literal["study", "claim", "concept"]
Sections = Mapping[str, Callable[["EvidenceBase"], bytes]]
_NO_SECTIONS: Sections = MappingProxyType({})


def section_part(name: str) -> str:
    """How a section is called among the parts."""
    return f"section/{name}"


class EvidenceBase:
    """A sound base. Look-ups raise KeyError for an unknown id; `nearest` helps with a hint."""

    def __init__(self, parts: Mapping[str, Any], sections: Sections = _NO_SECTIONS) -> None:
        self._parts = parts
        self._makers = sections
        self._index = parts["index"]
        self._records: dict[str, Any] = {}
        self.manifest: EvidenceManifest = revive(parts["manifest"])
        self.digest: str = self._index["digest"]
        self.study_ids: tuple[str, ...] = self._index["ids"]["study"]
        self.claim_ids: tuple[str, ...] = self._index["ids"]["claim"]
        self.concept_ids: tuple[str, ...] = self._index["ids"]["concept"]

    def study(self, study_id: str) -> Study:
        """The study with this id."""
        found: Study = self._record(f"study/{study_id}")
        return found

    def claim(self, claim_id: str) -> Claim:
        """The claim with this id."""
        found: Claim = self._record(f"claim/{claim_id}")
        return found

    def concept(self, concept_id: str) -> Concept:
        """The concept with this id."""
        found: Concept = self._record(f"concept/{concept_id}")
        return found

    def _record(self, name: str) -> Any:
        found = self._records.get(name)
        if found is None:
            found = self._records[name] = revive(self._parts[name])
        return found

    def studies(self) -> Iterator[Study]:
        """All studies, by id."""
        return map(self.study, self.study_ids)

    def claims(self) -> Iterator[Claim]:
        """All claims, by id."""
        return map(self.claim, self.claim_ids)

    def concepts(self) -> Iterator[Concept]:
        """All concepts, by id."""
        return map(self.concept, self.concept_ids)

    def lines(self, claim_id: str) -> tuple[tuple[Study, Outcome], ...]:
        """What the studies say about a claim, sorted by study id and outcome id; empty if nothing."""
        places = self._index["lines"].get(claim_id, ())
        return tuple((study := self.study(name), study.outcomes[number]) for name, number in places)

    def body_appraisals(self, claim_id: str) -> tuple[tuple[Study | None, Appraisal], ...]:
        """Judgements of the whole body of evidence on a claim, with the study they are kept with."""
        places = self._index["bodies"].get(claim_id, ())
        return tuple((study := self.study(name), study.appraisals[number]) for name, number in places)

    @cached_property
    def language(self) -> Language:
        """How this base's language is folded and read."""
        names = ("folding", "relations", "lead_ins", "cues")
        records = {name: revive(self._parts[f"language/{name}"]) for name in names}
        return Language(data=self._parts["language/data"], **records)

    @cached_property
    def policies(self) -> Mapping[str, Mapping[str, object]]:
        """The raw policy files, by name."""
        return {name: self._parts[f"policy/{name}"] for name in self._index["policies"]}

    def section(self, name: str) -> bytes:
        """A compiled artefact of another room. KeyError if it was not asked for at loading."""
        part = section_part(name)
        if part in self._parts:
            stored: bytes = self._parts[part]
            return stored
        if part not in self._records:
            self._records[part] = self._makers[name](self)
        made: bytes = self._records[part]
        return made

    def nearest(self, kind: Kind, word: str) -> list[str]:
        """The known ids nearest to a word, best first."""
        from claimcheck.evidence.nearest import nearest

        return nearest(word, self._index["ids"][kind])


def load_evidence(
    directories: Sequence[Path] = (),
    *,
    shipped: bool = True,
    cache: bool = True,
    sections: Sections = _NO_SECTIONS,
) -> EvidenceBase:
    """The shipped base with the given folders laid over it in order (or the folders alone).

    Args:
        directories: folders whose records are added or take the place of those with the same id.
        shipped: whether to begin with the shipped base.
        cache: whether a compiled twin may be read and written.
        sections: compiled artefacts to keep in the twin, by name (put a format number in the name).

    Raises:
        EvidenceErrors: with everything that is wrong with the base.
    """
    try:
        listing = list_folders(directories, shipped=shipped)
        return _from_twin(listing, sections) if cache else _from_yaml(listing, sections)
    except EvidenceError as error:
        raise EvidenceErrors([error]) from None


def _from_yaml(listing: Listing, sections: Sections) -> EvidenceBase:
    from claimcheck.evidence.build import build_parts

    return EvidenceBase(build_parts(listing), sections)


def _from_twin(listing: Listing, sections: Sections) -> EvidenceBase:
    shipped = open_shipped(listing)
    if shipped is not None and not _missing(shipped, sections):
        return EvidenceBase(shipped)
    place = cached_place(listing)
    if place is None:
        return EvidenceBase(shipped, sections) if shipped else _from_yaml(listing, sections)
    twin = open_twin(place) or shipped
    if twin is None:
        return _compile(listing, place, sections)
    base = EvidenceBase(twin, sections)
    missing = _missing(twin, sections)
    if missing:
        write_twin(place, extend(twin, place.signature, _made(base, missing)))
    return base


def _compile(listing: Listing, place: Place, sections: Sections) -> EvidenceBase:
    from claimcheck.evidence.build import build_parts

    parts = build_parts(listing)
    base = EvidenceBase(parts, sections)
    write_twin(place, pack(place.signature, parts | _made(base, sections)))
    return base


def _missing(twin: Twin, sections: Sections) -> list[str]:
    return [name for name in sections if section_part(name) not in twin]


def _made(base: EvidenceBase, names: Iterable[str]) -> dict[str, bytes]:
    return {section_part(name): base.section(name) for name in names}
