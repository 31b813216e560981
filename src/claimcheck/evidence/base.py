"""The evidence base: look-ups by id, the lines of a claim, and how a base is loaded.

Records are made from compiled plain data when they are first asked for.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cached_property
from pathlib import Path
from typing import Any, Literal

from claimcheck.evidence.language import Language
from claimcheck.evidence.model import Appraisal, Claim, Concept, EvidenceManifest, Outcome, Study
from claimcheck.evidence.plain import revive

Kind = Literal["study", "claim", "concept"]


class EvidenceBase:
    """A sound base. Look-ups raise KeyError for an unknown id; `nearest` helps with a hint."""

    def __init__(
        self,
        parts: Mapping[str, Any],
        sections: Mapping[str, Callable[[EvidenceBase], bytes]] | None = None,
    ) -> None:
        self._parts = parts
        self._makers = dict(sections or {})
        self._index = parts["index"]
        self._records: dict[str, Any] = {}
        self.manifest: EvidenceManifest = revive(self._index["manifest"])
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
        plain = self._parts["language"]
        lists = {name: tuple(map(revive, plain[name])) for name in ("relations", "lead_ins", "cues")}
        return Language(folding=revive(plain["folding"]), data=plain["data"], **lists)

    @cached_property
    def policies(self) -> Mapping[str, Mapping[str, object]]:
        """The raw policy files, by name."""
        return {name: self._parts[f"policy/{name}"] for name in self._index["policies"]}

    def section(self, name: str) -> bytes:
        """A compiled artefact of another room. KeyError if it was not asked for at loading."""
        stored: bytes | None = self._parts.get(f"section/{name}")
        return self._made(name) if stored is None else stored

    def _made(self, name: str) -> bytes:
        key = f"section/{name}"
        if key not in self._records:
            self._records[key] = self._makers[name](self)
        found: bytes = self._records[key]
        return found

    def nearest(self, kind: Kind, word: str) -> list[str]:
        """The known ids nearest to a word, best first."""
        from claimcheck.evidence.nearest import nearest

        return nearest(word, self._index["ids"][kind])


def load_evidence(
    directories: Sequence[Path] = (),
    *,
    shipped: bool = True,
    cache: bool = True,
    sections: Mapping[str, Callable[[EvidenceBase], bytes]] | None = None,
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
    from claimcheck.evidence.build import build_parts

    return EvidenceBase(build_parts(directories, shipped=shipped), sections)
