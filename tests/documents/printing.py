"""Small PDFs, each piece of text put down where a test wants it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

HEIGHT, WIDTH = 800, 600
FONTS = {"plain": "Helvetica", "bold": "Helvetica-Bold"}


def pdf(
    pages: Sequence[Sequence[Sequence[Any]]], *, kids: str = "", count: int = 0, resources: str = "", more: str = ""
) -> bytes:
    """A PDF; a piece of text is (x, y from the top, size, text) and, if it is not upright, a matrix or `bold`.

    `kids`, `count` lie about the pages; `more` is an object after those of the pages, `resources` may name it.
    """
    fonts = "".join(
        f"/{name} << /Type /Font /Subtype /Type1 /BaseFont /{base} /Encoding /WinAnsiEncoding >> "
        for name, base in FONTS.items()
    )
    kids = kids or " ".join(f"{3 + 2 * number} 0 R" for number in range(len(pages)))
    objects = ["<< /Type /Catalog /Pages 2 0 R >>", f"<< /Type /Pages /Count {count or len(pages)} /Kids [{kids}] >>"]
    for number, pieces in enumerate(pages):
        stream = "\n".join(_shown(piece) for piece in pieces)
        box = f"/MediaBox [0 0 {WIDTH} {HEIGHT}] /Resources << /Font << {fonts} >> {resources} >>"
        objects.append(f"<< /Type /Page /Parent 2 0 R {box} /Contents {4 + 2 * number} 0 R >>")
        objects.append(f"<< /Length {len(stream.encode('cp1252'))} >>\nstream\n{stream}\nendstream")
    return _file([*objects, more] if more else objects)


def _shown(piece: Sequence[Any]) -> str:
    x, y, size, text, *more = piece
    font = "bold" if "bold" in more else "plain"
    turn = next((value for value in more if value != "bold"), "1 0 0 1")
    escaped = text.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
    return f"BT /{font} {size} Tf {turn} {x} {HEIGHT - y} Tm ({escaped}) Tj ET"


def _file(objects: Sequence[str]) -> bytes:
    data = b"%PDF-1.4\n"
    places = []
    for number, text in enumerate(objects, 1):
        places.append(len(data))
        data += f"{number} 0 obj\n{text}\nendobj\n".encode("cp1252")
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    start = len(data)
    count = len(objects) + 1
    data += f"xref\n0 {count}\n0000000000 65535 f \n{table}".encode()
    return data + f"trailer << /Size {count} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n".encode()
