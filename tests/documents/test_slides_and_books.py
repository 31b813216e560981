from __future__ import annotations

import io
from typing import Any

import pytest
from packing import zipped
from reading import outline

from claimcheck.documents.model import Document, Position
from claimcheck.documents.read import read_document

pptx = pytest.importorskip("pptx", reason="python-pptx is not installed (extra office)")


@pytest.fixture
def show() -> Any:
    return pptx.Presentation()


def read(show: Any) -> Document:
    buffer = io.BytesIO()
    show.save(buffer)
    return read_document(buffer.getvalue(), "a.pptx")


def slide(show: Any, layout: int, *texts: str) -> Any:
    made = show.slides.add_slide(show.slide_layouts[layout])
    for shape, text in zip(made.placeholders, texts, strict=False):
        shape.text_frame.text = text
    return made


def box(slide: Any, text: str, size: int | None = None) -> Any:
    frame = slide.shapes.add_textbox(0, 0, 99, 99).text_frame
    frame.text = text
    for paragraph in frame.paragraphs if size else ():
        paragraph.runs[0].font.size = pptx.util.Pt(size)
    return frame


def test_titles_and_lists(show: Any) -> None:
    slide(show, 0, "Otters", "with Anna")
    body = slide(show, 1, "Why?", "It helps.\nIt may").placeholders[1].text_frame
    body.paragraphs[1].level = 1
    slide(show, 1, "When?", "Mondays")
    document = read(show)
    assert outline(document) == [
        "heading 1: Otters",
        "paragraph: with Anna",
        "heading 2: Why?",
        "list-item 1 g1: It helps.",
        "list-item 2 g1: It may",
        "heading 2: When?",
        "list-item 1 g2: Mondays",
    ]
    assert [block.page for block in document.blocks] == [1, 1, 2, 2, 2, 3, 3]
    assert document.sentences[-1].position == Position(2, 1, 3)


def test_boxes_groups_tables_pictures(show: Any) -> None:
    made = slide(show, 6)
    box(made, "Large words", 40)
    box(made, "Some prose, and more of it than of anything else.\vNext line", 14)
    group = made.shapes.add_group_shape([box(made, "In a group.")._parent])
    group.name = "g"
    table = made.shapes.add_table(2, 2, 0, 0, 99, 99).table
    for row, cells in enumerate((("Class", "Day"), ("Yoga", "Monday"))):
        for column, text in enumerate(cells):
            table.cell(row, column).text = text
    assert outline(read(show)) == [
        "heading 2: Large words",
        "paragraph: Some prose, and more of it than of anything else.",
        "paragraph: Next line",
        "paragraph: In a group.",
        "table-cell g1: Class",
        "table-cell g1: Day",
        "table-cell g1 [Class / -]: Yoga",
        "table-cell g1 [Day / Yoga]: Monday",
    ]  # fmt: skip


def test_what_is_not_shown_is_left_out(show: Any) -> None:
    slide(show, 5, "Hidden").element.set("show", "0")
    spoken = slide(show, 5, "Shown")
    spoken.notes_slide.notes_text_frame.text = "Massage cures colic."
    document = read(show)
    assert outline(document) == ["heading 1: Shown"]
    assert [block.page for block in document.blocks] == [2]


PACKAGE = """<package xmlns="http://www.idpf.org/2007/opf"><manifest>
<item id="n" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>
<item id="b" href="text/b%20c.xhtml" media-type="application/xhtml+xml"/>
<item id="a" href="text/a.html" media-type="text/html"/>
<item id="s" href="s.css" media-type="text/css"/></manifest>
<spine><itemref idref="n"/><itemref idref="b"/><itemref idref="s"/><itemref idref="gone"/><itemref idref="a"/></spine>
</package>"""
BOOK = {
    "mimetype": "application/epub+zip",
    "META-INF/container.xml": '<container><rootfiles><rootfile full-path="OEBPS/p.opf"/></rootfiles></container>',
    "OEBPS/p.opf": PACKAGE,
    "OEBPS/nav.xhtml": "<html><body><h1>Contents</h1></body></html>",
    "OEBPS/text/b c.xhtml": '<?xml version="1.0"?><html><body><h1>One</h1><p>It isn&#8217;t.</p></body></html>',
    "OEBPS/text/a.html": "<html><body><h1>Two</h1><ul><li>a</li></ul><hr/><p>b</p></body></html>",
    "OEBPS/s.css": "p {}",
}  # fmt: skip


def test_chapters() -> None:
    document = read_document(zipped(BOOK), "book")
    assert outline(document) == [
        "heading 1: One",
        "paragraph: It isn’t.",
        "heading 1 s1: Two",
        "list-item 1 g1 s1: a",
        "paragraph s2: b",
    ]
    assert [sentence.position for sentence in document.sentences][1:3] == [Position(2, 1, 1), Position(1, 1, 2)]
