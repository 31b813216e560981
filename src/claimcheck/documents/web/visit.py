"""A polite visitor: asks robots.txt, keeps pauses, and says what format it has brought."""

from __future__ import annotations

from functools import cache
from urllib.parse import urlsplit

from claimcheck.documents.options import WebOptions
from claimcheck.documents.web.addresses import shown
from claimcheck.documents.web.fetch import Answer, Fetcher
from claimcheck.documents.web.pace import Pace
from claimcheck.documents.web.robots import Robots
from claimcheck.errors import InputError

#: content type -> format of `formats.FORMATS`; None where the name and the content decide
_KINDS = {
    "text/html": "html",
    "application/xhtml+xml": "html",
    "text/markdown": "markdown",
    "text/x-rst": "rst",
    "text/csv": "csv",
    "text/tab-separated-values": "csv",
    "text/vtt": "subtitles",
    "application/json": "json",
    "application/ld+json": "json",
    "application/x-ndjson": "jsonl",
    "application/pdf": "pdf",
    "application/epub+zip": "epub",
    "application/vnd.oasis.opendocument.text": "odt",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "docx",
    "application/vnd.openxmlformats-officedocument.presentationml.presentation": "pptx",
    "message/rfc822": "mail",
}
_OPEN = ("", "text/plain", "application/octet-stream", "binary/octet-stream")


class Visitor:
    """Fetches the pages of a run."""

    def __init__(self, options: WebOptions, pace: Pace | None = None) -> None:
        self._options = options
        self._fetcher = Fetcher(options)
        self._pace = pace or Pace()
        self.robots = Robots(self._fetcher)

    def get(self, url: str, limit: int | None = None) -> Answer:
        """A page. Raises InputError where it is not there, or not for robots."""
        answer = self._fetcher.get(url, limit, self._before)
        if answer.status != 200:
            raise InputError(f"the server answered with status {answer.status}", path=shown(url))
        return answer

    def _before(self, url: str) -> None:
        self.robots.check(url)
        asked = min(self.robots.pause(url), self._options.longest_pause)
        self._pace.keep(urlsplit(url).netloc, max(self._options.pause, asked))


def kind_of_answer(answer: Answer) -> str | None:
    """The format of an answer, None where its address or content must tell. Raises InputError for films and such."""
    kind = answer.content_type
    if kind in _KINDS:
        return _KINDS[kind]
    if kind in _OPEN or kind.startswith(("image/", "text/")) or kind.endswith(("+json", "+xml", "/xml")):
        return None
    raise InputError(f"is of the kind {kind}, which is not read", path=shown(answer.url))


@cache
def visitor(options: WebOptions) -> Visitor:
    """The visitor of this run; it remembers robots.txt and when it asked whom."""
    return Visitor(options)
