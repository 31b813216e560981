"""Text -> folded tokens that remember their place.

Copy and vocabulary pass through the same `Folder`, so that "Post-natal depression's", "postnatal depression" and
"post natal depression" become the same tokens. A token has a surface (lower case, plain letters) and a norm (its
spelling class, then its Snowball stem); phrases compare norms unless they ask for exact surfaces.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

from claimcheck.frozen import dataclass
from claimcheck.text.patterns import pattern

if TYPE_CHECKING:
    import Stemmer

    from claimcheck.evidence.model import FoldingRules

#: a number with its decimals and per cent sign, a word with inner apostrophes, or a mark that can end a cue's reach
_TOKEN = pattern(r"\d+(?:[.,]\d+)*%?|[^\W\d_]+(?:['’ʼ`´][^\W\d_]+)*|[;:?!,.()\"“”/=+&]|[–—](?!\w)")
_APOSTROPHES = str.maketrans({"’": "'", "ʼ": "'", "`": "'", "´": "'", "‘": "'"})
_POSSESSIVE = pattern(r"'s$|'$")
_WORDS = pattern(r"\w+")
#: stands for one to three words in a phrase; written `X` in the vocabulary
SLOT = "\x00slot"
#: the norms of all numbers and all percentages: phrases name their kind, never their value
NUMBER, PERCENTAGE = "#", "#%"
#: so many words are remembered at a time; a language has fewer, hostile text has no end of them
_MOST_WORDS = 50_000
_MOST_KEYS = 2_000


@dataclass(frozen=True)
class Folded:
    """A text as parallel lists: one entry a token. `starts` and `ends` are code point offsets into `text`."""

    text: str
    norms: list[str]
    surfaces: list[str]
    starts: list[int]
    ends: list[int]

    def __len__(self) -> int:
        """The number of tokens."""
        return len(self.norms)

    def slice(self, first: int, last: int) -> str:
        """The words of tokens `first` to `last` (exclusive) as they stand in the text."""
        return self.text[self.starts[first] : self.ends[last - 1]]


def plain(word: str) -> str:
    """Lower case, no accents, straight apostrophes."""
    word = word.casefold()
    if word.isascii():
        return word.replace("`", "'")
    decomposed = unicodedata.normalize("NFKD", word.translate(_APOSTROPHES))
    return "".join(char for char in decomposed if not unicodedata.combining(char))


@lru_cache(maxsize=_MOST_KEYS)
def folded_key(text: str) -> str:
    """A text for comparing and fingerprints: lower case, plain letters, single spaces, no marks."""
    return " ".join(_WORDS.findall(plain(text)))


class Folder:
    """Folds text by one language's rules. Cheap to make; remembers the words it has seen."""

    def __init__(self, rules: FoldingRules) -> None:
        self._variant = {plain(form): plain(head) for head, forms in rules.variants.items() for form in forms}
        self._compounds = {
            (parts[0], parts[1]): "".join(parts) for parts in (plain(compound).split() for compound in rules.compounds)
        }
        self._skip = frozenset(plain(word) for word in rules.skip)
        self._seconds = frozenset(second for _, second in self._compounds)
        self._seen: dict[str, tuple[str, str]] = {}

    @cached_property
    def _stemmer(self) -> Stemmer.Stemmer:
        import Stemmer

        return Stemmer.Stemmer("english", 0)

    def word(self, raw: str) -> tuple[str, str]:
        """The surface and norm of one word, number or mark."""
        seen = self._seen.get(raw)
        if seen is None:
            if len(self._seen) >= _MOST_WORDS:
                self._seen.clear()
            seen = self._seen[raw] = self._fold_word(raw)
        return seen

    def _fold_word(self, raw: str) -> tuple[str, str]:
        if raw[0].isdigit():
            return raw, PERCENTAGE if raw.endswith("%") else NUMBER
        word = plain(raw)
        surface = _POSSESSIVE.sub("", word) or word  # a letter may look like an apostrophe and nothing else
        variant = self._variant.get(surface, surface)
        return surface, self._stemmer.stemWord(variant) if variant.isalpha() else variant

    def fold(self, text: str) -> Folded:
        """All tokens of a text; the words of `skip` (determiners, fillers) are left out."""
        folded = Folded(text, [], [], [], [])
        norms, surfaces, starts, ends = folded.norms, folded.surfaces, folded.starts, folded.ends
        known, skip, seconds = self._seen, self._skip, self._seconds
        for match in _TOKEN.finditer(text):
            raw = match[0]
            surface, norm = known.get(raw) or self.word(raw)
            if surface in skip or (surface in seconds and self._join(folded, surface, match.end())):
                continue
            surfaces.append(surface)
            norms.append(norm)
            start, end = match.span()
            starts.append(start)
            ends.append(end)
        return folded

    def _join(self, folded: Folded, surface: str, end: int) -> bool:
        """Whether the word continues a compound ("post" + "natal"); if so it is joined to its first half."""
        joined = self._compounds.get((folded.surfaces[-1], surface)) if folded.surfaces else None
        if joined is None:
            return False
        folded.surfaces[-1], folded.norms[-1] = self.word(joined)
        folded.ends[-1] = end
        return True

    def phrase(self, text: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """The norms and surfaces of a vocabulary phrase; the word `X` becomes a slot, slots at its ends fall away."""
        norms: list[str] = []
        surfaces: list[str] = []
        for piece in re.split(r"\bX\b", text):
            folded = self.fold(piece)
            if norms and folded.norms:
                norms.append(SLOT)
                surfaces.append(SLOT)
            norms.extend(folded.norms)
            surfaces.extend(folded.surfaces)
        return tuple(norms), tuple(surfaces)
