import csv
import io
import os
import tracemalloc
from pathlib import Path
from typing import Any

import pytest

from factbase.document import Position, SpeakerKind
from factbase.export import Format, Layout, listing, write
from factbase.rows import ArticleRow, SpeakerRow, StanceRow, StatementRow
from tests.export.printed import printed
from tests.rows import STANCE, STATEMENT, stance, statement

HEADER = (
    "row_id,said_date,said_from,said_to,date_precision,published,speaker_id,speaker,speaker_kind,role,organisation,"
    "country,topic,proposition,position,score,previous_position,change,condition,confidence,quote,quote_kind,act,"
    "reported_by,outlet,article_title,article_url,start,end,text_sha256,method,review,reviewed_by"
)


def cell(column: str, row: StatementRow, **options: Any) -> str:
    """A cell as it stands in the file, of a listing with that column and one more."""
    only = listing([row], type(row)).only([column, "act"])
    text = printed(only, Format.CSV, **options)
    return text.split("\r\n", 1)[1].removesuffix(f",{row.act}\r\n")


def test_timeline_to_the_letter() -> None:
    row = (
        "a1b2c3d4e5f60718,2024-05-16,2024-05-16,2024-05-16,day,2024-05-17,5eaf00d5eaf00d55,Ana Kovač,person,"
        "Defence Minister,Slovenia,SVN,instructors,Allies send instructors,oppose,-2,open,hedge,,0.91,"
        "We will not send anyone,direct,reject,,The Courier,Ministers meet in Ljubljana,https://courier.example/a?x=1,"
        f"120,143,{'ab' * 32},rule,,"
    )
    assert printed(listing([STANCE], StanceRow), Format.CSV) == f"{HEADER}\r\n{row}\r\n"


def test_statements_have_the_timelines_columns_that_they_know() -> None:
    stances_only = {"topic", "proposition", "position", "score", "previous_position", "change", "condition", "method"}
    header = printed(listing([], StatementRow), Format.CSV).rstrip().split(",")
    assert header == [name for name in HEADER.split(",") if name not in stances_only]


@pytest.mark.parametrize(
    ("words", "in_file"),
    [
        ("We will not", "We will not"),
        ("no, never", '"no, never"'),
        ('"no," he said', '"""no,"" he said"'),
        ("one\ntwo", '"one\ntwo"'),
        ("one\r\ntwo", '"one\r\ntwo"'),
        ("one\rtwo", '"one\rtwo"'),
        ("=1+1", "'=1+1"),
        ("+1 for peace", "'+1 for peace"),
        ("- no -", "'- no -"),
        ("@minister", "'@minister"),
        ("\tindented", "'\tindented"),
        ("\rreturned", '"\'\rreturned"'),
        ('=HYPERLINK("x",1)', '"\'=HYPERLINK(""x"",1)"'),
        ("'quoted'", "'quoted'"),
        (" =1+1", " =1+1"),
        ("“curly”, naïve, 陈伟 🇺🇦", '"“curly”, naïve, 陈伟 🇺🇦"'),
    ],
)
def test_text_in_a_cell(words: str, in_file: str) -> None:
    assert cell("quote", statement(quote=words)) == in_file


@pytest.mark.parametrize("words", ["=1+1", "+1", "-1", "@x", "\tx", "-2"])
def test_raw_leaves_what_looks_like_a_formula(words: str) -> None:
    assert cell("quote", statement(quote=words), raw=True) == words


def test_numbers_are_never_text() -> None:
    assert cell("score", stance("Ana", Position.OPPOSE, None)) == "-2"


@pytest.mark.parametrize(
    ("first", "last", "said_date", "precision"),
    [
        ("2024-05-16", "2024-05-16", "2024-05-16", "day"),
        ("2024-02-01", "2024-02-29", "", "month"),
        (None, None, "", ""),
    ],
)
def test_dates(first: str | None, last: str | None, said_date: str, precision: str) -> None:
    row = stance("Ana", Position.OPEN, first, last)
    found = [cell(name, row) for name in ("said_date", "said_from", "said_to", "date_precision")]
    assert found == [said_date, first or "", last or "", precision]


def test_excel_gets_a_byte_order_mark_and_nobody_else() -> None:
    rows = listing([STATEMENT], StatementRow)
    assert printed(rows, Format.CSV, excel=True).encode().startswith(b"\xef\xbb\xbfrow_id,")
    assert printed(listing([STATEMENT], StatementRow), Format.CSV).startswith("row_id,")


def test_a_column_of_json_can_be_asked_for() -> None:
    assert cell("spans", STATEMENT) == "120-130; 133-143"


def test_tsv_is_the_same_with_tabs() -> None:
    rows = listing([statement(quote="one\ttwo, three")], StatementRow).only(["speaker", "quote"])
    assert printed(rows, Format.TSV) == 'speaker\tquote\r\nAna Kovač\t"one\ttwo, three"\r\n'


def test_other_rows_have_their_own_fields() -> None:
    article = ArticleRow(
        article_id="a", published="2024-05-17T08:30", outlet=None, title="T", url=None, byline=None, language="en",
        statements=3, snapshots=1, article_source="a.txt",
    )  # fmt: skip
    assert printed(listing([article], ArticleRow), Format.CSV).splitlines() == [
        "article_id,published,outlet,title,url,byline,language,statements,snapshots,article_source",
        "a,2024-05-17,,T,,,en,3,1,a.txt",
    ]


def test_names_share_a_cell() -> None:
    brown = SpeakerRow(
        speaker_id="b", name="Brown", kind=SpeakerKind.PERSON, country=None, wikidata=None,
        aliases=("Gen. Brown", "C. Brown"), statements=1, articles=1, first_said=None, last_said=None,
    )  # fmt: skip
    assert printed(listing([brown], SpeakerRow).only(["name", "aliases"]), Format.CSV) == (
        "name,aliases\r\nBrown,Gen. Brown; C. Brown\r\n"
    )


def test_reading_it_back_gives_the_words_again() -> None:
    quotes = ['a "b" c', "x,y\r\nz", "", "tab\there", "“„«", "line\u2028separator"]
    text = printed(listing([statement(quote=q) for q in quotes], StatementRow), Format.CSV, raw=True)
    assert [row["quote"] for row in csv.DictReader(io.StringIO(text, newline=""))] == quotes


@pytest.mark.parametrize("output", list(Format))
def test_memory_does_not_grow_with_the_rows(output: Format) -> None:
    def peak(rows: int) -> int:
        tracemalloc.start()
        try:
            with Path(os.devnull).open("w", encoding="utf-8", newline="") as sink:
                write(listing((STANCE for _ in range(rows)), StanceRow), sink, Layout(output))
            return tracemalloc.get_traced_memory()[1]
        finally:
            tracemalloc.stop()

    assert peak(1_200) < 2 * peak(300)
