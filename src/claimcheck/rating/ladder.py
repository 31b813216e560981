"""The ladder: a claim at every tier of wording, and the strongest rung that the evidence carries."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import TYPE_CHECKING

from claimcheck.evidence.model import Claim
from claimcheck.frozen import dataclass
from claimcheck.rating.body import NOWHERE, Assessment, assess
from claimcheck.rating.model import VerdictWord
from claimcheck.rating.phrasing import Data, Parts, slots, take_apart
from claimcheck.rating.policy_model import Policy
from claimcheck.rating.table import from_table

if TYPE_CHECKING:
    from claimcheck.evidence.base import EvidenceBase


@dataclass(frozen=True)
class Rung:
    """One wording of a claim and what it would be rated."""

    tier: str
    text: str
    verdict: VerdictWord


@lru_cache(maxsize=1024)
def suggestion(claim_id: str, base: EvidenceBase, policy: Policy) -> str | None:
    """The strongest supported wording of a claim as a sentence; None where no wording is supported."""
    return next((rung.text for rung in _rungs(claim_id, base, policy) if rung.verdict == "supported"), None)


def ladder(claim_id: str, base: EvidenceBase, policy: Policy) -> tuple[Rung, ...]:
    """A claim at every tier, from strong to weak, with the verdict on each. Empty without templates in the base."""
    return tuple(_rungs(claim_id, base, policy))


def _rungs(claim_id: str, base: EvidenceBase, policy: Policy) -> Iterator[Rung]:
    data = base.language.data.get("suggestions")
    if not isinstance(data, Mapping):
        return
    assessment = assess(claim_id, NOWHERE, base, policy)
    parts = take_apart(assessment.claim.statement, data)
    words = slots(assessment.claim, parts, data)
    for tier in data["order"]:
        name = f"{tier}-small" if tier == "limited" and _small(assessment, data) else tier
        if template := _template(name, assessment.claim, parts, data):
            yield Rung(tier, template.format_map(words), from_table(assessment, tier, NOWHERE, policy)[0])


def _template(name: str, claim: Claim, parts: Parts | None, data: Data) -> str:
    """The template of the first group that has one. An empty template means that there is no such rung."""
    templates: Mapping[str, Mapping[str, str]] = data["templates"]
    return next(templates[group][name] for group in _groups(claim, parts, data) if name in templates.get(group, {}))


def _groups(claim: Claim, parts: Parts | None, data: Data) -> Iterator[str]:
    linked = parts is not None and parts.rest.startswith(data["linked_begins"])
    if parts is None:
        yield "plain"
    elif parts.verb == data["being"]:
        yield "being"
    if linked:
        yield "linked"
        yield from (("default",) if claim.kind == "association" else ())
    yield from (claim.kind, claim.direction, "default")


def _small(assessment: Assessment, data: Data) -> bool:
    """Whether only small studies speak for the claim."""
    support = [line for line in assessment.weighed.lines if line.share("for")]
    return bool(support) and all(line.n < data["small_below"] and not line.pooled for line in support)
