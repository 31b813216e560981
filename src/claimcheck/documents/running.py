"""The sentences of a document as numbers: a big one has hundreds of thousands, and most are looked at once."""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Sequence
from typing import overload

from claimcheck.documents.model import Block, Sentence
from claimcheck.documents.positions import Lines, end_of, folded
from claimcheck.documents.sentences import spans


class Sentences(Sequence[Sentence]):
    """Where each sentence stands in which block; the sentence itself is made when it is asked for."""

    def __init__(self, source: str, blocks: Sequence[Block], page_starts: Sequence[int], most: int) -> None:
        """The sentences of the blocks, `most` of them at most."""
        self._source = source
        self._all_blocks = blocks
        self._lines = Lines(source, page_starts)
        self._blocks, self._starts, self._ends = array("I"), array("I"), array("I")
        for number, block in enumerate(blocks):
            for start, end in spans(block.text)[: most - len(self._blocks)]:
                self._blocks.append(number)
                self._starts.append(start)
                self._ends.append(end)

    def __len__(self) -> int:
        return len(self._blocks)

    @overload
    def __getitem__(self, index: int) -> Sentence: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[Sentence, ...]: ...
    def __getitem__(self, index: int | slice) -> Sentence | tuple[Sentence, ...]:
        if isinstance(index, slice):
            return tuple(map(self._made, range(len(self))[index]))
        return self._made(range(len(self))[index])

    def __iter__(self) -> Iterator[Sentence]:
        return map(self._made, range(len(self)))

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sentences) and tuple(self) == tuple(other)

    def __hash__(self) -> int:
        return hash(tuple(self))

    def __repr__(self) -> str:
        return repr(tuple(self))

    def _made(self, index: int) -> Sentence:
        number, start, end = self._blocks[index], self._starts[index], self._ends[index]
        block = self._all_blocks[number]
        text, offsets = folded(block.text[start:end], block.offsets[start:end])
        last = end_of(self._source, offsets[-1], text[-1])
        return Sentence(text, number, index, offsets[0], last, offsets, self._lines)
