"""In-text citations: names and years, identifiers, and review series that are cited by name."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from typing import Any

from claimcheck.text.patterns import pattern
from claimcheck.wording.model import Reference

_PARTICLE = r"(?:(?:[Vv]an|[Vv]on|[Dd]e|[Dd]er|[Dd]en|[Ll]a|[Ll]e|[Dd]i|[Dd]a|[Ee]l)\s+){0,2}"
_NAME = rf"{_PARTICLE}[A-ZÀ-ÖØ-Þ][^\W\d_]{{0,40}}(?:['’][A-Z][^\W\d_]+|-[^\W\d_]+){{0,3}}"
_NAMES = rf"{_NAME}(?:(?:,?\s+(?:&|and)\s+|,\s*){_NAME}){{0,30}}"
_SPLIT = r",\s*(?:&|and)\s+|\s+(?:&|and)\s+|,\s*"
_YEAR = r"(?:18|19|20)\d\d"
_DOI = r"\b10\.\d{4,9}/[^\s\"<>;]+"
_PMID = r"(?i)(?:\bPMID:?\s*|pubmed\.ncbi\.nlm\.nih\.gov/|/pubmed/)(\d{1,8})\b"
_YEARS = pattern(_YEAR)
#: what stands between a series' name and the authors of the very review
_BESIDE = 3

Found = tuple[int, int, Reference]


class ReferenceReader:
    """Finds the citations of a text by a language's citation words (none without them)."""

    def __init__(self, data: object) -> None:
        words: Mapping[str, Any] = data if isinstance(data, Mapping) else {}
        self._series_words = [word for entry in words.get("series", {}).values() for word in entry["words"]]
        self._others = frozenset([*words.get("not_authors", ()), *self._series_words])
        self._works: Sequence[str] = words.get("works", ())
        self._colleagues: Sequence[str] = words.get("colleagues", ())

    def read(self, text: str) -> tuple[Reference, ...]:
        """The citations of a sentence, in order; identifiers stand for themselves."""
        if not self._colleagues:
            return ()
        found = [*_identifiers(text), *self._dated(text)]
        found.extend(self._undated(text, found))
        found.extend(self._series(text, found))
        return tuple(reference for _, _, reference in sorted(found, key=lambda item: item[:2]))

    @cached_property
    def _dated_pattern(self) -> re.Pattern[str]:
        others = rf"(?P<others>,?\s+(?:{_either(self._colleagues)})\b\.?)?"
        return re.compile(rf"(?P<names>{_NAMES}){others}[,:.]?\s*(?P<open>\()?(?P<year>{_YEAR})[a-z]?\b(?(open)\)?)")

    @cached_property
    def _undated_pattern(self) -> re.Pattern[str]:
        others = rf",?\s+(?:{_either(self._colleagues)})\b\.?"
        return re.compile(rf"(?P<names>{_NAMES})(?:{others}|['’]s?\s+(?:[\w-]+\s+)?(?:{_either(self._works)})\b)")

    @cached_property
    def _series_pattern(self) -> re.Pattern[str]:
        works = rf"(?:\s+(?:[\w-]+\s+)?(?:{_either(self._works)})\b)?"
        before, after = rf"(?:\b(?P<before>{_YEAR})\s+)?", rf"(?:\s*[,(]\s*(?P<after>{_YEAR})\b)?"
        return re.compile(rf"{before}\b(?P<series>{_either(self._series_words)})\b{works}{after}", re.IGNORECASE)

    def _dated(self, text: str) -> Iterator[Found]:
        """Authors with a year; a lone name needs brackets, so that a place or a product is none."""
        if not _YEARS.search(text):
            return
        for match in self._dated_pattern.finditer(text):
            authors = self._authors(match["names"])
            sure = match["open"] or match["others"] or len(authors) > 1 or _bracketed(text, match.start())
            if authors and sure:
                yield *match.span(), Reference(_text(match), authors, int(match["year"]))

    def _undated(self, text: str, found: Sequence[Found]) -> Iterator[Found]:
        """Authors without a year ("Onozawa's trial", "Bennett and colleagues")."""
        if not _holds_any(text, self._colleagues) and not _holds_any(text, self._works):
            return
        for match in self._undated_pattern.finditer(text):
            authors = self._authors(match["names"])
            if authors and not any(start < match.end() and match.start() < end for start, end, _ in found):
                yield *match.span(), Reference(_text(match), authors)

    def _authors(self, names: str) -> tuple[str, ...]:
        """The family names of a list; none if one of them is no name ("May", "Cochrane")."""
        authors = [name.strip() for name in re.split(_SPLIT, names) if len(name) > 1]
        return () if any(name.casefold() in self._others for name in authors) else tuple(authors)

    def _series(self, text: str, found: Sequence[Found]) -> Iterator[Found]:
        """Reviews cited by the name of their series, unless their authors are named beside it."""
        if not _holds_any(text.casefold(), self._series_words):
            return
        for match in self._series_pattern.finditer(text):
            if any(start < match.end() + _BESIDE and match.start() < end for start, end, _ in found):
                continue
            year = match["before"] or match["after"]
            series = match["series"].casefold()
            yield *match.span(), Reference(_text(match), (), int(year) if year else None, series=series)


def _identifiers(text: str) -> Iterator[Found]:
    if "10." in text:
        for match in re.finditer(_DOI, text, re.IGNORECASE):
            doi = clean_doi(match.group())
            yield match.start(), match.start() + len(doi), Reference(doi, doi=doi)
    lower = text.casefold()
    if "pmid" in lower or "pubmed" in lower:
        for match in re.finditer(_PMID, text):
            yield *match.span(), Reference(match.group(), pmid=match[1])


def _holds_any(text: str, words: Sequence[str]) -> bool:
    return any(word in text for word in words)


def clean_doi(doi: str) -> str:
    """A DOI in lower case, without what encloses it in a text."""
    doi = doi.casefold().rstrip(".,:'’”")
    while doi.endswith(")") and doi.count("(") < doi.count(")"):
        doi = doi[:-1].rstrip(".,")
    return doi


def _bracketed(text: str, at: int) -> bool:
    """Whether a place lies inside round brackets."""
    return text.rfind("(", 0, at) > text.rfind(")", 0, at)


def _text(match: re.Match[str]) -> str:
    return match.group().strip(" ,;:([")


def _either(words: Sequence[str]) -> str:
    return "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in sorted(words, key=len, reverse=True))
