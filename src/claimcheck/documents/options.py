"""How documents are to be found, fetched and read, where there is a choice."""

from __future__ import annotations

from dataclasses import field

from claimcheck.documents.limits import Limits
from claimcheck.frozen import dataclass


@dataclass(frozen=True)
class WebOptions:
    """What a user may decide about fetching.

    Attributes:
        allow_private: fetch from private networks and from this machine, too.
        sitemap: an address names a site whose sitemap is walked.
        redirects: how many are followed for one page.
        seconds: how long one page may take.
        pause: seconds between two pages of one machine; a longer one that it asks for is kept up to `longest_pause`.
        pages: how many pages of a sitemap are read.
        file_bytes: the largest answer.
    """

    allow_private: bool = False
    sitemap: bool = False
    redirects: int = 5
    seconds: float = Limits.web_seconds
    pause: float = 1.0
    longest_pause: float = 10.0
    pages: int = Limits.web_pages
    file_bytes: int = Limits.file_bytes


@dataclass(frozen=True)
class ReadOptions:
    """What a user may decide about reading.

    Attributes:
        text_fields: the columns (CSV) or keys (JSON, JSON Lines) that hold copy; none means all.
        json_ld: read also the prose in a web page's JSON-LD.
        ocr: read pictures, and pages of a PDF that have no text.
        ocr_language: Tesseract's names of the languages, joined by `+`.
        limits: what one document may cost.
        web: how pages are fetched.
    """

    text_fields: tuple[str, ...] = ()
    json_ld: bool = False
    ocr: bool = True
    ocr_language: str = "eng"
    limits: Limits = field(default_factory=Limits)
    web: WebOptions = field(default_factory=WebOptions)


@dataclass(frozen=True)
class FindOptions:
    """What a user may decide about finding.

    Attributes:
        ignore_files: heed `.gitignore` and `.claimcheckignore` in folders.
        pictures: read the pictures in folders.
        data: read CSV and JSON files in folders; their fields were named.
        web: how sitemaps are fetched.
    """

    ignore_files: bool = True
    pictures: bool = False
    data: bool = False
    web: WebOptions = field(default_factory=WebOptions)


#: nothing was asked for
USUAL = ReadOptions()
USUAL_FINDING = FindOptions()
