"""Documents as short texts, for comparing whole outputs."""

from __future__ import annotations

from claimcheck.documents.model import Block, Document
from claimcheck.documents.positions import folded


def outline(document: Document) -> list[str]:
    """One line a block: kind, level, group, quoted, section, heads of a cell, then its folded text."""
    return [f"{_label(block)}: {folded(block.text, block.offsets)[0]}" for block in document.blocks]


def _label(block: Block) -> str:
    parts = [block.kind.value]
    if block.level:
        parts.append(str(block.level))
    if block.group:
        parts.append(f"g{block.group}")
    if block.quoted:
        parts.append("quoted")
    if block.section:
        parts.append(f"s{block.section}")
    if block.column_head or block.row_head:
        parts.append(f"[{block.column_head or '-'} / {block.row_head or '-'}]")
    return " ".join(parts)
