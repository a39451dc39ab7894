"""Words and stretches said twice, and stops that stand twice."""

import sys
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lint.checks.boilerplate.duplicate_captions import duplicate_captions
from lint.checks.translation.doubled_stops import doubled_stops
from lint.checks.translation.repeated_segments import repeated_segments
from lint.checks.translation.repeated_sentences import repeated_sentences
from lint.checks.translation.repeated_words import repeated_words
from lint.checks.translation.two_dots import two_dots
from lint.testing import document, findings
from lint.views.doublings import doublings
from lint.views.endings import ANYWHERE

WORDS = st.lists(st.sampled_from("ab cd ef gh".split()), max_size=40)


pytestmark = pytest.mark.usefixtures("by_both_means")


@pytest.mark.parametrize(("path", "text"), [("a.md", "It says and or _or_."), ("a.html", "<p>It says of <em>of</em>.")])
def test_a_word_in_italics_is_spoken_of(path: str, text: str) -> None:
    assert not findings(repeated_words, text, path=path)
    assert findings(repeated_words, text.replace("_", "").replace("em>", "b>").replace("<b>", "").replace("</b>", ""))
    assert findings(repeated_words, "It says *of of* it.", path=path)


def test_the_description_of_a_page_may_be_its_first_paragraph() -> None:
    line = "The ferry to the outer islands will leave at dawn again."
    for path, text in (
        ("a.md", f"---\ntitle: Ferry\nsummary: {line}\n---\n{line}\n"),
        ("a.html", f'<title>Ferry</title><meta name="description" content="{line}"><p>{line}</p>'),
    ):
        assert not findings(duplicate_captions, text, path=path)
    assert findings(duplicate_captions, f"{line}\n\n{line}\n", path="a.md")


@given(WORDS)
def test_every_repeat_is_seen_once(words: list[str]) -> None:
    text = " ".join(words)
    found = document(text).view(doublings)
    for repeat in found:
        assert repeat.first.of(text) == repeat.second.of(text)
        assert len(repeat.first.of(text).split()) == repeat.length
        assert text[repeat.first.end : repeat.second.start] == " "
    if any(a == b for a, b in pairwise(words)):
        assert any(repeat.length == 1 for repeat in found)


@pytest.mark.parametrize(
    "text",
    [
        "The Duran Duran song, Baden Baden, New York New York.",
        "What that that is is had had no no effect, in in-house words.",
        "It ends in the\n\nThe next paragraph.",
        "She said no, no, no; and and/or was written a-a-a.",
        "See the theatre, an anchor, of offers. 10 10 10 and 1 000 000.",
        "Log log.txt or the @the or a.a",
    ],
)
def test_what_is_right_stays_silent(text: str) -> None:
    assert findings(repeated_words, text) == []
    assert findings(repeated_segments, text) == []


@pytest.mark.parametrize("text", ["a " * 9_000, "of the " * 5_000, ". " * 20_000, " ." * 20_000, "a\u0301" * 20_000])
def test_hostile_text_does_no_harm(text: str) -> None:
    for check in (repeated_words, repeated_segments, doubled_stops, two_dots):
        assert findings(check, text) == findings(check, text)


SENTENCES = st.lists(st.sampled_from(["The ", "ferry ", "left; ", "é ", "“a” ", "long-" * 60, "Not. ", "no!\n", "я "]))


@given(SENTENCES, SENTENCES, SENTENCES)
def test_a_glance_misses_no_sentence_that_stands_twice(one: list[str], other: list[str], between: list[str]) -> None:
    twice = "".join(one) + "we went to the harbour and back to the old town hall" + "".join(other) + "end. "
    text = twice + "".join(between) + ". " + twice.replace("“a”", "a,") + "A new line.\n" + twice
    seen = findings(repeated_sentences, text)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sys.modules[repeated_sentences.function.__module__], "alike_endings", lambda document: ANYWHERE)
        assert findings(repeated_sentences, text) == seen
