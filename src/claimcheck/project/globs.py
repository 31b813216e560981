"""Which files a pattern of a configuration means."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from claimcheck.text.patterns import pattern

_PIECES = pattern(r"\*\*/|\*\*|\*|\?|\[!?[^\]]+\]|.", re.DOTALL)
_MEANINGS = {"**/": "(?:.*/)?", "**": ".*", "*": "[^/]*", "?": "[^/]"}


def matches(path: str, patterns: Iterable[str]) -> bool:
    """Whether a path with `/` is meant by any of the patterns.

    `*` stays within a folder, `**` does not; a pattern that means a folder means all below it.
    """
    return any(_compiled(pattern).fullmatch(path) is not None for pattern in patterns)


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    bare = pattern.removeprefix("./").rstrip("/")
    return re.compile("".join(map(_meaning, _PIECES.findall(bare))) + "(?:/.*)?", re.DOTALL)


def _meaning(piece: str) -> str:
    if piece in _MEANINGS:
        return _MEANINGS[piece]
    if len(piece) > 1:
        return _set(piece)
    return re.escape(piece)


def _set(piece: str) -> str:
    """A set of characters; the standard library knows its odd cases, such as `[!]` and `[z-a]`."""
    from fnmatch import translate

    return translate(piece).removeprefix("(?s:").rpartition(")")[0]
