"""SHA-256 of short texts without OpenSSL, which takes longer to load than a page takes to read."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from importlib import import_module
from typing import Any, Final

#: where the interpreter keeps the code that hashlib falls back on, newest first
_LEAN: Final = ("_sha2", "_sha256")


def sha256_hex(text: str, digits: int) -> str:
    """The first hex digits of the SHA-256 of a text in UTF-8."""
    digest: str = _maker()(text.encode()).hexdigest()
    return digest[:digits]


@cache
def _maker() -> Callable[[bytes], Any]:
    for name in (*_LEAN, "hashlib"):
        try:
            maker: Callable[[bytes], Any] = import_module(name).sha256
        except ImportError:
            continue
        return maker
    raise ImportError("this Python has no SHA-256")
