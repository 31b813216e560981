"""Bounds on what one document may cost, so that a hostile one ends in a clean error."""

from __future__ import annotations

from time import monotonic

from claimcheck.errors import InputError

#: the largest document that is read, in bytes
MAX_BYTES = 20_000_000
#: the longest time that parsing one document may take, in seconds; honest ones of full size stay far below
MAX_SECONDS = 60.0
#: steps between two looks at the clock
_STRIDE = 256


class Deadline:
    """Stops a parser that a document has sent into endless work."""

    def __init__(self, path: str, seconds: float = MAX_SECONDS) -> None:
        self._path = path
        self._seconds = seconds
        self._end = monotonic() + seconds
        self._steps = 0

    def step(self) -> None:
        """Counts one step of a parser. Raises InputError when the time is over."""
        self._steps += 1
        if self._steps % _STRIDE == 0 and monotonic() > self._end:
            raise InputError(
                f"not read within {self._seconds:.0f} seconds; its markup may be broken or built to be slow",
                path=self._path,
            )
