"""Words of a text, in one pass."""

import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lint.testing import document
from lint.views import lines, words
from lint.views.tokens import tokens

TEXTS = st.text(st.sampled_from("abAB1é½’'-_ .\n"), max_size=60)


@given(TEXTS)
def test_numbers_are_alike_where_words_are(text: str) -> None:
    found = document(text).view(tokens)
    row = re.findall(r"[^\W_]+(?:['’-][^\W_]+)*", document(text).text)
    assert list(found.texts) == list(dict.fromkeys(row))
    assert len(found.numbers) == len(row)
    numbers = dict(zip(map(str.lower, row), found.numbers, strict=True))
    assert len(set(numbers.values())) == len(numbers)
    assert all(found.numbers[at] == numbers[word.lower()] for at, word in enumerate(row))


@given(TEXTS)
def test_words_are_the_runs_of_letters(text: str) -> None:
    made = document(text)
    assert list(made.view(words).texts) == list(dict.fromkeys(re.findall(r"[^\W\d_]+", made.text)))


def test_a_long_text_is_numbered_as_a_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "The the THE one One two. " * 5
    whole = document(text).view(tokens)
    monkeypatch.setattr(lines, "_STRETCH", 7)
    assert document(text).view(tokens) == whole
    assert any(one == other for one, other in pairwise(whole.numbers))
