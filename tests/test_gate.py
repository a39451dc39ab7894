"""The gate of literals, before and after it has learnt which strings are usual, and automata over long texts."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lint.gate import Gate
from lint.views import automata
from lint.views.automata import automaton

TEXTS = st.text("abcß ", max_size=30)
STRINGS = st.text("abcß ", min_size=1, max_size=4)


@given(st.dictionaries(st.integers(0, 5), st.lists(STRINGS, min_size=1, max_size=4), min_size=1), st.lists(TEXTS))
def test_those_are_due_of_which_a_text_holds_a_string(literals: dict[int, list[str]], texts: list[str]) -> None:
    gate = Gate(literals)
    for text in (*["abc ab"] * 40, *texts):
        assert gate.due(text) == {number for number, strings in literals.items() if any(s in text for s in strings)}


def test_what_all_texts_hold_is_learnt() -> None:
    gate = Gate({0: ["of"], 1: ["rare", "of"], 2: ["x"]})
    for number in range(40):
        assert gate.due(f"one of {'x' * (number % 2)}") == ({0, 1, 2} if number % 2 else {0, 1})
    assert gate._usual == ["of"]


@given(st.lists(STRINGS, min_size=1, max_size=5, unique=True), TEXTS, st.integers(1, 9))
def test_stretches_hide_nothing_and_tell_nothing_twice(strings: list[str], text: str, stretch: int) -> None:
    for lasting in (False, True):
        known = automaton(strings, lasting=lasting)
        whole = sorted(known.hits(text))
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(automata, "_STRETCH", stretch)
            assert sorted(known.hits(text)) == whole
