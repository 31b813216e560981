"""Ids that records name must exist, and chains of them must end."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

from claimcheck.evidence.model import Claim, Concept, Study, TermGroup
from claimcheck.evidence.nearest import did_you_mean
from claimcheck.evidence.problems import Problem
from claimcheck.evidence.sources import Sources

#: how a guard names a concept instead of a word
MENTION = "@"


class Named(NamedTuple):
    """An id that a record names: of which kind, and where it stands."""

    kind: str
    id: str
    where: tuple[str | int, ...]


def _all(kind: str, ids: tuple[str, ...], *where: str | int) -> Iterator[Named]:
    for number, name in enumerate(ids):
        yield Named(kind, name, (*where, number))


def _one(kind: str, name: str | None, *where: str | int) -> Iterator[Named]:
    if name is not None:
        yield Named(kind, name, where)


def named_by_study(study: Study) -> Iterator[Named]:
    """Every id that a study names."""
    yield from _one("concept", study.population.concept, "population", "concept")
    yield from _one("study", study.superseded_by, "superseded_by")
    yield from _all("claim", study.superseded_for, "superseded_for")
    if study.review:
        yield from _all("study", study.review.pools, "review", "pools")
        yield from _all("study", study.review.excludes, "review", "excludes")
    for number, outcome in enumerate(study.outcomes):
        yield from _one("claim", outcome.claim, "outcomes", number, "claim")
    for number, appraisal in enumerate(study.appraisals):
        yield from _all("claim", appraisal.claims, "appraisals", number, "claims")
        yield from _all("study", appraisal.answered_by, "appraisals", number, "answered_by")


def named_by_claim(claim: Claim) -> Iterator[Named]:
    """Every id that a claim names."""
    yield from _one("concept", claim.population, "population")
    yield from _one("claim", claim.replaced_by, "replaced_by")
    yield from _all("claim", claim.related, "related")
    yield from _all("claim", claim.answers, "answers")
    for number, frame in enumerate(claim.frames):
        for role in ("subject", "object", "population"):
            yield from _all("concept", getattr(frame, role), "frames", number, role)


def named_by_concept(concept: Concept) -> Iterator[Named]:
    """Every id that a concept names."""
    for role in ("broader", "sibling_ok", "populations", "surrogate_for"):
        yield from _all("concept", getattr(concept, role), role)
    for number, group in enumerate(concept.terms):
        yield from _mentions(group, number)


def _mentions(group: TermGroup, number: int) -> Iterator[Named]:
    for guard in ("not_before", "not_after", "not_near", "needs_near"):
        for place, word in enumerate(getattr(group, guard)):
            if word.startswith(MENTION):
                yield Named("concept", word.removeprefix(MENTION), ("terms", number, guard, place))


_NAMED: dict[str, Callable[[Any], Iterator[Named]]] = {
    "study": named_by_study,
    "claim": named_by_claim,
    "concept": named_by_concept,
}


def dangling_references(sources: Sources) -> Iterator[Problem]:
    """Every named id exists."""
    known = {kind: sources.known(kind) for kind in _NAMED}
    for kind, named_by in _NAMED.items():
        for source in sources.table(kind).values():
            for named in named_by(source.record):
                if named.id not in known[named.kind] and named.kind not in sources.unread:
                    hint = did_you_mean(named.id, known[named.kind])
                    message = f'there is no {named.kind} "{named.id}"'
                    yield source.error("unknown-id", message, *named.where, hint=hint)


#: fields whose chains must end: kind, field
_CHAINS = (("study", "superseded_by"), ("claim", "replaced_by"), ("concept", "broader"))


def reference_loops(sources: Sources) -> Iterator[Problem]:
    """Nothing supersedes, replaces or is broader than itself, directly or by a detour."""
    for kind, name in _CHAINS:
        table = sources.table(kind)
        links = {key: _links(getattr(source.record, name)) for key, source in table.items()}
        for key in _in_loops(links):
            yield table[key].error("loop", f"{name} leads back to {key}", name)


def _links(value: str | tuple[str, ...] | None) -> tuple[str, ...]:
    return (value,) if isinstance(value, str) else value or ()


def _in_loops(links: dict[str, tuple[str, ...]]) -> Iterator[str]:
    """The ids from which a way leads back to themselves. What leads nowhere is peeled off until loops remain."""
    open_links = {key: {to for to in ends if to in links} for key, ends in links.items()}
    while ended := [key for key, ends in open_links.items() if not ends]:
        for key in ended:
            del open_links[key]
        for ends in open_links.values():
            ends.difference_update(ended)
    yield from (key for key in open_links if _returns(key, open_links))


def _returns(start: str, links: dict[str, set[str]]) -> bool:
    seen: set[str] = set()
    ahead = set(links[start])
    while ahead:
        key = ahead.pop()
        if key == start:
            return True
        if key not in seen:
            seen.add(key)
            ahead |= links.get(key, set())
    return False
