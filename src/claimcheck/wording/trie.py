"""A word trie for cue phrases: one walk finds all phrases that begin at a token, however many there are.

Cue phrases are combinations ("no (good|strong|clear) evidence (that|for|of)"): tens of thousands when written out,
but with few distinct endings, so equal subtries are kept once. A trie is plain nested dicts that `marshal` can store.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from claimcheck.text.folding import SLOT
from claimcheck.text.phrases import SLOT_WIDTH, Hit

#: word -> node; under `END` the payloads of the phrases that end here
Node = dict[str, Any]
END = ""
#: marks that a slot does not reach across
MARKS = frozenset(".,;:!?()–—")


def build(phrases: Iterable[tuple[tuple[str, ...], int]]) -> Node:
    """The trie of phrases (words, `SLOT` for a slot) with their payloads."""
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
    hits: list[Hit] = []
    for first, word in enumerate(words):
        node = root.get(word)
        if node is not None:
            hits.extend(Hit(first, last, payload) for last, payload in _walk(node, words, first + 1))
    return hits


def _walk(node: Node, words: Sequence[str], at: int) -> Iterator[tuple[int, int]]:
    for payload in node.get(END, ()):
        yield at, payload
    if at < len(words) and words[at] in node:
        yield from _walk(node[words[at]], words, at + 1)
    if SLOT in node:
        for width in range(SLOT_WIDTH):
            if at + width >= len(words) or words[at + width] in MARKS:
                return
            yield from _walk(node[SLOT], words, at + width + 1)
