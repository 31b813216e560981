"""Figures in a sentence, normalised: percentages, shares, factors, amounts. Ages, dates, prices and doses are none."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from claimcheck.wording.model import Number
from claimcheck.wording.number_words import NumberWords, Quantity, bare, tokens

#: tokens after a figure in which a word of change still belongs to it ("an hour of extra sleep")
_NEAR = 2
#: what stands after "in" may be a year
_YEARS = range(1900, 2101)

Found = tuple[Number, int]


class NumberReader:
    """Finds the figures of a text by a language's number words."""

    def __init__(self, data: object) -> None:
        self._words = NumberWords(data) if isinstance(data, Mapping) else None

    def read(self, text: str, clause: tuple[int, int]) -> tuple[Number, ...]:
        """The figures that stand in the clause (code point offsets into the text)."""
        if self._words is None:
            return ()
        start, end = clause
        sentence = _Figures(text, self._words)
        return tuple(number for first, number in sentence.numbers() if start <= first < end)


class _Figures:
    """One text's tokens while its figures are read."""

    def __init__(self, text: str, words: NumberWords) -> None:
        self._text = text
        self._words = words
        self._tokens = tokens(text)

    def numbers(self) -> Iterator[tuple[int, Number]]:
        """Each figure with its offset."""
        at = 0
        while at < len(self._tokens):
            found = self._figure(at) if self._words.begins(self._tokens[at].word) else None
            if found is None:
                at += 1
                continue
            number, after = found
            yield self._tokens[at].start, number
            at = max(after, at + 1)

    # --- parts ------------------------------------------------------------------------------------------------------

    def _word(self, at: int) -> str:
        return self._tokens[at].word if 0 <= at < len(self._tokens) else ""

    def _is(self, kind: str, at: int) -> bool:
        return at >= 0 and self._words.among(kind, self._tokens, at) > 0

    def _slice(self, first: int, after: int) -> str:
        return self._text[self._tokens[first].start : self._tokens[after - 1].end]

    def _quantity(self, at: int) -> Quantity | None:
        """The number or range that begins at a token."""
        low = self._words.value(self._word(at))
        if low is None or self._is("currency", at - 1):
            return None
        first_end = at + 1 + self._words.among("percent", self._tokens, at + 1)
        joined = self._is("range", first_end) or (self._word(first_end) == "and" and self._is("range_and", at - 1))
        high = self._words.value(self._word(first_end + 1)) if joined else None
        if high is None or high < low:
            return Quantity(low, low, at, at + 1)
        return Quantity(low, high, at, first_end + 2)

    def _change(self, first: int, after: int, *, by: bool = True) -> bool:
        """Whether a figure says how much more or less there is; `by` figures do ("by half")."""
        near = range(after, min(after + _NEAR + 1, len(self._tokens)))
        beside = any(self._is(kind, at) for kind in ("more", "less") for at in (first - 1, *near))
        return beside or (by and any(self._is("by", first - width) for width in (1, 2)))

    def _figure(self, at: int) -> Found | None:
        """The figure that begins at a token, and where it ends."""
        return self._fraction(at) or self._verb(at) or self._counted(at)

    # --- figures ----------------------------------------------------------------------------------------------------

    def _fraction(self, at: int) -> Found | None:
        """ "half of", "a third of", "by two thirds"."""
        count = self._words.value(self._word(at)) or (1.0 if self._is("articles", at) else None)
        place = at if count is None else at + 1
        part = self._words.fractions.get(self._word(place))
        if part is None or not (self._is("fraction_before", at - 1) or self._is("fraction_after", place + 1)):
            return None
        share = round((count or 1.0) * part, 3)
        change = self._is("compared", place + 1) or self._change(at, place + 1)
        return Number(self._slice(at, place + 1), "share", share, share, change=change), place + 1

    def _verb(self, at: int) -> Found | None:
        """ "doubles the risk", "twice as likely", "halves"."""
        word = self._word(at)
        share, factor = self._words.cuts.get(word), self._words.factors.get(word)
        if share is not None:
            return Number(self._slice(at, at + 1), "share", share, share, change=True), at + 1
        if factor is None or self._is("factor_not_before", at + 1):
            return None
        return Number(self._slice(at, at + 1), "times", float(factor), float(factor)), at + 1

    def _counted(self, at: int) -> Found | None:
        """A figure that begins with a number, or with an article that stands for one ("an hour more")."""
        quantity = self._quantity(at)
        if quantity is None:
            single = Quantity(1.0, 1.0, at, at + 1)
            return self._amount(single) if self._is("articles", at) else None
        return self._percent(quantity) or self._share(quantity) or self._times(quantity) or self._amount(quantity)

    def _percent(self, quantity: Quantity) -> Found | None:
        width = self._words.among("percent", self._tokens, quantity.after)
        after = quantity.after + width
        if not width or self._is("percent_not_before", after):
            return None
        change = self._change(quantity.first, after)
        return Number(self._slice(quantity.first, after), "percent", quantity.low, quantity.high, change=change), after

    def _share(self, quantity: Quantity) -> Found | None:
        """ "1 in 10", "four cases in every ten"."""
        for at in (quantity.after, quantity.after + 1):
            width = self._words.among("out_of", self._tokens, at)
            base = self._words.value(self._word(at + width)) if width else None
            if base is None or base <= quantity.high or (width == 1 and base in _YEARS):
                continue
            after = at + width + 1
            if self._is("share_not_before", after):
                return None
            low, high = round(quantity.low / base, 4), round(quantity.high / base, 4)
            return Number(self._slice(quantity.first, after), "share", low, high), after
        return None

    def _times(self, quantity: Quantity) -> Found | None:
        at = quantity.after
        if not (self._is("times", at) and self._is("factor_after", at + 1)):
            return None
        return Number(self._slice(quantity.first, at + 1), "times", quantity.low, quantity.high), at + 1

    def _amount(self, quantity: Quantity) -> Found | None:
        """A weight or length, or a span of time that is a change; with its rate ("grams a day")."""
        unit = quantity.after + (self._is("more", quantity.after) or self._is("less", quantity.after))
        span, long = self._is("spans", unit), self._is("long_spans", unit)
        if not (span or long or self._is("units", unit)):
            return None
        after = unit + 1
        if self._is("per", after) and self._is("spans", after + 1):
            after += 2
        change = unit > quantity.after or self._change(quantity.first, after, by=not long)
        if (span or long) and not change:
            return None
        written = bare(self._slice(unit, after))
        return Number(self._slice(quantity.first, after), "amount", quantity.low, quantity.high, written, change), after
