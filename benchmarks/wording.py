"""How well wording is read, on public data.

usage: python benchmarks/wording.py DATA

DATA holds `neghedge/sfu.tsv.gz` (SFU Review Corpus with negation and speculation: id, negation, speculation,
sentence), `neghedge/negex.tsv` (NegEx test kit: id, report, concept, label, sentence) and `strength/pubmed.tsv`,
`strength/eureka.tsv` (causal language: id, sentence, label 2 = conditional causal, 3 = direct causal). The data is not
part of this project.

Each set is cut into two halves by document: the lists were tuned on `tune`; `check` shows whether they carry over.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path

from wording_measures import Score, half, mended, rows

from claimcheck.evidence.base import load_evidence
from claimcheck.text.folding import Folder
from claimcheck.wording.reader import WordingReader
from claimcheck.wording.sentence import read_sentence
from claimcheck.wording.wide import WideReader

#: our cue groups that the guideline of the causal-language sets counts as "conditional": hedges on the verb itself, in
#: negated claims too. It reads "our data suggest that X causes Y" and "a possible mechanism" as direct.
CONDITIONAL = {"may", "seem", "likely", "may-adverb", "may-not", "not-apparent"}


def sfu(data: Path, wide: WideReader) -> list[Score]:
    """Is there a negation cue, is there a speculation cue in the sentence?"""
    negation, speculation = Score("sfu: negation cue"), Score("sfu: speculation cue")
    for row in rows(data / "neghedge" / "sfu.tsv.gz"):
        part, text = half(row["id"].split(":")[0]), mended(row["sentence"])
        negation.add(part, row["negation"] == "1", wide.negates(text))
        speculation.add(part, row["speculation"] == "1", wide.speculates(text))
    return [negation, speculation]


def negex(data: Path, wide: WideReader) -> list[Score]:
    """Is this concept negated? A concept that cannot be placed counts as affirmed."""
    score = Score("negex: concept negated")
    for row in rows(data / "neghedge" / "negex.tsv"):
        concept = row["concept"].strip('" ').upper()
        start = row["sentence"].find(concept)
        answer = start >= 0 and wide.denies(row["sentence"], start, start + len(concept))
        score.add(half(row["report"]), row["label"] == "negated", answer)
    return [score]


def strength(data: Path, name: str, reader: WordingReader) -> list[Score]:
    """Among sentences that claim cause: hedged (label 2) or flat (label 3)?"""
    score = Score(f"{name}: hedged, not flat")
    for row in rows(data / "strength" / f"{name}.tsv"):
        if row["label"] in ("2", "3"):
            groups = {cue.group for cue in read_sentence(row["sentence"], reader).cues}
            score.add(half(row["id"]), row["label"] == "2", bool(groups & CONDITIONAL))
    return [score]


def main(data: Path) -> None:
    """Prints a table of all figures."""
    language = load_evidence().language
    folder = Folder(language.folding)
    wide, reader = WideReader(language, folder), WordingReader(language, folder)
    begun = time.perf_counter()
    scores = [*sfu(data, wide), *negex(data, wide)]
    scores += [score for name in ("pubmed", "eureka") for score in strength(data, name, reader)]
    print(f"{'question':<30} {'half':<6} {'n':>6} {'accuracy':>9} {'precision':>9} {'recall':>7} {'F1':>6}")
    for score in scores:
        for part in ("tune", "check", "all"):
            print(score.line(part))
    print(f"read in {time.perf_counter() - begun:.1f} s")


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    main(Path(sys.argv[1]))
