"""What a web page says of itself in search results and shared links: meta tags and JSON-LD."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from claimcheck.documents.markup import attribute
from claimcheck.documents.model import Block, BlockKind
from claimcheck.documents.positions import Clean, folded

_NAMES = frozenset((
    "description", "og:title", "og:description", "og:image:alt", "twitter:title", "twitter:description",
    "twitter:image:alt", "dc.description", "dcterms.description", "abstract",
))  # fmt: skip
#: properties of schema.org that hold prose
_PROPERTIES = frozenset((
    "description", "headline", "alternativeheadline", "abstract", "slogan", "text", "articlebody", "reviewbody",
    "caption", "disambiguatingdescription",
))  # fmt: skip


def meta(attributes: Mapping[str, str | None], tag: str, start: int) -> Block | None:
    """The text of a `<meta>` tag that describes the page; `start` is where the tag begins."""
    name = (attributes.get("name") or attributes.get("property") or attributes.get("itemprop") or "").lower()
    return _block(attribute(tag, "content", start)) if name in _NAMES else None


def is_linked_data(tag: str, attributes: Mapping[str, str | None]) -> bool:
    """Whether a tag begins a piece of JSON-LD."""
    return tag == "script" and (attributes.get("type") or "").lower() == "application/ld+json"


def linked_data(source: str, start: int) -> Iterator[Block]:
    """The prose in a piece of JSON-LD; what is no JSON is passed over."""
    from claimcheck.documents.data.records import strings

    for path, text in strings(source, start):
        block = _block(text) if path and path[-1].lower() in _PROPERTIES else None
        if block is not None:
            yield block


def without_repeats(blocks: Sequence[Block]) -> list[Block]:
    """The blocks without those of the kind META that say what another says: pages describe themselves many times."""
    texts = [folded(block.text, block.offsets)[0] for block in blocks]
    said = {text for block, text in zip(blocks, texts, strict=True) if block.kind is not BlockKind.META}
    kept = []
    for block, text in zip(blocks, texts, strict=True):
        if block.kind is not BlockKind.META or text not in said:
            kept.append(block)
        said.add(text)
    return kept


def _block(clean: Clean | None) -> Block | None:
    text, offsets = clean.build() if clean else ("", ())
    return Block(BlockKind.META, text, offsets) if text.strip() else None
