"""What reading costs beyond the libraries that it rests on, and how much cheaper many files are in one call.

Needs the extras `office` and `pdf`. `python benchmarks/formats.py [ROUNDS]`; of the rounds the fastest counts.
"""

from __future__ import annotations

import os
import random
import subprocess
import sys
import tempfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from time import perf_counter

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "tests" / "documents"))

from printing import pdf  # noqa: E402

from claimcheck.documents.read import read_document  # noqa: E402

WORDS = str.split(
    "massage baby mothers evidence class weekly gentle oil towel study trial small results sleep crying colic health "
    "visitor group calm bonding and the of with for in our may help after before"
)
DOCX_PAGES, PDF_PAGES, FILES, SAMPLE = 300, 200, 1_000, 20
#: seconds beyond the library, and how many times cheaper one call is
MOST_SECONDS, LEAST_RATIO = 3.0, 5.0
LINES, LINE_WORDS = 44, 14


def main() -> int:
    """Prints the figures; 1 if one of them misses its target."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 3
    chance = random.Random(1)
    met = [
        beyond(f"docx, {DOCX_PAGES} pages", word_document(chance), "a.docx", docx_alone, rounds),
        beyond(f"pdf, {PDF_PAGES} pages", printed(chance), "a.pdf", pdfium_alone, rounds),
        one_call(chance, rounds),
    ]
    return 0 if all(met) else 1


def beyond(what: str, data: bytes, name: str, alone: Callable[[bytes], object], rounds: int) -> bool:
    """How long a document takes, and how long its library alone."""
    library = fastest(lambda: alone(data), rounds)
    whole = fastest(lambda: read_document(data, name), rounds)
    met = whole - library <= MOST_SECONDS
    print(f"{what}: {whole:.2f} s, library alone {library:.2f} s, beyond it {whole - library:.2f} s", verdict(met))
    return met


def one_call(chance: random.Random, rounds: int) -> bool:
    """Many files in one call, and some of them in a call each."""
    with tempfile.TemporaryDirectory() as folder:
        for number in range(FILES):
            text = f"# {sentence(chance)}\n\n{sentence(chance)} {sentence(chance)}\n\n- {sentence(chance)}\n"
            Path(folder, f"{number}.md").write_text(text, encoding="utf-8")
        together = fastest(lambda: call(folder), rounds) / FILES
        each = fastest(lambda: [call(os.path.join(folder, f"{n}.md")) for n in range(SAMPLE)], rounds) / SAMPLE
    met = each / together >= LEAST_RATIO
    print(f"{FILES} files: {1000 * together:.1f} ms each in one call, {1000 * each:.0f} ms in a call each, "
          f"{each / together:.0f} times as fast", verdict(met))  # fmt: skip
    return met


def call(path: str) -> None:
    """One call of the program."""
    command = [sys.executable, "-m", "claimcheck", "file", path, "--exit-zero", "--format", "json"]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, cwd=ROOT)


def fastest(work: Callable[[], object], rounds: int) -> float:
    """The least time that it takes."""
    times = []
    for _ in range(rounds):
        started = perf_counter()
        work()
        times.append(perf_counter() - started)
    return min(times)


def verdict(met: bool) -> str:
    """What stands after the figures."""
    return "" if met else "missed"


def sentence(chance: random.Random, words: int = LINE_WORDS) -> str:
    """A line of prose."""
    return " ".join(chance.choices(WORDS, k=words)).capitalize() + "."


def word_document(chance: random.Random) -> bytes:
    """Headings, prose and lists."""
    from docx import Document

    document = Document()
    for page in range(DOCX_PAGES):
        document.add_heading(f"Part {page}", 1 + page % 3)
        for _ in range(5):
            document.add_paragraph(" ".join(sentence(chance) for _ in range(5)))
        for _ in range(4):
            document.add_paragraph(sentence(chance), style="List Bullet")
    buffer = BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def printed(chance: random.Random) -> bytes:
    """Pages of prose, each line put down in one go."""
    pages = []
    for page in range(PDF_PAGES):
        lines = [(60, 90 + 14 * n, 10, sentence(chance)) for n in range(LINES)]
        pages.append([(60, 60, 16, f"Part {page}"), *lines, (290, 760, 8, str(page))])
    return pdf(pages)


def docx_alone(data: bytes) -> int:
    """What python-docx takes for the same document."""
    from docx import Document

    return sum(len(paragraph.text) for paragraph in Document(BytesIO(data)).paragraphs)


def pdfium_alone(data: bytes) -> int:
    """What pdfium takes for the same document."""
    from pypdfium2 import PdfDocument

    return sum(len(page.get_textpage().get_text_range()) for page in PdfDocument(data))


if __name__ == "__main__":
    sys.exit(main())
