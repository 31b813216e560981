"""What a finding is known by from run to run: its file, its claim and its words, never its line."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from claimcheck.text.digests import sha256_hex
from claimcheck.text.folding import folded_key


def fingerprint(path: str, claim: str, text: str, occurrence: int) -> str:
    """16 hex digits of path, claim, folded sentence and its occurrence number (from 1) in the document."""
    return sha256_hex("\n".join((path, claim, folded_key(text), str(occurrence))), 16)


def fingerprints(path: str, claim: str, texts: Iterable[str]) -> list[str]:
    """The fingerprints of the sentences of one document that share a claim, in reading order."""
    seen: Counter[str] = Counter()
    found = []
    for text in texts:
        key = folded_key(text)
        seen[key] += 1
        found.append(fingerprint(path, claim, text, seen[key]))
    return found
