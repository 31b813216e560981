"""EPUB -> blocks: its chapters in reading order, each as a page."""

from __future__ import annotations

from collections.abc import Iterator
from posixpath import dirname, join, normpath
from typing import TYPE_CHECKING
from urllib.parse import unquote
from zipfile import ZipFile

from claimcheck.documents.decode import decode
from claimcheck.documents.extracted import Extracted
from claimcheck.documents.html import read as read_html
from claimcheck.documents.limits import Limits
from claimcheck.documents.office.package import local, open_package, parse, part
from claimcheck.documents.options import ReadOptions
from claimcheck.documents.sheet import Sheet
from claimcheck.errors import InputError

if TYPE_CHECKING:
    from lxml.etree import _Element

_CONTAINER = "META-INF/container.xml"
_PAGES = ("application/xhtml+xml", "text/html")


def read(data: bytes, path: str, options: ReadOptions) -> Extracted:
    """The words of an e-book; its table of contents is left out, positions count chapters as pages."""
    sheet = Sheet()
    with open_package(data, path, options.limits) as archive:
        for name in _chapters(archive, path, options.limits):
            source = decode(part(archive, name, path, options.limits), path, kind="html").text
            sheet.page()
            sheet.take(read_html(source, path, options))
            sheet.rule()
    return sheet.extracted()


def _chapters(archive: ZipFile, path: str, limits: Limits) -> Iterator[str]:
    """The names of the parts that hold text, in reading order."""
    container = parse(part(archive, _CONTAINER, path, limits))
    package = next((e.get("full-path") for e in container.iter() if local(e) == "rootfile"), None)
    if package is None:
        raise InputError("its container names no package", path=path)
    root = parse(part(archive, package, path, limits))
    items = {item.get("id"): item for item in root.iter() if local(item) == "item"}
    for reference in root.iter():
        item = items.get(reference.get("idref")) if local(reference) == "itemref" else None
        if item is not None and _holds_text(item):
            yield normpath(join(dirname(package), unquote(item.get("href") or "")))


def _holds_text(item: _Element) -> bool:
    return item.get("media-type") in _PAGES and "nav" not in (item.get("properties") or "").split()
