"""Negation and speculation in any sentence, by wide word lists, and whether a thing it names is said to be absent."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import Any, cast

from claimcheck.evidence.language import Language
from claimcheck.evidence.model import CueGroup
from claimcheck.text.folding import Folder
from claimcheck.wording.clauses import split
from claimcheck.wording.cues import CueTable, compile_groups, contractions_of
from claimcheck.wording.scope import Target, acts
from claimcheck.wording.spelling import Contractions, spell_out

_SIGNAL = {"denial", "may"}


class WideReader:
    """Reads sentences that belong to no claim. Its lists are compiled when they are first asked for."""

    def __init__(self, language: Language, folder: Folder) -> None:
        self._folder = folder
        self._contractions = contractions_of(language)
        self._data = cast("Mapping[str, Any]", language.data.get("signals") or {})

    def negates(self, text: str) -> bool:
        """Whether the sentence holds a word of negation."""
        return self._speaks(self._negation, text)

    def speculates(self, text: str) -> bool:
        """Whether the sentence holds a word of possibility, opinion or condition."""
        return self._speaks(self._speculation, text)

    def denies(self, text: str, start: int, end: int) -> bool:
        """Whether what stands at these code points of the sentence is said to be absent."""
        spelled = spell_out(self._folder.fold(text), self._contractions, self._folder)
        words = spelled.words
        span = [token for token in range(len(words)) if words.ends[token] > start and words.starts[token] < end]
        if not span:
            return False
        hits = self._absence.hits(words)
        clauses = split(words, hits)
        target = Target((span[0], span[-1] + 1), (span[0], span[-1] + 1))
        return any(hit.spec.signal in _SIGNAL and acts(hit, target, words, clauses) for hit in hits)

    def _speaks(self, table: CueTable, text: str) -> bool:
        return any(hit.spec.signal in _SIGNAL for hit in table.hits(self._folder.fold(text)))

    def _table(self, name: str, contractions: Contractions) -> CueTable:
        groups: Iterable[Mapping[str, Any]] = self._data.get(name, ())
        return CueTable(compile_groups(map(_group, groups), self._folder, contractions))

    @cached_property
    def _negation(self) -> CueTable:
        return self._table("negation", {})

    @cached_property
    def _speculation(self) -> CueTable:
        return self._table("speculation", {})

    @cached_property
    def _absence(self) -> CueTable:
        return self._table("absence", self._contractions)


def _group(raw: Mapping[str, Any]) -> CueGroup:
    return CueGroup(**{key: _frozen(value) for key, value in raw.items()})


def _frozen(value: Any) -> Any:
    return tuple(value) if isinstance(value, list) else value
