"""A list of records: ids and titles."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from claimcheck.frozen import dataclass
from claimcheck.reports.style import Style, one_line


@dataclass(frozen=True)
class Item:
    """One line of a list; `words` is further text that a filter looks in."""

    id: str
    title: str
    words: str = ""


def matching(items: Iterable[Item], wanted: Sequence[str]) -> tuple[Item, ...]:
    """The items that hold every wanted word, somewhere, whatever its case."""
    folded = [word.casefold() for word in wanted]
    return tuple(item for item in items if all(word in _text(item) for word in folded))


def listing_text(items: Sequence[Item], style: Style) -> str:
    """One item a line, the ids in a column of their own."""
    width = max((len(item.id) for item in items), default=0)
    return "".join(f"{style.paint(f'{item.id:<{width}}', 'bold')}  {one_line(item.title)}\n" for item in items)


def listing_data(items: Sequence[Item]) -> dict[str, Any]:
    """The items as data."""
    return {"items": [{"id": item.id, "title": item.title} for item in items]}


def _text(item: Item) -> str:
    return f"{item.id} {item.title} {item.words}".casefold()
