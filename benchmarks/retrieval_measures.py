"""Reading queries with their right claims, and measuring rankings and refusals."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple

from wording_measures import Row, rows

#: claims by number with whatever their ranker says of them, best first
Ranking = Sequence[tuple[int, Any]]
#: (half of the data, certainty of the first claim, whether that claim is right)
Answer = tuple[str, float, bool]
#: the precision that an answer needs
PRECISION = 0.90


class Queries(NamedTuple):
    """Claims by number, and queries with the numbers of their right claims."""

    claims: list[str]
    ids: list[str]
    texts: list[str]
    right: list[set[int]]


def read_queries(folder: Path) -> Queries:
    """The claims and queries of a folder."""
    claims = _table(folder, "vclaims")
    numbers = {row["vclaim_id"]: number for number, row in enumerate(claims)}
    right: dict[str, set[int]] = {}
    for row in _table(folder, "qrels"):
        right.setdefault(row["query_id"], set()).add(numbers[row["vclaim_id"]])
    queries = _table(folder, "queries")
    ids = [row["query_id"] for row in queries]
    return Queries([row["vclaim"] for row in claims], ids, [row["text"] for row in queries], [right[id] for id in ids])


def _table(folder: Path, name: str) -> list[Row]:
    plain = folder / f"{name}.tsv"
    return list(rows(plain if plain.exists() else folder / f"{name}.tsv.gz"))


def average_precision(ranking: Sequence[int], right: set[int], depth: int = 5) -> float:
    """The mean precision at the places of the right claims among the first `depth`."""
    found, total = 0, 0.0
    for place, number in enumerate(ranking[:depth], start=1):
        if number in right:
            found += 1
            total += found / place
    return total / min(len(right), depth)


def here(answers: Sequence[Answer]) -> tuple[float, float]:
    """The largest share of the queries rightly answered at the precision wanted, and its threshold.

    Each query stands among the answers twice, with and without its right claims.
    """
    best, threshold, right = 0, float("inf"), 0
    ordered = sorted(answers, key=lambda answer: -answer[1])
    for count, (_, certainty, known) in enumerate(ordered, start=1):
        right += known
        ties = count < len(ordered) and ordered[count][1] == certainty
        if not ties and right > best and right / count >= PRECISION:
            best, threshold = right, certainty
    return 2 * best / len(answers), threshold


def carry(answers: Sequence[Answer]) -> tuple[float, float]:
    """Precision and share rightly answered, each half judged by the threshold of the other."""
    accepted: list[bool] = []
    for own in sorted({part for part, _, _ in answers}):
        _, threshold = here([answer for answer in answers if answer[0] != own])
        accepted += [known for part, certainty, known in answers if part == own and certainty >= threshold]
    return sum(accepted) / max(len(accepted), 1), 2 * sum(accepted) / len(answers)
