"""What a tag does to the text inside it: the context that each open tag of a page hands down."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import replace

from claimcheck.documents.model import BlockKind
from claimcheck.frozen import dataclass

Attributes = Mapping[str, str | None]


def _names(text: str) -> frozenset[str]:
    return frozenset(text.split())


VOID = _names("area base br col embed hr img input link meta param source track wbr")
#: never part of what a page says
UNREAD = _names(
    "script style template noscript head nav footer svg math iframe object canvas audio video select option "
    "optgroup datalist button textarea input dialog menu map progress meter"
)
_ROLES_LEFT_OUT = _names("navigation contentinfo dialog alertdialog search menu menubar toolbar")
_CONSENT = re.compile(
    r"(?:^|[\s_-])(?:cookies?|gdpr|ccpa|consent)"
    r"(?:[_-]?(?:alert|banner|bar|box|consent|container|dialog|info|law|manager|message|modal|notice|overlay|popup|wrap\w*))*"
    r"(?:$|\s)"
    r"|(?:^|\s)(?:cc-(?:window|banner)|cmplz-|didomi|iubenda-cs|osano|qc-cmp2|sp_message|truste|usercentrics)"
    r"|cookiebot|cookieconsent|cookieyes|onetrust",
    re.IGNORECASE,
)
#: what pages call their navigation where they have no tag for it
_NAVIGATION = re.compile(
    r"(?:^|\s)(?:(?:footer|global|header|main|mobile|page|primary|secondary|side|site|sub|top)[_-]?)?"
    r"(?:nav|navbar|navigation|nav[_-]?(?:bar|links|list|menu)|breadcrumbs?|skip-(?:link|to-content))(?:$|\s)"
    r"|(?:^|\s)(?:footer|global|header|main|mobile|primary|site|top)[_-]menu(?:$|\s)",
    re.IGNORECASE,
)
_UNSEEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
#: tags that stand inside a line and break no sentence
_INLINE = _names(
    "a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark nobr output q rp rt "
    "ruby s samp small span strike strong sub sup time tt u var wbr img"
)
#: tags whose items or cells share a group number
GROUPS = frozenset(("ul", "ol", "table"))
BOLD = frozenset(("b", "strong"))
HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
#: level of a heading that only its look or its place tells
MINOR_HEADING = 6
_KINDS = {
    "figcaption": BlockKind.CAPTION,
    "caption": BlockKind.CAPTION,
    "td": BlockKind.TABLE_CELL,
    "th": BlockKind.TABLE_CELL,
}


@dataclass(frozen=True)
class Context:
    """What the open tags say about the text inside them.

    Attributes:
        kind, level, group, quoted: as in `Block`.
        lists: how many lists are open.
        hidden: the text is no part of what the page says.
        bold: the text is set in bold.
        verbatim: line ends in the source are line ends on the page.
        layout: the innermost table only lays out the page; its cells are none.
    """

    kind: BlockKind = BlockKind.PARAGRAPH
    level: int = 0
    group: int = 0
    quoted: bool = False
    lists: int = 0
    hidden: bool = False
    bold: bool = False
    verbatim: bool = False
    layout: bool = False


def is_inline(tag: str, context: Context) -> bool:
    """Whether a tag leaves the sentence whole. A `cite` under a quotation is the name below it."""
    return tag in _INLINE and not (tag == "cite" and context.quoted)


def inside(tag: str, attributes: Attributes, outer: Context, group: int) -> Context:
    """The context inside a tag; `group` is the number for a list or table that the tag opens."""
    if outer.hidden:
        return outer
    if is_hidden(tag, attributes, outer):
        return replace(outer, hidden=True)
    if tag in _KINDS:
        return outer if tag == "td" and outer.layout else replace(outer, kind=_KINDS[tag], level=0)
    if tag == "table" and _is_layout(attributes):
        return replace(outer, kind=BlockKind.PARAGRAPH, level=0, layout=True)
    change = _CHANGES.get(tag)
    return change(outer, tag, group) if change else outer


def _bold(outer: Context, tag: str, group: int) -> Context:
    return outer if outer.bold else replace(outer, bold=True)


def _verbatim(outer: Context, tag: str, group: int) -> Context:
    return replace(outer, verbatim=True)


def _heading(outer: Context, tag: str, group: int) -> Context:
    level = int(tag[1]) if tag in HEADINGS else MINOR_HEADING
    return replace(outer, kind=BlockKind.HEADING, level=level)


def _list(outer: Context, tag: str, group: int) -> Context:
    return replace(outer, lists=outer.lists + 1, group=group)


def _item(outer: Context, tag: str, group: int) -> Context:
    return replace(outer, kind=BlockKind.LIST_ITEM, level=max(outer.lists, 1))


def _table(outer: Context, tag: str, group: int) -> Context:
    return replace(outer, kind=BlockKind.PARAGRAPH, group=group, level=0, layout=False)


def _is_layout(attributes: Attributes) -> bool:
    """Said outright, or told by the attributes with which mails are laid out."""
    if (attributes.get("role") or "").lower() in ("presentation", "none"):
        return True
    return attributes.get("cellspacing") == "0" and attributes.get("cellpadding") == "0"


def _quotation(outer: Context, tag: str, group: int) -> Context:
    kind = BlockKind.QUOTE if outer.kind is BlockKind.PARAGRAPH else outer.kind
    return replace(outer, kind=kind, quoted=True)


_CHANGES: dict[str, Callable[[Context, str, int], Context]] = {
    **dict.fromkeys(BOLD, _bold),
    **dict.fromkeys((*HEADINGS, "summary", "dt"), _heading),
    **dict.fromkeys(("ul", "ol"), _list),
    "li": _item,
    "table": _table,
    "blockquote": _quotation,
    "pre": _verbatim,
}


def is_hidden(tag: str, attributes: Attributes, outer: Context) -> bool:
    """Whether a tag's content is unseen or furniture: scripts, navigation, footers, cookie banners."""
    if tag in UNREAD:
        return not (tag == "footer" and outer.quoted)
    if tag == "code" and outer.verbatim:
        return True
    if not attributes:
        return False
    if "hidden" in attributes or attributes.get("aria-hidden") == "true":
        return True
    if (attributes.get("role") or "").lower() in _ROLES_LEFT_OUT:
        return True
    if _UNSEEN.search(attributes.get("style") or ""):
        return True
    if tag in ("html", "body", "main", "article"):
        return False
    names = [attributes.get(name) or "" for name in ("class", "id")]
    return any(_CONSENT.search(name) or _NAVIGATION.search(name) for name in names)
