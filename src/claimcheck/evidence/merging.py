"""How a later folder's language data adds to an earlier one's: mappings are joined, lists extended, values replaced."""

from __future__ import annotations

from typing import Any


def merged(earlier: Any, later: Any) -> Any:
    """Both as one. Where the two are of different sorts, or single values, the later one holds."""
    if isinstance(earlier, dict) and isinstance(later, dict):
        return earlier | {key: merged(earlier.get(key), value) for key, value in later.items()}
    if isinstance(earlier, list | tuple) and isinstance(later, list | tuple):
        return type(later)([*earlier, *(item for item in later if item not in earlier)])
    return later
