"""What is in force, and who said so: the environment, the configuration, or nobody."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from claimcheck.frozen import dataclass
from claimcheck.project.config import Config
from claimcheck.project.keys import KEYS, Key, Value


@dataclass(frozen=True)
class Setting:
    """A key with its value in force, and where it comes from."""

    key: str
    value: Value
    source: str


def effective(config: Config, environ: Mapping[str, str]) -> tuple[Setting, ...]:
    """Every key of the table; flags of a run go before all of them."""
    return tuple(_setting(key, config, environ) for key in KEYS)


def sections(config: Config) -> Iterator[tuple[str, tuple[Setting, ...]]]:
    """The sections of the file: their globs, and what they set."""
    for section in config.sections:
        settings = (Setting(name, value, str(config.path)) for name, value in section.settings.items())
        yield ", ".join(section.match), tuple(settings)


def _setting(key: Key, config: Config, environ: Mapping[str, str]) -> Setting:
    if key.variable and (said := environ.get(key.variable)):
        # several folders in one variable are split at white space, as the command line does it
        return Setting(key.name, tuple(said.split()) if key.kind == "paths" else said, key.variable)
    if key.name in config.settings:
        return Setting(key.name, config.settings[key.name], str(config.path))
    return Setting(key.name, key.default, "default")
