"""A counter on standard error for long runs on a terminal."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from time import monotonic
from typing import Final

_PATIENCE: Final = 2.0


@contextmanager
def progress_bar(*, quiet: bool) -> Iterator[Callable[[int, int], None] | None]:
    """A callback for (done, total), or None where nobody would see it; the line is wiped at the end."""
    if quiet or os.environ.get("CI") or sys.stderr is None or not sys.stderr.isatty():
        yield None
        return
    started, drawn = monotonic(), False

    def draw(done: int, total: int) -> None:
        nonlocal drawn
        if monotonic() - started >= _PATIENCE:
            drawn = True
            sys.stderr.write(f"\r{done} of {total} files")
            sys.stderr.flush()

    try:
        yield draw
    finally:
        if drawn:
            sys.stderr.write("\r\x1b[K")
            sys.stderr.flush()
