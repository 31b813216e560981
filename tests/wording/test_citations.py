"""In-text citations (`cases/citations.yaml`) and the studies that they mean."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.evidence.base import EvidenceBase
from claimcheck.evidence.language import Language
from claimcheck.wording.citations import ReferenceReader, clean_doi
from claimcheck.wording.model import Reference
from claimcheck.wording.references import compile_references, resolve

CASES = yaml.safe_load((Path(__file__).parent / "cases" / "citations.yaml").read_text("utf-8"))


@pytest.fixture(scope="session")
def citations(language: Language) -> ReferenceReader:
    return ReferenceReader(language.data["citations"])


@pytest.mark.parametrize(("text", "found"), [case for cases in CASES.values() for case in cases])
def test_citations(citations: ReferenceReader, text: str, found: list[dict[str, Any]]) -> None:
    expected = [Reference(**{**raw, "authors": tuple(raw.get("authors", ()))}) for raw in found]
    assert list(citations.read(text)) == expected


@given(st.text(max_size=200))
def test_any_text_is_read(citations: ReferenceReader, text: str) -> None:
    for reference in citations.read(text):
        assert reference.authors or reference.doi or reference.pmid or reference.series


def test_endless_lists_of_names_are_no_citation(citations: ReferenceReader) -> None:
    assert citations.read("Aa, Bb & " * 3000 + "0 et al") == ()


def test_dois_lose_what_encloses_them() -> None:
    assert clean_doi("10.1000/ABC(1)2).,") == "10.1000/abc(1)2"


@dataclass(eq=False)
class FewStudies:
    """As much of a base as citations need."""

    language: Language
    on_claim: dict[str, list[str]] = field(default_factory=dict)
    rows: tuple[tuple[str, int, str, str, str | None, str | None], ...] = (
        ("ashby2001", 2001, "Ashby Bell", "J Touch", "10.1000/ashby", "111"),
        ("ashby2004a", 2004, "Ashby", "J Touch", None, None),
        ("ashby2004b", 2004, "Ashby Cole", "J Touch", None, None),
        ("dunne2010", 2010, "Dunne Ashby", "Cochrane Database of Systematic Reviews", None, None),
        ("elliot2013", 2013, "Elliot", "Cochrane Database Syst Rev", None, None),
    )

    def studies(self) -> Iterator[object]:
        for name, year, authors, journal, doi, pmid in self.rows:
            people = [SimpleNamespace(family=family, literal=None) for family in authors.split()]
            csl = SimpleNamespace(author=people, issued=year, DOI=doi, PMID=pmid, container_title=journal)
            yield SimpleNamespace(id=name, csl=csl)

    def section(self, name: str) -> bytes:
        raise KeyError(name)

    def lines(self, claim: str) -> list[tuple[object, None]]:
        return [(SimpleNamespace(id=name), None) for name in self.on_claim.get(claim, [])]


@pytest.fixture
def base(language: Language) -> EvidenceBase:
    return cast(EvidenceBase, FewStudies(language, {"touch-calms": ["elliot2013"]}))


@pytest.mark.parametrize(
    ("reference", "studies"),
    [
        (Reference("", doi="10.1000/ashby"), ("ashby2001",)),
        (Reference("", doi="10.1000/other"), ()),
        (Reference("", pmid="111"), ("ashby2001",)),
        (Reference("", ("Ashby",), 2001), ("ashby2001",)),
        (Reference("", ("Ashbey",), 2001), ("ashby2001",)),
        (Reference("", ("Ashby",), 2002), ("ashby2001",)),
        (Reference("", ("Ashby",), 2004), ("ashby2004a", "ashby2004b")),
        (Reference("", ("Ashby", "Cole"), 2004), ("ashby2004b",)),
        (Reference("", ("Ashby",), 2003), ()),
        (Reference("", ("Ashby",)), ()),
        (Reference("", ("Dunne",)), ("dunne2010",)),
        (Reference("", ("Bell",), 2001), ()),
        (Reference("", (), 2013, series="cochrane"), ("elliot2013",)),
        (Reference("", (), None, series="cochrane"), ("elliot2013",)),
        (Reference("", (), 1999, series="cochrane"), ()),
    ],
)
def test_resolve(base: EvidenceBase, reference: Reference, studies: tuple[str, ...]) -> None:
    assert resolve(reference, base, "touch-calms") == studies


def test_a_series_alone_is_ambiguous(base: EvidenceBase) -> None:
    assert resolve(Reference("", series="cochrane"), base) == ()


def test_references_compile_to_bytes(base: EvidenceBase) -> None:
    assert isinstance(compile_references(base), bytes)
