"""Compiling whole phrasings: their words with weights, and which phrasings hold a word, as packed numbers."""

from __future__ import annotations

import sys
from array import array
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import accumulate
from math import log
from typing import TYPE_CHECKING, Any, NamedTuple

from claimcheck.text.folding import NUMBER, Folded, Folder

if TYPE_CHECKING:
    from claimcheck.evidence.model import Claim

Rules = Mapping[str, Any]
#: the part of its floor that the words of a phrasing may weigh under which it is not looked up
LEFT = 0.75
#: (place of the claim, words of one of its phrasings)
Row = tuple[int, list[str]]


class PhrasingTable(NamedTuple):
    """The phrasings of all claims; `bytes` are packed numbers (`unpacked`). A word is known by its number.

    `owners` gives each phrasing's claim, `starts` where its words begin in `sequence` (one more at the end), `masses`
    the weight of its different words. `telling` holds for a word the phrasings of which it is among the words that tell
    most: a sentence is like none of the others without any of theirs. `roots` holds for the beginning of a word what
    such a word tells at most and all phrasings that have one. `everyday` is what words tell that people use whatever
    they talk about.
    """

    claims: list[str]
    floors: list[float]
    directions: list[str]
    words: list[str]
    weights: bytes
    owners: bytes
    starts: bytes
    sequence: bytes
    masses: bytes
    telling: dict[str, bytes]
    roots: dict[str, tuple[float, bytes]]
    everyday: dict[str, float]
    signs: dict[str, float]


def places_of(folded: Folded) -> list[int]:
    """The tokens of a text that are words or numbers, not marks."""
    return [place for place, surface in enumerate(folded.surfaces) if surface[0].isalnum()]


def keys_of(folded: Folded) -> list[str]:
    """What the words of a text are compared by: stems, and numbers by their value."""
    norms, surfaces = folded.norms, folded.surfaces
    return [
        surfaces[place].rstrip("%") if norms[place].startswith(NUMBER) else norms[place] for place in places_of(folded)
    ]


def root_of(word: str, letters: int) -> str:
    """The beginning that a word shares with its relatives; a number has none."""
    return word if word[0].isdigit() else word[:letters]


def phrasing_table(claims: Iterable[Claim], folder: Folder, rules: Rules) -> tuple[Any, ...]:
    """The content of a `PhrasingTable` as plain data. `rules` is `language/*/phrasings.yaml`, {} if there is none."""
    signs, floors = rules.get("signs", {}), rules.get("floors", {})
    told = [claim for claim in claims if signs and (claim.phrasings or claim.counter_phrasings)]
    texts = [(n, text) for n, claim in enumerate(told) for text in (*claim.phrasings, *claim.counter_phrasings)]
    rows = [(owner, keys) for owner, text in texts if (keys := keys_of(folder.fold(text)))]
    everyday = _everyday(folder, rules) if rows else {}
    weights = _weights(rows, len(told), everyday, signs.get("prior", 0))
    numbers = {word: number for number, word in enumerate(weights)}
    return (
        [claim.id for claim in told],
        [_floor(claim, floors) for claim in told],
        [claim.direction for claim in told],
        list(weights),
        packed("f", weights.values()),
        packed("I", (owner for owner, _ in rows)),
        packed("I", accumulate((len(keys) for _, keys in rows), initial=0)),
        packed("I", (numbers[key] for _, keys in rows for key in keys)),
        packed("f", (sum(weights[key] for key in sorted(set(keys))) for _, keys in rows)),
        _telling(rows, (_floor(told[owner], floors) for owner, _ in rows), weights),
        _roots(rows, weights, signs.get("root", 0)),
        everyday,
        dict(signs),
    )


def _floor(claim: Claim, floors: Mapping[str, float]) -> float:
    """The share of its weight by which a phrasing must be held: more if frames find what means the claim."""
    return floors["framed" if claim.frames else "alone"]


def _everyday(folder: Folder, rules: Rules) -> dict[str, float]:
    """What words are worth that people use whatever they talk about; the first mention of a stem counts."""
    found: dict[str, float] = {}
    for band in rules.get("common", ()):
        for word in band["words"]:
            for key in keys_of(folder.fold(word)):
                found.setdefault(key, band["weight"])
    return found


def _weights(rows: Sequence[Row], claims: int, everyday: Mapping[str, float], prior: float) -> dict[str, float]:
    """What each word tells, 0..1: much if few claims hold it and people seldom use it."""
    holding = Counter(key for _, key in sorted({(owner, key) for owner, keys in rows for key in keys}))
    most = log(1 + claims + prior)
    return {key: everyday.get(key, 1.0) * log(1 + (claims + prior) / holding[key]) / most for key in sorted(holding)}


def _telling(rows: Sequence[Row], floors: Iterable[float], weights: Mapping[str, float]) -> dict[str, bytes]:
    """A phrasing stands with its heaviest words until those left weigh less than most of its floor."""
    found: dict[str, list[int]] = {}
    for number, ((_, keys), floor) in enumerate(zip(rows, floors, strict=True)):
        words = sorted(set(keys), key=lambda word: (-weights[word], word))
        left = sum(weights[word] for word in words)
        enough = left * floor * LEFT
        for word in words:
            if left >= enough:
                found.setdefault(word, []).append(number)
            left -= weights[word]
    return {word: packed("I", numbers) for word, numbers in found.items()}


def _roots(rows: Sequence[Row], weights: Mapping[str, float], letters: int) -> dict[str, tuple[float, bytes]]:
    most: dict[str, float] = {}
    found: dict[str, list[int]] = {}
    for key, weight in weights.items():
        root = root_of(key, letters)
        most[root] = max(most.get(root, 0.0), weight)
    for number, (_, keys) in enumerate(rows):
        for root in {root_of(key, letters) for key in keys}:
            found.setdefault(root, []).append(number)
    return {root: (weight, packed("I", found[root])) for root, weight in most.items()}


def packed(kind: str, numbers: Iterable[float]) -> bytes:
    """Numbers as bytes, lowest byte first on every machine: `I` for counts, `f` for weights."""
    found: array[Any] = array(kind, numbers)
    if sys.byteorder == "big":
        found.byteswap()
    return found.tobytes()


def unpacked(kind: str, data: bytes) -> array[Any]:
    """The inverse of `packed`."""
    found: array[Any] = array(kind, data)
    if sys.byteorder == "big":
        found.byteswap()
    return found
