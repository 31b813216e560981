"""What the command line, the environment and the configuration came to."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

import typer

from claimcheck.project.config import Config
from claimcheck.project.plan import Plan

if TYPE_CHECKING:
    from claimcheck.project.keys import Value

#: where a value comes from when the user gave it for this run
_GIVEN: Final = ("COMMANDLINE", "ENVIRONMENT")
#: the keys that a configuration section may set for some files only
_KEYS: Final = ("policy", "fail-on", "baseline")


def plan_of(ctx: typer.Context, *, diff: str | None = None, suppress: bool = True, exclude: bool = True) -> Plan:
    """The plan of the run that a command line asks for."""
    config = ctx.obj if isinstance(ctx.obj, Config) else Config()
    given: dict[str, Value] = {}
    for name in _KEYS:
        parameter = name.replace("-", "_")
        source = ctx.get_parameter_source(parameter)
        if source is not None and source.name in _GIVEN:
            value = ctx.params[parameter]
            given[name] = str(value) if isinstance(value, Path) else value
    return Plan(config, given, suppress=suppress, exclude=exclude, diff=diff)
