"""What headings, lead-ins and a table's heads lend to a sentence: hedges, negations, absolutes."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from claimcheck.documents.model import Block, BlockKind, Document
from claimcheck.matching.model import Match
from claimcheck.text.folding import Folded
from claimcheck.wording.reading import Reading, SentenceReader
from claimcheck.wording.tier import Acting

#: of how many tokens, its full stop among them, a list item is a statement
_STATEMENT = 4


def lent(match: Match, document: Document, fold: Callable[[int], Folded], reader: SentenceReader) -> list[Acting]:
    """The cues that hold for the sentence from outside: of the nearest lender that has any, and of table heads."""
    nearest = next(filter(None, _lenders(match, document, fold, reader)), [])
    return [*nearest, *_heads(match, document, reader)]


def _lenders(
    match: Match, document: Document, fold: Callable[[int], Folded], reader: SentenceReader
) -> Iterator[list[Acting]]:
    states = _states(match)
    for number, index in enumerate(match.lenders):
        if number == 0 or not _is_title(document.blocks[document.sentences[index].block]):
            cues = _lend(reader.read(fold(index), index))
            yield [cue for cue in cues if not (states and cue.spec.signal == "question")]


def _states(match: Match) -> bool:
    """Whether it is a statement of its own, of which a heading cannot ask ("True or false?" / "It stops colic.")."""
    return match.sentence.text.rstrip().endswith((".", "!")) and len(match.folded) >= _STATEMENT


def _heads(match: Match, document: Document, reader: SentenceReader) -> Iterator[Acting]:
    """What the heads of a table cell's column and row lend to it; a cell that answers them does not ask."""
    answers = match.asks_for is not None
    block = document.blocks[match.sentence.block]
    if block.kind is BlockKind.TABLE_CELL:
        for head in (block.column_head, block.row_head):
            if head and head != block.text:
                cues = _lend(reader.read(reader.folder.fold(head), match.sentence.index))
                yield from (cue for cue in cues if not (answers and cue.spec.signal == "question"))


def _lend(reading: Reading) -> list[Acting]:
    """A lender's cues of list scope, from its last clause that has any; a question only asks."""
    cues = reading.tier_cues(reading.everything(), lent=True)
    lending = [cue for cue in cues if cue.spec.list_scope]
    if any(cue.spec.signal == "question" for cue in cues):
        lending = [cue for cue in lending if cue.spec.signal == "question"]
    last = max((reading.clauses.of[cue.first] for cue in lending), default=0)
    return [cue for cue in lending if reading.clauses.of[cue.first] == last]


def _is_title(block: Block) -> bool:
    """Whether a block names the whole page; what is nearer says more about its lists."""
    return block.kind is BlockKind.TITLE or (block.kind is BlockKind.HEADING and block.level == 1)
