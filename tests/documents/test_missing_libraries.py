"""Where an extra is not installed the error says what to install."""

from __future__ import annotations

import sys

import pytest
from packing import zipped

from claimcheck.documents.formats import FORMATS
from claimcheck.documents.guarded import guarded
from claimcheck.documents.inputs import find_inputs, read_input
from claimcheck.documents.options import FindOptions, WebOptions
from claimcheck.documents.read import read_document
from claimcheck.documents.web import visit
from claimcheck.errors import InputError

WORD = zipped({"word/document.xml": "<a/>"})


@pytest.mark.parametrize(
    ("module", "name", "needs"),
    [
        ("docx", "a.docx", "a Word document needs docx"),
        ("pptx", "a.pptx", "a PowerPoint presentation needs pptx"),
        ("docutils", "a.rst", "reStructuredText needs docutils"),
    ],
)
def test_formats(module: str, name: str, needs: str, monkeypatch: pytest.MonkeyPatch) -> None:
    for loaded in [loaded for loaded in sys.modules if loaded.split(".")[0] == module]:
        monkeypatch.delitem(sys.modules, loaded)
    monkeypatch.setitem(sys.modules, module, None)
    with pytest.raises(InputError) as caught:
        read_document(WORD, name, kind=name[2:]) if name != "a.rst" else read_document(b"Text.", name)
    extra = FORMATS[name[2:]].extra
    assert str(caught.value) == f"{name}: {needs}, which is not installed: pip install 'claimcheck[{extra}]'"


@pytest.mark.parametrize("kind", [kind for kind, form in FORMATS.items() if form.isolated])
def test_formats_that_are_read_elsewhere(kind: str) -> None:
    with (
        pytest.raises(
            InputError, match=rf"needs x, which is not installed: pip install 'claimcheck\[{FORMATS[kind].extra}\]'"
        ),
        guarded(kind, "a"),
    ):
        raise ModuleNotFoundError(name="x")


def test_web_pages(monkeypatch: pytest.MonkeyPatch) -> None:
    visit.visitor.cache_clear()
    monkeypatch.setitem(sys.modules, "httpx", None)
    message = "http://127.0.0.1/: reading web pages needs httpx, which is not installed: pip install 'claimcheck[web]'"
    (item,) = find_inputs(["http://127.0.0.1/"]).inputs
    with pytest.raises(InputError) as caught:
        read_input(item)
    found = find_inputs(["http://127.0.0.1/"], options=FindOptions(web=WebOptions(sitemap=True)))
    assert [str(error) for error in (caught.value, *found.failures)] == [message, message]
