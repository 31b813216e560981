"""XML that any parser takes, whatever the copy holds."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from claimcheck.reports.style import visible

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

#: no characters in XML 1.0, besides those that `visible` writes as escapes
_FORBIDDEN: Final = re.compile("[\ufffe\uffff]")


def clean(text: str) -> str:
    """Text without characters that XML forbids."""
    return _FORBIDDEN.sub("�", visible(text))


def element(tag: str, parent: Element | None = None, text: str | None = None, **attributes: object) -> Element:
    """A new element, put into its parent."""
    from xml.etree.ElementTree import Element, SubElement

    named = {name.rstrip("_"): clean(str(value)) for name, value in attributes.items()}
    made = Element(tag, named) if parent is None else SubElement(parent, tag, named)
    made.text = None if text is None else clean(text)
    return made


def document(root: Element) -> str:
    """The whole file, indented."""
    from xml.etree.ElementTree import indent, tostring

    indent(root)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + tostring(root, encoding="unicode") + "\n"
