"""What one policy says differently from another."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from claimcheck.frozen import dataclass
from claimcheck.rating.policy_model import Policy

#: what names a policy rather than rules
_NAMES = ("name", "version", "hash", "about")


@dataclass(frozen=True)
class Difference:
    """One rule: where it stands (`table.S2.flat`), and its value in either policy; None where it is missing."""

    place: str
    one: str | None
    other: str | None


def differences(one: Policy, other: Policy) -> tuple[Difference, ...]:
    """Every rule in which two policies differ, in the order of the policy file."""
    left, right = dict(_rules(one)), dict(_rules(other))
    places = dict.fromkeys((*left, *right))
    return tuple(
        Difference(place, left.get(place), right.get(place)) for place in places if left.get(place) != right.get(place)
    )


def _rules(policy: Policy) -> Iterator[tuple[str, str]]:
    for key, value in vars(policy).items():
        if key not in _NAMES:
            yield from _leaves(key, value)


def _leaves(place: str, value: Any) -> Iterator[tuple[str, str]]:
    """A value's single rules, each with its place."""
    if isinstance(value, Mapping):
        for key, item in value.items():
            yield from _leaves(f"{place}.{'.'.join(key) if isinstance(key, tuple) else key}", item)
    elif hasattr(value, "verdict"):
        yield place, f"{value.verdict}/{value.reason}"
    elif isinstance(value, tuple) and value and hasattr(value[0], "__dict__"):
        yield place, "; ".join(_record(item) for item in value)
    elif hasattr(value, "__dict__"):
        for name in type(value).__annotations__:
            yield from _leaves(f"{place}.{name}", getattr(value, name))
    else:
        yield place, _shown(value)


def _record(value: Any) -> str:
    return ", ".join(f"{name} {_shown(getattr(value, name))}" for name in type(value).__annotations__)


def _shown(value: Any) -> str:
    if isinstance(value, frozenset):
        value = sorted(value)
    return ", ".join(map(str, value)) if isinstance(value, list | tuple) else str(value)
