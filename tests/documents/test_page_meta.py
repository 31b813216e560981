from __future__ import annotations

from reading import outline

from claimcheck.documents.options import ReadOptions
from claimcheck.documents.read import read_document

PAGE = """<html><head><title>Otters</title>
<meta name="Description" content="Massage &amp; more"><meta name="viewport" content="width=1">
<meta property="og:title" content='It helps'>
<meta name="twitter:title" content="It  helps"><meta content="It may help." property="og:description"/>
<script type="application/ld+json">{"@type": "Course", "name": "Otters", "description": "It isn\\u2019t a cure.",
  "review": [{"reviewBody": "It worked.", "url": "http://example.org"}]}</script>
<script type="application/ld+json">{broken</script><script>var description = "no";</script>
<meta property="og:image:alt" content="Text."></head><body><p>Text.</p></body></html>"""


def test_what_a_page_says_of_itself_each_once() -> None:
    document = read_document(PAGE.encode(), "a.html", options=ReadOptions(json_ld=True))
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


def test_json_ld_only_when_asked_for() -> None:
    assert outline(read_document(PAGE.encode(), "a.html")) == [
        "title: Otters",
        "meta: Massage & more",
        "meta: It helps",
        "meta: It may help.",
        "paragraph: Text.",
    ]
