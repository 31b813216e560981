"""Which pairs of concepts copy joins and no claim does."""

from __future__ import annotations

from collections.abc import Iterator
from types import SimpleNamespace
from typing import cast

from claimcheck.evidence.base import EvidenceBase
from claimcheck.inquiry.gaps import Gap, SeenIn, find_gaps
from claimcheck.report import DocumentReport, EvidenceStamp, Place, Report, Summary, UnlistedFinding


class Claims:
    """As much of a base as is asked for."""

    def claims(self) -> Iterator[SimpleNamespace]:
        yield claim("tea-eases-colic", ("colic", "crying"))
        yield claim("honey-eases-colic", ("colic",), ("colic",))


def claim(name: str, *objects: tuple[str, ...]) -> SimpleNamespace:
    return SimpleNamespace(id=name, frames=[SimpleNamespace(object=object) for object in objects])


def unlisted(line: int, text: str, *outcomes: str, by: tuple[str, ...] = ()) -> UnlistedFinding:
    return UnlistedFinding(Place(line, 1, line, 9), text, "why", (*by, *outcomes), subjects=by)


def gaps(*documents: tuple[str, list[UnlistedFinding]]) -> tuple[Gap, ...]:
    reports = tuple(DocumentReport(path, 9, (), unlisted=tuple(items)) for path, items in documents)
    stamp = EvidenceStamp("x", "1", "sha256:", 0, 2)
    report = Report("0", stamp, "standard", reports, (), Summary(len(reports), 9, 0, 0, 0, 0, 0, 0))
    return find_gaps(report, cast("EvidenceBase", Claims()))


def test_the_most_frequent_pair_comes_first_with_its_places() -> None:
    first, second = gaps(
        ("a.md", [unlisted(1, "One.", "sleep"), unlisted(2, "Two.", "colic", by=("massage",))]),
        ("b.md", [unlisted(7, "Three.", "colic", by=("massage",))]),
    )
    assert first == Gap(
        "massage",
        "colic",
        (SeenIn("a.md", Place(2, 1, 2, 9), "Two."), SeenIn("b.md", Place(7, 1, 7, 9), "Three.")),
        2,
        ("tea-eases-colic", "honey-eases-colic"),
    )
    assert (second.subject, second.outcome, second.documents, second.claims) == (None, "sleep", 1, ())


def test_of_equally_frequent_pairs_those_in_more_documents_come_first() -> None:
    found = gaps(
        ("a.md", [unlisted(1, "A.", "wind"), unlisted(2, "B.", "wind"), unlisted(3, "C.", "crying")]),
        ("b.md", [unlisted(1, "D.", "crying")]),
    )
    assert [gap.outcome for gap in found] == ["crying", "wind"]


def test_every_subject_is_joined_with_every_outcome() -> None:
    found = gaps(("a.md", [unlisted(1, "A.", "wind", "sleep", by=("tea", "honey"))]))
    assert [(gap.subject, gap.outcome) for gap in found] == [
        ("honey", "sleep"),
        ("tea", "sleep"),
        ("honey", "wind"),
        ("tea", "wind"),
    ]


def test_a_sentence_about_an_exposure_alone() -> None:
    [gap] = gaps(("a.md", [unlisted(1, "How does it affect us?", by=("colic",))]))
    assert (gap.subject, gap.outcome) == ("colic", "colic")


def test_nothing_lacks_where_nothing_is_unlisted() -> None:
    assert gaps(("a.md", [])) == ()
