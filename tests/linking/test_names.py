"""Whether two names, folded, may be one person's."""

import pytest

from factbase.linking.names import Likeness, alike, block, is_full, is_joint, parts, sound


@pytest.mark.parametrize(
    ("a", "b", "likeness"),
    [
        ("ines okafor", "ines okafor", Likeness.SAME),
        ("joe biden", "joseph r biden", Likeness.VARIANT),
        ("joe biden", "joseph r biden jr", Likeness.SUFFIX),
        ("adam roth", "adam roth jr", Likeness.SUFFIX),
        ("adam roth sr", "adam roth jr", None),
        ("adam roth jr", "adam q roth jr", Likeness.FULLER),
        ("ada roth", "ada quill roth", Likeness.FULLER),
        ("ada q roth", "ada quill roth", Likeness.FULLER),
        ("ada q roth", "ada w roth", None),
        ("george w bush", "george hw bush", None),
        ("george w bush", "george bush", Likeness.FULLER),
        ("a roth", "ada roth", Likeness.INITIAL),
        ("b roth", "ada roth", None),
        ("jd vance", "james david vance", Likeness.INITIAL),
        ("mitt romney", "willard mitt romney", Likeness.VARIANT),
        ("ada quill roth", "bob wynn roth", None),
        ("bob roth", "robert roth", Likeness.VARIANT),
        ("ada roth", "ines roth", None),
        ("roth", "ada roth", Likeness.FAMILY),
        ("roth", "roth", Likeness.FAMILY),
        ("okafor", "ada roth", None),
        ("sergei lavrov", "sergey lawrow", Likeness.SPELLING),
        ("lavrov", "sergey lawrow", Likeness.FAMILY),
        ("volodymyr zelensky", "volodymyr zelenskyy", Likeness.SPELLING),
        ("mohammed farah", "muhammad farah", Likeness.VARIANT),
        ("martin farah", "martina farah", None),
        ("karen farah", "karin farah", None),
        ("ed rendell", "edward g rendell", Likeness.VARIANT),
        ("ed rendell", "elmar d rendell", Likeness.INITIAL),
        ("bo roth", "bob roth", None),
        ("robert q roth", "bob w roth", None),
        ("wei li", "wei lee", None),
        ("ursula von der leyen", "ursula leyen", Likeness.SAME),
    ],
)  # fmt: skip
def test_alike(a: str, b: str, likeness: Likeness | None) -> None:
    assert alike(a, b) is likeness
    assert alike(b, a) is likeness


@pytest.mark.parametrize(
    ("names", "key"),
    [
        (("joe biden", "joseph r biden jr", "joseph biden"), "biden i"),
        (("sergei lavrov", "sergey lawrow"), "lavrov s"),
        (("lavrov",), "lavrov"),
        (("bill roth", "william roth"), "rot v"),
        (("",), ""),
    ],
)
def test_names_that_may_be_one_share_a_block(names: tuple[str, ...], key: str) -> None:
    assert {block(name) for name in names} == {key}


@pytest.mark.parametrize(
    ("name", "given", "family", "suffix"),
    [
        ("ursula von der leyen", "ursula", "leyen", ""),
        ("charles q brown jr", "charles", "brown", "jr"),
        ("jr", "", "jr", ""),
        ("al gore", "al", "gore", ""),
    ],
)
def test_parts(name: str, given: str, family: str, suffix: str) -> None:
    found = parts(name)
    assert (found.given, found.family, found.suffix) == (given, family, suffix)


@pytest.mark.parametrize(
    ("one", "other"), [("yanukovych", "janukowitsch"), ("kadhafi", "qaddafi"), ("timoshenko", "tymoshenko")]
)
def test_transliterations_sound_the_same(one: str, other: str) -> None:
    assert sound(one) == sound(other)


def test_full_and_joint_names() -> None:
    assert is_full("ada roth")
    assert not is_full("roth")
    assert is_joint("Ada Roth; Ines Okafor")
    assert not is_joint("Ada Roth")
