"""The lexicon, and what stands around a word."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lint.span import Span
from lint.testing import document
from lint.views.lexicon import Lexicon, lexicon
from lint.views.surroundings import is_foreign, stands_alone

KNOWN = Lexicon()


@pytest.mark.parametrize(
    "word", ["the", "soldier", "colour", "organise", "theatre", "travelling", "defence", "wifi", "smartphone"]
)
def test_american_british_and_modern_words_are_known(word: str) -> None:
    assert word in KNOWN


@pytest.mark.parametrize("word", ["ofthe", "partieslocal", "kjhgf", ""])
def test_what_is_no_word_is_unknown(word: str) -> None:
    assert word not in KNOWN
    assert KNOWN.frequency(word) is None


def test_frequencies_are_ordered() -> None:
    the, house, aardvark = (KNOWN.frequency(word) or 0 for word in ("the", "house", "aardvark"))
    assert the > house > aardvark


def test_a_british_form_is_as_frequent_as_the_american_one() -> None:
    assert KNOWN.frequency("organiser") == KNOWN.frequency("organizer")


def test_words_of_the_house_are_known() -> None:
    made = document("x", words=frozenset({"Copydesk"}))
    assert "copydesk" in made.view(lexicon)
    assert made.view(lexicon).frequency("copydesk") == 0


@given(st.text(st.characters(codec="utf-8"), max_size=30))
def test_beginnings_are_words_and_beginnings(word: str) -> None:
    for beginning in KNOWN.beginnings(word):
        assert word.startswith(beginning)
        assert beginning in KNOWN


@pytest.mark.parametrize(
    ("text", "alone"),
    [
        ("the ⟦word⟧ here", True),
        ("the ⟦word⟧’s end", True),
        ("“⟦word⟧”, he said", True),
        ("end of the ⟦word⟧.", True),
        ("www.⟦word⟧.org", False),
        ("#⟦word⟧", False),
        ("⟦word⟧@example.org", False),
        ("a ⟦word⟧-made thing", False),
        ("⟦word⟧2", False),
        ("⟦word⟧(x)", False),
        ("⟦word⟧'tis", False),
    ],
)
def test_a_word_stands_alone_or_is_part_of_something(text: str, alone: bool) -> None:
    start, end = text.index("⟦"), text.index("⟧") - 1
    plain = text.replace("⟦", "").replace("⟧", "")
    assert stands_alone(plain, Span(start, end)) == alone


def test_a_passage_in_another_language_is_foreign() -> None:
    text = "He quoted it: der wagen hat keine türen und das dach fehlt ganz, and left."
    start = text.index("dach")
    assert is_foreign(text, Span(start, start + 4), KNOWN)
    english = "He said that the car had no doors and that the roofofthe car was gone, and left."
    start = english.index("roofofthe")
    assert not is_foreign(english, Span(start, start + 9), KNOWN)
