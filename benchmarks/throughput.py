"""How fast and how lean big texts are checked, beside proselint on the same bytes.

`python benchmarks/throughput.py --proselint COMMAND --gold FOLDER`; what is left out is skipped. There are three texts
of 5 MB: innocent documents of the tests' corpus, repeated; generated English in which hardly a sentence stands twice;
and the documents of the folder, repeated. Every time is the processor time of a whole process, start included, the
least of a few rounds. proselint is told not to stop at its thousandth finding, as it does by default.
"""

from __future__ import annotations

import argparse
import json
import random
import shlex
import shutil
import subprocess
import sys
import tempfile
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import count, cycle
from pathlib import Path

from processes import ENVIRONMENT, ROOT, run

CORPUS = ROOT / "tests" / "corpus"
#: how many times proselint's throughput each text must be checked at
TARGETS = {"innocent": 10.0, "generated": 10.0, "gold": 2.0}
#: how many times the time twice the text may take
DOUBLING = 2.0
MEMORY_MIB = 150
FORMATS = ("human", "json")
#: what the generated sentences are made of; commas part what may stand in a place
WORDS = """\
The
baker,clerk,driver,gardener,grocer,guard,joiner,librarian,painter,porter,printer,tailor,waiter,widow
borrowed,carried,counted,drew,fetched,found,hid,kept,left,lost,measured,moved,sold,watched
the
blue,broad,dusty,faded,folded,heavy,hidden,narrow,plain,polished,printed,rusty,square,striped
basket,bench,bicycle,bridge,cupboard,drawer,fence,gate,ladder,lantern,map,parcel,table,ticket,wagon
near the
canal,corner,courtyard,ferry,harbour,market,mill,museum,orchard,platform,station,tower,village
on Monday,before noon,at dusk,in March,after the parade,every autumn,last winter,by lamplight
while the
brother,captain,cousin,farmer,hatter,juggler,lodger,miller,neighbour,pilot,poet,sailor,smith,usher
admired,chased,described,dropped,guarded,ignored,mended,noticed,opened,packed,pushed,raised,shut,traded
a
barrel,bell,button,candle,clock,coin,compass,curtain,feather,hammer,kettle,rope,trumpet,umbrella"""


def main(arguments: Sequence[str]) -> int:
    """Measure, print, and say by the exit status whether every target that could be measured was met."""
    asked = _parser().parse_args(arguments)
    proselint = shlex.split(asked.proselint) if asked.proselint else None
    if proselint and not shutil.which(proselint[0]):
        print(f"{proselint[0]} is not there: nothing is compared with proselint")
        proselint = None
    with tempfile.TemporaryDirectory() as folder:
        bench = Bench(Path(folder), asked.rounds, proselint)
        run(_checking(CORPUS / "21-timetable.txt"))  # bytecode and the compiled evidence are made by the first run
        print(f"{'text':<10} {'MB':>4} {'findings':>8} {'measured':<34} {'value':>7} {'target':>7}")
        met = [bench.run(name, text, int(asked.megabytes * 1e6)) for name, text in _texts(asked.gold)]
    return 0 if all(met) else 1


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--proselint", metavar="COMMAND", help="how proselint 0.16 is started")
    parser.add_argument("--gold", type=Path, metavar="FOLDER", help="documents full of claims")
    parser.add_argument("--megabytes", type=float, default=5, help="how much text (default 5)")
    parser.add_argument("--rounds", type=int, default=3, help="how often each is measured (default 3)")
    return parser


def _texts(gold: Path | None) -> Iterator[tuple[str, Callable[[int], str]]]:
    yield "innocent", lambda size: _repeated(_innocent(), size)
    yield "generated", lambda size: _filled(map(_paragraph, count()), size)
    if gold is None:
        print("gold: skipped, no --gold FOLDER")
    else:
        found = [path for path in sorted(gold.iterdir()) if path.suffix in (".md", ".txt", ".html")]
        yield "gold", lambda size: _repeated(found, size)


def _innocent() -> list[Path]:
    """The plain documents of the corpus in which no sentence is labelled as a claim or worth a check."""
    return [path for path in sorted(CORPUS.iterdir()) if path.suffix in (".md", ".txt") and not _claims(path)]


def _claims(path: Path) -> bool:
    labels = path.with_name(f"{path.stem}.labels.jsonl")
    if not labels.exists():  # the corpus' own README
        return True
    units = [json.loads(line) for line in labels.read_text("utf-8").splitlines()]
    return any(unit["claims"] or unit["checkworthy"] for unit in units)


def _repeated(paths: Sequence[Path], size: int) -> str:
    return _filled(cycle([path.read_text("utf-8") for path in paths]), size)


def _filled(texts: Iterable[str], size: int) -> str:
    """Texts with a blank line between, up to a size in bytes."""
    pieces: list[str] = []
    left = size
    for text in texts:
        pieces.append(text)
        left -= len(text.encode()) + 2
        if left <= 0:
            break
    return "\n\n".join(pieces).encode()[:size].decode(errors="ignore")


def _paragraph(number: int) -> str:
    """Four plain sentences, always the same for a number."""
    pick = random.Random(number).choice
    places = [line.split(",") for line in WORDS.splitlines()]
    return " ".join(" ".join(map(pick, places)) + "." for _ in range(4))


class Bench:
    """Measures one text after the other; `proselint` is its command, or None."""

    def __init__(self, folder: Path, rounds: int, proselint: list[str] | None) -> None:
        self._folder = folder
        self._rounds = rounds
        settings = folder / "proselint.json"
        settings.write_text(json.dumps({"max_errors": 10**9}))
        self._proselint = proselint and [*proselint, "check", "--config", str(settings)]

    def run(self, name: str, text: Callable[[int], str], size: int) -> bool:
        """Prints the rows of one text and tells whether all targets were met."""
        whole, half = self._file(f"{name}.txt", text(size)), self._file(f"{name}-half.txt", text(size // 2))
        commands = {"whole": _checking(whole), "half": _checking(half)}
        if self._proselint:
            commands["proselint"] = [*self._proselint, str(whole)]
        seconds = {key: min(run(command)[0] for _ in range(self._rounds)) for key, command in commands.items()}
        head = f"{name:<10} {size / 1e6:>4.1f} {_findings(whole):>8}"
        met = [_row(head, "time for twice the text", seconds["whole"] / seconds["half"], DOUBLING, most=True)]
        if self._proselint:
            ratio = seconds["proselint"] / seconds["whole"]
            told = f"throughput, of {seconds['proselint']:.1f} s by {seconds['whole']:.1f} s"
            met.append(_row(head, told, ratio, TARGETS[name], most=False))
        for form in FORMATS:
            peak = run(_checking(whole, form))[1]
            met.append(_row(head, f"peak MiB, {form} report", peak, MEMORY_MIB, most=True))
        return all(met)

    def _file(self, name: str, text: str) -> Path:
        path = self._folder / name
        path.write_text(text, encoding="utf-8")
        return path


def _checking(path: Path, form: str = "human") -> list[str]:
    return [sys.executable, "-m", "claimcheck", "file", "--quiet", "--format", form, str(path)]


def _findings(path: Path) -> int:
    """How many claims are found, so that the reader sees what the text is made of."""
    command = _checking(path, "jsonl")
    # line by line: what this process has once held counts towards the peak of the processes that it starts
    with subprocess.Popen(command, stdout=subprocess.PIPE, cwd=ROOT, env=ENVIRONMENT, text=True) as process:
        last = deque(process.stdout or (), maxlen=1)
    told = json.loads(last.pop())
    return sum(told[verdict] for verdict in ("supported", "contested", "unsupported"))


def _row(head: str, measured: str, value: float, target: float, *, most: bool) -> bool:
    """Prints a row and tells whether the value keeps to its target, the `most` or the least it may be."""
    met = value <= target if most else value >= target
    sign = "<=" if most else ">="
    print(f"{head} {measured:<34} {value:>7.2f} {sign}{target:>5.0f}{'' if met else '  missed'}", flush=True)
    return met


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
