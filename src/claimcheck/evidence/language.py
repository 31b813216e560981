"""The language of a base: how its copy is folded, what its verbs and cues say."""

from __future__ import annotations

from collections.abc import Mapping

from claimcheck.evidence.model import CueGroup, FoldingRules, LeadIn, Relation
from claimcheck.frozen import dataclass


@dataclass(frozen=True)
class Language:
    """One language's files. `data` holds every file that has no model, raw, by stem."""

    folding: FoldingRules
    relations: tuple[Relation, ...]
    lead_ins: tuple[LeadIn, ...]
    cues: tuple[CueGroup, ...]
    data: Mapping[str, object]
