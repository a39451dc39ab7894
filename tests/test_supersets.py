"""What a superset does not find, the pattern does not find: nothing is lost where the one scan rules a pattern out."""

import re
from collections.abc import Callable
from itertools import product

import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from lint.views.alphabet import BYTES, CHARACTERS, EDGE, encoded
from lint.views.supersets import NeverError, superset

FLAGS = [0, re.IGNORECASE, re.MULTILINE, re.DOTALL | re.ASCII, re.VERBOSE | re.IGNORECASE]
# Every text of up to four characters of these.
TEXTS = ["".join(text) for size in range(5) for text in product("abB1 \n", repeat=size)]

single = st.sampled_from(["a", "B", "b", "1", r"\ ", r"\n", r"\w", r"\W", r"\s", r"\d", r"\D", ".", "[^a]", r"[^\W\d]"])
edge = st.sampled_from([r"\b", r"\B", "^", "$", r"\A", r"\Z"])


def _compound(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    fixed = st.one_of(single, st.tuples(single, single).map("".join), st.tuples(edge, single).map("".join))
    looks = st.tuples(st.sampled_from(["?=", "?!", "?<=", "?<!"]), fixed).map(lambda pair: f"({pair[0]}{pair[1]})")
    groups = st.tuples(st.sampled_from(["?:", "", "?i:", "?s:", "?-i:", "?>"]), inner).map(
        lambda pair: f"({pair[0]}{pair[1]})"
    )
    repeats = st.tuples(inner, st.sampled_from(["?", "*", "+", "{0,2}", "{2}", "{1,20}", "*?", "{0}", "?+"]))
    return st.one_of(
        st.lists(st.one_of(inner, looks, edge), min_size=1, max_size=4).map("".join),
        st.lists(inner, min_size=2, max_size=3).map(lambda several: f"(?:{'|'.join(several)})"),
        groups,
        repeats.map(lambda pair: f"(?:{pair[0]}){pair[1]}"),
        # A character and an assertion that looks back over it.
        st.tuples(single, fixed, single).map(lambda three: f"{three[0]}(?<!{three[1]}{three[2]})"),
        st.tuples(single, fixed, single).map(lambda three: f"{three[0]}(?<={three[1]}{three[2]})"),
        inner.map(lambda one: rf"({one})x?\1"),
    )


patterns = st.recursive(single, _compound, max_leaves=5)


def compiled(source: str, flags: int) -> re.Pattern[str]:
    try:
        return re.compile(source, flags)
    except re.error:
        assume(False)
        raise


def may_hold(source: str, flags: int, text: str, *, cut: bool = False) -> bool:
    data = encoded(text)
    try:
        return data is None or bool(re.search(superset(source, flags, cut=cut), data.decode("latin-1")))
    except NeverError:
        return False
    except ValueError:
        return True


def told(source: str, flags: int, *, cut: bool = False) -> Callable[[str], bool]:
    """Whether texts may hold a pattern, by its superset."""
    try:
        expression = re.compile(superset(source, flags, cut=cut))
    except NeverError:
        return lambda _: False
    except ValueError:
        return lambda _: True

    def may_hold(text: str) -> bool:
        data = encoded(text)
        return data is None or bool(expression.search(data.decode("latin-1")))

    return may_hold


@settings(max_examples=1000, deadline=None)
@given(patterns, st.sampled_from(FLAGS))
@example(r"\b.a", 0)
@example(r".\b", 0)
@example(r"a$", 0)
@example(r"^a", re.MULTILINE)
@example(r"[aB](?<!1a)[1a]", 0)
@example(r"1a{1,3}B", 0)
@example(r"\b(?:\ba|1)B", 0)
@example(r"a(?:B\b|1\b)\b", 0)
@example(r"1(?-i:(b))\1a", re.IGNORECASE)
@example(r"(?<=1)(?:(?<=1)a)", 0)
@example(r"(?i:(a))(?:1\1)", 0)
@example(r"(a|B)\1", re.IGNORECASE)
@example(r"(?:a{1,2}|1)(?<!1a)", 0)
def test_no_match_is_missed(source: str, flags: int) -> None:
    pattern, may_hold = compiled(source, flags), told(source, flags)
    for text in TEXTS:
        assert not pattern.search(text) or may_hold(text), text


@settings(max_examples=200, deadline=None)
@given(patterns, st.sampled_from(FLAGS))
@example(r"a(?!B)", 0)
@example(r"a\Z", 0)
@example(r"a(?=\Z|1)", 0)
@example(r"a\b", 0)
def test_no_match_between_bounds_is_missed(source: str, flags: int) -> None:
    pattern, may_hold = compiled(source, flags), told(source, flags, cut=True)
    for text in TEXTS:
        for end in range(len(text)):
            assert not pattern.search(text, max(0, end - 2), end) or may_hold(text), text


@pytest.mark.parametrize(
    ("source", "flags", "text"),
    [
        (r"(?:(?<=Ж)|(?<=a))b", 0, "ab"),
        (r"(\d(?<![\w.]\d)\d?)-\1(?!\w)", 0, "7-7"),
        ("k", re.IGNORECASE, "K"),
        ("ſ", re.IGNORECASE, "S"),
        ("s(?!ß)", re.IGNORECASE, "S"),
        (r"[^‘]x", 0, "\x91x"),
        (r"(?<!‘)x", 0, "\x91x"),
        (r"(?<!ć)x", 0, "đx"),
        (r"(?:ab){1,40}c", 0, "ab" * 40 + "c"),
        (r"^a{20,30}$", 0, "a" * 25),
    ],
)
def test_neither_are_these(source: str, flags: int, text: str) -> None:
    assert re.search(source, text, flags)
    assert told(source, flags)(text)
    assert told(source, flags, cut=True)(text)


@pytest.mark.parametrize("flags", [0, re.IGNORECASE, re.ASCII, re.ASCII | re.IGNORECASE])
@pytest.mark.parametrize("source", [r"\w", r"\W", r"\s", r"\S", r"\d", r"\D", ".", *"kKsSiIåÅµßſ"])
def test_every_character_is_seen_as_re_sees_it(source: str, flags: int) -> None:
    found, may_hold = set(re.findall(source, CHARACTERS, flags)), told(source, flags)
    assert found <= set(filter(may_hold, CHARACTERS))
    # A byte of its own is not taken for another.
    alone = [c for c, byte in zip(CHARACTERS, BYTES, strict=True) if BYTES.count(byte) == 1]
    assert [c for c in alone if c in found] == list(filter(may_hold, alone))


def test_every_character_has_one_byte() -> None:
    for character, byte in zip(CHARACTERS, BYTES, strict=True):
        assert encoded(character) == bytes((EDGE, byte, EDGE))
    assert len(CHARACTERS) == len(set(CHARACTERS))
    assert EDGE not in BYTES


@given(st.text(max_size=20))
def test_other_characters_have_none(text: str) -> None:
    data = encoded(text)
    assert (data is not None) == (set(text) <= set(CHARACTERS))
    if data is not None:
        assert data[1:-1] == bytes(BYTES[CHARACTERS.index(character)] for character in text)


def test_what_every_text_holds_is_not_looked_for() -> None:
    with pytest.raises(ValueError, match="every text"):
        superset("a*")
    with pytest.raises(NeverError):
        superset("я")
