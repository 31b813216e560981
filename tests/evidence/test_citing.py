from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from claimcheck.evidence.base import EvidenceBase
from claimcheck.evidence.model import Author, Csl, Study
from claimcheck.evidence.references import doi_url, full_reference, short_reference

DOE, ROE, BODY = Author("Doe", "Jane"), Author("Roe", "R. C."), Author(literal="Vitamin Z Group")

SHORT = [
    ((DOE,), "Doe 2020"),
    ((DOE, ROE), "Doe and Roe 2020"),
    ((DOE, ROE, BODY), "Doe et al. 2020"),
    ((BODY,), "Vitamin Z Group 2020"),
    ((DOE, Author(literal="et al.")), "Doe et al. 2020"),
    ((Author(given="Madonna"),), "Madonna 2020"),
    ((), "2020"),
]

FULL: list[tuple[dict[str, Any], str]] = [
    (
        {"author": (DOE, ROE, BODY), "volume": "63", "issue": "1-3", "page": "1-10", "DOI": "10.5555/z.1"},
        "Doe Jane, Roe R. C., Vitamin Z Group (2020). A made-up trial. Journal of Nothing 63(1-3), 1-10. "
        "https://doi.org/10.5555/z.1",
    ),
    ({"author": (DOE,) * 7, "volume": "2"}, f"{'Doe Jane, ' * 6}et al. (2020). A made-up trial. Journal of Nothing 2."),
    ({"title": "Does it work?", "PMID": "12"}, "Doe Jane (2020). Does it work? Journal of Nothing. PMID 12"),
    (
        {"container_title": None, "publisher": "Nowhere Press", "URL": "https://example.org"},
        "Doe Jane (2020). A made-up trial. Nowhere Press. https://example.org",
    ),
    ({"author": (), "container_title": None}, "(2020). A made-up trial."),
]


def study(small: EvidenceBase, **changes: Any) -> Study:
    csl = Csl("article-journal", "A made-up trial", (DOE,), 2020, container_title="Journal of Nothing")
    return replace(small.study("doe2020"), csl=replace(csl, **changes))


@pytest.mark.parametrize(("authors", "reference"), SHORT)
def test_short(authors: tuple[Author, ...], reference: str, small: EvidenceBase) -> None:
    assert short_reference(study(small, author=authors)) == reference


@pytest.mark.parametrize(("changes", "reference"), FULL)
def test_full(changes: dict[str, Any], reference: str, small: EvidenceBase) -> None:
    assert full_reference(study(small, **changes)) == reference


def test_doi_address(small: EvidenceBase) -> None:
    assert doi_url(small.study("doe2020").csl) == "https://doi.org/10.5555/vitamin-z.1"
    assert doi_url(study(small).csl) is None
