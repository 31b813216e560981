from __future__ import annotations

from reading import outline

from claimcheck.documents.options import ReadOptions
from claimcheck.documents.read import read_document

PAGE = """<html><head><title>Otters</title>
<meta name="Description" content="Massage &amp; more"><meta name="viewport" content="width=1">
<meta property="og:title" content='It helps'><meta content="It may help." property="og:description"/>
<script type="application/ld+json">{"@type": "Course", "name": "Otters", "description": "It isn\\u2019t a cure.",
  "review": [{"reviewBody": "It worked.", "url": "http://example.org"}]}</script>
<script type="application/ld+json">{broken</script><script>var description = "no";</script>
</head><body><p>Text.</p></body></html>"""


def test_what_is_meant_for_search_engines_is_read_when_asked_for() -> None:
    document = read_document(PAGE.encode(), "a.html", options=ReadOptions(page_meta=True))
    assert outline(document) == [
        "title: Otters",
        "meta: Massage & more",
        "meta: It helps",
        "meta: It may help.",
        "meta: It isn’t a cure.",
        "meta: It worked.",
        "paragraph: Text.",
    ]
    spans = [document.source[sentence.start : sentence.end] for sentence in document.sentences]
    assert spans[1:6] == ["Massage &amp; more", "It helps", "It may help.", "It isn\\u2019t a cure.", "It worked."]


def test_otherwise_it_is_not() -> None:
    assert outline(read_document(PAGE.encode(), "a.html")) == ["title: Otters", "paragraph: Text."]
