"""Positions, one sentence at a time."""

import pytest

from factbase.document import Method, Position, SpeakerKind, Topic
from factbase.stance import decide, place
from tests.stance.articles import (
    BLAST,
    BORDER,
    DRILL,
    FIT,
    GAS,
    JOINS,
    LEAD,
    MISSILES,
    NUCLEAR,
    SANCTIONS,
    SPREADS,
    STOLEN,
    TROOPS,
    TRUCE,
    WITHDRAWS,
    article,
)

SENTENCES = [
    (TROOPS, "Mr Falk | said | Norland will send troops to Sudania", "support"),
    (TROOPS, "Mr Falk | said | Norland will not send troops", "oppose"),
    (TROOPS, "Mr Falk | ruled out | any deployment of soldiers", "oppose"),
    (TROOPS, "Mr Falk | has not ruled out | sending troops", "open"),
    (TROOPS, "Mr Falk | refused to rule out | sending troops", "open"),
    (TROOPS, "Mr Falk | opposes | a ban on sending troops", "support"),
    (TROOPS, "Mr Falk | called for | the deployment of soldiers", "support"),
    (TROOPS, "Mr Falk | urged | the cabinet not to send troops", "oppose"),
    (TROOPS, "Mr Falk | said | we might send troops if the truce holds", "lean_support"),
    (TROOPS, "Mr Falk | warned | that sending troops could provoke a wider war", "lean_oppose"),
    (TROOPS, "Mr Falk | said | sending troops would be a grave mistake", "oppose"),
    (TROOPS, "Mr Falk | said | all options, troops included, remain on the table", "open"),
    (TROOPS, "Mr Falk | said | the government had not yet decided whether to send soldiers", "open"),
    (TROOPS, "Mr Falk | said | a deployment is inevitable", "lean_support"),
    (TROOPS, "Mr Falk | declined to comment on | the deployment of soldiers", None),
    (TROOPS, "Mr Falk | asked | why should soldiers be sent?", None),
    (TROOPS, "Mr Falk | was asked about | sending soldiers", None),
    (TROOPS, "Ministers | failed to agree on | a deployment of troops", None),
    (TROOPS, "Mr Falk | said | the harvest was poor", None),
    (TROOPS, "Mr Falk | welcomed | the deployment of soldiers", "support"),
    (TROOPS, "Mr Falk | criticised | the deployment of soldiers", "oppose"),
    (TROOPS, "Mr Falk | said | the troops must come home", "oppose"),
    (TROOPS, "Mr Falk | vowed | never to send soldiers to Sudania", "oppose"),
    (TROOPS, "Mr Falk | said | there is no need for a deployment", "oppose"),
    (TROOPS, "Mr Falk | denied | that troops had been sent", "oppose"),
    (DRILL, "Mr Falk | said | we continue to oppose a full-scale military drill in Sudania", "oppose"),
    (DRILL, "Mr Falk | said | we will carry out the drill in Sudania", "support"),
    (DRILL, "Mr Falk | said | opinion on the drill had barely moved since May", None),
    (GAS, "Ms Roos | said | we must stop buying gas from the East", "support"),
    (GAS, "Ms Roos | said | Norland will keep buying gas", "oppose"),
    (GAS, "Ms Roos | said | an end to gas purchases is overdue", "support"),
    (GAS, "Ms Roos | rejected | calls to stop buying gas", "oppose"),
    (GAS, "Ms Roos | said | we cannot stop buying gas overnight", "oppose"),
    (FIT, "Ms Roos | called | Berg unfit", "oppose"),
    (FIT, "Ms Roos | said | Berg is a brilliant choice for the party", "support"),
    (FIT, "Ms Roos | said | Berg is dishonest and a disgrace to the party", "oppose"),
    (FIT, "Ms Roos | said | Berg is not qualified to lead", "oppose"),
    (BLAST, "Ms Roos | said | a missile caused the blast", "support"),
    (BLAST, "Ms Roos | said | the blast was not caused by a missile", "oppose"),
    (BLAST, "Ms Roos | denied | that a missile had caused the blast", "oppose"),
    (BLAST, "Ms Roos | said | it was too early to tell what caused the blast", "open"),
    (BLAST, "Ms Roos | said | the blast was probably caused by a missile", "lean_support"),
    (LEAD, "A poll | showed | Falk leading Berg by two points", "oppose"),
    (LEAD, "A poll | showed | Berg leading Falk by two points", "support"),
    (SPREADS, "Ms Roos | accused | the channel of spreading lies", "support"),
    (SPREADS, "Ms Roos | denied | that the channel spreads lies", "oppose"),
    (TRUCE, "The UN | called for | an immediate ceasefire", "support"),
    (TRUCE, "Mr Cohen | rejected | a ceasefire with Hamas", "oppose"),
    (TRUCE, "Mr Cohen | said | a truce would only help Hamas to rearm", "lean_oppose"),
    (WITHDRAWS, "The council | voted to end | the mission of the peacekeepers", "support"),
    (WITHDRAWS, "The council | said | it would never abandon the peacekeepers", "oppose"),
    (TRUCE, "Washington | backed | the truce proposal", "support"),
    (TRUCE, "Cairo | said | it was studying the truce proposal", "open"),
    (TRUCE, "Cairo | said | the truce proposal needed more talks", "open"),
    (TRUCE, "Cairo | condemned | the truce with the rebels as an unjustified gift", "oppose"),
    (TRUCE, "Cairo | urged | the rebels to turn down the truce", "oppose"),
    (TRUCE, "Ms Haddad | said | a ceasefire is within reach", "lean_support"),
    (JOINS, "Mr Stol | said | Ukraine will become a member of NATO", "support"),
    (JOINS, "Mr Stol | said | Ukraine's place is in NATO", "support"),
    (JOINS, "Moscow | said | NATO membership for Ukraine was unacceptable", "oppose"),
    (JOINS, "Budapest | would not support | Ukraine's accession to NATO", "oppose"),
    (JOINS, "Berlin | is sceptical about | Ukraine joining NATO", "lean_oppose"),
    (JOINS, "Mr Stol | said | Ukraine can join the alliance only if the war has ended", "lean_support"),
    (SANCTIONS, "Riga | urged | the European Union to impose new sanctions on Belarus", "support"),
    (SANCTIONS, "Budapest | vetoed | the sanctions on Belarus", "oppose"),
    (SANCTIONS, "Budapest | said | sanctions do not work", "oppose"),
    (SANCTIONS, "Minsk | condemned | the sanctions", "oppose"),
    (SANCTIONS, "Ms Lenz | said | sanctions against Belarus should be lifted", "oppose"),
    (SANCTIONS, "Ms Lenz | did not exclude | further sanctions", "open"),
    (SANCTIONS, "Vilnius | said | sanctions must be tightened", "support"),
    (NUCLEAR, "Tehran | denied | building a nuclear weapon", "oppose"),
    (NUCLEAR, "Inspectors | found | no evidence of a nuclear weapon", "oppose"),
    (NUCLEAR, "Jerusalem | accused | Iran of building a nuclear bomb", "support"),
    (STOLEN, "Mr Dorn | claimed | the election was stolen", "support"),
    (STOLEN, "Mr Dorn | falsely claimed | that the election was rigged", "support"),
    (STOLEN, "The court | found | no evidence of fraud", "oppose"),
    (STOLEN, "The judge | dismissed | claims that the election had been stolen", "oppose"),
    (STOLEN, "Observers | said | the election was free and fair", "oppose"),
    (MISSILES, "Mr Kurz | ruled out | delivering Taurus missiles", "oppose"),
    (MISSILES, "Mr Kurz | promised | to deliver the missiles soon", "support"),
    (MISSILES, "Mr Kurz | reiterated his refusal | to supply Taurus missiles", "oppose"),
    (MISSILES, "Kyiv | asked Berlin for | Taurus missiles", "support"),
    (MISSILES, "Kyiv | thanked Berlin for | the Taurus missiles", "support"),
    (MISSILES, "Mr Kurz | said | Berlin is not considering delivering Taurus missiles", "oppose"),
    (MISSILES, "Mr Kurz | hinted | that missiles might follow", "lean_support"),
    (BORDER, "Ms Lund | said | the border must stay open", "oppose"),
    (BORDER, "Ms Lund | demanded | the closure of the border", "support"),
    (BORDER, "Ms Lund | said | closing the border would be illegal", "oppose"),
    (BORDER, "Ms Lund | expressed doubts about | closing the border", "lean_oppose"),
    (BORDER, "Ms Lund | promised to block | any closure of the border", "oppose"),
    (BORDER, "Ms Lund | disagreed with | those who call closing the border a mistake", "support"),
    (BORDER, "Ms Lund | called | the closure of the border sheer madness", "oppose"),
    (BORDER, "Ms Lund | said | now is not the time to close the border", "oppose"),
    (BORDER, "Ms Lund | said | there is no alternative to closing the border", "support"),
    (BORDER, "Ms Lund | said | not closing the border would be a disaster", "lean_support"),
    (BORDER, "Ms Lund | warned | that not closing the border would be a disaster", "lean_support"),
    (BORDER, "Ms Lund | cautioned | against closing the border", "lean_oppose"),
    (BORDER, "Ms Lund | said | if we close the border, there will be chaos", "lean_oppose"),
    (BORDER, "Ms Lund | said | although it will cost us friends, the border must be closed", "support"),
    (BORDER, "Ms Lund | said | we would close the border unless the talks succeed", "lean_support"),
    (BORDER, "Ms Lund | said | no court can compel us to close the border", "oppose"),
    (BORDER, "Ms Lund | said | the prospects for a closure of the border are dim", "lean_oppose"),
    (BORDER, "Ms Lund | said | people are weary of talk about a closed border", "lean_oppose"),
    (BORDER, "Ms Lund | did not object to | closing the border", "lean_support"),
    (BORDER, "Ms Lund | is wary of | closing the border", "lean_oppose"),
    (BORDER, "Ms Lund | said | we will not close the border. It would be a disgrace", "oppose"),
    (BORDER, "Ms Lund | said | they ban parties; the border must be closed", "support"),
    (BORDER, "Ms Lund | stopped short of | closing the border", "open"),
    (BORDER, "Ms Lund | said | two guards were wounded at the border", None),
    (BORDER, "Ms Lund | said | the guards were not at the border", None),
    (TROOPS, "Mr Falk | sees | little chance of a deployment of soldiers", "oppose"),
    (MISSILES, "Kyiv | pressed | Berlin to drop its objections to delivering the missiles", "support"),
    (NUCLEAR, "Ms Lenz | warned | that Iran is building a nuclear bomb", "support"),
    (STOLEN, "Ms Lenz | expressed doubts | that the election was stolen", "lean_oppose"),
]


@pytest.mark.parametrize(("topic", "line", "expected"), SENTENCES, ids=[line for _, line, _ in SENTENCES])
def test_one_sentence(topic: Topic, line: str, expected: str | None) -> None:
    document, statements = article(line)
    (found,) = place(document, statements, topic)
    assert (found.position.value if found else None) == expected


def positions(topic: Topic, *lines: str, kinds: dict[str, SpeakerKind] | None = None) -> list[str | None]:
    document, statements = article(*lines, kinds=kinds)
    return [s.position.value if s else None for s in place(document, statements, topic)]


def test_a_short_answer_takes_its_topic_from_the_sentence_before() -> None:
    assert positions(TROOPS, "Roos | asked | whether soldiers would be sent", "Falk | said | no") == [None, "oppose"]
    assert positions(TROOPS, "Roos | spoke of | the harvest", "Falk | said | no") == [None, None]


@pytest.mark.parametrize(
    ("answer", "expected"), [("yes", "support"), ("Absolutely", "support"), ("Absolutely not", "oppose")]
)
def test_other_answers(answer: str, expected: str) -> None:
    assert positions(TROOPS, "Roos | asked | will troops be sent?", f"Falk | said | {answer}")[1] == expected


def test_what_goes_on_about_the_topic_needs_a_hedge_to_be_placed() -> None:
    lines = ("Falk | said | Norland will send troops", "Falk | said | we might get there eventually")
    assert positions(TROOPS, *lines) == ["support", "lean_support"]
    assert positions(TROOPS, lines[0], "Falk | said | they had lunch") == ["support", None]


def test_who_supports_a_position_takes_it_over() -> None:
    falk = "Karl Falk | said | soldiers will not be sent"
    assert positions(TROOPS, falk, "Ms Roos | supported | Falk's position") == ["oppose", "oppose"]
    assert positions(TROOPS, falk, "Ms Roos | rejected | Falk's position") == ["oppose", "support"]
    assert positions(TROOPS, falk, "Ms Roos | supported | Brandt's position") == ["oppose", None]


def test_who_supports_leaving_it_open_is_for_it_and_who_rejects_that_says_neither() -> None:
    falk = "Karl Falk | would not rule out | sending soldiers"
    assert positions(TROOPS, falk, "Ms Roos | supported | Falk's stance") == ["open", "support"]
    assert positions(TROOPS, falk, "Ms Roos | rejected | Falk's stance") == ["open", None]


def test_a_paper_that_reports_is_not_for_what_it_reports() -> None:
    paper = {"The Norland Times": SpeakerKind.ORGANISATION}
    told = "The Norland Times | reports | troops are to be sent to Sudania"
    assert positions(TROOPS, told, kinds=paper) == [None]
    assert positions(TROOPS, told.replace("are to", "must"), kinds=paper) == ["support"]
    assert positions(TROOPS, told, kinds={"The Norland Times": SpeakerKind.PERSON}) == ["support"]
    assert positions(TROOPS, told.replace("Times", "Army"), kinds={"The Norland Army": SpeakerKind.ORGANISATION}) == [
        "support"
    ]


def test_nobody_who_says_it_denies_it() -> None:
    assert positions(TROOPS, "Nobody | wants | soldiers sent") == ["oppose"]


def test_what_a_speaker_says_elsewhere_tips_the_balance() -> None:
    vague, clear = "Falk | said | the soldiers are not in the barracks", "Falk | demanded | that soldiers be sent"
    others = ["Roos | spoke of | the harvest", "Roos | praised | the cooks"]
    assert positions(TROOPS, vague, *others) == [None, None, None]
    assert positions(TROOPS, clear, vague, *others) == ["support", "support", None, None]
    assert positions(TROOPS, clear.replace("Falk", "Roos"), vague, *others) == ["support", None, None, None]


def test_of_a_long_turn_what_is_about_the_topic_counts() -> None:
    long = "We saw the harvest fail again this year, and nobody had the means to pay for bread or for fuel."
    turn = (
        f"Falk | : | Good morning. {long} {long} We will never send soldiers to Sudania. Thanks. {long} Any questions?"
    )
    assert positions(TROOPS, turn) == ["oppose"]
    assert positions(TROOPS, f"Falk | : | {long} {long} {long}") == [None]


def test_a_question_is_no_position() -> None:
    assert positions(TROOPS, "Falk | wondered | why soldiers should be sent") == [None]
    assert positions(TROOPS, "Falk | said | whether soldiers will be sent") == [None]


def test_what_is_done_by_speaking_is_a_position() -> None:
    endorse = Topic("endorse", "Falk should endorse Berg", ("endorse", "endorsement"))
    assert positions(endorse, "Falk | endorses | Ms Berg") == ["support"]
    assert positions(endorse, "Falk | does not endorse | Ms Berg") == ["oppose"]
    assert positions(endorse, "Falk | refused to endorse | Ms Berg") == ["oppose"]
    against = "Ms Berg | said | she would not accept an endorsement"
    assert positions(endorse, against, "Falk | endorses | Ms Berg") == ["oppose", "support"]


def test_in_an_article_about_troops_a_word_that_says_a_side_is_enough() -> None:
    lines = [f"Roos | said | soldiers marched past house number {i}" for i in range(9)]
    assert positions(TROOPS, *lines, "Falk | demanded | soldiers")[-1] == "support"


def test_a_name_that_everybody_mentions_is_not_enough() -> None:
    topic = Topic("elect", "Berg should be elected", ("Berg",))
    lines = [f"Roos | said | Berg went to house number {i}" for i in range(9)]
    assert set(positions(topic, *lines)) == {None}


def test_a_term_that_is_excluded_keeps_a_statement_out() -> None:
    toys = Topic("troops", TROOPS.proposition, (*TROOPS.terms, "-toy*"))
    line = "Falk | said | toy soldiers will be sent"
    assert positions(TROOPS, line) == ["support"]
    assert positions(toys, line) == [None]


def test_a_topic_without_terms_goes_by_its_proposition() -> None:
    bare = Topic("troops", TROOPS.proposition)
    assert positions(bare, "Falk | said | Norland will send its troops to Sudania") == ["support"]
    assert positions(bare, "Falk | said | Norland has a new parliament") == [None]


def test_the_stance_shows_its_words_its_condition_and_how_sure_it_is() -> None:
    document, statements = article("Falk | said | we would send troops if the truce holds, he hoped")
    (found,) = decide(document, statements, TROOPS)
    assert found is not None
    assert found.rule == "head"
    assert found.stance.words == "we would send troops if"
    assert found.stance.condition == "if the truce holds"
    assert (found.stance.topic, found.stance.method) == ("troops", Method.RULE)
    assert 0.5 < found.stance.confidence < 1


def test_the_cue_is_the_words_where_the_cue_decides() -> None:
    document, statements = article("Falk | flatly rejected | sending troops")
    (found,) = place(document, statements, TROOPS)
    assert found is not None
    assert (found.position, found.words) == (Position.OPPOSE, "flatly rejected")


def test_no_statements_no_positions() -> None:
    document, statements = article()
    assert place(document, statements, TROOPS) == ()
