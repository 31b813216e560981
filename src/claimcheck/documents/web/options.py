"""How pages are to be fetched."""

from __future__ import annotations

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
    seconds: float = 60.0
    pause: float = 1.0
    longest_pause: float = 10.0
    pages: int = 1_000
    file_bytes: int = 100_000_000
