"""Papers that may be one and the same, and papers that should no longer count."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from claimcheck.evidence.model import REVIEW_DESIGNS, Arm, Study
from claimcheck.evidence.problems import Problem
from claimcheck.evidence.sources import Sourced, Sources

#: likeness of titles, per cent, from which they are taken for one
_SAME_TITLE = 92
_SHARED_AUTHORS = 2
_GONE = ("retracted", "withdrawn")


def same_identifier(sources: Sources) -> Iterator[Problem]:
    """The same DOI or PMID in two studies."""
    for field in ("DOI", "PMID"):
        first: dict[str, str] = {}
        for name, source in sorted(sources.studies.items()):
            value = (getattr(source.record.csl, field) or "").lower()
            if value and value in first:
                message = f"the same {field} as {first[value]}"
                yield source.warning("same-identifier", message, "csl", field)
            first.setdefault(value, name)


def near_identical_titles(sources: Sources) -> Iterator[Problem]:
    """Two studies whose titles hardly differ, unless one trial or a newer version is on record."""
    from rapidfuzz import process
    from rapidfuzz.fuzz import ratio

    titles = {name: source.record.csl.title.lower() for name, source in sorted(sources.studies.items())}
    for name, title in titles.items():
        others = {other: text for other, text in titles.items() if other > name}
        found = process.extract(title, others, scorer=ratio, score_cutoff=_SAME_TITLE, limit=None)
        for _, _, other in found:
            source = sources.studies[other]
            if not _related(sources.studies[name].record, source.record):
                yield source.warning("near-identical-titles", f"nearly the same title as {name}", "csl", "title")


def double_publication(sources: Sources) -> Iterator[Problem]:
    """Two primary studies with the same people and authors, and no common `trial_id`."""
    primary = [source for _, source in sorted(sources.studies.items()) if source.record.design not in REVIEW_DESIGNS]
    for first, second in combinations(primary, 2):
        if _same_people(first.record, second.record) and not _related(first.record, second.record):
            message = f"the same numbers and authors as {first.record.id}"
            hint = "give both one trial_id if it is one trial"
            yield second.warning("double-publication", message, hint=hint)


def _same_people(first: Study, second: Study) -> bool:
    arms = _arm_sizes(first), _arm_sizes(second)
    return (
        _size(first) is not None
        and _size(first) == _size(second)
        and (arms[0] == arms[1] or not all(arms))  # not every paper tells of its arms
        and len(_authors(first) & _authors(second)) >= min(_SHARED_AUTHORS, len(_authors(first)), len(_authors(second)))
    )


def _size(group: Study | Arm) -> int | None:
    """The people of a study or an arm: those randomised or, where that is not known, analysed."""
    return group.n_randomised if group.n_randomised is not None else group.n_analysed


def _arm_sizes(study: Study) -> list[int]:
    return sorted(_size(arm) or 0 for arm in study.arms)


def _authors(study: Study) -> set[str]:
    return {(author.family or author.literal or "").lower() for author in study.csl.author}


def _related(first: Study, second: Study) -> bool:
    """Whether the base knows that the two are one trial, or that one takes the other's place."""
    same_trial = first.trial_id is not None and first.trial_id == second.trial_id
    return same_trial or first.superseded_by == second.id or second.superseded_by == first.id


def pools_missing(sources: Sources) -> Iterator[Problem]:
    """A pooled review without `pools` on a claim that older primary studies speak to as well: counted twice?"""
    for source in sources.studies.values():
        review = source.record.review
        if review and review.synthesis == "pooled" and not (review.pools or review.excludes):
            beside = sorted(_older_primaries(sources, source.record))
            if beside:
                shown = ", ".join(beside[:3]) + (", ..." if len(beside) > 3 else "")
                message = f"names no pools, but stands beside older studies of its claims: {shown}"
                yield source.warning("pools-missing", message, "review", hint="list them in pools or excludes")


def _older_primaries(sources: Sources, review: Study) -> Iterator[str]:
    claims = {outcome.claim for outcome in review.outcomes}
    for name, source in sources.studies.items():
        study = source.record
        older = study.csl.issued <= review.csl.issued and study.design not in REVIEW_DESIGNS
        if older and any(outcome.claim in claims for outcome in study.outcomes):
            yield name


def retracted_but_counted(sources: Sources) -> Iterator[Problem]:
    """A retracted study that still has lines, or that a review pools."""
    gone = {name: source for name, source in sources.studies.items() if source.record.status.state in _GONE}
    for source in gone.values():
        if source.record.outcomes:
            message = f"is {source.record.status.state} and still has outcomes"
            yield source.warning("retracted-but-counted", message, "outcomes")
    for review in sources.studies.values():
        yield from _pooled_retractions(review, set(gone))


def _pooled_retractions(source: Sourced[Study], gone: set[str]) -> Iterator[Problem]:
    for number, name in enumerate(source.record.review.pools if source.record.review else ()):
        if name in gone:
            message = f"pools {name}, which has been retracted"
            yield source.warning("retracted-but-counted", message, "review", "pools", number)
