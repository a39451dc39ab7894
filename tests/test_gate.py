"""The gate of literals, by both means, before and after it learnt which strings are usual; automata over long texts."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lint.gate import Gate
from lint.views import automata
from lint.views.automata import automaton
from lint.views.literals import InPython, literals

pytestmark = pytest.mark.usefixtures("by_both_means")

TEXTS = st.text("abcß ", max_size=30)
STRINGS = st.text("abcß ", min_size=1, max_size=4)
# Of one, two and four bytes; some look like others where a part of their number alone is looked at.
ODD = st.text("aab\0\xe1š—\u2261щ\u0449😀\U000e0161", max_size=24)


@given(st.dictionaries(st.integers(0, 5), st.lists(STRINGS, min_size=1, max_size=4), min_size=1), st.lists(TEXTS))
def test_those_are_due_of_which_a_text_holds_a_string(literals: dict[int, list[str]], texts: list[str]) -> None:
    gate = Gate(literals)
    for text in (*["abc ab"] * 40, *texts):
        assert gate.due(text) == {number for number, strings in literals.items() if any(s in text for s in strings)}


@given(st.lists(ODD.filter(bool), max_size=12, unique=True), ODD, st.lists(st.integers(0, 11), max_size=6))
def test_literals_are_those_that_a_text_holds(strings: list[str], text: str, inserted: list[int]) -> None:
    for number in inserted:
        text += strings[number % len(strings)] if strings else ""
    found = sorted(literals(strings).held(text))
    assert found == [number for number, string in enumerate(strings) if string in text]


def test_literals_of_any_length_in_a_long_text() -> None:
    strings = [("kyiv" * 5)[start : start + length] for start in range(4) for length in range(1, 17)]
    strings += [string.upper() for string in strings]
    for text in ("x" * 50_000 + "kyivk" + "y" * 9, "kyiv " * 9_000 + "é—😀", "K" * 20 + "kyivkyivkyivkyivkyiv"):
        assert sorted(literals(strings).held(text)) == [n for n, string in enumerate(strings) if string in text]


def test_what_all_texts_hold_is_learnt() -> None:
    known = InPython(["of", "rare", "x"])
    for number in range(40):
        assert set(known.held(f"one of {'x' * (number % 2)}")) == ({0, 2} if number % 2 else {0})
    assert known._usual == [0]


@given(st.lists(STRINGS, min_size=1, max_size=5, unique=True), TEXTS, st.integers(1, 9))
def test_stretches_hide_nothing_and_tell_nothing_twice(strings: list[str], text: str, stretch: int) -> None:
    for lasting in (False, True):
        known = automaton(strings, lasting=lasting)
        whole = sorted(known.hits(text))
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(automata, "_STRETCH", stretch)
            assert sorted(known.hits(text)) == whole
