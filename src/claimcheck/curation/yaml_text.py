"""Pieces of YAML, quoted where they must be."""

from __future__ import annotations

from typing import Any

import yaml

from claimcheck.evidence.model import Csl
from claimcheck.evidence.references import csl_item

_WIDTH = 116


def on_one_line(value: object) -> str:
    """A scalar, list or mapping in flow style."""
    text: str = yaml.safe_dump(value, default_flow_style=True, allow_unicode=True, width=float("inf"), sort_keys=False)
    return text.removesuffix("\n").removesuffix("\n...")


def csl_block(csl: Csl) -> str:
    """A reference as the lines below `csl:`."""
    item = {**csl_item(csl), "issued": csl.issued}
    lines = [f"  {key}:{_value(key, value)}" for key, value in item.items()]
    return "\n".join(lines)


def _value(key: str, value: Any) -> str:
    if key != "author":
        return f" {on_one_line(value)}"
    return "".join(f"\n    - {on_one_line(name)}" for name in value) or " []"
