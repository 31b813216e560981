"""Folders -> sources: files are parsed and bound; a later folder's records take the place of earlier ones."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, NamedTuple

from claimcheck.errors import EvidenceError
from claimcheck.evidence import model
from claimcheck.evidence.bind import WRONG, Spot, reader
from claimcheck.evidence.files import MANIFEST, PARTS, BaseFile
from claimcheck.evidence.load import parse_yaml
from claimcheck.evidence.merging import merged
from claimcheck.evidence.nearest import did_you_mean
from claimcheck.evidence.nodes import Entries, Items, Node, Scalar, as_data, line_of
from claimcheck.evidence.problems import Problem, from_error
from claimcheck.evidence.sources import Sourced, Sources

#: the parts that the manifest's `replaces` may name
REPLACEABLE = ("studies", "claims", "concepts")


class RecordList(NamedTuple):
    """Files that hold a list of records of one kind under one key."""

    key: str
    kind: str
    type: type


_LISTS = {
    "claims": RecordList("claims", "claim", model.Claim),
    "concepts": RecordList("concepts", "concept", model.Concept),
}
_LANGUAGE_LISTS = {
    "relations": RecordList("relations", "relation", model.Relation),
    "lead_ins": RecordList("lead_ins", "lead-in", model.LeadIn),
    "cues": RecordList("cues", "cue", model.CueGroup),
}


class Folder(NamedTuple):
    """An evidence folder and the bytes of its files."""

    root: Path
    contents: Sequence[tuple[BaseFile, bytes]]


def gather(folders: Iterable[Folder]) -> Sources:
    """Reads folders in order. Mistakes are collected in `problems`, not raised."""
    sources = Sources()
    for folder in folders:
        _Overlay(sources).read(folder)
    return sources


class _Overlay:
    """Lays one folder over what was read before."""

    def __init__(self, sources: Sources) -> None:
        self._sources = sources
        self._problems = sources.problems
        self._own: dict[str, dict[str, str]] = {}

    def read(self, folder: Folder) -> None:
        self._sources.root = folder.root.as_posix()
        trees = list(self._parse(folder.contents))
        for file, tree in sorted(trees, key=lambda pair: pair[0].name != MANIFEST):
            self._file(file, tree)
        self._misspelt_parts(folder.root)

    def _parse(self, contents: Sequence[tuple[BaseFile, bytes]]) -> Iterator[tuple[BaseFile, Node]]:
        for file, data in contents:
            try:
                yield file, parse_yaml(data, file.path)
            except EvidenceError as error:
                self._problems.append(from_error(error, "not-readable"))
                self._not_read(file)

    def _not_read(self, file: BaseFile) -> None:
        """Remembers what cannot be known now, so that nothing is called dangling for it."""
        if file.part == "studies":
            self._sources.broken.setdefault("study", set()).add(file.stem)
        elif file.part in _LISTS:
            self._sources.unread.add(_LISTS[file.part].kind)

    def _file(self, file: BaseFile, tree: Node) -> None:
        if file.name == MANIFEST:
            self._manifest(file, tree)
        elif file.part == "studies":
            self._record("study", model.Study, file, tree)
        elif file.part in _LISTS:
            self._list(_LISTS[file.part], file, tree)
        elif file.part == "policy":
            self._sources.policies[file.stem] = as_data(tree)
        elif file.part == "language":
            self._language_file(file, tree)
        else:
            hint = f"the folders of a base are {', '.join(PARTS)}"
            self._note(file, tree.line, "unknown-file", "is no part of an evidence base", hint)

    def _note(self, file: BaseFile, line: int, code: str, message: str, hint: str | None = None) -> None:
        self._problems.append(Problem("error", file.path, line, "", code, message, hint))

    def _misspelt_parts(self, root: Path) -> None:
        for entry in sorted(root.iterdir()):
            hint = did_you_mean(entry.name, PARTS) if entry.is_dir() and entry.name not in PARTS else None
            if hint and not entry.name.startswith("."):
                message = "is no part of an evidence base"
                self._problems.append(Problem("error", entry.as_posix(), None, "", "unknown-file", message, hint))

    def _manifest(self, file: BaseFile, tree: Node) -> None:
        manifest = self._bind(model.EvidenceManifest, "base", file, tree)
        if manifest is None:
            return
        for number, part in enumerate(manifest.record.replaces):
            if part in REPLACEABLE:
                getattr(self._sources, part).clear()
            else:
                hint = did_you_mean(part, REPLACEABLE)
                message = f'replaces must name {", ".join(REPLACEABLE)}; not "{part}"'
                line = line_of(tree, "replaces", number)
                self._problems.append(Problem("error", file.path, line, "base", "unknown-value", message, hint))
        self._sources.manifest = manifest

    def _language_file(self, file: BaseFile, tree: Node) -> None:
        manifest = self._sources.manifest
        if manifest and not file.name.startswith(f"language/{manifest.record.language}/"):
            return
        family = next((name for name in _LANGUAGE_LISTS if file.stem.startswith(name)), None)
        if family:
            self._list(_LANGUAGE_LISTS[family], file, tree)
        elif file.stem == "folding":
            self._folding(self._bind(model.FoldingRules, "folding", file, tree))
        else:
            data = self._sources.language_data
            data[file.stem] = merged(data.get(file.stem), as_data(tree))

    def _folding(self, later: Sourced[model.FoldingRules] | None) -> None:
        """A later folder adds to the folding rules of an earlier one."""
        earlier = self._sources.folding
        if earlier and later:
            rules = model.FoldingRules(
                merged(earlier.record.variants, later.record.variants),
                merged(earlier.record.compounds, later.record.compounds),
                merged(earlier.record.skip, later.record.skip),
            )
            later = replace(later, record=rules)
        self._sources.folding = later or earlier

    def _list(self, kind: RecordList, file: BaseFile, tree: Node) -> None:
        if isinstance(tree, Scalar) and tree.is_null:
            return
        keys = tree.entries if isinstance(tree, Entries) else {}
        for key in [key for key in keys if key != kind.key]:
            hint = did_you_mean(key, [kind.key])
            self._note(file, keys[key][0], "unknown-key", f'unknown key "{key}"', hint)
        items = tree.get(kind.key) if isinstance(tree, Entries) else None
        if isinstance(items, Items):
            for item in items.items:
                self._record(kind.kind, kind.type, file, item)
        else:
            self._sources.unread.add(kind.kind)
            if kind.key in keys or not keys:
                self._note(file, tree.line, "wrong-type", f'must hold a list under "{kind.key}"')

    def _record(self, kind: str, cls: type, file: BaseFile, node: Node) -> None:
        given = node.get("id") if isinstance(node, Entries) else None
        name = given.text if isinstance(given, Scalar) and given.text else file.stem
        own = self._own.setdefault(kind, {})
        if name in own:
            hint = f"first given in {own[name]}"
            label = f"{kind} {name}"
            self._problems.append(Problem("error", file.path, node.line, label, "duplicate-id", "duplicate id", hint))
            return
        own[name] = f"{file.path}:{node.line}"
        record = self._bind(cls, f"{kind} {name}", file, node)
        if record is None:
            self._sources.broken.setdefault(kind, set()).add(name)
        else:
            self._sources.table(kind)[name] = record

    def _bind(self, cls: type, label: str, file: BaseFile, node: Node) -> Sourced[Any] | None:
        record = reader(cls)(node, Spot(file.path, label, self._problems))
        return None if record is WRONG else Sourced(record, label, file.path, node)
