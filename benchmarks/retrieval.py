"""How well whole phrasings find the claim that a sentence means, on public data.

usage: python benchmarks/retrieval.py DATA

DATA holds the folders `debates` and `clef2020`, each with `vclaims.tsv` (vclaim_id, vclaim), `queries.tsv` (query_id,
text) and `qrels.tsv` (query_id, vclaim_id), gzipped or not. The data is not part of this project. Every claim is one
phrasing, without concepts; tweets are asked as given, with author and date.

MAP@5 ranks all claims. In the open set every sentence is asked twice, with its right claims among the others and
without them, since a checker must often say "no known claim": the share that is answered, and rightly, at precision
0.90. "here" takes the threshold that does best on the data itself; "carried" takes it from one half of the queries and
applies it to the other, both ways. The exit status says whether all targets were met.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

from retrieval_measures import Queries, average_precision, carry, here, read_queries
from wording_measures import half

from claimcheck.evidence.base import load_evidence
from claimcheck.evidence.model import Claim, Search
from claimcheck.matching.phrasing_table import PhrasingTable, phrasing_table
from claimcheck.matching.phrasings import Phrasings
from claimcheck.text.folding import Folder

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from retrieval_measures import Answer, Ranking

    Ranker = Callable[[str], Ranking]
    Certainty = Callable[[Ranking], float]

#: MAP@5, and the share answered at precision 0.90
TARGETS = {"debates": (0.64, 0.40), "clef2020": (0.81, None)}
#: claims that a ranking keeps
_KEPT = 100
#: what `WRatio` does: it is no ranker where a sentence is much longer or shorter than a claim
NOTE = """\
WRatio: where one text is half as long again as the other it falls back on the best matching part, and one word in
common is then enough for 85.5 of 100. Many claims tie at that figure, are ranked by their place in the list, and no
threshold tells them apart. token_set_ratio is the best of that family here."""
_HEADER = (
    f"{'data':<9} {'ranked by':<16} {'MAP@5':>6} {'answered here':>14} {'carried: P, share':>18} {'queries/s':>10}"
)


def ours(texts: Sequence[str]) -> tuple[Ranker, Certainty]:
    """The shipped comparison, over claims that have one phrasing each."""
    language = load_evidence().language
    folder = Folder(language.folding)
    rules = language.data["phrasings"]
    assert isinstance(rules, dict)
    table = PhrasingTable._make(phrasing_table(map(_claim, range(len(texts)), texts), folder, rules))
    phrasings = Phrasings(table)
    rank: Ranker = lambda text: [(int(found.claim), found) for found in phrasings.rank(folder.fold(text))]  # noqa: E731
    return rank, lambda ranking: phrasings.certainty([found for _, found in ranking])


def _claim(number: int, text: str) -> Claim:
    searched = Search("2026-11-20", ("nowhere",), "benchmark")
    return Claim(str(number), "effect", text, "increases", (), searched, phrasings=(text,))


def fuzzy(texts: Sequence[str], scorer: str) -> tuple[Ranker, Certainty]:
    """A ratio of rapidfuzz, with its usual way of making texts alike."""
    from rapidfuzz import fuzz, process, utils

    prepared = [utils.default_process(text) for text in texts]

    def rank(text: str) -> Ranking:
        found = process.extract(utils.default_process(text), prepared, scorer=getattr(fuzz, scorer), limit=_KEPT)
        return [(number, score) for _, score, number in found]

    return rank, lambda ranking: float(ranking[0][1]) if ranking else 0.0


def measure(queries: Queries, rank: Ranker, certainty: Certainty) -> tuple[float, float, float, float, float]:
    """MAP@5, share answered here, precision and share answered with a threshold carried over, queries a second."""
    begun = time.process_time()
    rankings = [rank(text) for text in queries.texts]
    speed = len(rankings) / (time.process_time() - begun)
    precisions: list[float] = []
    answers: list[Answer] = []
    for id, right, ranking in zip(queries.ids, queries.right, rankings, strict=True):
        precisions.append(average_precision([number for number, _ in ranking], right))
        known = bool(ranking) and ranking[0][0] in right
        others = [one for one in ranking if one[0] not in right]
        answers.append((half(id), certainty(ranking), known))
        answers.append((half(id), certainty(others), False))
    return sum(precisions) / len(precisions), here(answers)[0], *carry(answers), speed


def main(data: Path) -> int:
    """Prints a table of all figures; 0 when the targets are met, else 1."""
    fine = True
    print(_HEADER)
    for name, (wanted_map, wanted_share) in TARGETS.items():
        queries = read_queries(data / name)
        rankers = {"phrasings": ours(queries.claims)}
        rankers |= {scorer: fuzzy(queries.claims, scorer) for scorer in ("token_set_ratio", "WRatio")}
        for label, (rank, certainty) in rankers.items():
            mean, share, precision, carried_share, speed = measure(queries, rank, certainty)
            carried = f"{precision:.2f}, {carried_share:.3f}"
            print(f"{name:<9} {label:<16} {mean:>6.3f} {share:>14.3f} {carried:>18} {speed:>10.0f}")
            if label == "phrasings":
                fine = fine and mean >= wanted_map and carried_share >= (wanted_share or 0)
        print(f"{name:<9} {'target':<16} {wanted_map:>6.3f} {'':>14} {wanted_share or '-':>18}")
    print(NOTE)
    return 0 if fine else 1


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    sys.exit(main(Path(sys.argv[1])))
