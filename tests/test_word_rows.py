"""Words of a text: the different ones, all of them in a row, and what stands in it twice."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lint.span import Span
from lint.testing import document
from lint.views import lines, words
from lint.views.doublings import doublings
from lint.views.word_rows import word_rows

# With letters that have no byte of their own, and characters that have none at all.
CONTROLS = "".join(map(chr, (*range(1, 9), *range(14, 32), *range(127, 160))))
TEXTS = st.text(st.sampled_from("abAB1é½šŠÿŸß’'-_ .\n“я😀") | st.sampled_from(CONTROLS), max_size=60)


pytestmark = pytest.mark.usefixtures("by_both_means")


def row_of(text: str) -> list[str | bytes]:
    return [word for row in word_rows(document(text)) for word in row]


@given(TEXTS)
def test_the_row_holds_each_word_and_the_same_for_the_same(text: str) -> None:
    written = re.findall(r"[^\W_]+(?:['’-][^\W_]+)*", document(text).text)
    found = row_of(text)
    known = dict(zip(map(str.lower, written), found, strict=True))
    assert [known[word.lower()] for word in written] == found


@given(TEXTS)
def test_words_are_the_runs_of_letters(text: str) -> None:
    made = document(text)
    assert list(made.view(words).texts) == list(dict.fromkeys(re.findall(r"[^\W\d_]+", made.text)))


def test_a_long_text_is_one_row(monkeypatch: pytest.MonkeyPatch) -> None:
    for text in (
        "The the THE one One two. " * 5,
        "Tři tři pět pět я. " * 5,
        "No more of it all no more of it all. " * 3,
    ):
        whole, different = document(text).view(doublings), document(text).view(words).texts
        assert whole
        for stretch in (7, 60):
            with monkeypatch.context() as patch:
                patch.setattr(lines, "_STRETCH", stretch)
                assert document(text).view(doublings) == whole
                assert document(text).view(words).texts == different


@pytest.mark.parametrize("text", [f"a{control}a{control} {control}" for control in CONTROLS])
def test_controls_are_in_no_word(text: str) -> None:
    assert len(row_of(text)) == 2
    twice = document(f"{text} of of").view(doublings)[-1]
    assert (twice.first, twice.second) == (Span(7, 9), Span(10, 12))


@given(st.lists(st.sampled_from(["ab", "Ab", "cd", "é", "7"]), max_size=40), st.sampled_from([3, 40, 100_000]))
def test_what_stands_twice_is_found(row: list[str], stretch: int) -> None:
    low = [word.lower() for word in row]
    twice = any(
        low[at : at + n] == low[at + n : at + 2 * n] and (n > 1 or low[at].isalpha())
        for n in range(1, 9)
        for at in range(len(low) - 2 * n + 1)
    )
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(lines, "_STRETCH", stretch)
        assert bool(document(" ".join(row)).view(doublings)) == twice


@pytest.mark.parametrize("text", ["She can't cant well.", "Tři tňi.", "It is l'un lun l'un lun."])
def test_words_that_look_the_same_in_a_row_are_no_doubling(text: str) -> None:
    assert [len(found.first.of(text).split()) for found in document(text).view(doublings)] in ([], [2])
