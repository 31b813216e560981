"""`claimcheck config`: what is in force, and what a configuration may say."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable
from typing import TYPE_CHECKING, Annotated, Any

import typer

from claimcheck.cli import options
from claimcheck.cli.cards import show
from claimcheck.cli.configured import load_config
from claimcheck.cli.exits import ExitStatus
from claimcheck.cli.groups import group
from claimcheck.cli.help import INPUT, HelpCommand, examples
from claimcheck.cli.output import write_file, write_standard_output

if TYPE_CHECKING:
    from claimcheck.project.config import Config
    from claimcheck.project.effective import Setting
    from claimcheck.reports.card import Card

app = group(
    "Show the settings in force, and what a configuration may say.",
    examples("claimcheck config show", "claimcheck config schema"),
)


@app.command(
    "show", cls=HelpCommand, epilog=examples("claimcheck config show", "claimcheck config show examples -f json")
)
def show_config(
    path: Annotated[
        str, typer.Argument(metavar="[PATH]", help="Where the search for a file begins.", rich_help_panel=INPUT)
    ] = ".",
    format: options.CardFormat = "human",
    color: options.Color = "auto",
    config: options.ConfigFile = None,
    no_config: options.NoConfig = False,
) -> ExitStatus:
    """Show every setting in force and where it comes from.

    Flags of a run go before environment variables, these before the file, the file before the defaults.
    """
    from claimcheck.reports.cards import render_card

    found = load_config(path, str(config) if config else None, none=no_config)
    return show(format, color, text=lambda style: render_card(_card(found), style), data=lambda: _data(found))


@app.command(
    "schema",
    cls=HelpCommand,
    epilog=examples("claimcheck config schema", "claimcheck config schema --output config.json"),
)
def schema(output: options.Output = None) -> ExitStatus:
    """Print the JSON Schema of a configuration, for editors."""
    from claimcheck.project.config_schema import config_schema

    text = json.dumps(config_schema(), indent=2, ensure_ascii=False) + "\n"
    if output:
        write_file(output, text)
    else:
        write_standard_output(text)
    return ExitStatus.OK


def _card(config: Config) -> Card:
    from claimcheck.project.effective import effective, sections
    from claimcheck.reports.card import Card, section

    parts = [section("Settings", _table(effective(config, os.environ)))]
    parts += [section(f"For {match}", _table(settings)) for match, settings in sections(config)]
    return Card(f"Configuration: {config.path or 'none'}", sections=tuple(part for found in parts for part in found))


def _table(settings: Iterable[Setting]) -> Any:
    from claimcheck.reports.card import Row, Table

    rows = (Row((setting.key, _written(setting.value), setting.source)) for setting in settings)
    return Table(("key", "value", "from"), tuple(rows))


def _written(value: object) -> str:
    """A value as the file would have it."""
    if value is None:
        return "–"
    return json.dumps(list(value) if isinstance(value, tuple) else value, ensure_ascii=False)


def _data(config: Config) -> dict[str, Any]:
    from claimcheck.project.effective import effective, sections

    return {
        "file": str(config.path) if config.path else None,
        "settings": [_setting(setting) for setting in effective(config, os.environ)],
        "sections": [
            {"match": match, "settings": [_setting(setting) for setting in settings]}
            for match, settings in sections(config)
        ],
    }


def _setting(setting: Setting) -> dict[str, Any]:
    value = list(setting.value) if isinstance(setting.value, tuple) else setting.value
    return {"key": setting.key, "value": value, "source": setting.source}
