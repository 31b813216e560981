"""Makes the files that no single command makes: a PDF without tags, a scan with noise, a mail."""

from __future__ import annotations

import random
from email.message import EmailMessage
from email.policy import SMTP
from pathlib import Path

import pypdf
import pypdfium2
from PIL import Image, ImageFilter

FILES = Path(__file__).parent


def without_tags() -> None:
    writer = pypdf.PdfWriter(clone_from=FILES / "flyer-chromium.pdf")
    for key in ("/StructTreeRoot", "/MarkInfo"):
        writer.root_object.pop(key, None)
    writer.write(FILES / "flyer-untagged.pdf")


def scanned() -> None:
    page = pypdfium2.PdfDocument(FILES / "flyer-libreoffice.pdf")[0]
    picture = page.render(scale=150 / 72, grayscale=True).to_pil()
    picture = picture.rotate(0.5, resample=Image.Resampling.BICUBIC, fillcolor=255)
    picture = picture.filter(ImageFilter.GaussianBlur(0.6))
    noise = Image.effect_noise(picture.size, 24)
    picture = Image.blend(picture, noise, 0.12)
    speckled = picture.load()
    chance = random.Random(1)
    for _ in range(400):
        speckled[chance.randrange(picture.width), chance.randrange(picture.height)] = 40
    picture.save(FILES / "flyer-scan.jpg", quality=50)
    picture.save(FILES / "flyer-scan.pdf", resolution=150, quality=50)
    picture.point(lambda grey: 255 * (grey > 128)).convert("1").save(FILES / "flyer-scan.png", optimize=True)


def mail() -> None:
    message = EmailMessage(policy=SMTP)
    message["Subject"] = "Little Otters Baby Massage"
    message["From"] = "Anna Berg <anna@example.org>"
    message["To"] = "parents@example.org"
    message.set_content((FILES / "flyer.txt").read_text(encoding="utf-8"), cte="quoted-printable")
    message.add_alternative((FILES / "flyer.html").read_text(encoding="utf-8"), subtype="html", cte="quoted-printable")
    (FILES / "flyer.eml").write_bytes(message.as_bytes())


if __name__ == "__main__":
    without_tags()
    scanned()
    mail()
