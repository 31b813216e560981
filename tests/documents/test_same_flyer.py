"""One flyer, as many programs write it: the same findings, at places where a person finds them."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path
from shutil import which

import pytest

from claimcheck.checker import Checker
from claimcheck.documents.formats import FORMATS, kind_of
from claimcheck.documents.model import Document, Position
from claimcheck.documents.positions import folded
from claimcheck.documents.read import read_document
from claimcheck.rating.policy import load_policy
from claimcheck.report import DocumentReport
from claimcheck.session import open_base

FILES = Path(__file__).parent / "files"
ORIGINAL = "flyer.md"
#: format -> the library that must be there
LIBRARIES = {
    "docx": "docx",
    "pptx": "pptx",
    "odt": "lxml",
    "epub": "lxml",
    "pdf": "pypdfium2",
    "rst": "docutils",
    "picture": "pytesseract",
}
#: the share of the claims that must be found in a scan, whose letters a program may misread
SCANNED = 0.8
ALL = sorted(path.name for path in FILES.glob("flyer*") if kind_of(path.name) in FORMATS and path.name != ORIGINAL)
SCANS = [name for name in ALL if "scan" in name]
NAMES = [name for name in ALL if name not in SCANS]


@pytest.fixture(scope="module")
def checker() -> Checker:
    base = open_base()
    return Checker(base, load_policy("standard", base))


@pytest.fixture(scope="module")
def original(checker: Checker) -> DocumentReport:
    return checker.check(read(ORIGINAL))


def read(name: str) -> Document:
    kind = kind_of(name) or ""
    if kind in LIBRARIES and find_spec(LIBRARIES[kind]) is None:
        pytest.skip(f"{LIBRARIES[kind]} is not installed (extra {FORMATS[kind].extra})")
    if name in SCANS and (find_spec("pytesseract") is None or which("tesseract") is None):
        pytest.skip("Tesseract is not installed")
    return read_document((FILES / name).read_bytes(), name)


def claims(report: DocumentReport) -> list[tuple[str, str, str, str]]:
    return sorted((f.text, f.claim, f.verdict, f.reason) for f in report.findings)


def words_at(document: Document, position: Position) -> str:
    """What a person reads who turns to the page and counts paragraphs, or goes to the line."""
    start = document.page_starts[position.page - 1] if position.page else 0
    lines = document.source[start:].split("\n")[position.line - 1 :]
    return "\n".join(lines)[position.column - 1 :]


def test_the_flyer_makes_claims_of_all_kinds(original: DocumentReport) -> None:
    assert {finding.verdict for finding in original.findings} == {"supported", "contested", "unsupported"}
    assert len(original.findings) > 10


@pytest.mark.parametrize("name", NAMES)
def test_findings_are_the_same(name: str, checker: Checker, original: DocumentReport) -> None:
    found = checker.check(read(name))
    if name == "flyer.txt":  # where a row of the table is one sentence
        assert sorted(f.claim for f in found.findings) == sorted(f.claim for f in original.findings)
    else:
        assert claims(found) == claims(original)


@pytest.mark.parametrize("name", SCANS)
def test_most_findings_are_those_of_a_scan(name: str, checker: Checker, original: DocumentReport) -> None:
    found = {finding.claim for finding in checker.check(read(name)).findings}
    wanted = {finding.claim for finding in original.findings}
    assert found <= wanted
    assert len(found) >= SCANNED * len(wanted)


@pytest.mark.parametrize("name", [ORIGINAL, *ALL])
def test_positions_point_at_the_words(name: str) -> None:
    document = read(name)
    for sentence in document.sentences:
        first = sentence.text.split()[0]
        assert words_at(document, sentence.position).replace("\u00ad", "").replace("&shy;", "").startswith(first)
        source = document.source[sentence.start : sentence.end]
        if document.page_starts:
            assert folded(source, range(len(source)))[0] == sentence.text
