"""Where something stands, in words."""

from __future__ import annotations

from claimcheck.report import Place


def place_text(place: Place) -> str:
    """ "page 2, 14:3", or "14:3" where there are no pages."""
    return f"{page_text(place)}{place.line}:{place.column}"


def page_text(place: Place) -> str:
    """ "page 2, ", or nothing where there are no pages."""
    return f"page {place.page}, " if place.page is not None else ""
