"""Sentences that only answer a question or judge what was just said take over the claims before them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from claimcheck.documents.model import Sentence
from claimcheck.matching.clauses import speech
from claimcheck.matching.lexicon import Lexicon
from claimcheck.matching.manner import is_question
from claimcheck.matching.mentions import Reading, Seen
from claimcheck.matching.model import Match, Mention, ScorePart
from claimcheck.matching.rules import Rules
from claimcheck.text.folding import Folded

#: an answer stands right after its question; a comment may skip one sentence
_ANSWER_REACH, _COMMENT_REACH = 1, 2
#: a sentence of so few tokens after a question answers it, whatever its words
_CURT = 5
#: one of so few that names nothing answers if a word of it does
_SHORT = 16


class Answers:
    """Remembers the last sentence that made claims, and whether it asked."""

    def __init__(self, rules: Rules, lexicon: Lexicon, lasting: Callable[[str], str]) -> None:
        """`lasting` gives for a claim its sibling about lasting effects, or the claim itself."""
        self._rules = rules
        self._lexicon = lexicon
        self._lasting = lasting
        self._last: tuple[Match, ...] = ()
        self._at = -10
        self._asked = self._heard = False

    @property
    def told_in(self) -> int | None:
        """The block of the sentence that claimed last, unless it only answered."""
        return self._last[0].sentence.block if self._last and self._last[0].asks_for is None else None

    def note(self, sentence: Sentence, reading: Reading, matches: Sequence[Match], heading: bool) -> None:
        """Takes in a sentence with the claims it made; one may ask in other words ("I'm often asked whether ...")."""
        if matches:
            ids = {mark.id for mark in reading.marks}
            self._last, self._at = tuple(matches), sentence.index
            self._asked = is_question(sentence.text) or "inquiring" in ids
            self._heard = "hearsay" in ids
        elif heading:
            self._last = ()

    def label(self, sentence: Sentence, matches: Sequence[Match]) -> None:
        """Takes in a sentence that only names of what the next one speaks, and may say yes or no."""
        if matches:
            self._last, self._at, self._asked, self._heard = tuple(matches), sentence.index, False, True

    def taken_over(
        self, sentence: Sentence, folded: Folded, reading: Reading, heading: bool, *, besides: bool, judging: bool
    ) -> list[Match]:
        """The claims that this sentence makes by answering or commenting; none for a heading.

        `besides` claims of its own a sentence answers only if it opens with the answer, and comments on nothing. One
        that is there for `judging` what stands before it answers in any words.
        """
        distance = sentence.index - self._at
        if heading or not self._last or not len(folded):
            return []
        answer = self._answer(sentence, folded, reading, besides=besides, judging=judging)
        if answer and distance <= _ANSWER_REACH:
            return [self._carry(match, sentence, folded, answer, "answer", self._at) for match in self._last]
        if besides:
            return []
        lasts = any(mark.id == "time" and mark.sense == "long" for mark in reading.marks)
        said_of = self._longer() if lasts else self._last
        weighed = self._weighed(reading, lasts=lasts) if distance <= _ANSWER_REACH else None
        if weighed:
            return [self._carry(match, sentence, folded, weighed, "comment", None) for match in said_of]
        comment = next((m for m in reading.marks if m.id == "comment" or self._judges(m, folded)), None)
        if not self._asked and comment and distance <= _COMMENT_REACH:
            judged = self._at if self._judges(comment, folded) else None
            return [self._carry(match, sentence, folded, comment, "comment", judged) for match in said_of]
        return []

    def _weighed(self, reading: Reading, *, lasts: bool) -> Seen | None:
        """The words that weigh research on what was just said ("the better trials don't find a difference").

        Or, where it says whether something lasts, those for the effect ("that lift wears off").
        """
        if self._names(reading):
            return None
        research = any(mark.id == "research" for mark in reading.marks)
        sorts = [sort for sort, told in (("effects", lasts), ("weighing", research)) if told]
        return next((mark for mark in reading.marks if mark.id in sorts), None)

    def _longer(self) -> list[Match]:
        """The last claims as claims about lasting effects: those of which the base has one, or else all."""
        longer = [replace(match, claim=self._lasting(match.claim), time_class="long") for match in self._last]
        return [new for new, old in zip(longer, self._last, strict=True) if new.claim != old.claim] or longer

    def _judges(self, mark: Seen, folded: Folded) -> bool:
        """Whether the sentence opens with a word such as "myth" or an echo ("It doesn't."), or is no more."""
        if mark.id not in ("echo", "judgement"):
            return False
        announces = folded.surfaces[mark.last : mark.last + 1] == [":"]  # "Myth: ..." is of what follows
        opens = mark.first <= _opening(folded) and _is_parted(mark, folded) and not announces
        return opens or (mark.id == "judgement" and len(folded) <= _CURT)

    def _answer(
        self, sentence: Sentence, folded: Folded, reading: Reading, *, besides: bool, judging: bool
    ) -> Seen | None:
        """The words that answer what was asked, heard or stands there to be judged."""
        if judging and not besides:
            return _whole(folded)
        if not self._asked:
            return self._retort(folded, reading) if self._heard and not is_question(folded.text) else None
        opening = _first_words(reading, folded)
        return opening if opening or besides else self._reply(sentence, folded, reading)

    def _reply(self, sentence: Sentence, folded: Folded, reading: Reading) -> Seen | None:
        """The words of a short sentence that answer a question wherever they stand, or the whole of a curt one.

        One right behind the question, in its block, answers in any few words that name nothing.
        """
        short = len(folded) <= _SHORT
        telling = next((mark for mark in reading.marks if mark.id == "answering"), None)
        if telling and short and not reading.concepts:
            return telling
        if is_question(folded.text):
            return None
        personal = any(mark.id == "owner" for mark in reading.marks)
        curt = len(folded) <= _CURT and not reading.concepts and not personal
        goes_on = sentence.block == self._last[0].sentence.block and short and not self._names(reading)
        return _whole(folded) if curt or goes_on else None

    def _retort(self, folded: Folded, reading: Reading) -> Seen | None:
        """The words that say yes or no to hearsay.

        What begins with a pronoun or names something must end there, else it goes on with something of its own ("It
        doesn't mention the price."); behind who speaks any words that answer will do.
        """
        opening, names = _first_words(reading, folded), self._names(reading)
        if opening:
            stands_for = any(mark.id == "pronouns" and mark.first == opening.first for mark in reading.marks)
            return opening if _is_parted(opening, folded) or not (names or stands_for) else None
        spoken = speech(folded) > 0 and len(folded) <= _SHORT and not reading.concepts
        return next((mark for mark in reading.marks if spoken and mark.id == "answering"), None)

    def _names(self, reading: Reading) -> bool:
        """Whether it names what acts or is acted on."""
        return any(self._lexicon.concepts[seen.id].kind != "population" for seen in reading.concepts)

    def _carry(
        self, match: Match, sentence: Sentence, folded: Folded, mark: Seen, kind: str, asks_for: int | None
    ) -> Match:
        """The earlier match as this sentence's own; all its concepts are loans."""
        parts = (
            ScorePart(f"outcome: {kind}", self._rules.outcome_scores["list"]),
            ScorePart(f"subject: {kind}", self._rules.subject_scores[kind]),
        )
        return replace(
            match,
            sentence=sentence,
            folded=folded,
            score=round(sum(part.points for part in parts), 2),
            mentions=tuple(_lent(mention) for mention in match.mentions),
            anchor=(mark.first, mark.last),
            subject=None,
            relation=None,
            lenders=(),
            asks_for=asks_for,
            parts=parts,
        )


def _whole(folded: Folded) -> Seen:
    return Seen("answer", "", 0, len(folded))


def _first_words(reading: Reading, folded: Folded) -> Seen | None:
    """The answer with which a sentence opens ("Yes", "it might")."""
    return next((mark for mark in reading.marks if mark.id == "answer" and mark.first <= _opening(folded)), None)


def _opening(folded: Folded) -> int:
    """The last token at which an answer may open: the second of what is said."""
    return speech(folded) + 1


def _is_parted(mark: Seen, folded: Folded) -> bool:
    """Whether nothing or a mark follows."""
    return not any(surface[0].isalnum() for surface in folded.surfaces[mark.last :][:1])


def _lent(mention: Mention) -> Mention:
    return replace(mention, via="context")
