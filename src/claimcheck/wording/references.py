"""In-text citations."""

from __future__ import annotations

from claimcheck.wording.model import Reference


class ReferenceReader:
    """Finds citations in a text."""

    def __init__(self, data: object) -> None:
        self._data = data

    def read(self, text: str) -> tuple[Reference, ...]:
        """The citations of a sentence."""
        return ()
