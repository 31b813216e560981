"""Short forms spelled out ("don't" -> do, not), so that a cue is written once."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from claimcheck.text.folding import Folded, Folder

Contractions = Mapping[str, tuple[str, ...]]


class Spelled(NamedTuple):
    """A sentence with its short forms spelled out; `places[i]` is where token `i` of the original now begins."""

    words: Folded
    places: list[int] | None = None

    def place(self, token: int) -> int:
        """Where an original token (or the end of a span) stands now."""
        return token if self.places is None else self.places[token]


def spell_out(folded: Folded, contractions: Contractions, folder: Folder) -> Spelled:
    """The same sentence without short forms; the parts of one share its place in the text."""
    if not any(surface in contractions for surface in folded.surfaces):
        return Spelled(folded)
    words = Folded(folded.text, [], [], [], [])
    places = []
    located = bool(folded.starts)
    for number, surface in enumerate(folded.surfaces):
        places.append(len(words.surfaces))
        parts = contractions.get(surface)
        pairs = [folder.word(part) for part in parts] if parts else [(surface, folded.norms[number])]
        for part, norm in pairs:
            words.surfaces.append(part)
            words.norms.append(norm)
            if located:
                words.starts.append(folded.starts[number])
                words.ends.append(folded.ends[number])
    places.append(len(words.surfaces))
    return Spelled(words, places)
