"""Words of a text: the different ones, and all of them as a row of codes."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lint.testing import document
from lint.views import codes as rows
from lint.views import lines, words
from lint.views.codes import CODE, codes
from lint.views.doublings import doublings

# With letters that have no byte of their own, and characters that have none at all.
TEXTS = st.text(st.sampled_from("abAB1é½šŠÿŸß’'-_ .\n“я😀"), max_size=60)


def row_of(text: str) -> list[bytes]:
    row = document(text).view(codes)
    return [row[at : at + CODE] for at in range(0, len(row), CODE)]


@given(TEXTS)
def test_codes_are_alike_where_words_are(text: str) -> None:
    row = re.findall(r"[^\W_]+(?:['’-][^\W_]+)*", document(text).text)
    found = row_of(text)
    known = dict(zip(map(str.lower, row), found, strict=True))
    assert [known[word.lower()] for word in row] == found


def test_codes_of_different_words_are_different() -> None:
    row = row_of(" ".join(f"{a}{b}" for a in "abcdefghij" for b in "klmnopqrst"))
    assert len(set(row)) > 95


@given(TEXTS)
def test_words_are_the_runs_of_letters(text: str) -> None:
    made = document(text)
    assert list(made.view(words).texts) == list(dict.fromkeys(re.findall(r"[^\W\d_]+", made.text)))


def test_a_long_text_is_one_row(monkeypatch: pytest.MonkeyPatch) -> None:
    for text in ("The the THE one One two. " * 5, "Tři tři pět pět я. " * 5):
        whole, different = document(text).view(codes), document(text).view(words).texts
        with monkeypatch.context() as patch:
            patch.setattr(lines, "_STRETCH", 7)
            assert document(text).view(codes) == whole
            assert document(text).view(words).texts == different


@pytest.mark.parametrize("text", ["One two two three.", "No more of it no more of it at all.", "2 - 2 or or - or"])
def test_words_that_share_a_code_are_no_doubling(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    found = document(text).view(doublings)
    assert found
    monkeypatch.setattr(rows, "hash", lambda word: 0, raising=False)
    assert document(text).view(doublings) == found
