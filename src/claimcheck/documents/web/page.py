"""Pages of the web as documents."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from claimcheck.documents.formats import kind_of
from claimcheck.documents.model import Document
from claimcheck.documents.options import ReadOptions, WebOptions
from claimcheck.documents.read import read_document
from claimcheck.documents.sniff import kind_by_content
from claimcheck.documents.web.addresses import checked, shown
from claimcheck.errors import InputError

if TYPE_CHECKING:
    from claimcheck.documents.options import FindOptions
    from claimcheck.documents.web.visit import Visitor


def pages(address: str, options: FindOptions, warnings: list[str]) -> Iterator[str]:
    """The address itself, or the pages of its site's sitemap. Raises InputError where it cannot be used."""
    checked(address)
    if not options.web.sitemap:
        yield address
        return
    from claimcheck.documents.web.sitemap import pages_of

    most = options.web.pages
    found = list(islice(pages_of(address, _visitor(address, options.web)), most + 1))
    yield from found[:most]
    if not found:
        warnings.append(f"{shown(address)}: its sitemap names no page")
    elif len(found) > most:
        hint = "--limit web-pages=N allows more"
        warnings.append(f"{shown(address)}: only the first {most:,} pages of its sitemap are read ({hint})")


def read_page(address: str, options: ReadOptions) -> Document:
    """The document under an address. Raises InputError where it cannot be fetched or read."""
    visitor = _visitor(address, options.web)
    from claimcheck.documents.web.visit import kind_of_answer

    answer = visitor.get(address)
    kind = kind_of_answer(answer) or kind_by_content(answer.data) or kind_of(urlsplit(answer.url).path)
    return read_document(answer.data, shown(address), kind=kind, charset=answer.charset, options=options)


def _visitor(address: str, options: WebOptions) -> Visitor:
    from claimcheck.documents.web.visit import visitor

    try:
        return visitor(options)
    except ModuleNotFoundError as error:
        message = f"reading web pages needs {error.name}, which is not installed: pip install 'claimcheck[web]'"
        raise InputError(message, path=shown(address)) from error
