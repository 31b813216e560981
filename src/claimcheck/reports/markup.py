"""HTML and SVG as values: text is escaped when it comes in, so that no copy can become markup."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from html import escape
from typing import Final

from claimcheck.reports.style import visible

_VOID: Final = frozenset({"input", "link", "meta"})


class Html(str):
    """Markup; made by `tag`, `text` and `joined` only."""

    __slots__ = ()


@lru_cache(maxsize=8192)
def text(content: str) -> Html:
    """Text that shows as it stands; what would hide or command is written as an escape."""
    return Html(escape(visible(content), quote=True))


def joined(parts: Iterable[object]) -> Html:
    """Parts one after the other; what is not markup yet is escaped. None is nothing."""
    return Html("".join(part if type(part) is Html else text(str(part)) for part in parts if part is not None))


def tag(name: str, /, *children: object, **attributes: object) -> Html:
    """An element. In attribute names `_` stands for `-` (and is dropped at the end); None is left out."""
    given = "".join(_attribute(key, str(value)) for key, value in attributes.items() if value is not None)
    return Html(f"<{name}{given}>") if name in _VOID else Html(f"<{name}{given}>{joined(children)}</{name}>")


@lru_cache(maxsize=8192)
def _attribute(key: str, value: str) -> str:
    return f' {key.rstrip("_").replace("_", "-")}="{text(value)}"'
