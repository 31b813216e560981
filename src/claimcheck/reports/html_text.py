"""The text of a document as it stands, its claims marked, and what is to be said of each beneath it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import groupby
from typing import Final
from urllib.parse import quote

from claimcheck.frozen import dataclass
from claimcheck.rating.model import Citation
from claimcheck.report import DocumentReport, Finding, Place, ShownBlock, ShownSentence, UnlistedFinding
from claimcheck.reports.markup import Html, joined, tag
from claimcheck.reports.notes import note_text
from claimcheck.reports.places import page_text

Item = Finding | UnlistedFinding
UNLISTED: Final = "unlisted"
_ROLES: Final = {"for": "for", "against": "against", "neutral": "neither way", "appraisal": "appraisal"}
_LISTED: Final = "list-item"


@dataclass(frozen=True)
class Marked:
    """A finding or unlisted claim, and the id of the box that tells of it."""

    item: Item
    anchor: str


def marked(document: DocumentReport, number: int) -> list[Marked]:
    """What a document's reader is told, in reading order."""
    items: list[Item] = [*document.findings, *document.unlisted]
    items.sort(key=lambda item: item.place.order)
    return [Marked(item, f"f{number}-{count}") for count, item in enumerate(items, 1)]


def level_of(item: Item) -> str:
    """The verdict, or `unlisted`."""
    return item.verdict if isinstance(item, Finding) else UNLISTED


def document_text(document: DocumentReport, told: Sequence[Marked]) -> Iterator[Html]:
    """The blocks of a document; only the boxes where its text was not kept."""
    if document.shown is None:
        yield from (box(entry) for entry in told)
        return
    places: dict[Place, list[Marked]] = {}
    for entry in told:
        places.setdefault(entry.item.place, []).append(entry)
    for listed, run in groupby(document.shown.blocks, key=lambda block: block.kind == _LISTED and block.group):
        blocks = [_block(block, places, "li" if listed else "div") for block in run]
        yield tag("ul", *blocks) if listed else joined(blocks)


def _block(block: ShownBlock, places: dict[Place, list[Marked]], name: str) -> Html:
    told = [entry for sentence in block.sentences for entry in places.get(sentence.place, ())]
    sentences = (part for sentence in block.sentences for part in (_sentence(sentence, places), " "))
    kind = f"block {block.kind}{' quoted' if block.quoted else ''}{' silent' if not told else ''}"
    return tag(
        name, tag("p", *sentences), *map(box, told), class_=kind, data_level=block.level if block.level > 1 else None
    )


def _sentence(sentence: ShownSentence, places: dict[Place, list[Marked]]) -> Html:
    told = places.get(sentence.place, ())
    if not told:
        return tag("span", sentence.text)
    words: Html = tag("span", sentence.text)
    levels = " ".join(dict.fromkeys(level_of(entry.item) for entry in told))
    links = (
        tag("a", level_of(entry.item), href=f"#{entry.anchor}", class_=f"badge {level_of(entry.item)}")
        for entry in told
    )
    return joined((tag("mark", words, class_=levels), " ", *links))


def box(entry: Marked) -> Html:
    """What is to be said of one claim."""
    item = entry.item
    inside = _finding(item) if isinstance(item, Finding) else _unlisted(item)
    return tag("aside", *inside, class_=f"finding {level_of(item)}", id=entry.anchor, aria_label=_label(item))


def _label(item: Item) -> str:
    what = item.statement if isinstance(item, Finding) else "a claim that the base does not hold"
    return f"{level_of(item)}, line {item.place.line}: {what}"


def _finding(finding: Finding) -> Iterator[Html]:
    known = " (in the baseline)" if finding.baselined else ""
    link = tag("a", finding.statement, href=f"#claim-{finding.claim}")
    yield _head(finding, " ", finding.reason, known, ": ", link)
    yield tag("p", finding.explanation)
    if finding.suggestion:
        yield tag("p", tag("b", "Say instead: "), finding.suggestion, class_="suggestion")
    if finding.citations:
        yield tag("ul", *map(_citation, finding.citations), class_="citations")
    for note in finding.notes:
        yield tag("p", note_text(note), class_="note")


def _unlisted(item: UnlistedFinding) -> Iterator[Html]:
    yield _head(item, ": the evidence base holds no such claim")
    yield tag("p", item.why)


def _head(item: Item, *rest: object) -> Html:
    where = tag("span", f"{page_text(item.place)}line {item.place.line}", class_="where")
    return tag("p", tag("strong", level_of(item), class_="verdict"), *rest, " ", where, class_="head")


@lru_cache(maxsize=1024)
def _citation(citation: Citation) -> Html:
    """A study is cited again and again; its line is made once."""
    link = tag("a", citation.reference, href=f"#study-{citation.study}")
    doi = joined((" ", doi_link(citation.doi))) if citation.doi else None
    return tag("li", link, f" ({_ROLES[citation.role]})", doi)


def doi_link(doi: str) -> Html:
    """A link to a DOI, its letters shown for print."""
    return tag("a", f"doi:{doi}", href=f"https://doi.org/{quote(doi, safe='/')}", rel="noreferrer", class_="doi")
