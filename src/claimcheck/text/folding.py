"""Text -> folded tokens that remember their place.

Copy and vocabulary pass through the same `Folder`, so that "Post-natal depression's", "postnatal depression" and
"post natal depression" become the same tokens. A token has a surface (lower case, plain letters) and a norm (its
spelling class, then its Snowball stem); phrases compare norms unless they ask for exact surfaces.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

import Stemmer

from claimcheck.evidence.model import FoldingRules

#: a number with its decimals and per cent sign, a word with inner apostrophes, or a lone mark worth keeping
_TOKEN = re.compile(r"\d+(?:[.,]\d+)*%?|[^\W\d_]+(?:['’ʼ`´][^\W\d_]+)*|[;:?!,.()\"“”/=+&–—-]")
_APOSTROPHES = str.maketrans({"’": "'", "ʼ": "'", "`": "'", "´": "'", "‘": "'"})
_POSSESSIVE = re.compile(r"'s$|'$")
SLOT = "\x00slot"


@dataclass(frozen=True, slots=True)
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
    word = word.casefold().translate(_APOSTROPHES)
    if word.isascii():
        return word
    decomposed = unicodedata.normalize("NFKD", word)
    return "".join(char for char in decomposed if not unicodedata.combining(char))


class Folder:
    """Folds text by one language's rules. Cheap to make; remembers every word it has seen."""

    def __init__(self, rules: FoldingRules) -> None:
        self._variant = {plain(form): plain(head) for head, forms in rules.variants.items() for form in forms}
        self._compounds = {
            (parts[0], parts[1]): "".join(parts)
            for parts in (plain(compound).split() for compound in rules.compounds)
        }
        self._skip = frozenset(plain(word) for word in rules.skip)
        self._known: dict[str, tuple[str, str]] = {}

    @cached_property
    def _stem(self) -> Stemmer.Stemmer:
        return Stemmer.Stemmer("english", 0)

    def word(self, raw: str) -> tuple[str, str]:
        """The surface and norm of one word."""
        seen = self._known.get(raw)
        if seen is None:
            surface = _POSSESSIVE.sub("", plain(raw))
            variant = self._variant.get(surface, surface)
            norm = variant if not variant.isalpha() else self._stem.stemWord(variant)
            seen = self._known[raw] = (surface, norm)
        return seen

    def fold(self, text: str) -> Folded:
        """All tokens of a text: words, numbers and the marks that end a cue's reach. Determiners are left out."""
        norms: list[str] = []
        surfaces: list[str] = []
        starts: list[int] = []
        ends: list[int] = []
        for match in _TOKEN.finditer(text):
            raw = match.group()
            if raw in "-–—" and raw == "-":
                continue
            surface, norm = self.word(raw)
            if surface in self._skip:
                continue
            joined = self._compounds.get((surfaces[-1], surface)) if surfaces else None
            if joined is not None:
                surfaces[-1], norms[-1] = joined, self.word(joined)[1]
                ends[-1] = match.end()
                continue
            surfaces.append(surface)
            norms.append(norm)
            starts.append(match.start())
            ends.append(match.end())
        return Folded(text, norms, surfaces, starts, ends)

    def phrase(self, text: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """The norms and surfaces of a vocabulary phrase; the word `X` becomes a slot."""
        norms: list[str] = []
        surfaces: list[str] = []
        pieces = re.split(r"\bX\b", text)
        for number, piece in enumerate(pieces):
            if number:
                norms.append(SLOT)
                surfaces.append(SLOT)
            folded = self.fold(piece)
            norms.extend(folded.norms)
            surfaces.extend(folded.surfaces)
        return tuple(norms), tuple(surfaces)


def folded_key(text: str) -> str:
    """A text for comparing and fingerprints: lower case, plain letters, single spaces, no marks."""
    return " ".join(re.findall(r"\w+", plain(text)))


def norms_of(folder: Folder, phrases: Iterable[str]) -> list[Sequence[str]]:
    """The norms of many phrases."""
    return [folder.phrase(phrase)[0] for phrase in phrases]
