"""Hashes are those of the standard library, wherever their code comes from."""

from __future__ import annotations

import subprocess
import sys
from hashlib import sha256
from importlib import import_module
from types import ModuleType

import pytest

from claimcheck.text import digests


@pytest.mark.parametrize("text", ["", "abc", "naïve – “quoted”", "x" * 1000])
def test_it_is_sha256(text: str) -> None:
    assert digests.sha256_hex(text, 16) == sha256(text.encode()).hexdigest()[:16]


def test_hashlib_serves_where_there_is_no_leaner_code(monkeypatch: pytest.MonkeyPatch) -> None:
    def without_lean(name: str) -> ModuleType:
        if name != "hashlib":
            raise ImportError(name)
        return import_module(name)

    monkeypatch.setattr(digests, "import_module", without_lean)
    digests._maker.cache_clear()
    assert digests.sha256_hex("abc", 8) == sha256(b"abc").hexdigest()[:8]
    digests._maker.cache_clear()


@pytest.mark.skipif(sys.implementation.name != "cpython", reason="other Pythons may have no code of their own")
def test_openssl_is_not_loaded() -> None:
    program = (
        "import sys; from claimcheck.text import digests as d; d.sha256_hex('', 8); print('_hashlib' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout == "False\n"
