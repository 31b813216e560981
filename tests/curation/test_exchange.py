"""References leave in each format so that other people's readers get them whole, and come back as they went."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import bibtexparser
import pytest
import rispy
import yaml
from bibtexparser.bparser import BibTexParser
from bibtexparser.customization import convert_to_unicode
from citeproc.source.json import CiteProcJSON
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.curation.entries import Entry
from claimcheck.curation.exchange import FORMATS, format_of, module_of
from claimcheck.errors import UsageError
from claimcheck.evidence.base import EvidenceBase
from claimcheck.evidence.model import Author, Csl, Study

DATA = Path(__file__).parent / "data"


def csl(item: dict[str, Any]) -> Csl:
    fields = {key.replace("-", "_"): value for key, value in item.items()}
    authors = tuple(Author(**name) for name in fields.pop("author"))
    return Csl(**{"type": "article-journal", **fields, "author": authors})


HARD = [csl(item) for item in yaml.safe_load((DATA / "hard_references.yaml").read_text("utf-8"))]


@pytest.fixture(scope="session")
def doe(small: EvidenceBase) -> Study:
    return small.study("doe2020")


def as_studies(doe: Study, references: list[Csl]) -> list[Study]:
    return [replace(doe, id=f"study{number}", csl=reference) for number, reference in enumerate(references)]


def written(name: str, studies: list[Study]) -> str:
    text: str = module_of(name).write(studies)
    return text


def read_back(name: str, text: str) -> list[Csl]:
    entries = list(module_of(name).read(text, "x"))
    assert all(isinstance(entry, Entry) for entry in entries), entries
    return [entry.csl for entry in entries]


@pytest.mark.parametrize("name", FORMATS)
def test_hard_references_come_back(name: str, doe: Study) -> None:
    assert read_back(name, written(name, as_studies(doe, HARD))) == HARD


#: CSL types that BibTeX has no name of its own for
WIDER = {"article-magazine": "article-journal", "webpage": "document", "dataset": "document"}


@pytest.mark.parametrize("name", FORMATS)
def test_the_shipped_references_come_back(name: str, shipped: EvidenceBase) -> None:
    studies = list(shipped.studies())
    found = read_back(name, written(name, studies))
    wider = WIDER if name == "bibtex" else {}
    assert found == [replace(study.csl, type=wider.get(study.csl.type, study.csl.type)) for study in studies]


def test_a_citation_processor_reads_the_json(doe: Study, shipped: EvidenceBase) -> None:
    for studies in (as_studies(doe, HARD), list(shipped.studies())):
        source = CiteProcJSON(json.loads(written("csl-json", studies)))
        for study in studies:
            item = source[study.id]
            names = [author.get("family", author.get("literal")) for author in item.get("author", [])]
            assert (str(item.title), item.issued.year) == (study.csl.title, study.csl.issued)
            assert names == [author.family or author.literal for author in study.csl.author]
            assert str(item.get("DOI", "")) == (study.csl.DOI or "")


def test_a_latex_tool_reads_the_bibtex(doe: Study, shipped: EvidenceBase) -> None:
    for studies in (as_studies(doe, HARD[1:2]), list(shipped.studies())):
        parser = BibTexParser(customization=convert_to_unicode)  # drops what is no BibTeX type
        entries = bibtexparser.loads(written("bibtex", studies), parser).entries_dict
        assert list(entries) == [study.id for study in studies]
        for study in studies:
            entry = entries[study.id]
            assert (entry["title"], entry["year"]) == (study.csl.title, str(study.csl.issued))
            assert (entry.get("doi"), entry.get("pmid")) == (study.csl.DOI, study.csl.PMID)
            first, last = study.csl.author[0], study.csl.author[-1]
            assert entry["author"].startswith(first.family or first.literal or "")
            assert entry["author"].endswith(last.given or last.family or last.literal or "")


def test_a_reference_manager_reads_the_ris(doe: Study, shipped: EvidenceBase) -> None:
    for studies in (as_studies(doe, HARD), list(shipped.studies())):
        records = rispy.loads(written("ris", studies))
        assert [record["id"] for record in records] == [study.id for study in studies]
        for record, study in zip(records, studies, strict=True):
            assert (record["title"], record["year"]) == (study.csl.title, str(study.csl.issued))
            assert (record.get("doi"), record.get("accession_number")) == (study.csl.DOI, study.csl.PMID)
            assert len(record["authors"]) == len(study.csl.author)


def test_an_entry_in_full(doe: Study) -> None:
    assert written("ris", [doe]) == (DATA / "doe2020.ris").read_text("utf-8")
    assert written("bibtex", [doe]) == (DATA / "doe2020.bib").read_text("utf-8")
    assert written("csl-json", [doe]) == (DATA / "doe2020.json").read_text("utf-8")


_TEXT = st.text(st.characters(exclude_categories=("C", "Z"), exclude_characters="`'\\<>"), min_size=1, max_size=20)
_TITLES = st.lists(_TEXT, min_size=1, max_size=6).map(" ".join)


@pytest.mark.parametrize("name", FORMATS)
@given(title=_TITLES, journal=_TITLES)
def test_any_title_comes_back(name: str, doe: Study, title: str, journal: str) -> None:
    reference = replace(doe.csl, title=title, container_title=journal)
    assert read_back(name, written(name, as_studies(doe, [reference]))) == [reference]


@pytest.mark.parametrize(
    ("path", "text", "name"),
    [
        ("refs.BIB", "", "bibtex"),
        ("refs.ris", "", "ris"),
        ("zotero.json", "", "csl-json"),
        ("refs.txt", "\n@article{x,}", "bibtex"),
        ("refs.txt", "TY  - JOUR", "ris"),
        ("refs.txt", ' [{"id": 1}]', "csl-json"),
    ],
)
def test_formats_are_told_apart(path: str, text: str, name: str) -> None:
    assert format_of(path, text) == name


def test_what_is_no_format_is_told() -> None:
    hint = "name it with --format: csl-json, bibtex, ris"
    with pytest.raises(UsageError, match=rf"is not known as a file of references \({hint}\)"):
        format_of("refs.txt", "Doe J. A trial. 2020.")
