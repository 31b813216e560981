"""JSON Lines -> blocks."""

from __future__ import annotations

from claimcheck.documents.data.records import read_lines as read

__all__ = ["read"]
