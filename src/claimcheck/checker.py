"""The pipeline on one page: documents, matching, wording and rating joined into a report."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from functools import cached_property, lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

from claimcheck._version import __version__
from claimcheck.frozen import dataclass
from claimcheck.matching.engine import Matcher
from claimcheck.matching.model import Match, Mention, NearMiss, Unlisted
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
from claimcheck.text.remembering import Remembered

if TYPE_CHECKING:
    from claimcheck.documents.limits import Deadline
    from claimcheck.documents.model import Document, Sentence
    from claimcheck.evidence.base import EvidenceBase
    from claimcheck.matching.account import Account
    from claimcheck.rating.model import Verdict, VerdictWord
    from claimcheck.rating.policy_model import Policy
    from claimcheck.wording.model import Reference, Wording
    from claimcheck.wording.reader import WordingReader

Progress = Callable[[int, int], None]
#: findings share what they ask of the evidence
_reach = lru_cache(maxsize=1_000)(Reach)
#: so many verdicts are remembered; a base has some hundred claims, and each is worded in a few ways
_MOST_VERDICTS = 2_000


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

    def __init__(
        self, base: EvidenceBase, policy: Policy, *, threshold: float | None = None, trace: bool = True
    ) -> None:
        """`trace` says whether findings tell how they came about."""
        self._base = base
        self._trace = trace
        self._policy = policy
        self._matcher = Matcher(base, threshold=threshold)
        self._verdicts: Remembered[Verdict] = Remembered(_MOST_VERDICTS)
        self._ratings: Remembered[VerdictWord] = Remembered(_MOST_VERDICTS)

    @cached_property
    def _wording(self) -> WordingReader:
        from claimcheck.wording.reader import WordingReader

        try:
            compiled = self._base.section("cues-2")
        except KeyError:
            compiled = None
        return WordingReader(self._base.language, self._matcher.folder, compiled)

    def check(self, document: Document, deadline: Deadline | None = None) -> DocumentReport:
        """All findings of a document, sorted by line, column and claim. Raises InputError when the deadline is over."""
        fold = _folding(document, self._matcher)
        seen: Counter[tuple[str, str]] = Counter()
        findings: list[Finding] = []
        unlisted: list[UnlistedFinding] = []
        for matching in self._matcher.stream(document, deadline.check if deadline else None):
            findings.extend(self._findings(document, matching.matches, fold, seen))
            unlisted.extend(_unlisted(document, found) for found in matching.unlisted)
        if any(_order(before) > _order(after) for before, after in pairwise(findings)):
            findings.sort(key=_order)  # as hardly ever: a big document's keys alone would fill megabytes
        return DocumentReport(
            document.path, len(document.sentences), tuple(findings), (), tuple(unlisted), document.notes
        )

    def explain(self, document: Document) -> Explanation:
        """The report of each sentence, with what was seen and what fell short."""
        report = self.check(document)
        matching, accounts = self._matcher.explain(document)
        return Explanation(
            tuple(
                _explained(sentence, _place(document, sentence), report, matching.near_misses, account)
                for sentence, account in zip(document.sentences, accounts, strict=True)
            ),
            self._policy.name,
        )

    def _findings(
        self,
        document: Document,
        matches: Sequence[Match],
        fold: Callable[[int], Folded],
        seen: Counter[tuple[str, str]],
    ) -> Iterator[Finding]:
        """The findings of one sentence, which share its place. `seen` counts how often a text has made a claim."""
        if not matches:
            return
        place, text = _place(document, matches[0].sentence), folded_key(matches[0].sentence.text)
        for match in sorted(matches, key=lambda m: m.claim):
            seen[match.claim, text] += 1
            yield self._finding(document, match, place, fold, seen[match.claim, text])

    def _finding(
        self, document: Document, match: Match, place: Place, fold: Callable[[int], Folded], occurrence: int
    ) -> Finding:
        claim = self._base.claim(match.claim)
        wording = self._wording.read(match, document, fold)
        reach = _reach(match.populations, match.time_class)
        verdict = self._verdicts.get(_asked(claim.id, wording, reach), lambda: self._judged(claim.id, wording, reach))
        return Finding(
            place,
            match.folded.text,
            claim.id,
            claim.statement,
            match.score,
            wording,
            self._ratings.get(claim.id, lambda: self._rated(claim.id)),
            verdict.verdict,
            verdict.reason,
            verdict.secondary,
            verdict.notes,
            verdict.explanation,
            verdict.suggestion,
            tuple(_matched(document, match, mention, place) for mention in match.mentions),
            verdict.citations,
            fingerprint(document.path, claim.id, match.sentence.text, occurrence),
            trace=(*_match_steps(match, wording), *verdict.trace) if self._trace else (),
            reach=reach,
        )

    def _judged(self, claim: str, wording: Wording, reach: Reach) -> Verdict:
        from claimcheck.rating.verdict import judge

        return judge(claim, wording, reach, self._base, self._policy, cited_studies(wording, claim, self._base))

    def _rated(self, claim: str) -> VerdictWord:
        from claimcheck.rating.verdict import plain_verdict

        return plain_verdict(claim, self._base, self._policy)


def _asked(claim: str, wording: Wording, reach: Reach) -> Hashable:
    """All that a verdict hangs on: where the cues stand does not matter."""
    cues = tuple((cue.group, cue.signal, cue.text) for cue in wording.cues)
    said = wording.tier, wording.stance, wording.flags, wording.numbers, wording.references
    return claim, reach, said, wording.causal, wording.lasting, cues


def cited_studies(wording: Wording, claim: str, base: EvidenceBase) -> tuple[tuple[Reference, tuple[str, ...]], ...]:
    """The references of a sentence, each with the ids of the studies that it may mean."""
    if not wording.references:
        return ()
    from claimcheck.wording.references import resolve

    return tuple((reference, resolve(reference, base, claim)) for reference in wording.references)


def _folding(document: Document, matcher: Matcher) -> Callable[[int], Folded]:
    def fold(index: int) -> Folded:
        return matcher.folded(document.sentences[index].text)

    return fold


def _place(document: Document, sentence: Sentence) -> Place:
    start = sentence.position
    end = sentence.lines.position(sentence.end, start.page)
    last = start.line if end.line == start.line else end.line  # one number serves: there may be many
    return Place(start.line, start.column, last, end.column, start.page, document.cell(sentence))


def _explained(
    sentence: Sentence, place: Place, report: DocumentReport, near_misses: Iterable[NearMiss], account: Account
) -> ExplainedSentence:
    return ExplainedSentence(
        sentence.text,
        account.mentions,
        tuple(finding for finding in report.findings if finding.place == place),
        tuple(found for found in report.unlisted if found.place == place),
        tuple(near for near in near_misses if near.sentence.index == sentence.index),
        account,
    )


def _order(finding: Finding) -> tuple[int, int, int, str]:
    return *finding.place.order, finding.claim


def _unlisted(document: Document, found: Unlisted) -> UnlistedFinding:
    place = _place(document, found.sentence)
    return UnlistedFinding(place, found.sentence.text, found.why, found.concepts, subjects=found.subjects)


def _matched(document: Document, match: Match, mention: Mention, place: Place) -> MatchedMention:
    own = mention.sentence == match.sentence.index
    sentence = match.sentence if own else document.sentences[mention.sentence]
    offset = sentence.offsets[min(mention.start, len(sentence.offsets) - 1)]
    position = document.position(offset)
    line = place.line if place.line == position.line else position.line  # one number serves here too
    return MatchedMention(mention, line, position.column)


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
