"""Misspellings: a word that no vocabulary knows is replaced by the one it nearly is."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, cached_property

from claimcheck.matching.lexicon import Lexicon
from claimcheck.text.folding import Folded, Folder, plain

#: shorter words have too many neighbours
_SHORTEST = 5
#: longer ones are no words
_LONGEST = 24
#: rapidfuzz ratio from which two words count as the same
_ALIKE = 84.0


class Speller:
    """Mends misspelt vocabulary words; each word is looked up once."""

    def __init__(self, lexicon: Lexicon, folder: Folder, not_typos: Sequence[str] = ()) -> None:
        self._lexicon = lexicon
        self._folder = folder
        self._not_typos = not_typos
        self._nearest = cache(self._find)

    @cached_property
    def _proper(self) -> frozenset[str]:
        return frozenset(map(plain, self._not_typos))

    def mend(self, folded: Folded) -> tuple[Folded, frozenset[int]]:
        """The sentence with misspellings mended, and which tokens they are."""
        mended = {
            i: word
            for i, surface in enumerate(folded.surfaces)
            if _SHORTEST <= len(surface) <= _LONGEST
            and folded.norms[i] not in self._lexicon.words
            and not self._is_name(folded, i)
            and (word := self._nearest(surface)) is not None
        }
        if not mended:
            return folded, frozenset()
        norms, surfaces = list(folded.norms), list(folded.surfaces)
        for i, word in mended.items():
            surfaces[i], norms[i] = self._folder.word(word)
        return Folded(folded.text, norms, surfaces, folded.starts, folded.ends), frozenset(mended)

    def _is_name(self, folded: Folded, i: int) -> bool:
        """A capital inside a sentence is a name, unless everything is in capitals."""
        word = folded.text[folded.starts[i] : folded.ends[i]]
        return i > 0 and word[0].isupper() and not word.isupper()

    def _find(self, surface: str) -> str | None:
        candidates = self._lexicon.typos.near(surface) if surface.isalpha() else ()
        if not candidates or surface in self._proper:
            return None
        from rapidfuzz import fuzz, process

        best = process.extractOne(surface, sorted(candidates), scorer=fuzz.ratio, score_cutoff=_ALIKE)
        return best[0] if best else None
