"""A phrasing table as it is read: numbers unpacked when they are first needed."""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from functools import cached_property
from typing import Any

from claimcheck.matching.phrasing_table import LEFT, PhrasingTable, root_of, unpacked


class PhrasingStore:
    """Phrasings by number. A word stands for itself, a root for a word with its relatives."""

    def __init__(self, table: PhrasingTable) -> None:
        self.table = table
        self.signs = table.signs
        self._letters = int(table.signs.get("root", 0))
        self._opened: dict[str, array[Any]] = {}

    def root_of(self, word: str) -> str:
        """What a word shares with its relatives."""
        return root_of(word, self._letters)

    def weigh(self, word: str) -> float:
        """What a word tells; of one that no phrasing holds all that is known is how everyday it is."""
        return self._weights.get(word) or self.table.everyday.get(word, 1.0)

    def holding(self, root: str) -> tuple[float, array[Any]]:
        """What a root tells at most, and the phrasings that hold it."""
        weight, data = self.table.roots.get(root, (0.0, b""))
        return weight, unpacked("I", data)

    def telling(self, word: str) -> tuple[float, array[Any]]:
        """What a word tells, and the phrasings of which it is among the words that tell most."""
        numbers = self._opened.get(word)
        if numbers is None:
            numbers = self._opened[word] = unpacked("I", self.table.telling.get(word, b""))
        return (self.weigh(word) if numbers else 0.0), numbers

    def words(self, number: int) -> list[str]:
        """The words of a phrasing as they follow each other."""
        first, last = self._starts[number : number + 2]
        return [self.table.words[word] for word in self._sequence[first:last]]

    def owner(self, number: int) -> int:
        """The place of a phrasing's claim."""
        owner: int = self._owners[number]
        return owner

    def core(self, owner: int) -> set[str]:
        """The roots of telling words that all phrasings of a claim share, if it has several."""
        first, last = bisect_left(self._owners, owner), bisect_right(self._owners, owner)
        if last - first < 2:
            return set()
        told = [word for word in self.words(first) if word not in self.table.everyday]
        return {self.root_of(word) for word in told}.intersection(
            *({self.root_of(word) for word in self.words(number)} for number in range(first + 1, last))
        )

    @cached_property
    def bars(self) -> array[Any]:
        """What the telling words of each phrasing must weigh that a sentence shares which is like it."""
        floors, owners = self.table.floors, self._owners
        return array("d", [(1 - LEFT) * floors[owners[n]] * mass for n, mass in enumerate(self._masses)])

    def mass(self, number: int) -> float:
        """The weight of the different words of a phrasing."""
        mass: float = self._masses[number]
        return mass

    def norm(self, number: int) -> float:
        """What is expected of a phrasing: somewhat more of a heavy one than of a light one."""
        length = self.signs["length"]
        return (1 - length) * self._usual + length * self.mass(number)

    @cached_property
    def _weights(self) -> dict[str, float]:
        return dict(zip(self.table.words, unpacked("f", self.table.weights), strict=True))

    @cached_property
    def _usual(self) -> float:
        masses: list[float] = self._masses.tolist()
        return sum(masses) / len(masses)

    @cached_property
    def _owners(self) -> array[Any]:
        return unpacked("I", self.table.owners)

    @cached_property
    def _starts(self) -> array[Any]:
        return unpacked("I", self.table.starts)

    @cached_property
    def _sequence(self) -> array[Any]:
        return unpacked("I", self.table.sequence)

    @cached_property
    def _masses(self) -> array[Any]:
        return unpacked("f", self.table.masses)
