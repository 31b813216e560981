"""Two bases side by side: what changed, which ratings moved and why, which sentences get another verdict."""

from __future__ import annotations

from collections.abc import Sequence

from claimcheck.curation.changes import RecordChange, changes
from claimcheck.curation.moves import Rated, RatingMove, rating_moves
from claimcheck.curation.sentences import SentenceMoves, sentence_moves
from claimcheck.evidence.model import EvidenceManifest
from claimcheck.frozen import dataclass


@dataclass(frozen=True)
class Side:
    """One of the two bases."""

    name: str
    manifest: EvidenceManifest
    digest: str
    policy: str


@dataclass(frozen=True)
class Difference:
    """All that differs; `sentences` is None where no files were given."""

    old: Side
    new: Side
    records: tuple[RecordChange, ...]
    ratings: tuple[RatingMove, ...]
    sentences: SentenceMoves | None = None

    @property
    def verdicts_moved(self) -> bool:
        """Whether a rating or a sentence's verdict is another."""
        return any(move.moved for move in self.ratings) or bool(self.sentences and self.sentences.moves)


def compare(names: tuple[str, str], old: Rated, new: Rated, inputs: Sequence[str] = ()) -> Difference:
    """Compare two bases, each with its policy; `inputs` are files, folders and globs to check by both."""
    changed = changes(old[0], new[0])
    return Difference(
        _side(names[0], old),
        _side(names[1], new),
        changed,
        rating_moves(old, new, changed),
        sentence_moves(inputs, old, new) if inputs else None,
    )


def _side(name: str, rated: Rated) -> Side:
    base, policy = rated
    return Side(name, base.manifest, base.digest, policy.stamp)
