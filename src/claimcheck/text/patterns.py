"""Regular expressions that are compiled when they are first used: a run on one document needs few of them."""

from __future__ import annotations

import re
from typing import Any, Final, cast

_METHODS: Final = ("search", "match", "fullmatch", "findall", "finditer", "split", "sub", "subn")


def pattern(written: str, flags: int = 0) -> re.Pattern[str]:
    """What `re.compile` gives, compiled at the first call of one of its methods."""
    return cast("re.Pattern[str]", _Later(written, flags))


class _Later:
    """Stands for a pattern; its methods become those of the compiled one."""

    def __init__(self, written: str, flags: int) -> None:
        self._written = written
        self._flags = flags

    def __getattr__(self, name: str) -> Any:
        if name not in _METHODS:
            raise AttributeError(name)
        compiled = re.compile(self._written, self._flags)
        for method in _METHODS:
            setattr(self, method, getattr(compiled, method))
        return getattr(compiled, name)
