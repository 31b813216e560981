"""Fetching one page: redirects followed by hand, each checked; size and time bounded."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from time import monotonic
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import SplitResult, urljoin

from claimcheck._version import __version__
from claimcheck.documents.limits import beyond
from claimcheck.documents.options import WebOptions
from claimcheck.documents.web.addresses import checked, resolved, shown
from claimcheck.errors import InputError

if TYPE_CHECKING:
    import httpx

AGENT = f"claimcheck/{__version__}"
_REDIRECTS = (301, 302, 303, 307, 308)
_ACCEPT = "text/html,application/xhtml+xml,text/markdown,text/plain,application/pdf;q=0.9,*/*;q=0.5"


class Answer(NamedTuple):
    """What a server has sent.

    Attributes:
        url: where it came from in the end.
        status: of the last answer.
        data: its body.
        content_type: without parameters, lower-cased; "" where the server said nothing.
        charset: as the server named it, or None.
    """

    url: str
    status: int
    data: bytes
    content_type: str
    charset: str | None


class Fetcher:
    """Keeps connections to the servers of a run."""

    def __init__(self, options: WebOptions) -> None:
        import httpx

        self._options = options
        self._client = httpx.Client(timeout=options.seconds, headers={"User-Agent": AGENT, "Accept": _ACCEPT})

    def get(self, url: str, limit: int | None = None, before: Callable[[str], object] = checked) -> Answer:
        """The answer under an address, whatever its status; `before` is called with each address on the way to it.

        Raises InputError where there is none within the bounds, and what `before` raises.
        """
        end = monotonic() + self._options.seconds
        target = url
        for _ in range(self._options.redirects + 1):
            parts = checked(target)
            before(target)
            answer, onward = self._once(parts, end, limit or self._options.file_bytes)
            if onward is None:
                return answer
            target = urljoin(target, onward)
        raise InputError(f"leads on more than {self._options.redirects} times", path=shown(url))

    def _once(self, parts: SplitResult, end: float, limit: int) -> tuple[Answer, str | None]:
        """One request: the answer, and where it leads on to."""
        import httpx

        path = shown(parts.geturl())
        numbers = resolved(parts, allow_private=self._options.allow_private)
        for number in numbers:
            try:
                with self._opened(parts, number) as response:
                    onward = response.headers.get("location") if response.status_code in _REDIRECTS else None
                    data = b"" if onward else b"".join(_bounded(response, path, end, limit))
                    return _answer(parts, response, data), onward
            except httpx.ConnectError as error:
                if number == numbers[-1]:
                    raise InputError(f"cannot be reached: {_reason(error)}", path=path) from error
            except (httpx.HTTPError, httpx.InvalidURL, httpx.StreamError) as error:
                raise InputError(f"cannot be fetched: {_reason(error)}", path=path) from error
        raise InputError("cannot be reached", path=path)

    def _opened(self, parts: SplitResult, number: str) -> _Opened:
        """A request to the very machine that was checked, under the name that the page was asked for."""
        import httpx

        url = httpx.URL(parts._replace(fragment="").geturl())
        return _Opened(
            self._client,
            self._client.build_request(
                "GET",
                url.copy_with(host=number),
                headers={"Host": url.netloc.decode("ascii")},
                extensions={"sni_hostname": parts.hostname},
            ),
        )


class _Opened:
    """An answer whose body is read piece by piece, closed at the end."""

    def __init__(self, client: httpx.Client, request: httpx.Request) -> None:
        self._response = client.send(request, stream=True)

    def __enter__(self) -> httpx.Response:
        return self._response

    def __exit__(self, *_: object) -> None:
        self._response.close()


def _bounded(response: httpx.Response, path: str, end: float, limit: int) -> Iterator[bytes]:
    size = 0
    for piece in response.iter_bytes():
        size += len(piece)
        if size > limit:
            raise beyond(f"is larger than {limit:,} bytes", "file-bytes", path)
        if monotonic() > end:
            raise beyond("was not sent in time", "web-seconds", path)
        yield piece


def _answer(parts: SplitResult, response: httpx.Response, data: bytes) -> Answer:
    kind = response.headers.get("content-type", "").partition(";")[0].strip().lower()
    return Answer(parts.geturl(), response.status_code, data, kind, response.charset_encoding)


def _reason(error: Exception) -> str:
    return " ".join(str(error).split())[:200] or type(error).__name__
