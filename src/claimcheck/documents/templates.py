"""Templates: the code of Jinja, Liquid, Handlebars, Hugo, EJS, ERB and PHP inside a page is made blank."""

from __future__ import annotations

import re

from claimcheck.text.patterns import pattern

#: no piece of code of a page is longer
_LONGEST = 5_000
_STARTS = ("{{", "{%", "{#", "<%", "<?php", "<?=")
_COMMENT = pattern(r"\{%-?\s*(?P<word>comment|raw|verbatim)\s*-?%\}.{0,20000}?\{%-?\s*end(?P=word)\s*-?%\}", re.DOTALL)
_CODE = pattern(
    rf"\{{\{{.{{0,{_LONGEST}}}?\}}\}}|\{{%.{{0,{_LONGEST}}}?%\}}|\{{#[^\n]{{0,{_LONGEST}}}?#\}}"
    rf"|<%.{{0,{_LONGEST}}}?%>|<\?(?:php|=).{{0,{_LONGEST}}}?\?>",
    re.DOTALL,
)
_INK = pattern(r"[^\n]")
#: takes the place of code inside a line: no white space, and not seen
_UNSEEN = "\u200b"


def without_code(source: str) -> str:
    """The source with code blanked out, each code point in its place."""
    if not any(start in source for start in _STARTS):
        return source
    return _CODE.sub(lambda match: blank(match, source), _COMMENT.sub(lambda match: blank(match, source), source))


def blank(match: re.Match[str], source: str) -> str:
    """Spaces for code that has its lines for itself; else marks that indent nothing."""
    before = source.rfind("\n", 0, match.start()) + 1
    after = source.find("\n", match.end())
    rest = source[before : match.start()] + source[match.end() : after if after >= 0 else len(source)]
    return _INK.sub(_UNSEEN if rest.strip() else " ", match.group())
