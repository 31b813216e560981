"""Opening a base with everything that other rooms compile from it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from claimcheck.evidence.base import EvidenceBase


def _lexicon(base: EvidenceBase) -> bytes:
    from claimcheck.matching.vocabulary import compile_lexicon

    return compile_lexicon(base)


def _cues(base: EvidenceBase) -> bytes:
    from claimcheck.text.folding import Folder
    from claimcheck.wording.cues import compile_cues

    return compile_cues(base.language, Folder(base.language.folding))


def _references(base: EvidenceBase) -> bytes:
    from claimcheck.wording.references import compile_references

    return compile_references(base)


#: what the compiled twin keeps besides the records; the number is the format of the section
SECTIONS: Mapping[str, Callable[[EvidenceBase], bytes]] = {
    "lexicon-7": _lexicon,
    "cues-2": _cues,
    "references-1": _references,
}


def open_base(directories: Sequence[Path] = (), *, shipped: bool = True) -> EvidenceBase:
    """The shipped evidence with the given folders added, compiled sections included.

    Raises:
        EvidenceErrors: everything that is wrong with the folders.
    """
    from claimcheck.evidence.base import load_evidence

    return load_evidence(directories, shipped=shipped, sections=SECTIONS)
