"""The reading rules of a language, folded once: `language/en/reading.yaml` as the engine uses it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from claimcheck.frozen import dataclass
from claimcheck.text.folding import Folder

#: the owner of what is everybody's ("calmer evenings for everyone")
SHARED = "both"
Surfaces = tuple[str, ...]


@dataclass(frozen=True)
class Rules:
    """Owners, comparators, clause ends, scores and reaches.

    `possessors` maps a lower-case word right before an outcome to its owner; `owner_pairs` maps a concept and an owner
    to the concept it is for that owner, `owner_reach` a concept to how near (in tokens) its owner must stand.
    """

    possessors: Mapping[str, str]
    comparators: tuple[Surfaces, ...]
    clause_ends: Mapping[str, tuple[Surfaces, ...]]
    closing: frozenset[str]
    openers: frozenset[str]
    companions: frozenset[str]
    passive: frozenset[str]
    turns: frozenset[str]
    heading: tuple[Surfaces, ...]
    several: frozenset[str]
    leading: frozenset[str]
    supposing: frozenset[str]
    auxiliaries: frozenset[str]
    narrating: frozenset[str]
    owner_pairs: Mapping[tuple[str, str], str]
    owner_reach: Mapping[str, int]
    default_owner: str
    owners: tuple[str, ...]
    outcome_scores: Mapping[str, float]
    subject_scores: Mapping[str, float]
    fuzzy: float
    far: float
    farthest: float
    foreign: float
    together: float
    threshold: float
    reach: Mapping[str, int]


def _surfaces(folder: Folder, phrases: Iterable[str]) -> tuple[Surfaces, ...]:
    return tuple(dict.fromkeys(tuple(folder.fold(phrase).surfaces) for phrase in phrases))


def _words(folder: Folder, words: Iterable[str]) -> frozenset[str]:
    """The surface of the first token of each."""
    return frozenset(word for surfaces in _surfaces(folder, words) for word in surfaces[:1])


def _by_first(phrases: Iterable[Surfaces]) -> dict[str, tuple[Surfaces, ...]]:
    found: dict[str, tuple[Surfaces, ...]] = {}
    for phrase in phrases:
        found[phrase[0]] = (*found.get(phrase[0], ()), phrase)
    return found


def load_rules(reading: Mapping[str, Any], folder: Folder) -> Rules:
    """The rules from the raw language file."""
    scores = reading["scores"]
    owned = [
        {owner: pair[owner] for owner in pair.keys() & reading["owners"].keys()} for pair in reading["owner_pairs"]
    ]
    pairs = {
        (concept, other): other_concept
        for pair in owned
        for concept in pair.values()
        for other, other_concept in pair.items()
    }
    return Rules(
        {word: owner for owner, words in reading["possessors"].items() for word in words},
        _surfaces(folder, reading["comparators"]),
        _by_first(_surfaces(folder, reading["clause_ends"])),
        _words(folder, reading["closing"]),
        _words(folder, reading["openers"]),
        _words(folder, reading["companions"]),
        _words(folder, reading["passive"]),
        _words(folder, reading["turns"]),
        _surfaces(folder, reading["heading"]),
        _words(folder, reading["several"]),
        _words(folder, reading["leading"]),
        _words(folder, reading["supposing"]),
        _words(folder, reading["ellipses"]["auxiliaries"]),
        _words(folder, reading["narrating"]),
        pairs,
        {pair[reading["default_owner"]]: pair["reach"] for pair in reading["owner_pairs"] if "reach" in pair},
        reading["default_owner"],
        tuple(owner for owner in reading["owners"] if owner != SHARED),
        scores["outcome"],
        scores["subject"],
        scores["fuzzy"],
        scores["far"],
        scores["farthest"],
        scores["foreign-subject"],
        scores["together"],
        scores["threshold"],
        reading["reach"],
    )
