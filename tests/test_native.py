"""The modules in C say of any text what Python says of it, and the package is built with or without them."""

import os
import re
import subprocess
import sys
from itertools import filterfalse, pairwise
from pathlib import Path
from typing import Any

import pytest
from environments import ROOT
from hypothesis import example, given
from hypothesis import strategies as st

from lint.document import Block, Document, Piece
from lint.views import lines, native, vocabulary, words
from lint.views.doublings import doublings
from lint.views.telling import telling_words
from lint.views.vocabulary import InPython, no_words
from lint.views.word_rows import WORD

needs_module = pytest.mark.skipif(native.words is None, reason="the modules in C are not built")

# Letters of one, two and four bytes, small and capital in odd ways, digits that are none, marks, and what parts words.
ODD = "aAbBkK1éÉßÿŸſKÅİıΣσςǅŉяЯ½²Ⅷ٣१１ªאก😀𝒜𐐀𐐨𝟙'’-_. \n\r\t\xa0\u2028\u0301\u0308\u0345\u200d\ufdd0\ud800"
PIECES = st.one_of(
    st.sampled_from(["the", "The", "of", "can't", "can’t", "cant", "l'un", "in-house", "000", "1-0", "é", "я", "no"]),
    st.text(st.sampled_from(ODD), max_size=4),
    st.text(max_size=4),
)
TEXTS = st.builds(
    lambda pieces, gap, again: gap.join(pieces) + gap + gap.join(pieces[:again]),
    st.lists(PIECES, max_size=40),
    st.sampled_from([" ", " ", "-", "'", ", ", "\n", ""]),
    st.integers(0, 9),
)


def seen(text: str, known: list[str]) -> dict[str, Any]:
    """All that the views tell of a text."""
    starts = [0, *(match.end() for match in re.finditer("\n+", text)), len(text)]
    blocks = tuple(Block(start, end) for start, end in pairwise(starts) if start < end)
    made = Document("a.txt", text, source=text, pieces=(Piece(0, len(text), 0, len(text)),), blocks=blocks)
    unique = made.view(words)
    few = [word for number, word in enumerate(unique.texts) if number % 3]
    return {
        "texts": unique.texts,
        "length": len(unique),
        "known": [name in unique for name in known],
        "among": unique.among(set(known)),
        "places": [word.spans for word in unique],
        "numbered": made.view(vocabulary.vocabulary).numbered({*few, *known}),
        "telling": made.view(telling_words),
        "doublings": made.view(doublings),
    }


def seen_by_python(text: str, known: list[str], stretch: int) -> dict[str, Any]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(native, "words", None)
        patch.setattr("lint.views.telling._PLAIN", no_words())
        patch.setattr(lines, "_STRETCH", stretch)
        return seen(text, known)


@needs_module
@given(TEXTS, st.lists(PIECES, max_size=6), st.sampled_from([3, 40, 100_000]))
@example("no no 1-0 1-0 ² ² 10 10 я", [], 100_000)
@example("no no 1-0 1-0 ² ² 10 10 ٣ ٣", [], 100_000)
@example("ΟΔΟΣ οδος ΟΔΟΣ. Kelvin kelvin İ i̇ İ", ["ΟΔΟΣ"], 100_000)
def test_c_and_python_see_the_same(text: str, known: list[str], stretch: int) -> None:
    assert seen(text, known) == seen_by_python(text, known, stretch)


@needs_module
def test_long_texts() -> None:
    text = "".join(f"word{number % 7} w{'abcdefghij'[number % 10] * (number % 70)}é ’tis\n" for number in range(20_000))
    for each in (text.replace("é", "e").replace("’", "'"), text.replace("’", "'"), text, text + "😀", text + "a\u0301"):
        assert seen(each, ["wé", "we"]) == seen_by_python(each, ["wé", "we"], 100_000)


@needs_module
def test_all_characters() -> None:
    assert native.words is not None
    marks, letters = vocabulary._MARKS, vocabulary._LETTERS
    declined = {c for c in map(chr, range(sys.maxunicode + 1)) if c < "\u2000" and native.words.vocabulary(c) is None}
    assert {c for c in map(chr, range(sys.maxunicode + 1)) if marks.match(c)} <= declined
    # Latin, Greek and Cyrillic go through.
    assert not {c for c in declined if re.match("[\0-\u02ff\u0370-\u0482\u048a-\u058f\u1e00-\u1fff]", c)}
    others = [c for c in map(chr, range(sys.maxunicode + 1)) if c not in declined]
    for start in range(0, len(others), 100_000):
        text = "_".join(others[start : start + 100_000])
        found = native.words.vocabulary(text)
        assert found is not None
        assert list(found.texts()) == list(dict.fromkeys(letters.findall(text)))


@needs_module
def test_what_is_the_same_in_lower_case_looks_the_same() -> None:
    assert native.words is not None
    for c in map(chr, range(sys.maxunicode + 1)):
        twice = f"x{c}x x{c.lower()}x"
        met = list(WORD.finditer(twice))
        if len(met) == 2 and met[0][0].lower() == met[1][0].lower():
            assert native.words.doubled(twice) == [(1, 0, 1, 0, met[1].end())]


@needs_module
@given(st.lists(st.lists(PIECES, max_size=9).map(" ".join), max_size=8), st.sampled_from(".!?\n"), st.booleans())
def test_endings_are_those_of_sentences_with_the_same_letters(parts: list[str], stop: str, again: bool) -> None:
    assert native.words is not None
    text = "".join(f"{part}{stop}" for part in (*parts, *(reversed(parts) if again else ())))
    runs = [(match.end() - 1, re.findall(r"[^\W_]", match[0])) for match in re.finditer(r"[^.!?\n]*[.!?\n]", text)]
    ends = [(place, "".join(letters).lower()[-64:]) for place, letters in runs if len(letters) >= 8]
    alike = {place for place, end in ends if [other for _, other in ends].count(end) > 1}
    assert alike <= set(native.words.endings(text))
    assert again or alike or not native.words.endings(text) or not text.isascii()


@needs_module
@given(
    st.lists(st.lists(PIECES, max_size=30), max_size=8), TEXTS.filter(lambda text: not vocabulary._MARKS.search(text))
)
def test_a_vocabulary_is_a_set_in_order(added: list[list[str]], text: str) -> None:
    assert native.words is not None
    plain, model = native.words.vocabulary(""), InPython()
    assert plain is not None
    for some in added:
        plain.add(some)
        model.add(some)
        assert (plain.texts(), len(plain)) == (tuple(model), len(model))
        assert all(word in plain for word in some)
        assert plain.numbered(some[::2]) == sorted((tuple(model).index(word), word) for word in some[::2])
    found = native.words.vocabulary(text)
    if found is not None:
        assert found.beyond(plain) == tuple(filterfalse(model.__contains__, found.texts()))
        assert plain.beyond(found) == tuple(filterfalse(found.__contains__, model))
        assert found.beyond(found) == ()
    plain.clear()
    assert (plain.texts(), len(plain), "the" in plain) == ((), 0, False)
    plain.add(f"a{number}" for number in range(3000))
    assert len(plain) == 3000


@needs_module
def test_what_is_no_word_is_refused() -> None:
    assert native.words is not None
    made: Any = native.words.vocabulary("a b")
    for wrong in (lambda: made.add([1]), lambda: made.add(1), lambda: made.beyond({"a"}), lambda: made.numbered(1)):
        with pytest.raises(TypeError):
            wrong()
    for function in (native.words.vocabulary, native.words.doubled, native.words.endings):
        with pytest.raises(TypeError):
            function(b"a")  # type: ignore[arg-type]
    with pytest.raises(ZeroDivisionError):
        made.add(1 // 0 for _ in "a")
    with pytest.raises(TypeError):
        type(made)()
    assert 1 not in made
    assert made.numbered([1, "b"]) == [(1, "b")]


@needs_module
def test_what_is_no_literal_is_refused() -> None:
    assert native.literals is not None
    for wrong in ([""], [b"a"], [1]):
        with pytest.raises(ValueError, match="no string with something in it"):
            native.literals.literals(wrong)  # type: ignore[arg-type]
    with pytest.raises(TypeError):
        native.literals.literals(1)  # type: ignore[arg-type]
    with pytest.raises(TypeError):
        native.literals.literals(["a"]).held(b"a")  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "surroundings", [{}, {"CC": "/bin/false"}, {"COPYDESK_PURE": "1"}], ids=["usual", "no compiler", "pure"]
)
def test_the_wheel_fits_what_is_in_it(tmp_path: Path, surroundings: dict[str, str]) -> None:
    build = [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", str(tmp_path)]
    env = {**os.environ, **surroundings}
    done = subprocess.run(build, cwd=ROOT, env=env, capture_output=True, encoding="utf-8", check=True)
    (wheel,) = tmp_path.glob("*.whl")
    is_pure = wheel.name.endswith("-py3-none-any.whl")
    assert is_pure or not surroundings
    assert ("without its modules in C" in done.stderr + done.stdout) == (
        is_pure and "COPYDESK_PURE" not in surroundings
    )
