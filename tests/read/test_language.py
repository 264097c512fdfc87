import pytest

from factbase.read.language import foreign, is_english

GERMAN = (
    "Der Präsident sagte am Freitag, er werde keine Truppen schicken. Das sei derzeit ganz ausgeschlossen, erklärte er "
    "am Abend im Fernsehen, und daran werde sich nichts ändern."
)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (GERMAN, "de"),
        (GERMAN.encode("ascii", "ignore").decode(), "de"),
        (
            "Le ministre a déclaré vendredi que le pont serait réparé avant l'hiver, quoi qu'il en coûte, a-t-il dit.",
            "fr",
        ),
        ("Министр сказал в пятницу, что мост будет отремонтирован до зимы.", "ru"),
        ("部长星期五表示，这座桥将在冬天之前修好，无论花费多少。", "zh"),
        ("The mayor said no. " + GERMAN * 3, "de"),
    ],
)
def test_plainly_foreign(text: str, code: str) -> None:
    assert foreign(text) == code


@pytest.mark.parametrize(
    "text",
    [
        "The minister said on Friday that the bridge would be repaired.",
        "The chancellor wrote: “Das ist derzeit ausgeschlossen, und daran wird sich nichts ändern.” She was firm.",
        "MINISTER: BRIDGE TO BE REPAIRED BEFORE WINTER",
        "Macron, Scholz, Tusk, Landsbergis, Kallas: nein",  # too short to tell
        "Nein.",
        "Bridge closed, drivers furious",
        "12.5 % 2024 – 17",
        "",
        "“No comment”, minister answers again; critics demand inquiry, colleagues stay silent, reporters keep asking. "
        * 3,
        "hello " * 100,
    ],
)
def test_english_or_not_to_be_told(text: str) -> None:
    assert foreign(text) is None


def test_a_foreign_notice_does_not_make_an_article_foreign() -> None:
    english = "The minister said on Friday that the bridge would be repaired before winter. "
    assert foreign(GERMAN * 10 + english * 100) is None


@pytest.mark.parametrize("code", ["en", "en-GB", "EN_us", "eng", "English", " en "])
def test_declared_english(code: str) -> None:
    assert is_english(code)


@pytest.mark.parametrize("code", ["de", "fr-CA", "e", "enm", ""])
def test_declared_otherwise(code: str) -> None:
    assert not is_english(code)
