"""A web server on this machine whose pages are a test's."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import NamedTuple


class Reply(NamedTuple):
    """What is sent: a body in pieces without end if it must be, a status, headers."""

    body: bytes = b""
    status: int = 200
    headers: Mapping[str, str] = {}
    endless: bool = False


class Site(NamedTuple):
    """A running server: its address, its pages, and the paths and hosts that were asked for."""

    url: str
    pages: dict[str, Reply]
    asked: list[tuple[str, str]]


@contextmanager
def serving(pages: Mapping[str, Reply | str]) -> Iterator[Site]:
    """Serves the pages; texts are HTML, other paths are not found."""
    replies = {
        path: Reply(page.encode(), headers={"Content-Type": "text/html; charset=utf-8"})
        if isinstance(page, str)
        else page
        for path, page in pages.items()
    }
    asked: list[tuple[str, str]] = []

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append((self.path, self.headers.get("Host", "")))
            reply = replies.get(self.path, Reply(b"not here", 404))
            self.send_response(reply.status)
            for name, value in reply.headers.items():
                self.send_header(name, value)
            self.end_headers()
            try:
                self.wfile.write(reply.body)
                while reply.endless:
                    self.wfile.write(reply.body)
            except OSError:  # whoever asked has had enough
                self.close_connection = True

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    try:
        yield Site(f"http://127.0.0.1:{server.server_port}", replies, asked)
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
