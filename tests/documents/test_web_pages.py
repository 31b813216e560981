"""Pages are fetched from a server on this machine."""

from __future__ import annotations

import gzip
from collections.abc import Callable, Iterator

import pytest
from serving import Reply, Site, serving

from claimcheck.documents.inputs import Inputs, find_inputs, read_input
from claimcheck.documents.model import Document
from claimcheck.documents.options import FindOptions, ReadOptions, WebOptions
from claimcheck.documents.web import visit
from claimcheck.documents.web.pace import Pace
from claimcheck.errors import InputError

pytest.importorskip("httpx", reason="httpx is not installed (extra web)")

XML = {"Content-Type": "application/xml"}
PACKED = {"Content-Type": "text/html", "Content-Encoding": "gzip"}
SITEMAP = b"""<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
<url><loc>/</loc></url><url><loc> /plain </loc></url><url><loc>/plain</loc></url>
<url><loc>http://example.org/other</loc></url></urlset>"""
INDEX = (
    b"""<sitemapindex><sitemap><loc>/one.xml.gz</loc></sitemap><sitemap><loc>/map.xml</loc></sitemap></sitemapindex>"""
)
PAGES: dict[str, Reply | str] = {
    "/": "<h1>Otters</h1><p>It isn’t a cure.</p>",
    "/old": Reply(b'<meta charset="utf-8"><p>isn\x92t', headers={"Content-Type": "text/html; charset=windows-1252"}),
    "/plain": Reply(b"One.\n\n- two", headers={"Content-Type": "text/plain"}),
    "/notes.md?raw=1": Reply(b"**b**", headers={"Content-Type": "text/plain"}),
    "/silent": Reply(b"<!doctype html><h2>b</h2>"),
    "/packed": Reply(gzip.compress(b"<p>Packed.</p>"), headers=PACKED),
    "/film": Reply(b"x", headers={"Content-Type": "video/mp4"}),
    "/gone": Reply(b"gone", 410),
    "/there": Reply(status=301, headers={"Location": "/"}),
    "/round": Reply(status=302, headers={"Location": "/round"}),
    "/file": Reply(status=302, headers={"Location": "file:///etc/passwd"}),
    "/secret": Reply(status=302, headers={"Location": "http://u:p@127.0.0.1/"}),
    "/hidden": Reply(status=302, headers={"Location": "/private/a"}),
    "/private/a": "<p>Private.</p>",
    "/endless": Reply(b"<p>" * 20_000, headers={"Content-Type": "text/html"}, endless=True),
    "/bomb": Reply(gzip.compress(b" " * 5_000_000), headers=PACKED),
    "/robots.txt": Reply(b"User-agent: *\nDisallow: /private\nCrawl-delay: 3\nSitemap: %s\n"),
    "/map.xml": Reply(INDEX, headers=XML),
    "/one.xml.gz": Reply(gzip.compress(SITEMAP)),
    "/bad.xml": Reply(b"<urlset><url>", headers=XML),
    "/laughs.xml": Reply(b'<!DOCTYPE a [<!ENTITY b "c">]><urlset><url><loc>&b;</loc></url></urlset>', headers=XML),
    "/empty.xml": Reply(b"<urlset></urlset>", headers=XML),
}  # fmt: skip


@pytest.fixture(scope="module")
def site() -> Iterator[Site]:
    with serving(PAGES) as running:
        robots = running.pages["/robots.txt"]
        running.pages["/robots.txt"] = robots._replace(body=robots.body % f"{running.url}/map.xml".encode())
        yield running


@pytest.fixture(autouse=True)
def waits(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[float]]:
    """The pauses that were made; nobody waits for them."""
    made: list[float] = []
    visit.visitor.cache_clear()
    monkeypatch.setattr(visit, "Pace", lambda: Pace(clock=lambda: 0.0, wait=made.append))
    yield made
    visit.visitor.cache_clear()


def read(url: str, **web: object) -> Document:
    options = WebOptions(**{"allow_private": True, **web})  # type: ignore[arg-type]
    (item,) = find_inputs([url]).inputs
    return read_input(item, options=ReadOptions(web=options))


def texts(document: Document) -> list[str]:
    return [sentence.text for sentence in document.sentences]


@pytest.mark.parametrize(
    ("path", "sentences"),
    [
        ("/", ["Otters", "It isn’t a cure."]),
        ("", ["Otters", "It isn’t a cure."]),
        ("/#part", ["Otters", "It isn’t a cure."]),
        ("/old", ["isn’t"]),
        ("/plain", ["One.", "two"]),
        ("/silent", ["b"]),
        ("/packed", ["Packed."]),
        ("/there", ["Otters", "It isn’t a cure."]),
    ],
)
def test_pages(site: Site, path: str, sentences: list[str]) -> None:
    document = read(site.url + path)
    assert texts(document) == sentences
    assert document.path == site.url + path


def test_the_name_tells_the_format_where_the_server_does_not(site: Site) -> None:
    assert [block.kind for block in read(f"{site.url}/notes.md?raw=1").blocks] == ["heading"]


def test_the_server_is_asked_by_its_name(site: Site) -> None:
    site.asked.clear()
    address = site.url.replace("127.0.0.1", "localhost")
    read(f"{address}/plain")
    assert site.asked == [(path, address.removeprefix("http://")) for path in ("/robots.txt", "/plain")]


@pytest.mark.parametrize(
    ("path", "web", "message"),
    [
        ("/nowhere", {}, "the server answered with status 404"),
        ("/gone", {}, "the server answered with status 410"),
        ("/film", {}, "is of the kind video/mp4, which is not read"),
        ("/round", {}, "leads on more than 5 times"),
        ("/there", {"redirects": 0}, "leads on more than 0 times"),
        ("/file", {}, "only http and https are fetched"),
        ("/secret", {}, "an address with a name or password in it is not fetched"),
        ("/private/a", {}, "the site's robots.txt asks not to fetch this page"),
        ("/hidden", {}, "the site's robots.txt asks not to fetch this page"),
        ("/endless", {"file_bytes": 100_000}, "is larger than 100,000 bytes"),
        ("/bomb", {"file_bytes": 100_000}, "is larger than 100,000 bytes"),
    ],
)  # fmt: skip
def test_what_is_not_read(site: Site, path: str, web: dict[str, object], message: str) -> None:
    with pytest.raises(InputError, match=message):
        read(site.url + path, **web)


def test_a_page_that_takes_too_long(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    from claimcheck.documents.web import fetch

    ticks = iter(range(0, 10_000, 100))
    monkeypatch.setattr(fetch, "monotonic", lambda: float(next(ticks)))
    with pytest.raises(InputError, match="was not sent in time"):
        read(f"{site.url}/endless")


def test_a_server_that_is_not_there() -> None:
    with serving({}) as gone:
        url = gone.url
    with pytest.raises(InputError, match="cannot be reached"):
        read(url)


def test_robots_that_cannot_be_read() -> None:
    with serving({"/robots.txt": Reply(status=503), "/": "x"}) as site, pytest.raises(InputError, match="status 503"):
        read(site.url)


def test_this_machine_is_private(site: Site) -> None:
    with pytest.raises(InputError) as caught:
        read(site.url, allow_private=False)
    assert str(caught.value) == (f"{site.url}: 127.0.0.1 is on a private network (--allow-private fetches it)")


def test_pauses_between_two_pages_of_a_machine(site: Site, waits: list[float]) -> None:
    read(f"{site.url}/plain", pause=1.0)
    read(f"{site.url}/packed", pause=1.0)
    assert waits == [3.0]
    read(f"{site.url}/plain", pause=1.0, longest_pause=2.0)
    read(f"{site.url}/packed", pause=1.0, longest_pause=2.0)
    assert waits == [3.0, 2.0]


@pytest.fixture
def walked() -> Callable[..., Inputs]:
    def walk(url: str, **web: object) -> Inputs:
        options = WebOptions(**{"allow_private": True, "sitemap": True, **web})  # type: ignore[arg-type]
        return find_inputs([url], options=FindOptions(web=options))

    return walk


@pytest.mark.parametrize("start", ["/map.xml", "/", "/about/us"])
def test_a_sitemap_names_the_pages(site: Site, walked: Callable[..., Inputs], start: str) -> None:
    found = walked(site.url + start)
    assert [item.display for item in found.inputs] == [f"{site.url}/", f"{site.url}/plain"]
    assert (found.failures, found.warnings) == ((), ())


def test_a_sitemap_is_bounded(site: Site, walked: Callable[..., Inputs]) -> None:
    found = walked(f"{site.url}/map.xml", pages=1)
    assert [item.display for item in found.inputs] == [f"{site.url}/"]
    assert found.warnings == (
        f"{site.url}/map.xml: only the first 1 pages of its sitemap are read (--limit web-pages=N allows more)",
    )


def test_an_empty_sitemap(site: Site, walked: Callable[..., Inputs]) -> None:
    found = walked(f"{site.url}/empty.xml")
    assert (found.inputs, found.warnings) == ((), (f"{site.url}/empty.xml: its sitemap names no page",))


@pytest.mark.parametrize(
    ("path", "message"),
    [
        ("/bad.xml", "is no sitemap: no element found"),
        ("/laughs.xml", "is no sitemap: it declares a document type"),
        ("/none.xml", "the server answered with status 404"),
    ],
)
def test_broken_sitemaps(site: Site, walked: Callable[..., Inputs], path: str, message: str) -> None:
    (failure,) = walked(site.url + path).failures
    assert message in str(failure)


@pytest.mark.parametrize(
    "url",
    [
        "ftp://example.org/",
        "file:///etc/hostname",
        "http://",
        "http://[::1",
        "https://user:word@example.org/",
        "http://a:b/",
    ],
)
def test_what_is_no_address(url: str) -> None:
    found = find_inputs([url])
    assert found.inputs == ()
    assert "word" not in str(found.failures[0]) or "password" in str(found.failures[0])
