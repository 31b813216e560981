"""Files of references -> skeletons of studies, one for each paper that the base does not hold."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path

from claimcheck.curation.entries import Entry
from claimcheck.curation.exchange import format_of, module_of
from claimcheck.curation.known import Known, paper_keys
from claimcheck.curation.names import study_id
from claimcheck.curation.saving import save_new, study_file
from claimcheck.curation.skeletons import NewStudy, study_skeleton
from claimcheck.documents.decode import decode
from claimcheck.errors import ClaimcheckError, InputError
from claimcheck.evidence.model import Csl
from claimcheck.frozen import dataclass


@dataclass(frozen=True)
class Imported:
    """A study that was written, or that the base holds already; `source` and `line` say where it was read."""

    source: str
    line: int
    study: str
    title: str
    written: bool


@dataclass(frozen=True)
class ImportResult:
    """What became of each reference."""

    studies: tuple[Imported, ...]
    failures: tuple[ClaimcheckError, ...]


def import_references(
    paths: Sequence[Path], into: Path, known: Known, today: date, *, name: str | None = None, design: str | None = None
) -> ImportResult:
    """Write a skeleton for each new paper into `into`/studies. What cannot be read is told, the rest is done.

    Args:
        paths: files of references.
        into: an evidence folder.
        known: what the base holds.
        today: the day that stands in the skeletons.
        name: the format; told by each file where it is None.
        design: the design of all of them.
    """
    job = _Import(into, known, today, design)
    for path in paths:
        try:
            job.take(path.as_posix(), _entries(path, name))
        except ClaimcheckError as error:
            job.failures.append(error)
    return ImportResult(tuple(job.studies), tuple(job.failures))


def _entries(path: Path, name: str | None) -> list[Entry | InputError]:
    shown = path.as_posix()
    try:
        text = decode(path.read_bytes(), shown).text
    except OSError as error:
        raise InputError(f"cannot be read: {error.strerror}", path=shown) from error
    entries: list[Entry | InputError] = list(module_of(name or format_of(shown, text)).read(text, shown))
    if not entries:
        raise InputError("holds no references", path=shown)
    return entries


class _Import:
    """Remembers what was written, so that no paper is written twice."""

    def __init__(self, into: Path, known: Known, today: date, design: str | None) -> None:
        self._into = into
        self._today = today
        self._design = design
        self._taken = set(known.studies)
        self._papers = dict(known.papers)
        self.studies: list[Imported] = []
        self.failures: list[ClaimcheckError] = []

    def take(self, path: str, entries: Iterable[Entry | InputError]) -> None:
        for entry in entries:
            try:
                if isinstance(entry, InputError):
                    raise entry
                self.studies.append(self._one(path, entry))
            except ClaimcheckError as error:
                self.failures.append(error)

    def _one(self, path: str, entry: Entry) -> Imported:
        keys = tuple(paper_keys(entry.csl))
        found = next((self._papers[key] for key in keys if key in self._papers), None)
        return Imported(path, entry.line, found or self._write(entry.csl, keys), entry.csl.title, written=found is None)

    def _write(self, csl: Csl, keys: Iterable[str]) -> str:
        study = study_id(csl, self._taken)
        save_new({study_file(self._into, study): study_skeleton(NewStudy(study, csl, self._design), self._today)})
        self._taken.add(study)
        self._papers.update(dict.fromkeys(keys, study))
        return study
