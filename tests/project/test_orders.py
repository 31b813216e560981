"""Comments in the copy: where they are seen, what they order, which sentences they act on."""

from __future__ import annotations

from pathlib import Path

import pytest
from small_copy import check, document_of

from claimcheck.errors import ConfigError
from claimcheck.project.comments import find_comments
from claimcheck.project.directives import Directive, parse
from claimcheck.project.ignores import Ignore, read_ignores
from claimcheck.project.reading import with_orders
from claimcheck.project.suppressions import rules_of, suppress
from claimcheck.report import Suppressed

NEXT = "claimcheck-ignore-next: foot-baths-cure-tiredness -- approved by JD"


def orders(source: str, kind: str = "markdown") -> list[Directive | str]:
    return [parse(comment, 1) for comment in find_comments(source, kind)]


def directive(*claims: str, scope: str = "next", reason: str | None = "why", end: int = 0) -> Directive:
    return Directive(scope, claims, reason, 1, end)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("comment", "scope", "claims", "reason"),
    [
        ("claimcheck-ignore-next: a-b -- approved by JD 2026-10", "next", ("a-b",), "approved by JD 2026-10"),
        ("claimcheck-ignore-file: a-b", "file", ("a-b",), None),
        ("claimcheck-ignore-next: a-b, c-d -- why", "next", ("a-b", "c-d"), "why"),
        ("claimcheck-ignore-next:a-b c-d", "next", ("a-b", "c-d"), None),
        ("claimcheck-ignore-next: a-b a-b –  an en  dash", "next", ("a-b",), "an en dash"),
        ("claimcheck-ignore-next: a-b — an em dash", "next", ("a-b",), "an em dash"),
        ("claimcheck-ignore-next\n  a-b\n  -- two\n  lines", "next", ("a-b",), "two lines"),
        ("claimcheck-ignore-next: unlisted -- a -- b", "next", ("unlisted",), "a -- b"),
        ("claimcheck-ignore-next: a-b --", "next", ("a-b",), None),
    ],
)
def test_what_a_comment_orders(comment: str, scope: str, claims: tuple[str, ...], reason: str | None) -> None:
    (found,) = orders(f"<!-- {comment} -->")
    assert isinstance(found, Directive)
    assert (found.scope, found.claims, found.reason) == (scope, claims, reason)


@pytest.mark.parametrize(
    ("comment", "wrong"),
    [
        ("claimcheck-ignor-next: a", "unknown directive claimcheck-ignor-next (did you mean ignore-next?)"),
        ("claimcheck-disable", "unknown directive claimcheck-disable (known: ignore-next, ignore-file)"),
        (
            "claimcheck-ignore-next: -- why",
            "claimcheck-ignore-next names no claim (write claimcheck-ignore-next: CLAIM -- reason)",
        ),
    ],
)
def test_what_is_no_order(comment: str, wrong: str) -> None:
    assert orders(f"<!-- {comment} -->") == [wrong]


@pytest.mark.parametrize(
    ("kind", "source", "count"),
    [
        ("markdown", f"<!-- {NEXT} -->\n\nText.", 1),
        ("markdown", f"Text. <!--{NEXT}--> More.", 1),
        ("markdown", f"> quoted\n> <!-- {NEXT} -->\n> more", 1),
        ("markdown", f"- item\n  <!-- {NEXT} -->\n- item", 1),
        ("markdown", f"| a |\n| - |\n| <!-- {NEXT} --> b |", 1),
        ("markdown", f"[//]: # ({NEXT})\n\nText.", 1),
        ("markdown", f"{{/* {NEXT} */}}\n\nText.", 1),
        ("markdown", f"---\ntitle: x\n# {NEXT}\n---\n\nText.", 1),
        ("markdown", f"+++\n# {NEXT}\n+++\n\nText.", 1),
        ("markdown", f"# {NEXT}\n\nText.", 0),
        ("markdown", f"```html\n<!-- {NEXT} -->\n```\n", 0),
        ("markdown", f"    <!-- {NEXT} -->\n", 0),
        ("markdown", f"Write `<!-- {NEXT} -->` before it.", 0),
        ("markdown", f"Write `<!-- {NEXT} -->`. <!-- {NEXT} --> Text.", 1),
        ("markdown", "<!-- see claimcheck-ignore-next -->", 0),
        ("html", f"<p>a</p><!-- {NEXT} --><p>b</p>", 1),
        ("html", f"<p>&lt;!-- {NEXT} --&gt;</p>", 0),
        ("text", f"# {NEXT}\nText.", 1),
        ("text", f"// {NEXT}\nText.", 1),
        ("text", f"  {NEXT}\nText.", 1),
        ("text", f"<!-- {NEXT} -->\nText.", 1),
        ("text", f"The order {NEXT} is prose here.", 0),
        ("docx", f"<!-- {NEXT} -->", 0),
    ],
)
def test_where_comments_are_seen(kind: str, source: str, count: int) -> None:
    assert len(find_comments(source, kind)) == count


@pytest.mark.parametrize(
    ("path", "text", "left"),
    [
        ("a.md", f"<!-- {NEXT} -->\n\nBaths cure. They cure all.\n\nBaths cure again.", ["Baths cure again."]),
        ("a.md", f"Baths cure. <!-- {NEXT} --> They cure all. They cure again.", ["Baths cure.", "They cure again."]),
        ("a.md", f"<!-- {NEXT} -->\n# Baths cure\n\nThey cure all.", ["They cure all."]),
        ("a.md", f"- baths cure\n<!-- {NEXT} -->\n- they cure all\n- they cure", ["baths cure", "they cure"]),
        ("a.md", f"| a |\n| - |\n| <!-- {NEXT} --> baths cure |\n| they cure |", ["they cure"]),
        ("a.md", f"{{/* {NEXT} */}}\n\nBaths cure.\n\nThey cure.", ["They cure."]),
        ("a.md", f"---\n# {NEXT.replace('next', 'file')}\n---\nBaths cure.\n\nThey cure.", []),
        ("a.html", f"<p>Baths cure.</p><!-- {NEXT} --><p>They cure all. They cure.</p><p>Cure!</p>", ["Baths cure."]),
        ("a.txt", f"Baths cure.\n\n# {NEXT}\nThey cure all.\n\nThey cure.", ["Baths cure.", "They cure."]),
        ("a.txt", f"Baths cure.\n{NEXT}\nThey cure all.", ["Baths cure."]),
        ("a.md", f"Baths cure.\n\n<!-- {NEXT} -->", ["Baths cure."]),
    ],
)
def test_what_an_order_acts_on(path: str, text: str, left: list[str]) -> None:
    ordered = with_orders(document_of(text, path))
    report, _ = suppress(check(ordered.document), rules_of(ordered.document, ordered.directives, ()))
    assert [finding.text for finding in report.findings] == left


def test_an_order_in_plain_text_is_no_copy() -> None:
    text = f"Baths — cure.\r\n# {NEXT}\r\nThey cure all."
    document = document_of(text, "a.txt")
    ordered = with_orders(document)
    assert [sentence.text for sentence in ordered.document.sentences] == ["Baths — cure.", "They cure all."]
    assert ordered.document.source == document.source
    assert ordered.document.sentences[1].position.line == 3


def test_used_and_unused_orders_are_told() -> None:
    document = document_of("Baths cure.\n\nBaths mend fences.")
    given = [
        directive("foot-baths-cure-tiredness", "unlisted", scope="file", reason="approved"),
        directive("honey-prevents-colds", reason=None),
    ]
    report, used = suppress(check(document), rules_of(document, given, ()))
    assert (report.findings, report.unlisted) == ((), ())
    assert report.suppressed == (
        Suppressed(1, "foot-baths-cure-tiredness", "approved", True),
        Suppressed(1, "honey-prevents-colds", None, False),
        Suppressed(3, "unlisted", "approved", True),
    )
    assert [rule.claim for rule in used] == ["foot-baths-cure-tiredness", "unlisted"]


def test_a_side_file_acts_on_the_words_it_names() -> None:
    document = document_of("Baths cure.\n\nThey CURE all tiredness and cure again.")
    ignore = Ignore(1, "*", "foot-baths-cure-tiredness", "cure all tiredness", "approved")
    report, used = suppress(check(document), rules_of(document, (), [ignore]))
    assert [finding.text for finding in report.findings] == ["Baths cure."]
    assert [rule.source for rule in used] == [ignore]
    assert report.suppressed == (Suppressed(3, "foot-baths-cure-tiredness", "approved", True),)


def test_a_side_file_is_read(tmp_path: Path) -> None:
    path = tmp_path / "ignores.toml"
    path.write_text(
        '[[ignore]]\npath = "*.pdf"\nclaim = "a-b"\n[[ignore]]\npath = "x"\nclaim = "c"\ntext = "t"\nreason = "r"\n',
        encoding="utf-8",
    )
    assert read_ignores(path) == (Ignore(1, "*.pdf", "a-b"), Ignore(2, "x", "c", "t", "r"))
    assert str(Ignore(1, "*.pdf", "a-b")) == "entry 1 (*.pdf, a-b)"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("ignore = 1", "entries must be written [[ignore]]"),
        ("[[ignor]]\n", "unknown key 'ignor' (entries are written [[ignore]])"),
        ('[[ignore]]\npath = "x"\n', "entry 1 has no claim"),
        ('[[ignore]]\npath = "x"\nclame = "a"\n', "entry 1: unknown key 'clame' (did you mean claim?)"),
        ('[[ignore]]\npath = " "\nclaim = "a"\n', "entry 1: path must be a string that says something"),
    ],
)
def test_a_side_file_that_means_nothing_is_an_error(tmp_path: Path, text: str, message: str) -> None:
    path = tmp_path / "ignores.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(ConfigError) as raised:
        read_ignores(path)
    assert str(raised.value) == f"{path}: {message}"
