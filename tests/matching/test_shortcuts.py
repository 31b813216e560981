"""What is remembered and passed over for speed changes nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from claimcheck.documents.read import read_document
from claimcheck.matching.engine import Matcher
from claimcheck.matching.model import Matching
from claimcheck.session import open_base

CORPUS = Path(__file__).parents[1] / "corpus"
COPY = [path for path in sorted(CORPUS.iterdir()) if path.suffix in (".md", ".txt", ".html")]


@pytest.fixture(scope="module")
def seasoned() -> Matcher:
    """A matcher that has read the whole corpus and remembers what it can."""
    matcher = Matcher(open_base())
    for path in COPY:
        matcher.match(read_document(path.read_bytes(), path.name))
    return matcher


def found(matching: Matching) -> list[object]:
    """All that was found, with the text of each sentence."""
    return [(thing, thing.sentence.text) for thing in (*matching.matches, *matching.unlisted, *matching.near_misses)]


@pytest.mark.parametrize("path", COPY, ids=lambda path: path.stem)
def test_sentences_that_name_nothing_may_be_passed_over(path: Path, seasoned: Matcher) -> None:
    document = read_document(path.read_bytes(), path.name)
    everything, _ = seasoned.explain(document)  # which reads every sentence in full
    assert found(seasoned.match(document)) == found(everything)


@pytest.mark.parametrize("path", COPY[::6], ids=lambda path: path.stem)
def test_what_was_read_before_does_not_matter(path: Path, seasoned: Matcher) -> None:
    document = read_document(path.read_bytes(), path.name)
    assert found(seasoned.match(document)) == found(Matcher(open_base()).match(document))
