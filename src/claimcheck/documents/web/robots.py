"""What a site asks of robots: robots.txt, looked up once for each site."""

from __future__ import annotations

from urllib.parse import urlsplit
from urllib.robotparser import RobotFileParser

from claimcheck.documents.web.addresses import shown
from claimcheck.documents.web.fetch import AGENT, Fetcher
from claimcheck.errors import InputError

#: what stands beyond this size need not be heeded (RFC 9309)
_LARGEST = 512_000


class Robots:
    """The rules of the sites of a run."""

    def __init__(self, fetcher: Fetcher) -> None:
        self._fetcher = fetcher
        self._rules: dict[str, RobotFileParser] = {}

    def check(self, url: str) -> None:
        """Raises InputError where a site does not want a page to be fetched."""
        try:
            rules = self._of(url)
        except InputError as error:  # the page was asked for, not its robots.txt
            raise InputError(error.message, path=shown(url), hint=error.hint) from error
        if not rules.can_fetch(AGENT, url):
            raise InputError("the site's robots.txt asks not to fetch this page", path=shown(url))

    def pause(self, url: str) -> float:
        """The pause in seconds that a site asks for, 0 where it does not."""
        return float(self._of(url).crawl_delay(AGENT) or 0)

    def sitemaps(self, url: str) -> list[str]:
        """The sitemaps that a site names."""
        return self._of(url).site_maps() or []

    def _of(self, url: str) -> RobotFileParser:
        parts = urlsplit(url)
        site = f"{parts.scheme}://{parts.netloc}"
        if site not in self._rules:
            self._rules[site] = self._fetched(f"{site}/robots.txt")
        return self._rules[site]

    def _fetched(self, url: str) -> RobotFileParser:
        answer = self._fetcher.get(url, _LARGEST)
        if answer.status >= 500:
            raise InputError(f"the site's robots.txt cannot be read (status {answer.status})", path=shown(url))
        rules = RobotFileParser(url)
        text = answer.data.decode("utf-8", "replace") if answer.status < 300 else ""
        rules.parse(text.splitlines())
        return rules
