"""How the time that a sentence takes and the compiled index grow with the number of claims.

usage: python benchmarks/growth.py [CLAIMS ...]

Every base is made up over a made-up vocabulary, the same at every run: five claims for each thing that acts and each
thing acted on, a frame that joins the two, and three phrasings with everyday words of that vocabulary. A larger base
holds the smaller ones. The same texts are read with each: sentences that make claims which all bases hold, misspelt
ones, and sentences that only use their words; no sentence comes twice, since what was read is remembered. Measured are
processor time, the median over the texts after a first one, and the bytes of the compiled index. The exit status says
whether the targets were met.
"""

from __future__ import annotations

import gc
import sys
import time
from collections.abc import Iterator
from random import Random
from statistics import median
from typing import NamedTuple

from claimcheck.documents.model import Document
from claimcheck.documents.read import read_text
from claimcheck.evidence.base import EvidenceBase, load_evidence
from claimcheck.evidence.language import Language
from claimcheck.evidence.model import Claim, Concept, Frame, Search, TermGroup
from claimcheck.matching.engine import Matcher
from claimcheck.matching.vocabulary import compile_lexicon

SIZES = (100, 1_000, 10_000, 100_000)
#: how many times as long a sentence may take as with the smallest base, and the bytes of the index a claim may take
TIME, BYTES = 2.0, 1024
_TEXTS = 8
_CLAIMS_EACH = 5
_EVERYDAY = 3_000
_VERBS = ("reduces", "eases", "prevents", "relieves")
_ONSETS = (
    "b",
    "bl",
    "br",
    "d",
    "dr",
    "f",
    "fl",
    "g",
    "gl",
    "gr",
    "k",
    "kr",
    "l",
    "m",
    "n",
    "p",
    "pr",
    "r",
    "s",
    "sl",
    "st",
    "tr",
    "v",
    "z",
)
_VOWELS = ("a", "e", "i", "o", "u", "ai", "ea", "ou")


class MadeUp(EvidenceBase):
    """A base in memory: claims and concepts beside the shipped language."""

    def __init__(self, language: Language, size: int) -> None:
        self.language = language
        self._made = [_claim(number) for number in range(size)]
        sides = range(-(-size // _CLAIMS_EACH))
        self._concepts = [_concept(side, number) for side in ("subject", "outcome") for number in sides]
        self._section = compile_lexicon(self)

    def claims(self) -> Iterator[Claim]:
        """All claims."""
        return iter(self._made)

    def concepts(self) -> Iterator[Concept]:
        """All concepts."""
        return iter(self._concepts)

    def section(self, name: str) -> bytes:
        """The compiled index."""
        return self._section


class Figures(NamedTuple):
    """Claims, microseconds a sentence, bytes of index a claim, matches in the text."""

    claims: int
    microseconds: float
    bytes: float
    matches: int


def word(number: int) -> str:
    """A made-up word that one can say; every number has its own."""
    said = ""
    number += len(_ONSETS) * len(_VOWELS)
    while number:
        number, part = divmod(number, len(_ONSETS) * len(_VOWELS))
        said += _ONSETS[part % len(_ONSETS)] + _VOWELS[part // len(_ONSETS)]
    return said + "n"


def everyday(random: Random) -> str:
    """A word that many claims use, some far more often than others."""
    return word(int(_EVERYDAY ** random.random()))


def names(side: str, number: int) -> list[str]:
    """What a thing is called: a word of its own, another one, and two that it shares with others."""
    random = Random(f"{side} {number}")
    first = _EVERYDAY + 4 * number + (2 if side == "outcome" else 0)
    return [word(first), word(first + 1), f"{everyday(random)} {word(first)}"]


def sides_of(number: int) -> tuple[int, int]:
    """Which subject and which outcome a claim joins."""
    group, place = divmod(number, _CLAIMS_EACH**2)
    return group * _CLAIMS_EACH + place // _CLAIMS_EACH, group * _CLAIMS_EACH + place % _CLAIMS_EACH


def _concept(side: str, number: int) -> Concept:
    kind = "intervention" if side == "subject" else "outcome"
    label, *others = names(side, number)
    return Concept(f"{side}-{number}", kind, label, (TermGroup((label, *others)),), polarity="unwanted")


def sentence(number: int, random: Random) -> str:
    """A sentence that makes a claim."""
    subject, outcome = sides_of(number)
    said, done = random.choice(names("subject", subject)), random.choice(names("outcome", outcome))
    return f"{said} {random.choice(_VERBS)} {done} {everyday(random)} {everyday(random)} {everyday(random)}"


def _claim(number: int) -> Claim:
    random = Random(f"claim {number}")
    subject, outcome = sides_of(number)
    frames = (Frame((f"subject-{subject}",), (f"outcome-{outcome}",)),)
    phrasings = tuple(sentence(number, random) for _ in range(3))
    searched = Search("2026-11-20", ("nowhere",), "benchmark")
    return Claim(f"claim-{number}", "effect", phrasings[0], "reduces", frames, searched, phrasings=phrasings)


def text(seed: int, sentences: int = 400) -> Document:
    """Claims of the smallest base, claims misspelt, and everyday words alone, by turns."""
    random = Random(f"text {seed}")
    lines = []
    for number in range(sentences):
        made = sentence(random.randrange(min(SIZES)), random)
        if number % 4 == 2:
            made = made[:3] + made[4:]
        elif number % 2:
            made = " ".join(everyday(random) for _ in range(12))
        lines.append(made.capitalize() + ".")
    return read_text("\n\n".join(lines))


def measure(language: Language, size: int, texts: list[Document]) -> Figures:
    """One base."""
    base = MadeUp(language, size)
    matcher = Matcher(base)
    found = matcher.match(texts[0])
    gc.collect()
    times = [_timed(matcher, document) / len(document.sentences) for document in texts[1:]]
    index = len(base.section("")) - len(MadeUp(language, 0).section(""))
    return Figures(size, median(times) * 1e6, index / size, len(found.matches))


def _timed(matcher: Matcher, document: Document) -> float:
    begun = time.process_time()
    matcher.match(document)
    return time.process_time() - begun


def main(sizes: list[int]) -> int:
    """Measure, print, and say by the exit status whether every target was met."""
    language, texts = load_evidence().language, [text(seed) for seed in range(_TEXTS)]
    print(f"{'claims':>8} {'µs/sentence':>12} {'ratio':>6} {'bytes/claim':>12} {'matches':>8}")
    first, fine = 0.0, True
    for size in sizes:
        figures = measure(language, size, texts)
        first = first or figures.microseconds
        ratio = figures.microseconds / first
        fine = fine and ratio < TIME and figures.bytes < BYTES
        print(
            f"{size:>8} {figures.microseconds:>12.1f} {ratio:>6.2f} {figures.bytes:>12.0f} {figures.matches:>8}",
            flush=True,
        )
    print(f"{'target':>8} {'':>12} {TIME:>6.2f} {BYTES:>12}")
    return 0 if fine else 1


if __name__ == "__main__":
    sys.exit(main([int(size) for size in sys.argv[1:]] or list(SIZES)))
