"""What a Word document keeps outside its text: notes, headers, footers."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from claimcheck.documents.office.package import parse
from claimcheck.documents.office.word_styles import W

if TYPE_CHECKING:
    from docx.document import Document
    from lxml.etree import _Element

#: by the last word of a part's relation to the text, in the order in which they are read
_KINDS = ("footnotes", "endnotes", "header", "footer")
_SEPARATORS = ("separator", "continuationSeparator", "continuationNotice")


def parts_outside(document: Document) -> Iterator[_Element]:
    """Each note, header and footer; what stands on several kinds of pages comes once."""
    seen: set[str] = set()
    relations = sorted(document.part.rels.items())
    for kind in _KINDS:
        for _, relation in relations:
            if relation.is_external or relation.reltype.rpartition("/")[2] != kind:
                continue
            for content in _contents(parse(relation.target_part.blob), kind):
                text = "".join(found.text or "" for found in content.iter(f"{W}t"))
                if text not in seen:
                    seen.add(text)
                    yield content


def _contents(root: _Element, kind: str) -> Iterator[_Element]:
    """The note part holds many notes, two of which are mere rules."""
    if kind in ("header", "footer"):
        yield root
    else:
        yield from (note for note in root if note.get(f"{W}type") not in _SEPARATORS)
