"""Records that say less than a reader must know."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from claimcheck.evidence.check_syntax import dates_in
from claimcheck.evidence.nodes import Entries, Items, Node
from claimcheck.evidence.problems import Problem
from claimcheck.evidence.sources import Sources

_WORD = re.compile(r"[^\W\d_]+")
#: words no longer than this carry no meaning of their own ("in", "of")
_SHORT = 2
_SLOT = "X"
#: how a place that a skeleton leaves to the curator begins
FILL_IN = "fill in"


def search_missing(sources: Sources) -> Iterator[Problem]:
    """A claim without evidence whose search cannot be repeated."""
    with_evidence = {outcome.claim for source in sources.studies.values() for outcome in source.record.outcomes}
    for name, source in sources.claims.items():
        searched = source.record.searched
        if not searched.where:
            yield source.warning("search-missing", "does not say where was searched", "searched")
        elif name not in with_evidence and not (searched.query and searched.found):
            message = "has no evidence, and its search gives no query or does not say what was found"
            yield source.warning("search-missing", message, "searched")


def future_date(sources: Sources) -> Iterator[Problem]:
    """A day that has not come yet, on which nobody can have read or searched anything."""
    # it may be tomorrow already where the record was written
    latest = (date.today() + timedelta(days=1)).isoformat()
    for source, value, where in dates_in(sources):
        if value > latest:
            yield source.warning("future-date", f"{where[-1]} {value} lies in the future", *where)


def supersession_incomplete(sources: Sources) -> Iterator[Problem]:
    """A study takes another's place only on the claims that it reports on: they must be named and be there."""
    for source in sources.studies.values():
        study = source.record
        if bool(study.superseded_by) != bool(study.superseded_for):
            given, other = ("by", "for") if study.superseded_by else ("for", "by")
            message = f"superseded_{given} stands without superseded_{other}"
            yield source.warning("supersession-incomplete", message, f"superseded_{given}")
        newer = sources.studies.get(study.superseded_by or "")
        reported = {outcome.claim for outcome in newer.record.outcomes} if newer else set()
        for number, claim in enumerate(study.superseded_for if newer else ()):
            if claim not in reported:
                message = f"{study.superseded_by} has no outcome on {claim}"
                yield source.warning("supersession-incomplete", message, "superseded_for", number)


def body_without_claims(sources: Sources) -> Iterator[Problem]:
    """A judgement of a body of evidence that does not say on which claims; it counts for none."""
    for source in sources.studies.values():
        for number, appraisal in enumerate(source.record.appraisals):
            if (appraisal.scope == "body") != bool(appraisal.claims):
                what = "a body but names no claims" if appraisal.scope == "body" else "a study but names claims"
                yield source.warning("body-without-claims", f"judges {what}", "appraisals", number)


def source_without_address(sources: Sources) -> Iterator[Problem]:
    """A record called verified whose source nobody else can look up."""
    for source in sources.studies.values():
        provenance = source.record.provenance
        if provenance.verified == "yes" and not any(_is_address(text) for text in provenance.source):
            message = "is verified, but no source is an address"
            yield source.warning("source-without-address", message, "provenance", "source")


def _is_address(text: str) -> bool:
    return text.startswith(("https://", "http://", "doi:"))


def vague_phrases(sources: Sources) -> Iterator[Problem]:
    """A phrase that has only small words beside its gap, and so is found everywhere ("in X")."""
    for source in sources.concepts.values():
        for number, group in enumerate(source.record.terms):
            for place, phrase in enumerate(group.phrases):
                words = _WORD.findall(phrase)
                if _SLOT in words and all(len(word) <= _SHORT for word in words) and not group.needs_near:
                    message = f'the phrase "{phrase}" has only small words beside its gap'
                    yield source.warning("vague-phrase", message, "terms", number, "phrases", place)


def not_filled_in(sources: Sources) -> Iterator[Problem]:
    """A skeleton that was not filled in to its end."""
    for source in (*sources.table("study").values(), *sources.table("claim").values()):
        for where in _left_open(source.node):
            name = ".".join(step for step in where if isinstance(step, str))
            yield source.warning("not-filled-in", f"{name} is still to be filled in", *where)


def _left_open(node: Node, *where: str | int) -> Iterator[tuple[str | int, ...]]:
    """The YAML paths of texts that only say what should stand there."""
    if isinstance(node, Entries):
        for key, (_, value) in node.entries.items():
            yield from _left_open(value, *where, key)
    elif isinstance(node, Items):
        for number, item in enumerate(node.items):
            yield from _left_open(item, *where, number)
    elif node.text.lower().startswith(FILL_IN):
        yield where
