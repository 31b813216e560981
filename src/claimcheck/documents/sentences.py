"""Blocks -> sentences: sentencex finds the boundaries, a few rules mend what promotional copy does to them."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from claimcheck.text.patterns import pattern

#: shortened words that sentencex does not know; they end no sentence before a number or a small letter
_SHORT = pattern(
    r"\b(?i:approx|avg|ch|eps?|est|ext|fri|hrs?|incl|max|mins?|mon|nos|pp?|pt|sat|sun|tel|thurs?|tues?|vol|weds?|wks?|yrs?)\.$"
)
#: words that sentencex takes for shortened ones although they often end a sentence
_WHOLE = frozenset(("art", "etc", "fed", "id", "ill", "may", "me", "miss", "no", "ok", "op"))
_STOP = pattern(r"\.[\"'”’)]*\s+(?=[\"“‘']?(?:[A-Z][a-z'’]|[IA]\b))")
#: a line of a bibliography: names with initials, a full stop, and a year, volume or page to end with
_ENTRY = pattern(r"[A-Z][\w'’-]+,? (?:[A-Z]\.? ?){1,3}(?:[,;&(.]|and\b|et al).*\b(?:18|19|20)\d\d\b.{0,80}$", re.DOTALL)
_OPENING = "\"'“‘„«([{"
_CLOSING = "\"'”’»)]}"
#: marks hidden from sentencex, which never splits between a pair of them
_QUOTES = pattern(r"[\"“”„«»‘\n\r]|(?<!\w)'|['’](?!\w)")
_QUOTE = frozenset("\"“”„«»‘’'\n\r")
_LOUD = pattern(r"[!?]{2,}")
_INNER_END = pattern(r"[.!?…。！？][\"'”’»)\]}]*(?:\s|[^\W\d_]|\[)")
_CITED = pattern(r"\s?\[[\d,;\s–-]+\]|\d{1,3}(?:[,–-]\d{1,3})*(?=\s)")
#: a full stop, then the number of a note
_NOTED = pattern(r"\.(?<=[a-z]{2}\.)(?:\[[\d,;\s–-]+\]|\d{1,2}(?:[,–-]\d{1,2})*)\s+(?=[\"“]?[A-Z])")
#: a sentence in brackets
_BRACKETED = pattern(r"\((?<=[.!?]\s\()[A-Z][^()]{0,300}[.!?]\)\s+(?=[\"“]?[A-Z])")
#: white space forgotten between two sentences
_GLUED = pattern(r"[.!?](?=[A-Z][a-z]+\s)(?<=[a-z]{2}[.!?])")
#: a boundary that needs no second look, from four code points before it on
_SURE = pattern(r"[a-z]{2}[.!?] [A-Z]")
_EMOJI_END = pattern(
    r"(?<=\w\s)[\u2600-\u27bf\u2b50\U0001f300-\U0001faff][\s\ufe0f\u200d\u2600-\u27bf\U0001f300-\U0001faff]*"
    r"(?<=\s)(?=[\"“]?[A-Z])"
)
#: bounds on how far is looked, so that hostile text costs no more than its length
_LONGEST_ENTRY, _LONGEST_TAIL, _LONGEST_WORD, _MOST_MARKS = 600, 300, 80, 9
#: where the year of an entry stands, counted from its end
_DATED = 84
_DIGITS = frozenset("0123456789")
_ENUMERATOR = pattern(r"[\"“(]?(?:\d{1,3}|[a-zA-Z])[.)]")
_LONGEST_ENUMERATOR = 5
#: what follows goes on with the sentence: the name under a quotation, an aside in brackets
_NAMED = pattern(r"[\"'”’»][ \t\xa0]+[–—―-]\s")
_ASIDE = pattern(r"\([a-z]")
_WORD = pattern(r"\w")
_LEAD = pattern(r"[^\w\s\"'“‘„«(\[{£$€₹#@&+–—-]+\s+")


#: code points; what is longer is no sentence, and reading it whole would take too long
_LONGEST_SENTENCE = 2_000
#: so many blocks are remembered: copy repeats its boilerplate
_MOST = 2_000


@lru_cache(maxsize=_MOST)
def spans(text: str) -> tuple[tuple[int, int], ...]:
    """Start and end of each sentence of a block, white space between them left out."""
    if not _WORD.search(text):
        return ()
    if _is_whole(text):
        found = [(len(text) - len(text.lstrip()), len(text.rstrip()))]
    else:
        found = _trimmed(text, _mended(text, _boundaries(text)))
    if len(text) <= _LONGEST_SENTENCE:
        return tuple(found)
    return tuple(piece for span in found for piece in _cut(text, *span))


def _cut(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """A run of text too long for any sentence, cut between words (or, where there are none, anywhere)."""
    while end - start > _LONGEST_SENTENCE:
        at = text.rfind(" ", start + 1, start + _LONGEST_SENTENCE)
        at = start + _LONGEST_SENTENCE if at < 0 else at
        yield start, at
        start = at + (len(text[at:end]) - len(text[at:end].lstrip()))
    yield start, end


def _is_whole(text: str) -> bool:
    """One sentence, as far as can be told at once, or one entry of a bibliography."""
    if not _INNER_END.search(text) and (text.isascii() or not _EMOJI_END.search(text)):
        return True
    return len(text) < _LONGEST_ENTRY and _has_digit(text[-_DATED:]) and _ENTRY.match(text) is not None


def _has_digit(text: str) -> bool:
    return not _DIGITS.isdisjoint(text)


def _boundaries(text: str) -> list[int]:
    """Where sentences may begin, by sentencex with quotation marks hidden."""
    from sentencex import get_sentence_boundaries

    masked = _masked(text)
    found = (segment["start_index"] for segment in get_sentence_boundaries("en", masked))
    starts = {start for start in found if masked[start - 1].isspace()}  # not in www.Example.org
    starts.update(match.end() for match in _GLUED.finditer(text) if _is_prose(text, match.start()))
    starts.update(match.end() for match in _STOP.finditer(text) if _word_before(text, match.start()) in _WHOLE)
    if _has_digit(text):
        starts.update(match.end() for match in _NOTED.finditer(text))
    if "(" in text:
        starts.update(match.end() for match in _BRACKETED.finditer(text))
    if not text.isascii():
        starts.update(match.end() for match in _EMOJI_END.finditer(text))
    return sorted(starts)


def _masked(text: str) -> str:
    """The text, as long as before, without what leads sentencex astray: pairs of quotation marks, "?!"."""
    if _LOUD.search(text):
        text = _LOUD.sub(lambda run: "x" * (len(run.group()) - 1) + run.group()[-1], text)
    return text if _QUOTE.isdisjoint(text) else _QUOTES.sub(" ", text)


def _word_before(text: str, at: int) -> str:
    """The lower-cased letters before a place, five at most."""
    return text[max(at - 5, 0) : at].lower().split(" ")[-1].lstrip(_OPENING)


def _is_prose(text: str, at: int) -> bool:
    """No part of a web address or mail address."""
    word = text[max(at - _LONGEST_WORD, 0) : at].split(" ")[-1]
    return not any(mark in word for mark in "@/.") and not word.startswith("www")


def _mended(text: str, starts: Sequence[int]) -> list[int]:
    """The boundaries moved behind closing marks, and without those that cut a sentence in two."""
    bounds = [0]
    for start in starts:
        if start > bounds[-1] + 4 and _SURE.match(text, start - 4):
            bounds.append(start)
            continue
        moved = _behind_closing(text, start)
        if moved > bounds[-1] and _ends_sentence(text, bounds[-1], moved):
            bounds.append(moved)
    return [*bounds, len(text)]


def _behind_closing(text: str, start: int) -> int:
    """A boundary moved over quotation marks, citations and emoji that belong to the sentence before."""
    at = start
    while at and text[at - 1].isspace():
        at -= 1
    at -= _hidden(text, at)
    while at < len(text) and text[at] in _CLOSING:
        at += 1
    cited = _CITED.match(text, at)
    at = cited.end() if cited and at else at
    while at < len(text) and text[at].isspace():
        at += 1
    lead = None if text[at : at + 1].isalnum() else _LEAD.match(text, at)
    return lead.end() if lead and at else at


def _hidden(text: str, at: int) -> int:
    """How many opening marks before `at` belong to the sentence that follows."""
    back = 0
    while at - back > 1 and back < _MOST_MARKS and text[at - back - 1] in _OPENING and text[at - back - 2].isspace():
        back += 1
        while at > back and text[at - back - 1].isspace():
            back += 1
    return back


def _ends_sentence(text: str, first: int, at: int) -> bool:
    """Whether the piece before `at` can stand by itself."""
    first = max(first, at - _LONGEST_TAIL)
    before = text[first:at].rstrip()
    if _ASIDE.match(text, at) or _NAMED.match(text, first + len(before) - 1):
        return False
    after = text[at : at + _MOST_MARKS].lstrip(_OPENING)[:1]
    if not _WORD.search(before) or (len(before) <= _LONGEST_ENUMERATOR and _ENUMERATOR.fullmatch(before)):
        return False
    if not after or (after.islower() and before[-1] in _CLOSING):
        return False
    return not ((after.isdigit() or after.islower()) and _SHORT.search(before, max(0, len(before) - 8)))


def _trimmed(text: str, bounds: Sequence[int]) -> list[tuple[int, int]]:
    """Pieces between the bounds without white space at their ends; a piece without words joins the one before."""
    found: list[tuple[int, int]] = []
    for first, last in itertools.pairwise(bounds):
        piece = text[first:last]
        start = first + len(piece) - len(piece.lstrip())
        end = first + len(piece.rstrip())
        if _WORD.search(piece):
            found.append((start, end))
        elif found and end > start:
            found[-1] = (found[-1][0], end)
    return found
