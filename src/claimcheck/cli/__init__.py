"""The command line. Nothing in the package imports it."""

from __future__ import annotations

from claimcheck.cli.run import main

__all__ = ["main"]
