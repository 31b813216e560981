"""Scientific doubts about a sound base: warnings for the curator, one function a rule, listed in one table.

A record explains a doubt in place with a note that begins with its code: `notes: ["arms-do-not-add-up: the paper
counts ..."]` in a study or a claim, `note: "vague-phrase: ..."` in a concept. What is explained is not reported again.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from claimcheck.evidence import sanity_numbers as numbers
from claimcheck.evidence import sanity_papers as papers
from claimcheck.evidence import sanity_records as records
from claimcheck.evidence.problems import Problem
from claimcheck.evidence.sources import Sources

RULES: dict[str, Callable[[Sources], Iterator[Problem]]] = {
    "interval-against-p": numbers.interval_against_p,
    "direction-against-interval": numbers.direction_against_interval,
    "arms-do-not-add-up": numbers.arms_do_not_add_up,
    "line-larger-than-study": numbers.line_larger_than_study,
    "figure-without-locator": numbers.figure_without_locator,
    "same-identifier": papers.same_identifier,
    "near-identical-titles": papers.near_identical_titles,
    "double-publication": papers.double_publication,
    "pools-missing": papers.pools_missing,
    "retracted-but-counted": papers.retracted_but_counted,
    "future-date": records.future_date,
    "search-missing": records.search_missing,
    "supersession-incomplete": records.supersession_incomplete,
    "body-without-claims": records.body_without_claims,
    "source-without-address": records.source_without_address,
    "vague-phrase": records.vague_phrases,
    "not-filled-in": records.not_filled_in,
}


def find_doubts(sources: Sources) -> list[Problem]:
    """Every doubt that is not explained in place, by file and line."""
    explained = dict(_explanations(sources))
    found = [problem for rule in RULES.values() for problem in rule(sources)]
    doubts = [problem for problem in found if problem.code not in explained.get(problem.id, ())]
    return sorted(doubts, key=lambda problem: (problem.path, problem.line or 0, problem.code))


def _explanations(sources: Sources) -> Iterator[tuple[str, set[str]]]:
    """Each record that may explain doubts, with the codes of those that it explains."""
    for source in (*sources.table("study").values(), *sources.table("claim").values()):
        yield source.label, _codes(source.record.notes)
    for concept in sources.concepts.values():
        yield concept.label, _codes((concept.record.note or "",))


def _codes(notes: tuple[str, ...]) -> set[str]:
    return {note.partition(":")[0] for note in notes}
