"""What a configuration says, of a run and of a single file."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import field
from pathlib import Path
from typing import TYPE_CHECKING

from claimcheck.frozen import dataclass

if TYPE_CHECKING:
    from claimcheck.project.keys import Value


@dataclass(frozen=True)
class Section:
    """What holds for some of the files: the globs that mean them, and the keys that differ."""

    match: tuple[str, ...]
    settings: Mapping[str, Value]


@dataclass(frozen=True)
class Config:
    """A configuration file as it was read; `path` is None where there is none.

    Paths among the values are relative to the working folder, globs to the folder of the file.
    """

    path: Path | None = None
    settings: Mapping[str, Value] = field(default_factory=dict)
    sections: tuple[Section, ...] = ()

    def relative(self, path: str) -> str:
        """A path of the report as the globs of this file see it."""
        folder = self.path.parent if self.path else "."
        return os.path.relpath(path, folder).replace(os.sep, "/")

    def for_path(self, path: str, name: str) -> Value:
        """What a key says of one file: the last section that means the file and has the key, else the top."""
        if self.sections:
            from claimcheck.project.globs import matches

            seen = self.relative(path)
            for section in reversed(self.sections):
                if name in section.settings and matches(seen, section.match):
                    return section.settings[name]
        return self.settings.get(name)
