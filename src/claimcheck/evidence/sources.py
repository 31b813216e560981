"""Every record of one or more folders with the place it was read from."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Generic, TypeVar

from claimcheck.evidence.model import (
    Claim,
    Concept,
    CueGroup,
    EvidenceManifest,
    FoldingRules,
    LeadIn,
    Relation,
    Study,
)
from claimcheck.evidence.nodes import Node, line_of
from claimcheck.evidence.problems import Problem, Severity

R = TypeVar("R")


@dataclass(frozen=True)
class Sourced(Generic[R]):
    """A record with the place it was read from. `label` is how messages call it ("study onozawa2001")."""

    record: R
    label: str
    path: str
    node: Node

    def problem(
        self, severity: Severity, code: str, message: str, *where: str | int, hint: str | None = None
    ) -> Problem:
        """A finding about what stands at a path of YAML keys and indices in this record."""
        return Problem(severity, self.path, line_of(self.node, *where), self.label, code, message, hint)

    def error(self, code: str, message: str, *where: str | int, hint: str | None = None) -> Problem:
        """A finding that makes the base unsound."""
        return self.problem("error", code, message, *where, hint=hint)

    def warning(self, code: str, message: str, *where: str | int, hint: str | None = None) -> Problem:
        """A finding that a curator should look at."""
        return self.problem("warning", code, message, *where, hint=hint)


Table = dict[str, Sourced[Any]]
KINDS = ("study", "claim", "concept", "relation", "lead-in", "cue")


@dataclass
class Sources:
    """All that the folders hold, merged. `root` is the last folder.

    `broken` are ids of records that could not be read, `unread` kinds with a file that could not: neither is missing.
    """

    root: str = ""
    manifest: Sourced[EvidenceManifest] | None = None
    studies: dict[str, Sourced[Study]] = field(default_factory=dict)
    claims: dict[str, Sourced[Claim]] = field(default_factory=dict)
    concepts: dict[str, Sourced[Concept]] = field(default_factory=dict)
    relations: dict[str, Sourced[Relation]] = field(default_factory=dict)
    lead_ins: dict[str, Sourced[LeadIn]] = field(default_factory=dict)
    cues: dict[str, Sourced[CueGroup]] = field(default_factory=dict)
    folding: Sourced[FoldingRules] | None = None
    language_data: dict[str, object] = field(default_factory=dict)
    policies: dict[str, object] = field(default_factory=dict)
    broken: dict[str, set[str]] = field(default_factory=dict)
    unread: set[str] = field(default_factory=set)
    problems: list[Problem] = field(default_factory=list)

    def table(self, kind: str) -> Table:
        """The records of a kind, by id."""
        tables: dict[str, Table] = {
            "study": self.studies,
            "claim": self.claims,
            "concept": self.concepts,
            "relation": self.relations,
            "lead-in": self.lead_ins,
            "cue": self.cues,
        }
        return tables[kind]

    def known(self, kind: str) -> set[str]:
        """The ids of a kind, those of broken records too."""
        return set(self.table(kind)) | self.broken.get(kind, set())
