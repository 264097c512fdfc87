"""Extraction in a process of its own, which can be ended."""

import hashlib
from collections.abc import Iterator
from pathlib import Path

import pytest

from factbase.read import html
from factbase.read.html import Pages
from factbase.read.unreadable import Unreadable

HERALD = (Path(__file__).parent / "pages" / "herald.html").read_bytes()
ENDLESS = "<html><body><p " + " ".join(f"a{i}=1" for i in range(200_000)) + ">No.</p></body></html>"


@pytest.fixture(scope="module")
def pages() -> Iterator[Pages]:
    with Pages() as running:
        yield running


def test_document(pages: Pages) -> None:
    document = html.document(HERALD, pages, source="saved/herald.html", stem="herald")
    assert (document.id, document.source) == ("herald", "saved/herald.html")
    assert document.raw_sha256 == hashlib.sha256(HERALD).hexdigest()
    assert document.reader.startswith("html 1 (trafilatura ")
    assert (document.published, document.published_from) == ("2024-05-17T21:00:00+01:00", "page")
    assert (document.outlet, document.language) == ("The Northern Herald", "en-GB")


@pytest.mark.parametrize("label", ["windows-1252", "iso-8859-1", "utf-8"])
def test_a_page_in_windows_1252(pages: Pages, label: str) -> None:
    data = HERALD.decode().replace('charset="utf-8"', f'charset="{label}"').encode("cp1252")
    document = html.document(data, pages, source="a.html", stem="a")
    assert "“Nobody is going to be left on the far side of the water,”" in document.text


def test_a_declared_language_that_is_wrong_is_not_kept(pages: Pages) -> None:
    document = html.document(HERALD.replace(b'lang="en-GB"', b'lang="xx"'), pages, source="a.html", stem="a")
    assert document.language is None


@pytest.mark.parametrize(
    ("source", "reason"),
    [
        (b"<html><body></body></html>", "has no article: no main text was found in the page"),
        (
            b"<html><body>" + b"<div>" * 100_000 + b"<p>deep</p>" + b"</div>" * 100_000,
            "nests its tags more than 250 deep, and what is below cannot be read",
        ),
    ],
)
def test_pages_without_an_article(pages: Pages, source: bytes, reason: str) -> None:
    with pytest.raises(Unreadable) as error:
        html.document(source, pages, source="a.html", stem="a")
    assert str(error.value) == reason


def test_a_page_that_takes_too_long_is_given_up_and_the_next_is_read() -> None:
    with Pages(seconds=3) as pages:
        with pytest.raises(Unreadable, match="takes more than 3 seconds to find the article in, and was given up"):
            pages.extract(ENDLESS)
        assert pages.extract(HERALD.decode()).outlet == "The Northern Herald"


def test_a_process_that_dies_is_told_and_replaced(pages: Pages) -> None:
    pages.extract(HERALD.decode())
    process = pages._process  # no page is known that crashes it, so the test does
    assert process is not None
    process.kill()
    process.wait()
    with pytest.raises(Unreadable, match="ended the process that looked for its article"):
        pages.extract(HERALD.decode())
    assert pages.extract(HERALD.decode()).outlet == "The Northern Herald"


def test_the_process_ends_with_the_reader() -> None:
    with Pages() as pages:
        pages.extract(HERALD.decode())
        process = pages._process
    assert process is not None
    assert process.poll() is not None


def test_no_module_of_the_current_folder_is_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "trafilatura.py").write_text("raise SystemExit(9)")
    monkeypatch.chdir(tmp_path)
    with Pages() as pages:
        assert pages.extract(HERALD.decode()).outlet == "The Northern Herald"
