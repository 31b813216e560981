"""A command whose options take their defaults from the project's configuration."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

from claimcheck.cli.help import HelpCommand
from claimcheck.project.config import Config
from claimcheck.project.discovery import find_config

VARIABLE: Final = "CLAIMCHECK_CONFIG"
#: what other commands than those that check have in common with them
_SHARED: Final = ("evidence", "policy", "color")


class ConfiguredCommand(HelpCommand):
    """Flags go before environment variables, these before the file, the file before the defaults."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Look at the arguments once for the paths and for `--config`, and again with the file's values as defaults."""
        given, _, _ = self.make_parser(ctx).parse_args(list(args))
        if not (given.get("help") or ctx.resilient_parsing):
            config = _config(given)
            checks = any(parameter.name == "fail_on" for parameter in self.params)
            ctx.obj = config
            ctx.default_map = {
                name.replace("-", "_"): list(value) if isinstance(value, tuple) else value
                for name, value in config.settings.items()
                if checks or name in _SHARED
            }
        rest: list[str] = super().parse_args(ctx, args)
        return rest


def _config(given: Mapping[str, Any]) -> Config:
    paths = given.get("paths") or ["."]
    first = given.get("stdin_filename") or "." if paths[0] == "-" else paths[0]
    return load_config(first, given.get("config"), none=bool(given.get("no_config")))


def load_config(first: str, named: str | None, *, none: bool = False) -> Config:
    """The configuration that was named, or the nearest one upward from a path, or an empty one.

    Raises:
        ConfigError: it cannot be used; one that was named must be there.
    """
    named = named or os.environ.get(VARIABLE) or None
    path = None if none else Path(named) if named else find_config(first)
    if path is None:
        return Config()
    from claimcheck.project.config_file import read_config

    return read_config(path)
