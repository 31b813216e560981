"""How documents are to be read, where there is a choice."""

from __future__ import annotations

from dataclasses import field

from claimcheck.documents.limits import Limits
from claimcheck.documents.web.options import WebOptions
from claimcheck.frozen import dataclass


@dataclass(frozen=True)
class ReadOptions:
    """What a user may decide about reading.

    Attributes:
        text_fields: the columns (CSV) or keys (JSON, JSON Lines) that hold copy; none means all.
        page_meta: read also what a web page says to search engines: meta description, Open Graph, JSON-LD.
        ocr: read pictures, and pages of a PDF that have no text.
        ocr_language: Tesseract's names of the languages, joined by `+`.
        limits: what one document may cost.
        web: how pages are fetched.
    """

    text_fields: tuple[str, ...] = ()
    page_meta: bool = False
    ocr: bool = True
    ocr_language: str = "eng"
    limits: Limits = field(default_factory=Limits)
    web: WebOptions = field(default_factory=WebOptions)


#: nothing was asked for
USUAL = ReadOptions()
