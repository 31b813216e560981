from __future__ import annotations

import socket

import pytest

from claimcheck.documents.web.addresses import checked, is_public, resolved
from claimcheck.documents.web.pace import Pace
from claimcheck.errors import InputError


@pytest.mark.parametrize(
    ("number", "public"),
    [
        ("93.184.216.34", True),
        ("2606:2800:220:1:248:1893:25c8:1946", True),
        ("127.0.0.1", False),
        ("10.1.2.3", False),
        ("172.16.0.1", False),
        ("192.168.1.1", False),
        ("169.254.169.254", False),
        ("100.64.0.1", False),
        ("0.0.0.0", False),
        ("224.0.0.1", False),
        ("::1", False),
        ("fe80::1%eth0", False),
        ("fd00::1", False),
        ("::ffff:127.0.0.1", False),
        ("::ffff:93.184.216.34", True),
        ("2002:7f00:1::", False),
        ("64:ff9b::7f00:1", False),
        ("64:ff9b::5db8:d822", True),
        ("nonsense", False),
    ],
)
def test_public_addresses(number: str, public: bool) -> None:
    assert is_public(number) is public


@pytest.mark.parametrize("host", ["127.0.0.1", "2130706433", "0x7f.1", "[::1]", "localhost", "[::ffff:10.0.0.1]"])
def test_this_machine_by_any_of_its_names(host: str) -> None:
    with pytest.raises(InputError, match=r"on a private network|is not known"):
        resolved(checked(f"http://{host}/"), allow_private=False)


def test_one_private_address_among_public_ones_is_enough(monkeypatch: pytest.MonkeyPatch) -> None:
    numbers = [(2, 1, 6, "", ("93.184.216.34", 80)), (2, 1, 6, "", ("10.0.0.1", 80))]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: numbers)
    with pytest.raises(InputError, match=r"example\.org is on a private network"):
        resolved(checked("http://example.org/"), allow_private=False)
    assert resolved(checked("http://example.org/"), allow_private=True) == ["93.184.216.34", "10.0.0.1"]


def test_pace() -> None:
    now = [0.0]
    waits: list[float] = []
    pace = Pace(clock=lambda: now[0], wait=waits.append)
    pace.keep("a", 2.0)
    now[0] = 0.5
    pace.keep("b", 2.0)
    pace.keep("a", 2.0)
    now[0] = 9.0
    pace.keep("a", 2.0)
    assert waits == [1.5]
