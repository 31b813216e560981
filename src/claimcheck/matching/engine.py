"""The matcher: a document read from top to bottom, each sentence joined with what is in force."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from typing import TYPE_CHECKING

from claimcheck.documents.model import Block, BlockKind, Document, Sentence
from claimcheck.matching.answers import Answers
from claimcheck.matching.effects import is_opposed
from claimcheck.matching.ellipsis import Said
from claimcheck.matching.glance import Glance
from claimcheck.matching.manner import is_question
from claimcheck.matching.mentioned import mention_of
from claimcheck.matching.model import Match, Matching, Mention, ScorePart
from claimcheck.matching.outcomes import opens_with_verdict
from claimcheck.matching.phrasings import Alike
from claimcheck.matching.sections import HEADINGS
from claimcheck.matching.sentence import SentenceReader, is_reference
from claimcheck.matching.setting import setting_of
from claimcheck.matching.toolkit import Toolkit
from claimcheck.matching.topics import Topics
from claimcheck.text.folding import Folded

if TYPE_CHECKING:
    from collections.abc import Callable

    from claimcheck.evidence.base import EvidenceBase
    from claimcheck.matching.account import Account
    from claimcheck.matching.mentions import Reading

    Watch = Callable[[Sentence, Reading, Topics, SentenceReader], None]

_NOTHING = Matching((), ())


class Matcher:
    """Finds the known claims of a document. Made once for a base; keeps no state between documents."""

    def __init__(self, base: EvidenceBase, *, threshold: float | None = None) -> None:
        self._tools = Toolkit(base, threshold)
        self.folder = self._tools.folder

    def mentions(self, document: Document, sentence: Sentence) -> tuple[Mention, ...]:
        """What the vocabulary sees in one sentence by itself, for people who ask why."""
        folded = self.folder.fold(sentence.text)
        reading = self._tools.finder.read(folded, lambda guard: True)
        return tuple(mention_of(seen, seen.id, folded, sentence.index, context=False) for seen in reading.concepts)

    def folded(self, text: str) -> Folded:
        """The tokens of a sentence, remembered."""
        return self._tools.glance(text).folded

    def match(self, document: Document) -> Matching:
        """All claims, unlisted health claims and near misses of a document, in reading order."""
        return _together(self.stream(document))

    def stream(self, document: Document, before_each: Callable[[], None] | None = None) -> Iterator[Matching]:
        """The same sentence by sentence, for those in which anything was found: nothing of them is kept here.

        `before_each` is called before each sentence; what it raises ends the matching.
        """
        return _Pass(self._tools, document, before_each=before_each).run()

    def explain(self, document: Document) -> tuple[Matching, tuple[Account, ...]]:
        """The same with the account of each sentence."""
        from claimcheck.matching.why import Accountant

        accountant = Accountant(self._tools)
        matching = _together(_Pass(self._tools, document, accountant.note).run())
        return matching, tuple(accountant.accounts)


class _Pass:
    """One reading of one document; `watch` is told of each sentence when it was read."""

    def __init__(
        self,
        tools: Toolkit,
        document: Document,
        watch: Watch | None = None,
        before_each: Callable[[], None] | None = None,
    ) -> None:
        self._tools = tools
        self._document = document
        self._topics = Topics(document, tools.lexicon, tools.frames.subjects, tools.rules.reach)
        self._answers = Answers(tools.rules, tools.lexicon, tools.frames.lasting)
        self._watch = watch
        self._before_each = before_each
        self._said: Said | None = None

    def run(self) -> Iterator[Matching]:
        """What is found, sentence by sentence."""
        for sentence in self._document.sentences:
            if self._before_each:
                self._before_each()
            glance = self._tools.glance(sentence.text)
            self._topics.enter(sentence)
            reading = glance.reading(self._topics.near)
            if self._watch is None and self._is_mute(sentence, glance, reading):
                found = self._mute(sentence, reading)
            else:
                found = self._sentence(sentence, glance, reading)
            if found.matches or found.unlisted or found.near_misses:
                yield found

    def _is_mute(self, sentence: Sentence, glance: Glance, reading: Reading) -> bool:
        """Whether it claims nothing by itself.

        A name may be asked about or be an item of what its list is about, and a cell may judge what heads its row.
        """
        if not glance.is_mute(reading):
            return False
        kind = self._document.blocks[sentence.block].kind
        named = bool(reading.concepts) and (kind is BlockKind.LIST_ITEM or is_question(sentence.text))
        return kind is not BlockKind.TABLE_CELL and not named

    def _mute(self, sentence: Sentence, reading: Reading) -> Matching:
        """The same as `_sentence`, for one that claims nothing: it can only answer what stands before, and lend."""
        block = self._document.blocks[sentence.block]
        heading = block.kind in HEADINGS
        judging = self._judges(block, reading)
        taken = self._answers.taken_over(sentence, reading.folded, reading, heading, besides=False, judging=judging)
        found = Matching(tuple(taken), ()) if taken else _NOTHING
        if taken or heading:
            found = self._settled(sentence, reading, found, heading, lambda: is_reference(self._topics, block))
        named = self._tools.subjects.named(sentence, reading, self._topics) if reading.concepts else ()
        self._topics.note(sentence, reading, named)
        return found

    def _sentence(self, sentence: Sentence, glance: Glance, reading: Reading) -> Matching:
        block = self._document.blocks[sentence.block]
        setting = setting_of(self._tools, self._topics, block, sentence, reading, glance.layout)
        reader = SentenceReader(setting, self._said)
        found = self._settled(
            sentence,
            reading,
            self._read(sentence, glance, reading, reader),
            reader.manner.is_heading,
            lambda: reader.is_reference,
        )
        if self._watch is not None:
            self._watch(sentence, reading, self._topics, reader)
        if reader.silence.is_label():
            self._answers.label(sentence, [m for m in reader.matches() if m.score >= self._tools.threshold])
        if found.matches and reader.said.joints:
            self._said = reader.said
        self._topics.note(sentence, reading, reader.named)
        return found

    def _settled(
        self, sentence: Sentence, reading: Reading, found: Matching, heading: bool, is_reference: Callable[[], bool]
    ) -> Matching:
        """What stays of what was found: nothing in a list of references. Only then is it asked whether this is one."""
        if not (heading or found.matches or found.unlisted or found.near_misses):
            return found
        if is_reference():
            return _NOTHING
        self._answers.note(sentence, reading, found.matches, heading)
        return found

    def _read(self, sentence: Sentence, glance: Glance, reading: Reading, reader: SentenceReader) -> Matching:
        matches = [] if reader.silence.is_lead_in() else reader.matches()
        matches.extend(self._whole_phrasings(sentence, glance, reading, matches))
        kept = [match for match in matches if match.score >= self._tools.threshold]
        claimed = {match.claim for match in kept}
        heading, judging = reader.manner.is_heading, self._judges(self._document.blocks[sentence.block], reading)
        taken = self._answers.taken_over(sentence, glance.folded, reading, heading, besides=bool(kept), judging=judging)
        kept.extend(match for match in taken if match.claim not in claimed)
        near = tuple(reader.near_misses(matches, kept, self._tools.threshold))
        unlisted = None
        if not kept and reader.signs and not reader.manner.only_opens:
            unlisted = self._tools.unlisted.read(
                sentence, reading, reader.signs, reader.in_force(), reader.manner.is_fragment
            )
        return Matching(tuple(kept), (unlisted,) if unlisted else (), near)

    def _judges(self, block: Block, reading: Reading) -> bool:
        """Whether it is a cell under a head such as "Our view", or one that opens with a verdict.

        It must stand behind a cell of its row that claims something.
        """
        told = self._answers.told_in
        if block.kind is not BlockKind.TABLE_CELL or told is None:
            return False
        if not (self._topics.assesses() or opens_with_verdict(reading)):
            return False
        before = self._document.blocks[told]
        return (before.group, before.row_head) == (block.group, block.row_head)

    def _whole_phrasings(
        self, sentence: Sentence, glance: Glance, reading: Reading, matches: Sequence[Match]
    ) -> list[Match]:
        """Claims whose whole phrasing the sentence is, unless a frame found them."""
        found = {match.claim for match in matches if match.score >= self._tools.threshold}
        effects = {seen.sense for seen in reading.relations}
        return [
            _phrasing_match(sentence, reading, alike, self._tools.rules.outcome_scores["phrase"])
            for alike in glance.phrasings
            if alike.claim not in found and not is_opposed(alike.direction, effects)
        ]


def _together(found: Iterable[Matching]) -> Matching:
    parts = list(found)
    return Matching(
        tuple(chain.from_iterable(part.matches for part in parts)),
        tuple(chain.from_iterable(part.unlisted for part in parts)),
        tuple(chain.from_iterable(part.near_misses for part in parts)),
    )


def _phrasing_match(sentence: Sentence, reading: Reading, alike: Alike, worth: float) -> Match:
    """A sentence that is a known phrasing of a claim: the last word that the two share anchors the claim."""
    folded, (first, last) = reading.folded, alike.span
    start, end = folded.starts[first], folded.ends[last - 1]
    mention = Mention(alike.claim, folded.text[start:end], "phrase", sentence.index, start, end, first, last)
    relation = next((seen for seen in reading.relations if first <= seen.first and seen.last <= last), None)
    parts = (ScorePart("a known phrasing", worth), ScorePart("likeness", round((1 - worth) * alike.likeness, 2)))
    return Match(
        sentence,
        folded,
        alike.claim,
        round(sum(part.points for part in parts), 2),
        (mention,),
        (last - 1, last),
        relation=(relation.first, relation.last) if relation else None,
        parts=parts,
    )
