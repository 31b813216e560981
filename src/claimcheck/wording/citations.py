"""In-text citations: names and years, identifiers, and review series that are cited by name."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from claimcheck.wording.model import Reference

_PARTICLE = r"(?:(?:[Vv]an|[Vv]on|[Dd]e|[Dd]er|[Dd]en|[Ll]a|[Ll]e|[Dd]i|[Dd]a|[Ee]l)\s+){0,2}"
_NAME = rf"{_PARTICLE}[A-ZÀ-ÖØ-Þ][^\W\d_]*(?:['’][A-Z][^\W\d_]+|-[A-ZÀ-Þa-z][^\W\d_]+)*"
_YEAR = r"(?:18|19|20)\d\d"
_DOI = re.compile(r"\b10\.\d{4,9}/[^\s\"<>;]+", re.IGNORECASE)
_PMID = re.compile(r"(?:\bPMID:?\s*|pubmed\.ncbi\.nlm\.nih\.gov/|/pubmed/)(\d{1,8})\b", re.IGNORECASE)
_SPLIT = re.compile(r",\s*(?:&|and)\s+|\s+(?:&|and)\s+|,\s*")
#: what stands between a series' name and the authors of the very review
_BESIDE = 3

Found = tuple[int, int, Reference]


class ReferenceReader:
    """Finds the citations of a text by a language's citation words."""

    def __init__(self, data: object) -> None:
        self._data: Mapping[str, Any] | None = data if isinstance(data, Mapping) else None
        series = [word for entry in (self._data or {}).get("series", {}).values() for word in entry["words"]]
        self._others = frozenset([*(self._data or {}).get("not_authors", ()), *series])
        self._compiled: tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]] | None = None

    def read(self, text: str) -> tuple[Reference, ...]:
        """The citations of a sentence, in order; identifiers stand for themselves."""
        if self._data is None:
            return ()
        found = [*_identifiers(text), *self._named(text)]
        found.extend(self._series(text, found))
        return tuple(reference for _, _, reference in sorted(found, key=lambda item: item[:2]))

    def _patterns(self) -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
        """Patterns for authors with a year, authors without one, and series; made when first needed."""
        if self._compiled is None:
            assert self._data is not None
            others = rf"(?:,?\s+(?:{_either(self._data['colleagues'])})\b\.?)"
            works = _either(self._data["works"])
            names = rf"{_NAME}(?:(?:,?\s+(?:&|and)\s+|,\s*){_NAME})*"
            series = _either([word for entry in self._data["series"].values() for word in entry["words"]])
            self._compiled = (
                re.compile(rf"(?P<names>{names})(?P<others>{others})?[,:.]?\s*(?P<open>\()?(?P<year>{_YEAR})[a-z]?\b"),
                re.compile(rf"(?P<names>{names})(?:(?P<others>{others})|['’]s?\s+(?:[\w-]+\s+)?(?:{works})\b)"),
                re.compile(
                    rf"(?:\b(?P<before>{_YEAR})\s+)?\b(?P<series>{series})\b(?:\s+(?:[\w-]+\s+)?(?:{works})\b)?"
                    rf"(?:\s*[,(]\s*(?P<after>{_YEAR})\b)?",
                    re.IGNORECASE,
                ),
            )
        return self._compiled

    def _named(self, text: str) -> Iterator[Found]:
        with_year, without, _ = self._patterns()
        taken: list[tuple[int, int]] = []
        for match in with_year.finditer(text):
            authors = self._authors(match["names"])
            sure = match["open"] or match["others"] or len(authors) > 1 or _bracketed(text, match.start())
            if authors and sure:
                taken.append(match.span())
                yield *match.span(), Reference(_text(match), authors, int(match["year"]))
        for match in without.finditer(text):
            authors = self._authors(match["names"])
            if authors and not any(start < match.end() and match.start() < end for start, end in taken):
                yield *match.span(), Reference(_text(match), authors)

    def _authors(self, names: str) -> tuple[str, ...]:
        """The family names of a list; none if one of them is no name ("May", "Cochrane")."""
        authors = [name.strip() for name in _SPLIT.split(names) if len(name) > 1]
        return () if any(name.casefold() in self._others for name in authors) else tuple(authors)

    def _series(self, text: str, found: Sequence[Found]) -> Iterator[Found]:
        """Reviews cited by the name of their series, unless their authors are named beside it."""
        for match in self._patterns()[2].finditer(text):
            if any(start < match.end() + _BESIDE and match.start() < end for start, end, _ in found):
                continue
            year = match["before"] or match["after"]
            series = match["series"].casefold()
            yield *match.span(), Reference(_text(match), (), int(year) if year else None, series=series)


def _identifiers(text: str) -> Iterator[Found]:
    for match in _DOI.finditer(text):
        doi = clean_doi(match.group())
        yield match.start(), match.start() + len(doi), Reference(doi, doi=doi)
    for match in _PMID.finditer(text):
        yield *match.span(), Reference(match.group(), pmid=match[1])


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
