"""How many findings of a flyer survive scanning and OCR.

Needs the extra `ocr` and Tesseract. `python benchmarks/scans.py`; prints a line a scan, and the sum.
"""

from __future__ import annotations

import sys
from io import BytesIO
from itertools import product
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from claimcheck.checker import Checker
from claimcheck.documents.read import read_document
from claimcheck.rating.policy import load_policy
from claimcheck.session import open_base

if TYPE_CHECKING:
    from PIL.Image import Image

FILES = Path(__file__).resolve().parents[1] / "tests" / "documents" / "files"
#: one column and two narrow ones
PRINTS = ("flyer-libreoffice.pdf", "flyer-chromium.pdf")
LEAST = 0.9


class Scan(NamedTuple):
    """How a page is scanned: dots an inch, degrees by which it lies askew, blur, share of noise, JPEG quality."""

    dpi: int
    angle: float
    blur: float
    noise: float
    quality: int


SCANS = (
    Scan(96, 0, 0, 0, 95), Scan(110, 0, 0.3, 0, 85), Scan(150, 0, 0, 0, 95), Scan(150, 0.4, 0.3, 0, 80),
    Scan(200, 0, 0.4, 0.03, 80), Scan(300, -0.3, 0.5, 0.03, 80), Scan(150, 0.5, 0.6, 0.12, 50),
    Scan(150, -0.4, 0.5, 0.1, 60), Scan(150, 0, 0.7, 0.15, 40), Scan(200, 0.3, 0.6, 0.12, 50),
    Scan(300, -0.7, 0.8, 0.12, 50), Scan(300, 0.2, 1.0, 0.2, 70),
)  # fmt: skip


def main() -> int:
    """Prints the figures; 1 if fewer findings survive than should."""
    base = open_base()
    checker = Checker(base, load_policy("standard", base))
    wanted = found(checker, (FILES / "flyer.md").read_bytes(), "flyer.md")
    kept = total = 0
    for name, scan in product(PRINTS, SCANS):
        seen = found(checker, scanned(FILES / name, scan), "scan.pdf")
        print(f"{name}, {scan}: {len(seen & wanted)} of {len(wanted)} findings, {len(seen - wanted)} others")
        kept, total = kept + len(seen & wanted), total + len(wanted)
    print(f"{kept} of {total} findings")
    return 0 if kept >= LEAST * total else 1


def found(checker: Checker, data: bytes, name: str) -> set[tuple[str, str]]:
    """The claims of a document with their verdicts."""
    return {(finding.claim, finding.verdict) for finding in checker.check(read_document(data, name)).findings}


def scanned(path: Path, scan: Scan) -> bytes:
    """The first page of a PDF as a scanner would send it: a PDF that holds a picture."""
    picture = askew(path, scan)
    buffer = BytesIO()
    picture.save(buffer, "PDF", resolution=scan.dpi, quality=scan.quality)
    return buffer.getvalue()


def askew(path: Path, scan: Scan) -> Image:
    """The picture of the page."""
    from PIL import Image, ImageFilter
    from pypdfium2 import PdfDocument

    picture = PdfDocument(path)[0].render(scale=scan.dpi / 72, grayscale=True).to_pil()
    picture = picture.rotate(scan.angle, resample=Image.Resampling.BICUBIC, fillcolor=255)
    picture = picture.filter(ImageFilter.GaussianBlur(scan.blur)) if scan.blur else picture
    return Image.blend(picture, Image.effect_noise(picture.size, 24), scan.noise) if scan.noise else picture


if __name__ == "__main__":
    sys.exit(main())
