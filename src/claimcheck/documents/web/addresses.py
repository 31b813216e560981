"""Which addresses may be fetched: http and https, on machines that anybody on the net can reach."""

from __future__ import annotations

import socket
from ipaddress import IPv4Address, IPv6Address, ip_address
from urllib.parse import SplitResult, urlsplit

from claimcheck.errors import InputError

_SCHEMES = ("http", "https")
_LONGEST = 4_000


def checked(url: str) -> SplitResult:
    """The parts of an address. Raises InputError for other schemes, passwords and what is no address at all."""
    try:
        parts = urlsplit(url)
        _ = parts.port
    except ValueError as error:
        raise InputError(f"is no web address: {error}", path=shown(url)) from error
    if parts.scheme.lower() not in _SCHEMES:
        raise InputError("only http and https are fetched", path=shown(url))
    if not parts.hostname or len(url) > _LONGEST:
        raise InputError("is no web address", path=shown(url))
    if parts.username is not None or parts.password is not None:
        raise InputError("an address with a name or password in it is not fetched", path=shown(url))
    return parts


def shown(url: str) -> str:
    """An address as reports show it, without a password."""
    scheme, slashes, rest = url.partition("://")
    host, slash, path = rest.partition("/")
    return f"{scheme}{slashes}{host.rpartition('@')[2]}{slash}{path}"[:_LONGEST]


def resolved(parts: SplitResult, *, allow_private: bool) -> list[str]:
    """The numeric addresses of a page's machine; whoever connects to them connects to what was checked.

    Raises InputError where there is none, or where one is private and that is not allowed.
    """
    host = parts.hostname or ""
    port = parts.port or (443 if parts.scheme.lower() == "https" else 80)
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise InputError(f"the machine {host} is not known", path=shown(parts.geturl())) from error
    numbers = list(dict.fromkeys(str(entry[4][0]) for entry in found))
    if not allow_private and not all(is_public(number) for number in numbers):
        raise InputError(
            f"{host} is on a private network", path=shown(parts.geturl()), hint="--allow-private fetches it"
        )
    return numbers


def is_public(number: str) -> bool:
    """Whether a numeric address belongs to the open net, also where it is wrapped in another."""
    try:
        address = ip_address(number.partition("%")[0])
    except ValueError:
        return False
    return all(inner.is_global and not inner.is_multicast for inner in _layers(address))


def _layers(address: IPv4Address | IPv6Address) -> list[IPv4Address | IPv6Address]:
    """An address and those inside it: IPv4 mapped or tunnelled, and translated (64:ff9b::/96)."""
    if isinstance(address, IPv4Address):
        return [address]
    wrapped = [address.ipv4_mapped, address.sixtofour, *(address.teredo or ())]
    if int(address) >> 32 == 0x64FF9B << 64:
        wrapped.append(IPv4Address(int(address) & 0xFFFFFFFF))
    inner = [found for found in wrapped if found is not None]
    return list(inner) if address.ipv4_mapped else [address, *inner]
