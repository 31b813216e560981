"""The report as Markdown."""

from __future__ import annotations

from markdown_it import MarkdownIt

from claimcheck.report import Report
from claimcheck.reports.markdown import escape, render
from claimcheck.reports.options import RenderOptions


def test_the_table_shows_the_words_as_they_stand(report: Report) -> None:
    html = MarkdownIt("commonmark").enable("table").render(render(report, RenderOptions(failed_on="unsupported")))
    assert "<h2>flyer.txt</h2>" in html
    assert "<td>Foot baths cure tiredness.</td>" in html
    assert '<a href="https://doi.org/10.1000/182">Weary et al. 2001</a>; Board 2015' in html
    assert "<strong>not checked</strong> photo.png: not text" in html
    assert "Failed on: unsupported (--fail-on unsupported)." in html


def test_hostile_copy_makes_no_markup(hostile: Report) -> None:
    html = MarkdownIt("commonmark").enable("table").render(render(hostile, RenderOptions()))
    assert "<script>" not in html
    assert "<code>" not in html
    assert html.count("<tr>") == 3


def test_escaping_is_undone_by_a_reader() -> None:
    text = "a*b_c [x](y) #1 <b> | `q` ~ @me 1. 2) - + !"
    assert MarkdownIt("commonmark").renderInline(escape(text)) == text.replace("<b>", "&lt;b&gt;")
