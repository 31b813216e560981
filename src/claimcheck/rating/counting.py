"""Lines in words: "two small trials with 59 people in all"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from claimcheck.rating.lines import Line

Data = Mapping[str, Any]


def describe_lines(lines: Sequence[Line], kind: str, data: Data) -> tuple[str, bool]:
    """Lines on a kind of claim counted in words, and whether the words are singular."""
    pooled = "study" if kind in data["reviews_pool_studies"] else "trial"
    reviews = [line for line in lines if line.pooled]
    trials = [line for line in lines if not line.pooled and line.design in data["trial_designs"]]
    others = [line for line in lines if not line.pooled and line.design not in data["trial_designs"]]
    parts = [_reviews(reviews, pooled, data)] if reviews else []
    parts += [_primaries(group, noun, data) for group, noun in ((trials, "trial"), (others, "study")) if group]
    mixed = sum(line.direction == "mixed" for line in lines)
    note = data["partly_mixed"].format(count=count_of(mixed, data)) if 0 < mixed < len(lines) else ""
    return (listed(parts, data) or data["nothing"]) + note, len(lines) <= 1


def listed(parts: Sequence[str], data: Data) -> str:
    """Parts as a list in prose: "a, b and c"."""
    if len(parts) < 2:
        return "".join(parts)
    return f"{data['comma'].join(parts[:-1])}{data['and']}{parts[-1]}"


def count_of(number: int, data: Data) -> str:
    """A number in words where the language has one."""
    return str(data["counts"][number]) if number < len(data["counts"]) else f"{number:,}"


def _primaries(lines: Sequence[Line], noun: str, data: Data) -> str:
    one = len(lines) == 1
    words = data["nouns"][noun][0 if one else 1]
    if all(line.n_known and line.n < data["small_below"] for line in lines):
        words = f"{data['small']} {words}"
    key = "without_people"
    if all(line.n_known for line in lines):
        key = "one_with_people" if one else "several_with_people"
    return _filled(key, lines, data, noun=words)


def _reviews(lines: Sequence[Line], noun: str, data: Data) -> str:
    people = all(line.n_known for line in lines)
    if len(lines) > 1:
        return _filled("reviews_of_people" if people else "reviews_alone", lines, data)
    if not lines[0].trials_known:
        return _filled("review_with_people" if people else "review_alone", lines, data)
    words = data["nouns"][noun][1]
    return _filled("review_of_people" if people else "review_of", lines, data, noun=words)


def _filled(key: str, lines: Sequence[Line], data: Data, noun: str = "") -> str:
    template: str = data[key]
    return template.format(
        count=count_of(len(lines), data),
        noun=noun,
        people=f"{sum(line.n for line in lines):,}",
        trials=count_of(sum(line.trials for line in lines), data),
    )
