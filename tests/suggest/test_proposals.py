"""Propositions that are made of a statement's own words, or not at all."""

import re

import pytest

from factbase.suggest.proposals import proposition

BRIDGE = re.compile("bridge")


@pytest.mark.parametrize(
    ("statement", "made"),
    [
        ("The city should sell the bridge.", "The city should sell the bridge"),
        ("“The bridge must be sold,”", "The bridge must be sold"),
        ("that the city ought to lease the bridge", "The city ought to lease the bridge"),
        ("whether the bridge should be leased", "The bridge should be leased"),
        ("she thinks the old bridge needs to go", "The old bridge needs to go"),
        ("Well, but the city should sell its bridge", "The city should sell its bridge"),
        ("It is old. The bridge should be closed! We know.", "The bridge should be closed"),
        ("The U.S. Navy should keep the bridge", "The U.S. Navy should keep the bridge"),
        ("The bridge should be sold, and the money spent", "The bridge should be sold"),
        ("the city should sell the bridge “at once”", "The city should sell the bridge at once"),
        # not affirmative, not a proposal, or not understood by itself
        ("The city should not sell the bridge", None),
        ("The city must never sell the bridge", None),
        ("The city will sell the bridge", None),
        ("The bridge may need to be closed", None),
        ("the need to close the bridge", None),
        ("We should sell the bridge", None),
        ("He must sell the bridge", None),
        ("Berg should sell the bridge to them", None),
        ("Berg should say why the bridge is old", None),
        ("If the bridge is old, Berg should leave", None),
        ("The bridge should", None),
        ("The city should do that to the bridge", None),
        ("Should the bridge be sold?", None),
        ("The bridge [in the harbour] should be sold", None),
        ("The city should sell the ferry", None),
        ("The " + "very " * 14 + "old bridge should be sold", None),
    ],
)
def test_propositions(statement: str, made: str | None) -> None:
    assert proposition([statement], BRIDGE) == made


def test_the_shortest_is_taken() -> None:
    statements = ["The city should sell the bridge to a company", "The bridge should be sold", "A bridge must be sold"]
    assert proposition(statements, BRIDGE) == "A bridge must be sold"
