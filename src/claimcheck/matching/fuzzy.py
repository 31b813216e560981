"""Misspellings: a word that no vocabulary knows is replaced by the one it nearly is."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property, lru_cache

from claimcheck.matching.lexicon import Lexicon
from claimcheck.text.folding import Folded, Folder, plain

#: shorter words have too many neighbours
_SHORTEST = 5
#: longer ones are no words
_LONGEST = 24
#: rapidfuzz ratio from which two words count as the same
_ALIKE = 84.0
#: so many words are remembered
_MOST = 50_000


class Speller:
    """Mends misspelt vocabulary words; each word is looked up once."""

    def __init__(self, lexicon: Lexicon, folder: Folder, not_typos: Sequence[str] = ()) -> None:
        self._lexicon = lexicon
        self._folder = folder
        self._not_typos = not_typos
        self._nearest = lru_cache(maxsize=_MOST)(self._find)
        self._sound: set[str] = set()

    @cached_property
    def _proper(self) -> frozenset[str]:
        return frozenset(map(plain, self._not_typos))

    def mend(self, folded: Folded) -> tuple[Folded, frozenset[int]]:
        """The sentence with misspellings mended, and which tokens they are."""
        sound = self._sound
        doubtful = [i for i, surface in enumerate(folded.surfaces) if surface not in sound]
        mended = {i: word for i in doubtful if (word := self._meant(folded, i)) is not None}
        if not mended:
            return folded, frozenset()
        norms, surfaces = list(folded.norms), list(folded.surfaces)
        for i, word in mended.items():
            surfaces[i], norms[i] = self._folder.word(word)
        return Folded(folded.text, norms, surfaces, folded.starts, folded.ends), frozenset(mended)

    def _meant(self, folded: Folded, i: int) -> str | None:
        """The word that a token is a misspelling of. Words that are none wherever they stand are remembered."""
        surface = folded.surfaces[i]
        known = not _SHORTEST <= len(surface) <= _LONGEST or folded.norms[i] in self._lexicon.words
        if not known and self._is_name(folded, i):
            return None
        word = None if known else self._nearest(surface)
        if word is None:
            if len(self._sound) >= _MOST:
                self._sound.clear()
            self._sound.add(surface)
        return word

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
