"""What a wheel carries besides the YAML: the compiled twin of the shipped base, made at build time."""

from __future__ import annotations

from pathlib import Path

from claimcheck.evidence.base import EvidenceBase, Sections, section_part
from claimcheck.evidence.build import build_parts
from claimcheck.evidence.cache import shipped_signature
from claimcheck.evidence.files import Listed, list_files
from claimcheck.evidence.twin import pack


def compile_folder(directory: Path, sections: Sections) -> bytes:
    """The twin of one folder with all sections. Raises EvidenceErrors unless the base is sound."""
    listing = [Listed(directory, list_files(directory))]
    parts = build_parts(listing)
    base = EvidenceBase(parts, sections)
    made = {section_part(name): base.section(name) for name in sections}
    return pack(shipped_signature(listing), parts | made)
