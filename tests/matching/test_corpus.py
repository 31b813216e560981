"""The labelled documents of `tests/corpus`: innocent copy makes no claim, the others are heard as well as before."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from claimcheck.documents.read import read_document
from claimcheck.matching.engine import Matcher

CORPUS = Path(__file__).parents[1] / "corpus"
DOCUMENTS = sorted(
    path for path in CORPUS.iterdir() if path.suffix in {".md", ".txt", ".html"} and path.stem[0].isdigit()
)
#: what the labelled documents reached when this was written, less a little: a fall is a fault
LEAST_PRECISION, LEAST_RECALL = 0.81, 0.74


def labels_of(path: Path) -> list[tuple[str, set[str]]]:
    """(text, ids of the claims it makes) in reading order."""
    lines = path.with_suffix(".labels.jsonl").read_text("utf-8").splitlines()
    return [(row["text"], {claim["id"] for claim in row["claims"]}) for row in map(json.loads, lines)]


def found_in(path: Path, matcher: Matcher) -> Iterator[tuple[str, str]]:
    """(sentence, claim) of every match."""
    document = read_document(path.read_bytes(), path.name)
    yield from ((match.sentence.text, match.claim) for match in matcher.match(document).matches)


def innocent(path: Path) -> bool:
    return not any(claims for _, claims in labels_of(path))


def alike(sentence: str, label: str) -> bool:
    one, other = (" ".join(text.split()).casefold() for text in (sentence, label))
    return one in other or other in one


@pytest.mark.parametrize("path", [path for path in DOCUMENTS if innocent(path)], ids=lambda path: path.stem)
def test_innocent_copy_makes_no_claim(path: Path, matcher: Matcher) -> None:
    assert list(found_in(path, matcher)) == []


def test_labelled_copy_is_heard(matcher: Matcher) -> None:
    listed = set()  # claims that no label names are of the base's own, and not measured here
    right = wrong = meant = 0
    documents = [path for path in DOCUMENTS if not innocent(path)]
    for path in documents:
        listed |= {claim for _, claims in labels_of(path) for claim in claims}
    for path in documents:
        labels = labels_of(path)
        found = {(s, claim) for s, claim in found_in(path, matcher) if claim in listed}
        heard = {(i, c) for s, c in found for i, (text, claims) in enumerate(labels) if alike(s, text) and c in claims}
        meant += sum(len(claims) for _, claims in labels)
        right += len(heard)
        wrong += sum(not any(alike(s, text) and c in claims for text, claims in labels) for s, c in found)
    assert right / meant >= LEAST_RECALL
    assert right / (right + wrong) >= LEAST_PRECISION
