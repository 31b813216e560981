"""Puts the evidence base into the wheel: its YAML, and the compiled twin that opens it in a few milliseconds."""

from __future__ import annotations

import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class EvidenceHook(BuildHookInterface):
    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        if version == "editable":  # a checkout reads its own evidence folder
            return
        self._scratch = TemporaryDirectory()
        twin = Path(self._scratch.name, "_evidence.bin")
        twin.write_bytes(self._compiled())
        build_data["force_include"] |= {
            str(Path(self.root, "evidence")): "claimcheck/_evidence",
            str(twin): f"claimcheck/{twin.name}",
        }

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:
        if version != "editable":
            self._scratch.cleanup()

    def _compiled(self) -> bytes:
        sys.path.insert(0, str(Path(self.root, "src")))
        try:
            from claimcheck.evidence.shipping import compile_folder
            from claimcheck.session import SECTIONS

            return compile_folder(Path(self.root, "evidence"), SECTIONS)
        finally:
            sys.path.pop(0)
