"""A word trie: one walk finds all phrases that begin at a token, however many there are.

Thousands of phrases share their beginnings, and cue phrases are combinations ("no (good|strong|clear) evidence
(that|for|of)") with few distinct endings, so equal subtries are kept once. A trie is plain nested dicts that `marshal`
can store.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from claimcheck.text.folding import SLOT

#: word -> node; under `END` the payloads of the phrases that end here
Node = dict[str, Any]
END = ""
#: a slot (`X`) takes this many words at most
SLOT_WIDTH = 3
#: marks that a slot does not reach across
MARKS = frozenset(".,;:!?()–—")


class Hit(NamedTuple):
    """Tokens `first` to `last` (exclusive) read as the phrase with this payload."""

    first: int
    last: int
    payload: int


def build(phrases: Iterable[tuple[tuple[str, ...], Any]]) -> Node:
    """The trie of phrases (words, `SLOT` for a slot) with their payloads, which must be sortable plain data."""
    root: Node = {}
    for words, payload in phrases:
        node = root
        for word in words:
            node = node.setdefault(word, {})
        node[END] = tuple(sorted({payload, *node.get(END, ())}))
    return _shared(root, {})


def _shared(node: Node, seen: dict[tuple[tuple[str, object], ...], Node]) -> Node:
    """The same trie with equal subtries kept once."""
    for word, child in node.items():
        if word != END:
            node[word] = _shared(child, seen)
    key = tuple(sorted((word, child if word == END else id(child)) for word, child in node.items()))
    return seen.setdefault(key, node)


def find(root: Node, words: Sequence[str]) -> list[Hit]:
    """Every phrase that stands among the words, overlaps included."""
    return [
        Hit(first, last, payload)
        for first, word in enumerate(words)
        if word in root
        for last, payload in walk(root[word], words, first + 1)
    ]


def walk(node: Node, words: Sequence[str], at: int) -> list[tuple[int, Any]]:
    """Every phrase that goes on from this node at word `at`: where it ends (exclusive), and its payload."""
    found = [(at, payload) for payload in node[END]] if END in node else []
    if at < len(words) and words[at] in node:
        found += walk(node[words[at]], words, at + 1)
    if SLOT in node:
        for width in range(SLOT_WIDTH):
            if at + width >= len(words) or words[at + width] in MARKS:
                break
            found += walk(node[SLOT], words, at + width + 1)
    return found
