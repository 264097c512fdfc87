import pytest

from factbase.resolve.names import misspelt, name_words, same_person, tidy

TIDY = [
    ("Jane Roe's", "Jane Roe"), ("Jane Roe’s", "Jane Roe"), ("Sen. Jane Roe,", "Jane Roe"), ("JANE ROE", "Jane Roe"),
    ("LUDWIG VAN POE", "Ludwig van Poe"), ("Charles Poe Jr.", "Charles Poe Jr."), ("  Jane\n Roe ", "Jane Roe"),
    ("“Jane Roe”", "Jane Roe"), ("Jane R.", "Jane R."), ("NATO", "NATO"), ("Prince", "Prince"), ("O’Neill", "O'Neill"),
    ("...", ""), ("", ""), ("Pope Francis", "Pope Francis"),
]  # fmt: skip


@pytest.mark.parametrize(("printed", "filed"), TIDY)
def test_tidy(printed: str, filed: str) -> None:
    assert tidy(printed) == filed


def test_words_of_a_name() -> None:
    assert name_words('Charles "Chuck" Q. Brown Jr.') == ("charles", "q", "brown")
    assert name_words("Bashar al-Assad") == ("bashar", "assad")
    assert name_words("François Péna-Roe") == ("francois", "pena", "roe")


SAME = ["Brown", "Charles", "Chuck Brown", "C.Q. Brown", "Charles Brown", "BROWN", "Charles Q. Brown Jr."]


@pytest.mark.parametrize("short", SAME)
def test_ways_to_write_one_name(short: str) -> None:
    assert same_person(short, "Charles Q. Brown Jr.")


@pytest.mark.parametrize("other", ["Jane Brown", "Charles Black", "Q", "", "Browne"])
def test_other_names(other: str) -> None:
    assert not same_person(other, "Charles Q. Brown Jr.")


@pytest.mark.parametrize(
    ("short", "full"),
    [
        ("Enrique Peña", "Enrique Peña Nieto"),
        ("Peña Nieto", "Enrique Peña Nieto"),
        ("Bob Roe", "Robert Roe"),
        ("Robert Roe", "Bob Roe"),
        ("Xi", "Xi Jinping"),
        ("Assad", "Bashar al-Assad"),
        ("Roe-Poe", "Jane Roe-Poe"),
    ],
)
def test_particles_second_surnames_and_order(short: str, full: str) -> None:
    assert same_person(short, full)


@pytest.mark.parametrize(
    ("name", "surname", "expected"),
    [
        ("Wines", "Wimes", True),
        ("McLenney", "McClenney", True),
        ("Wimess", "Wimes", True),
        ("Wimes", "Wimes", False),
        ("Roe", "Poe", False),
        ("Wames", "Wimess", False),
        ("Simes", "Wimes", False),
    ],
)
def test_misspelt(name: str, surname: str, expected: bool) -> None:
    assert misspelt(name, surname) is expected
