"""Extraction itself, in this process: what a page's source tells."""

import io
from pathlib import Path

import pytest

from factbase.read.page import Page, article, read_frame, write_frame

PAGES = Path(__file__).parent / "pages"
SAID = "<p>The minister said on Friday that the bridge would be repaired before winter, whatever it costs the city.</p>"


def saved(name: str) -> Page:
    return article((PAGES / name).read_text(encoding="utf-8"))


def test_a_newspaper_page() -> None:
    page = saved("herald.html")
    assert page.text.splitlines()[:3] == [
        "Harbour ferry will not be scrapped, minister says",
        "Campaigners cautiously welcome the pledge, but the operator warns that the money runs out in March.",
        "The government will not close the Saltwick harbour ferry, the transport minister, Ewan Brodie, said on "
        "Friday, ending months of doubt about a crossing used by 900 people a day.",
    ]
    assert page.text.splitlines()[-1] == "The ministry expects to publish its review next month."
    assert (page.title, page.byline, page.outlet, page.url, page.published, page.language) == (
        "Harbour ferry will not be scrapped, minister says",
        "Moira Kettlewell, Tom Ashdown",
        "The Northern Herald",
        "https://www.northernherald.example/politics/2024/05/17/harbour-ferry-minister",
        "2024-05-17T21:00:00+01:00",
        "en-GB",
    )


@pytest.mark.parametrize(
    "words",
    ["cookies", "Subscribe", "Advertisement", "showAd", "Photograph", "Read more", "Bridge plan", "gullwatcher",
     "Most viewed", "wet weekend", "All rights", "Privacy"],
)  # fmt: skip
def test_what_is_not_the_article_stays_out(words: str) -> None:
    assert words not in saved("herald.html").text


def test_a_page_laid_out_by_tables() -> None:
    lines = saved("table-layout.html").text.splitlines()
    assert len(lines) == 5
    assert lines[0].startswith("PENROSE FALLS -- The county council voted 7 to 2")
    assert lines[2].startswith("Mayor Dick Sorensen")
    assert lines[2].endswith('"Next spring it will still not be there."')


def test_a_mobile_page() -> None:
    page = saved("amp.html")
    assert len(page.text.splitlines()) == 6
    assert (page.byline, page.outlet, page.published) == ("Priya Raman", "Daily Ledger", "2023-09-21T11:30:00Z")


def test_a_table_of_figures_is_no_text() -> None:
    table = "<table><tr><th>Year</th><th>Passengers</th></tr><tr><td>2021</td><td>310,000</td></tr></table>"
    page = article(
        f"<html><body><article>{SAID}<p>Nobody crossed.</p>{table}<p>That was all.</p></article></body></html>"
    )
    assert "310,000" not in page.text
    assert page.text.splitlines()[1:] == ["Nobody crossed.", "That was all."]


@pytest.mark.parametrize(
    ("head", "published"),
    [
        ("", None),
        ('<meta property="article:published_time" content="2024-05-17T21:00:00-04:00">', "2024-05-17T21:00:00-04:00"),
        ('<meta itemprop="datePublished" content="2024-05-17">', "2024-05-17"),
        # The address says the day in the newsroom, the other the time in UTC.
        (
            '<link rel="canonical" href="https://example.org/2024/05/17/bridge">'
            '<meta property="article:published_time" content="2024-05-18T01:00:00Z">',
            "2024-05-17",
        ),
        ('<meta property="article:published_time" content="2199-05-17T21:00:00Z">', None),
    ],
)
def test_published(head: str, published: str | None) -> None:
    page = article(f"<html><head>{head}</head><body><article>{SAID * 4}<p>© 2019</p></article></body></html>")
    assert page.published == published


def test_the_address_a_browser_saved_it_from() -> None:
    comment = "<!-- saved from url=(0031)https://example.org/news/bridge -->"
    page = article(f"<!DOCTYPE html>\n{comment}\n<html><body><article>{SAID * 4}</article></body></html>")
    assert page.url == "https://example.org/news/bridge"


@pytest.mark.parametrize(
    ("line", "published"),
    [
        ("Published: March 3, 2004", "2004-03-03"),
        ("Posted on Friday, May 17, 2024 at 9:00 p.m. EDT", "2024-05-17"),
        ("PUBLISHED: 21:03, 17 May 2024 | UPDATED: 08:11, 18 May 2024", "2024-05-17"),
        ("Published 03/04/2004", None),
        ("Published May 2024", None),
        ("Posted 3 May 2199", None),
        ("The report was due on May 3, 2004", None),
    ],
)
def test_a_date_in_words(line: str, published: str | None) -> None:
    assert article(f"<html><body><article><p>{line}</p>{SAID}</article></body></html>").published == published


@pytest.mark.parametrize(
    ("stamp", "published"), [("03/04/2004", None), ("April 3, 2004", "2004-04-03"), ("17/04/2004", "2004-04-17")]
)
def test_a_date_that_is_two_days(stamp: str, published: str | None) -> None:
    page = f"<html><body><article><span class='date'>{stamp}</span>{SAID}</article></body></html>"
    assert article(page).published == published


@pytest.mark.parametrize(
    ("line", "kept"),
    [
        ("<p><strong>Read more: </strong><a href='/x'>Ten storms that changed the coast</a></p>", False),
        ("<p>Related: <a href='/x'>What the governor said last year</a></p>", False),
        ("<ul><li>READ ALSO: <a href='/x'>Governor resigns</a></li></ul>", False),
        (
            "<p>Related industries, the <a href='/x'>minister</a> said, would get help, and so would the farms.</p>",
            True,
        ),
        ("<p>Read more slowly, she told the class.</p>", True),
    ],
)
def test_promotions_of_other_articles_stay_out(line: str, kept: bool) -> None:
    text = article(f"<html><body><article>{SAID}{line}<p>That was all she said.</p></article></body></html>").text
    assert (len(text.splitlines()) == 3) is kept


def test_a_brief_keeps_its_paragraphs() -> None:
    page = article(
        f"<html><body><nav><a href='/'>Home</a></nav><h1>Bridge closed</h1><p>By A. Reporter</p>{SAID}</body></html>"
    )
    assert page.text.splitlines()[-1].startswith("The minister said")


@pytest.mark.parametrize("source", ["", "<html><body></body></html>", "<html><body><div id=root></div></body></html>"])
def test_no_article(source: str) -> None:
    assert article(source).text == ""


def test_nested_too_deep() -> None:
    assert article("<html><body>" + "<div>" * 300 + SAID + "</div>" * 300).too_deep


def test_frames() -> None:
    stream = io.BytesIO()
    write_frame(stream, b"one")
    write_frame(stream, b"")
    stream.seek(0)
    assert [read_frame(stream), read_frame(stream), read_frame(stream)] == [b"one", b"", None]


@pytest.mark.parametrize("length", [1, 10])
def test_a_frame_that_breaks_off(length: int) -> None:
    stream = io.BytesIO()
    write_frame(stream, b"one")
    assert read_frame(io.BytesIO(stream.getvalue()[:length])) is None
