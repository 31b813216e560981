"""An HTML page as a test sees it: its elements in order, with their attributes and text."""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser

VOID = {"meta", "input", "link", "br", "hr", "img"}


@dataclass
class Element:
    """An element, its attributes, and all text inside it."""

    tag: str
    attributes: dict[str, str]
    text: str = ""

    def has(self, *classes: str) -> bool:
        return set(classes) <= set(self.attributes.get("class", "").split())


@dataclass
class Page(HTMLParser):
    """A parsed page; the parser fails on elements that are not closed in order."""

    source: str
    elements: list[Element] = field(default_factory=list)
    open: list[Element] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.feed(self.source)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append(Element(tag, {name: value or "" for name, value in attrs}))
        if tag not in VOID:
            self.open.append(self.elements[-1])

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop().tag == tag

    def handle_data(self, data: str) -> None:
        for element in self.open:
            element.text += data

    def all(self, tag: str, *classes: str) -> list[Element]:
        return [element for element in self.elements if element.tag == tag and element.has(*classes)]

    def texts(self, tag: str, *classes: str) -> list[str]:
        return [" ".join(element.text.split()) for element in self.all(tag, *classes)]
