"""What makes a base sound. Each rule reads the merged records and yields errors; the table at the end lists them.

Scientific doubts, which are worth a look but do not stop a run, are in `sanity`.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from claimcheck.evidence.check_numbers import impossible_numbers
from claimcheck.evidence.check_references import dangling_references, reference_loops
from claimcheck.evidence.check_syntax import bad_dates, bad_identifiers
from claimcheck.evidence.problems import Problem
from claimcheck.evidence.sources import KINDS, Sourced, Sources

_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
#: where a word begins; an `X` of its own stands for a gap
_WORD = re.compile(r"(?!X(?![^\W_]))[^\W_]")


def missing_manifest(sources: Sources) -> Iterator[Problem]:
    """A base needs a `base.yaml` in one of its folders."""
    if sources.manifest is None and not any(problem.id == "base" for problem in sources.problems):
        yield Problem("error", sources.root, None, "", "no-manifest", "base.yaml is missing", "it names the base")


def bad_ids(sources: Sources) -> Iterator[Problem]:
    """Ids are lower-case words and digits with hyphens."""
    for kind in KINDS:
        for source in sources.table(kind).values():
            if not _ID.fullmatch(source.record.id):
                message = f'the id "{source.record.id}" is not made of a-z, 0-9 and single hyphens'
                yield source.error("bad-id", message, "id")


def misnamed_files(sources: Sources) -> Iterator[Problem]:
    """A study's file bears its id."""
    for source in sources.studies.values():
        stem = source.path.rpartition("/")[2].rpartition(".")[0]
        if stem != source.record.id:
            message = f'the file is named "{stem}", the study "{source.record.id}"'
            yield source.error("file-name", message, "id", hint=f"rename it to {source.record.id}.yaml")


def repeated_inner_ids(sources: Sources) -> Iterator[Problem]:
    """Outcomes, appraisals and arms of a study have ids of their own."""
    for source in sources.studies.values():
        for part in ("outcomes", "appraisals", "arms"):
            ids = [item.id for item in getattr(source.record, part)]
            yield from _repeated(source, part, ids)


def _repeated(source: Sourced[Any], part: str, ids: list[str]) -> Iterator[Problem]:
    counts = Counter(ids)
    for number, name in enumerate(ids):
        if counts[name] > 1 and ids.index(name) < number:
            yield source.error("duplicate-id", f'duplicate id "{name}" in {part}', part, number, "id")


def bad_phrases(sources: Sources) -> Iterator[Problem]:
    """A phrase holds a word, so that it can be looked up. Cues may be marks."""
    for concept in sources.concepts.values():
        for number, group in enumerate(concept.record.terms):
            yield from _bad_phrases(concept, group.phrases, "terms", number, "phrases")
    for kind in ("relation", "lead-in"):
        for source in sources.table(kind).values():
            yield from _bad_phrases(source, source.record.phrases, "phrases")


def _bad_phrases(source: Sourced[Any], phrases: Iterable[str], *where: str | int) -> Iterator[Problem]:
    for number, phrase in enumerate(phrases):
        if not _WORD.search(phrase):
            yield source.error("bad-phrase", f'the phrase "{phrase}" holds no word', *where, number)


Rule = Callable[[Sources], Iterator[Problem]]

RULES: tuple[Rule, ...] = (
    missing_manifest,
    bad_ids,
    misnamed_files,
    repeated_inner_ids,
    bad_phrases,
    dangling_references,
    reference_loops,
    impossible_numbers,
    bad_dates,
    bad_identifiers,
)


def check(sources: Sources) -> Iterator[Problem]:
    """Every error of the merged records, those of reading aside."""
    for rule in RULES:
        yield from rule(sources)
