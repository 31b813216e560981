"""A pause between two requests to one machine."""

from __future__ import annotations

from collections.abc import Callable
from time import monotonic, sleep


class Pace:
    """Remembers when each machine was last asked."""

    def __init__(self, clock: Callable[[], float] = monotonic, wait: Callable[[float], None] = sleep) -> None:
        self._clock = clock
        self._wait = wait
        self._last: dict[str, float] = {}

    def keep(self, machine: str, pause: float) -> None:
        """Waits until the pause since the last request to this machine is over."""
        last = self._last.get(machine)
        if last is not None and (rest := last + pause - self._clock()) > 0:
            self._wait(rest)
        self._last[machine] = self._clock()
