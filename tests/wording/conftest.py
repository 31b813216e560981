"""The shipped language, a reader over it, and sentences as matches."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

from claimcheck.documents.model import Block, BlockKind, Document, Sentence
from claimcheck.documents.positions import Lines
from claimcheck.evidence.language import Language
from claimcheck.evidence.model import CueGroup, FoldingRules
from claimcheck.matching.model import Match, Mention
from claimcheck.text.folding import Folded, Folder
from claimcheck.wording.model import Wording
from claimcheck.wording.reader import WordingReader

SHIPPED = Path(__file__).parents[2] / "evidence" / "language" / "en"


def _load(path: Path) -> Any:
    return yaml.safe_load(path.read_text("utf-8"))


def cue_group(raw: dict[str, Any]) -> CueGroup:
    return CueGroup(**{key: tuple(value) if isinstance(value, list) else value for key, value in raw.items()})


@pytest.fixture(scope="session")
def language() -> Language:
    files = sorted(SHIPPED.glob("*.yaml"))
    cues = tuple(cue_group(raw) for path in files if path.stem.startswith("cues") for raw in _load(path)["cues"])
    folding = _load(SHIPPED / "folding.yaml")
    rules = FoldingRules(
        variants={head: tuple(forms) for head, forms in folding["variants"].items()},
        compounds=tuple(folding["compounds"]),
        skip=tuple(folding["skip"]),
    )
    data = {
        path.stem: _load(path)
        for path in files
        if path.stem in {"contractions", "numbers", "citations", "signals", "speakers"}
    }
    return Language(folding=rules, relations=(), lead_ins=(), cues=cues, data=data)


@pytest.fixture(scope="session")
def folder(language: Language) -> Folder:
    return Folder(language.folding)


@pytest.fixture(scope="session")
def reader(language: Language, folder: Folder) -> WordingReader:
    return WordingReader(language, folder)


def document_of(texts: list[str], kinds: dict[int, BlockKind] | None = None) -> Document:
    """A document with one block and one sentence for each text."""
    kinds = kinds or {}
    source = "\n".join(texts)
    lines = Lines(source)
    blocks, sentences, start = [], [], 0
    for index, text in enumerate(texts):
        offsets = range(start, start + len(text))
        blocks.append(Block(kinds.get(index, BlockKind.PARAGRAPH), text, offsets))
        end = start + len(text)
        sentences.append(Sentence(text, index, index, start, end, offsets, lines))
        start = end + 1
    return Document("<text>", source, tuple(blocks), tuple(sentences))


def span_of(folded: Folded, words: str | None) -> tuple[int, int] | None:
    """The tokens of the first place where the words stand in the text."""
    if words is None:
        return None
    start = folded.text.index(words)
    tokens = [t for t in range(len(folded)) if start <= folded.starts[t] < start + len(words)]
    return tokens[0], tokens[-1] + 1


Read = Callable[..., Wording]


@pytest.fixture(scope="session")
def read(reader: WordingReader, folder: Folder) -> Read:
    """Reads the last text as a match of `outcome` (and `relation`); the texts before it may lend or ask."""

    def read(
        *texts: str,
        outcome: str | None = None,
        relation: str | None = None,
        subject: str | None = None,
        lenders: tuple[int, ...] = (),
        asks_for: int | None = None,
        kinds: dict[int, BlockKind] | None = None,
    ) -> Wording:
        document = document_of(list(texts), kinds)
        sentence = document.sentences[-1]
        folded = folder.fold(sentence.text)
        anchor = span_of(folded, outcome) if outcome else (0, len(folded))
        assert anchor is not None
        seen_in = sentence.index if outcome else max(sentence.index - 1, 0)
        mention = Mention("outcome", outcome or "", "alias" if outcome else "context", seen_in, 0, 0, *anchor)
        match = Match(
            sentence, folded, "claim", 1.0, (mention,), anchor,
            subject=span_of(folded, subject), relation=span_of(folded, relation), lenders=lenders, asks_for=asks_for,
        )  # fmt: skip
        return reader.read(match, document, lambda index: folder.fold(document.sentences[index].text))

    return read
