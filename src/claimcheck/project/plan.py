"""What a run is to do besides checking: what the command line, the environment and the configuration came to."""

from __future__ import annotations

from dataclasses import field
from pathlib import Path
from typing import TYPE_CHECKING

from claimcheck.frozen import dataclass
from claimcheck.project.config import Config

if TYPE_CHECKING:
    from claimcheck.project.keys import Value


@dataclass(frozen=True)
class Plan:
    """The plan of one run.

    Attributes:
        config: the configuration file, an empty one where there is none.
        given: what flags and environment variables said, by key; no `[[paths]]` section goes before it.
        suppress: whether directives and ignores act.
        exclude: whether the globs under `exclude` act.
        diff: report only what was touched since this git revision.
        keep_text: whether the reports need the text of the documents.
        keep_trace: whether the reports need to know how each finding came about.
    """

    config: Config = field(default_factory=Config)
    given: dict[str, Value] = field(default_factory=dict)
    suppress: bool = True
    exclude: bool = True
    diff: str | None = None
    keep_text: bool = False
    keep_trace: bool = True

    def value(self, name: str) -> Value:
        """What holds for the whole run, None where nobody said anything."""
        return self.given.get(name, self.config.settings.get(name))

    def for_path(self, path: str, name: str) -> Value:
        """What holds for one document."""
        return self.given[name] if name in self.given else self.config.for_path(path, name)

    def policy(self, path: str) -> str:
        """The name or file of the policy for one document."""
        return str(self.for_path(path, "policy") or "standard")

    def fail_on(self, path: str) -> str:
        """The level that fails the run when it is found in one document."""
        return str(self.for_path(path, "fail-on") or "unsupported")

    def blocks(self, path: str) -> frozenset[str] | None:
        """The kinds of blocks that are checked in one document; None means all."""
        kinds = self.for_path(path, "blocks")
        return None if kinds is None else frozenset(self._texts(kinds))

    def excluded_claims(self, path: str) -> frozenset[str]:
        """The claims that are not reported for one document."""
        return frozenset(self._texts(self.for_path(path, "exclude-claims")))

    def excludes(self, path: str) -> bool:
        """Whether a document is not to be checked."""
        patterns = self._texts(self.value("exclude"))
        if not (self.exclude and patterns):
            return False
        from claimcheck.project.globs import matches

        return matches(self.config.relative(path), patterns)

    def path(self, name: str) -> Path | None:
        """A file that the plan names."""
        value = self.value(name)
        return Path(str(value)) if value else None

    @staticmethod
    def _texts(value: Value) -> tuple[str, ...]:
        return value if isinstance(value, tuple) else ()
