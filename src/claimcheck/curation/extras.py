"""Libraries that only curators need: they come with `claimcheck[curate]`."""

from __future__ import annotations

from importlib import import_module
from typing import Any

from claimcheck.errors import UsageError


def extra(module: str, purpose: str) -> Any:
    """A module of an optional library.

    Raises:
        UsageError: it is not installed; the hint says how to.
    """
    try:
        return import_module(module)
    except ImportError:
        name = module.partition(".")[0]
        raise UsageError(
            f"{purpose} needs {name}, which is not installed", hint="pip install 'claimcheck[curate]'"
        ) from None
