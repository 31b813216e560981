"""What a section has said so far, and what its sentences can lend."""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from claimcheck.documents.model import Block, BlockKind, Sentence
from claimcheck.matching.clauses import JOINING
from claimcheck.matching.lexicon import Lexicon
from claimcheck.matching.mentions import Reading, Seen
from claimcheck.matching.owners import people_of
from claimcheck.text.patterns import pattern

HEADINGS = (BlockKind.TITLE, BlockKind.HEADING)
#: a title stands above every heading
_TITLE_LEVEL = 0
#: how many sentences back a guard or a condition may look
RECENT = 4
#: the width of "for"
_FOR = 1
#: a heading of so few tokens is about whom it names
_CURT = 4
_NUMBERED = pattern(r"(?i)\W*(?:(?:part|step|chapter|section|no)\W+)?\d{1,2}(?:[.):]|\W*[–—-])\s*\w")


class Lender(NamedTuple):
    """A sentence that lends: its reading, what of it may be lent, and whether it names a rival."""

    sentence: Sentence
    reading: Reading
    subjects: tuple[Seen, ...]
    populations: tuple[str, ...]
    owner: str | None
    effect: str | None
    rival: bool


class Section:
    """A heading with what stands below it: the last sentences, and those that name a subject or a population."""

    def __init__(self, level: int, heading: Lender | None) -> None:
        self.level = level
        self.heading = heading
        self.rival = heading is not None and heading.rival
        self.recent: deque[Lender] = deque(maxlen=RECENT)
        self.naming: list[Lender] = []
        self.peopled: list[Lender] = []

    def add(self, lender: Lender) -> None:
        """Takes in a sentence of the section."""
        self.recent.append(lender)
        self.rival = self.rival or lender.rival
        if lender.subjects:
            self.naming.append(lender)
        if lender.populations:
            self.peopled.append(lender)

    def within(self, lenders: list[Lender], sentence: Sentence, reach: int) -> Iterator[Lender]:
        """The lenders at most `reach` sentences back, nearest first."""
        for lender in reversed(lenders):
            if sentence.index - lender.sentence.index > reach:
                return
            yield lender


def level_of(block: Block) -> int:
    """The level of a heading; a title stands above all."""
    return _TITLE_LEVEL if block.kind is BlockKind.TITLE else block.level or 1


def is_numbered(heading: str) -> bool:
    """Whether a heading begins with a number ("3. Massage", "2) Sleep", "Step 4")."""
    return bool(_NUMBERED.match(heading))


def one_sided(populations: tuple[str, ...], lexicon: Lexicon) -> tuple[str, ...]:
    """Populations without those of one sort that stand side by side ("for mums and dads" singles out neither)."""
    if len(populations) < 2:
        return populations
    concepts = lexicon.concepts
    narrow = [p for p in populations if not any(p in concepts[other].broader for other in populations)]
    owners = Counter(concepts[p].owner for p in dict.fromkeys(narrow))
    return tuple(p for p in populations if not concepts[p].owner or owners[concepts[p].owner] < 2)


def _benefits(person: Seen, reading: Reading) -> bool:
    """Whether a heading or lead-in is about somebody's good ("For you", "helps mums"), and does not address them."""
    serves = any(mark.id == "benefiting" and mark.last == person.first for mark in reading.marks)
    after = reading.folded.surfaces[person.last : person.last + 1]
    return serves or after in ([], [":"]) or len(reading.folded) <= _CURT


def _attending(people: Sequence[Seen], reading: Reading, lexicon: Lexicon) -> list[Seen]:
    """Who may come: the people right after "massage for", and those joined to them ("for mums and dads")."""
    coming: list[Seen] = []
    ends = {seen.last + _FOR for seen in reading.concepts if lexicon.concepts[seen.id].acts}
    surfaces = reading.folded.surfaces
    for person in people:
        if person.first in ends or (coming and JOINING.issuperset(surfaces[coming[-1].last : person.first])):
            coming.append(person)
    return coming


def owner_of(reading: Reading, lexicon: Lexicon) -> str | None:
    """Whose outcomes a heading or lead-in speaks of, if it names only one side and does not merely report."""
    if not reading.marks or any(mark.id == "reporting" for mark in reading.marks):
        return None
    people = sorted(people_of(reading, lexicon), key=lambda mark: mark.first)
    attending = _attending(people, reading, lexicon)
    owners = {mark.sense for mark in people if mark not in attending and _benefits(mark, reading)}
    return owners.pop() if len(owners) == 1 else None
