"""The pipeline on one page: documents, matching, wording and rating joined into a report."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from claimcheck._version import __version__
from claimcheck.frozen import dataclass
from claimcheck.matching.engine import Matcher
from claimcheck.matching.model import Match, Mention, NearMiss
from claimcheck.rating.model import Reach, Step
from claimcheck.report import (
    DocumentReport,
    EvidenceStamp,
    Finding,
    InputFailure,
    MatchedMention,
    Place,
    Report,
    Summary,
    UnlistedFinding,
)
from claimcheck.text.fingerprints import fingerprint
from claimcheck.text.folding import Folded, folded_key

if TYPE_CHECKING:
    from claimcheck.documents.model import Document, Sentence
    from claimcheck.evidence.base import EvidenceBase
    from claimcheck.matching.account import Account
    from claimcheck.rating.policy_model import Policy
    from claimcheck.wording.model import Reference, Wording
    from claimcheck.wording.reader import WordingReader

Progress = Callable[[int, int], None]


@dataclass(frozen=True)
class ExplainedSentence:
    """One sentence with all that was seen in it, matched or not."""

    text: str
    mentions: tuple[Mention, ...]
    findings: tuple[Finding, ...]
    unlisted: tuple[UnlistedFinding, ...]
    near_misses: tuple[NearMiss, ...]
    account: Account | None = None


@dataclass(frozen=True)
class Explanation:
    """Why a text was read as it was."""

    sentences: tuple[ExplainedSentence, ...]
    policy: str


class Checker:
    """Checks documents against one base under one policy."""

    def __init__(self, base: EvidenceBase, policy: Policy, *, threshold: float | None = None) -> None:
        self._base = base
        self._policy = policy
        self._matcher = Matcher(base, threshold=threshold)

    @cached_property
    def _wording(self) -> WordingReader:
        from claimcheck.wording.reader import WordingReader

        try:
            compiled = self._base.section("cues-2")
        except KeyError:
            compiled = None
        return WordingReader(self._base.language, self._matcher.folder, compiled)

    def check(self, document: Document) -> DocumentReport:
        """All findings of a document, sorted by line, column and claim."""
        matching = self._matcher.match(document)
        fold = _folding(document, self._matcher)
        seen: Counter[tuple[str, str]] = Counter()
        findings = []
        for match in sorted(matching.matches, key=lambda m: (m.sentence.index, m.claim)):
            key = (match.claim, folded_key(match.sentence.text))
            seen[key] += 1
            findings.append(self._finding(document, match, fold, seen[key]))
        unlisted = tuple(
            UnlistedFinding(_place(u.sentence), u.sentence.text, u.why, u.concepts, subjects=u.subjects)
            for u in matching.unlisted
        )
        findings.sort(key=lambda f: (f.place.page or 0, f.place.line, f.place.column, f.claim))
        return DocumentReport(document.path, len(document.sentences), tuple(findings), (), unlisted, document.notes)

    def explain(self, document: Document) -> Explanation:
        """The report of each sentence, with what was seen and what fell short."""
        report = self.check(document)
        matching, accounts = self._matcher.explain(document)
        return Explanation(
            tuple(
                ExplainedSentence(
                    sentence.text,
                    account.mentions,
                    tuple(f for f in report.findings if f.place == _place(sentence)),
                    tuple(u for u in report.unlisted if u.place == _place(sentence)),
                    tuple(n for n in matching.near_misses if n.sentence.index == sentence.index),
                    account,
                )
                for sentence, account in zip(document.sentences, accounts, strict=True)
            ),
            self._policy.name,
        )

    def _finding(self, document: Document, match: Match, fold: Callable[[int], Folded], occurrence: int) -> Finding:
        from claimcheck.rating.verdict import judge, plain_verdict

        base, claim = self._base, self._base.claim(match.claim)
        wording = self._wording.read(match, document, fold)
        reach = Reach(match.populations, match.time_class)
        verdict = judge(claim.id, wording, reach, base, self._policy, cited_studies(wording, claim.id, base))
        return Finding(
            _place(match.sentence),
            match.sentence.text,
            claim.id,
            claim.statement,
            match.score,
            wording,
            plain_verdict(claim.id, base, self._policy),
            verdict.verdict,
            verdict.reason,
            verdict.secondary,
            verdict.notes,
            verdict.explanation,
            verdict.suggestion,
            tuple(_matched(document, mention) for mention in match.mentions),
            verdict.citations,
            fingerprint(document.path, claim.id, match.sentence.text, occurrence),
            trace=(*_match_steps(match, wording), *verdict.trace),
            reach=reach,
        )


def cited_studies(wording: Wording, claim: str, base: EvidenceBase) -> tuple[tuple[Reference, tuple[str, ...]], ...]:
    """The references of a sentence, each with the ids of the studies that it may mean."""
    if not wording.references:
        return ()
    from claimcheck.wording.references import resolve

    return tuple((reference, resolve(reference, base, claim)) for reference in wording.references)


def _folding(document: Document, matcher: Matcher) -> Callable[[int], Folded]:
    def fold(index: int) -> Folded:
        return matcher.folder.fold(document.sentences[index].text)

    return fold


def _place(sentence: Sentence) -> Place:
    start, end = sentence.position, sentence.end_position
    return Place(start.line, start.column, end.line, end.column, start.page)


def _matched(document: Document, mention: Mention) -> MatchedMention:
    sentence = document.sentences[mention.sentence]
    offset = sentence.offsets[min(mention.start, len(sentence.offsets) - 1)]
    position = document.position(offset)
    return MatchedMention(mention, position.line, position.column)


def _match_steps(match: Match, wording: Wording) -> Iterator[Step]:
    seen = "; ".join(f"{m.concept} “{m.text}” ({m.via})" for m in match.mentions)
    yield Step("seen", seen)
    total = " ".join(f"{part.points:+.2f} {part.reason}," for part in match.parts).rstrip(",")
    yield Step("match", f"{match.claim} {match.score:.2f} = {total}")
    cues = ", ".join(f"“{cue.text}” ({cue.signal})" for cue in wording.cues) or "no cue"
    yield Step("wording", f"{wording.tier}, {wording.stance}: {cues}")


def stamp(base: EvidenceBase) -> EvidenceStamp:
    """Which evidence a report rests on."""
    manifest = base.manifest
    return EvidenceStamp(manifest.name, manifest.version, base.digest, len(base.study_ids), len(base.claim_ids))


def make_report(
    base: EvidenceBase,
    policy: Policy,
    documents: Sequence[DocumentReport],
    errors: Sequence[InputFailure] = (),
    warnings: Sequence[str] = (),
) -> Report:
    """A report from its parts, sorted and counted."""
    ordered = tuple(sorted(documents, key=lambda d: d.path))
    verdicts = Counter(f.verdict for d in ordered for f in d.findings)
    summary = Summary(
        len(ordered),
        sum(d.sentences for d in ordered),
        verdicts["supported"],
        verdicts["contested"],
        verdicts["unsupported"],
        sum(len(d.unlisted) for d in ordered),
        sum(s.used for d in ordered for s in d.suppressed),
        sum(f.baselined for d in ordered for f in d.findings),
    )
    errors = tuple(sorted(errors, key=lambda e: (e.path, e.message)))
    name = f"{policy.name} ({policy.hash})"
    return Report(__version__, stamp(base), name, ordered, errors, summary, tuple(warnings))


def check_documents(documents: Iterable[Document], base: EvidenceBase, policy: Policy) -> Report:
    """The report on documents that were read already."""
    checker = Checker(base, policy)
    return make_report(base, policy, [checker.check(document) for document in documents])


def check_text(text: str, *, base: EvidenceBase, policy: Policy, path: str = "<text>") -> Report:
    """The report on one piece of text."""
    from claimcheck.documents.read import read_text

    return check_documents([read_text(text, path)], base, policy)


def explain(text: str, *, base: EvidenceBase, policy: Policy) -> Explanation:
    """How one piece of text is read, sentence by sentence."""
    from claimcheck.documents.read import read_text

    return Checker(base, policy).explain(read_text(text, "<text>"))


def run(
    inputs: Sequence[str],
    *,
    base: EvidenceBase,
    policy: Policy,
    stdin: bytes | None = None,
    stdin_filename: str | None = None,
    threshold: float | None = None,
    progress: Progress | None = None,
) -> Report:
    """Checks files, folders, globs and `-`; an input that cannot be read is reported, the others are checked."""
    from claimcheck.documents.inputs import find_inputs, read_input
    from claimcheck.errors import InputError

    found = find_inputs(inputs, stdin_filename=stdin_filename)
    checker = Checker(base, policy, threshold=threshold)
    documents, errors = [], [InputFailure(e.path or "", e.message) for e in found.failures]
    for number, item in enumerate(found.inputs, 1):
        try:
            documents.append(checker.check(read_input(item, stdin=stdin)))
        except InputError as error:
            errors.append(InputFailure(error.path or item.display, error.message))
        if progress:
            progress(number, len(found.inputs))
    return make_report(base, policy, documents, errors, found.warnings)
