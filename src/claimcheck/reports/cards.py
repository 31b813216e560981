"""How a card is written: plain in a pipe, with rich on a terminal."""

from __future__ import annotations

from claimcheck.reports.card import Card
from claimcheck.reports.style import Style


def render_card(card: Card, style: Style) -> str:
    """The card as text; the content is the same in both forms."""
    if style.width is None and not style.color:
        from claimcheck.reports import plain_card

        return plain_card.render(card)
    from claimcheck.reports import rich_card

    return rich_card.render(card, style)
