"""The pages of a site, by its sitemaps."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from typing import TYPE_CHECKING
from urllib.parse import urljoin, urlsplit

from claimcheck.documents.web.addresses import shown
from claimcheck.errors import InputError

if TYPE_CHECKING:
    from claimcheck.documents.web.visit import Visitor

#: sitemaps of sitemaps of sitemaps
_DEEPEST = 3
#: the protocol allows 50 MB
_LARGEST = 52_000_000
_GZIP = b"\x1f\x8b"


def pages_of(url: str, visitor: Visitor) -> Iterator[str]:
    """The addresses of a site's pages in the order of its sitemaps, each once, no other site's.

    `url` is a sitemap (`.xml`, `.xml.gz`) or a page of the site, whose robots.txt or /sitemap.xml then tells.
    """
    host = urlsplit(url).netloc
    seen: set[str] = set()
    for start in _starts(url, visitor):
        for page in _walked(start, visitor, _DEEPEST, seen):
            if urlsplit(page).netloc == host and page not in seen:
                seen.add(page)
                yield page


def _starts(url: str, visitor: Visitor) -> list[str]:
    if urlsplit(url).path.lower().endswith((".xml", ".xml.gz")):
        return [url]
    return visitor.robots.sitemaps(url) or [urljoin(url, "/sitemap.xml")]


def _walked(url: str, visitor: Visitor, depth: int, seen: set[str]) -> Iterator[str]:
    if depth == 0 or url in seen:
        return
    seen.add(url)
    is_index, addresses = _read(visitor.get(url, _LARGEST).data, url)
    for address in addresses:
        if is_index:
            yield from _walked(urljoin(url, address), visitor, depth - 1, seen)
        else:
            yield urljoin(url, address)


def _read(data: bytes, url: str) -> tuple[bool, list[str]]:
    """Whether a sitemap lists sitemaps, and what it lists."""
    from xml.etree.ElementTree import ParseError, fromstring

    try:
        text = _unpacked(data, url)
        if b"<!DOCTYPE" in text[:10_000].upper() or b"<!ENTITY" in text.upper():
            raise InputError("is no sitemap: it declares a document type", path=shown(url))
        root = fromstring(text)
    except (ParseError, OSError, EOFError, zlib.error, ValueError) as error:
        raise InputError(f"is no sitemap: {error}", path=shown(url)) from error
    found = [element.text.strip() for element in root.iter() if element.tag.endswith("}loc") and element.text]
    found += [element.text.strip() for element in root.iter() if element.tag == "loc" and element.text]
    return root.tag.endswith("sitemapindex"), found


def _unpacked(data: bytes, url: str) -> bytes:
    if not data.startswith(_GZIP):
        return data
    unpacked = zlib.decompressobj(wbits=31).decompress(data, _LARGEST + 1)
    if len(unpacked) > _LARGEST:
        raise InputError(f"unpacks to more than {_LARGEST} bytes", path=shown(url))
    return unpacked
