import pytest

from factbase.errors import QueryError
from factbase.export import Format, listing
from factbase.rows import ArticleRow, StanceRow, StatementRow
from tests.export.printed import printed
from tests.rows import STANCE, STATEMENT


@pytest.mark.parametrize("output", list(Format))
def test_chosen_columns_come_in_the_order_asked_for(output: Format) -> None:
    chosen = listing([STANCE], StanceRow).only(["quote", "score", "speaker"])
    assert [c.name for c in chosen.columns(output)] == ["quote", "score", "speaker"]


def test_a_column_that_is_not_there_is_told_with_those_that_are() -> None:
    with pytest.raises(QueryError, match=r"no column 'speeker'; the columns are row_id, said_date, .*article_source"):
        listing([STATEMENT], StatementRow).only(["quote", "speeker"])


def test_a_column_for_reading_can_be_left_out() -> None:
    text = printed(listing([STANCE], StanceRow).without("topic"), Format.MARKDOWN)
    assert text.startswith("| said | speaker | position | quote | article |\n")


@pytest.mark.parametrize("output", [Format.CSV, Format.JSON])
def test_programs_get_every_column_all_the_same(output: Format) -> None:
    assert "topic" in printed(listing([STANCE], StanceRow).without("topic"), output)


def test_articles_for_reading() -> None:
    article = ArticleRow(
        article_id="a",
        published="2024-05-17T08:30",
        outlet=None,
        title=None,
        url=None,
        byline=None,
        language="en",
        statements=3,
        snapshots=1,
        article_source="talks.txt",
    )
    assert (
        printed(listing([article], ArticleRow), Format.MARKDOWN).splitlines()[2] == "| 2024-05-17 | – | talks.txt | 3 |"
    )
