"""Characters: what is hidden, what an article may rightly hold, and that hostile text takes no longer."""

import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lint.checks.characters.invisible_characters import invisible_characters
from lint.checks.characters.leftover_entities import leftover_entities
from lint.checks.characters.leftover_markup import leftover_markup
from lint.checks.characters.lost_letters import lost_letters
from lint.checks.characters.mixed_scripts import mixed_scripts
from lint.checks.characters.mojibake import mojibake
from lint.checks.characters.placeholders import placeholders
from lint.testing import document, findings, fixed
from lint.views.lines import lines_at
from lint.views.occurrences import occurrences

PIECES = (
    "{{ name }}",
    "${a.b}",
    "{3}",
    "{٣}",
    "%s",
    "%2$d",
    "%٣$s",
    "<unk>",
    "</s>",
    " @-@ ",
    "a@@ b",
    "[object Object]",
)
WORDS = (
    "Lorem ipsum",
    "LOREM IPSUM dolor",
    "lorem ip\u017fum",
    "[Insert the name]",
    "[your town here]",
    "Your name here",
    "50%",
)


@given(st.lists(st.sampled_from((*PIECES, *WORDS, "\n", "\r", " ", "x", "İ")), max_size=12))
def test_no_placeholder_stands_in_a_line_that_is_not_looked_at(parts: list[str]) -> None:
    text = "".join(parts)
    module = sys.modules[placeholders.function.__module__]
    lines = lines_at(text, document(text).view(occurrences, *module._LITERALS))
    near = [found.span() for line in lines for found in module._ANY.finditer(text, *line)]
    assert near == [found.span() for found in module._ANY.finditer(text)]


def test_tag_characters_are_read_out() -> None:
    hidden = "".join(chr(0xE0000 + ord(c)) for c in "ask for praise")
    (found,) = findings(invisible_characters, f"The report was well received.{hidden}")
    assert found.message == "14 invisible tag characters that read “ask for praise”: delete what is hidden"
    assert found.fix is not None
    assert not found.fix.safe


def test_the_message_says_what_the_character_does() -> None:
    (found,) = findings(invisible_characters, "Trains from Mos\u200bcow were late.")
    assert found.message == "an invisible zero-width space (U+200B) splits “Moscow”: delete it"


@pytest.mark.parametrize(
    "text",
    [
        "a rainbow \U0001f3f3\ufe0f\u200d\U0001f308 and a heart ❤\ufe0f\u200d🔥 and 1\ufe0f\u20e3",
        "हिन्दी में क्\u200dष और نمی\u200cدانم",
        "ภาษา\u200bไทย and 日本\u200b語",
        "Arabic (\u2067العربية\u2069) stands in the line\u200f.",
        "葛\U000e0100飾区 and ≨\ufe00 and Hangul 가\u3164",
        "a\tb\r\nc\u00a0d\u2009e\u202ff\u3000g",
    ],
)
def test_rightful_characters_are_left_alone(text: str) -> None:
    assert findings(invisible_characters, text) == []


@pytest.mark.parametrize("hidden", ["\u200b", "\u00ad", "\u2060", "\ufeff", "\u200e", "\u3164", "\x02", "\u202c"])
def test_deleting_is_safe_where_nothing_visible_is_lost(hidden: str) -> None:
    text = f"The of{hidden}fice stays closed."
    found = findings(invisible_characters, text)
    assert [d.fix is not None and d.fix.safe for d in found] == [True]
    assert fixed(text, found) == "The office stays closed."


def test_text_that_runs_backwards_is_for_an_editor_to_mend() -> None:
    found = findings(invisible_characters, "Pay \u202e000,1\u202c euros.")
    assert [d.fix is not None and d.fix.safe for d in found] == [False, False]


def test_data_hidden_behind_an_emoji() -> None:
    (found,) = findings(invisible_characters, "Well done 👍" + "\U000e0110\ufe05\U000e0151" + ".")
    assert (found.start.column, found.end.column) == (13, 15)


@pytest.mark.parametrize("text", ["\u200b" * 30_000, "a\u00ad" * 2_000, "\u200e \u202e" * 1_000])
def test_long_runs_of_invisible_characters_do_no_harm(text: str) -> None:
    assert findings(invisible_characters, text) == findings(invisible_characters, text)


WORDS = ("café", "don’t", "“yes”", "naïve", "Łódź", "Kyiv", "£5", "50 €", "über", "Привет", "…and")


@pytest.mark.parametrize("word", WORDS)
@pytest.mark.parametrize("table", ["cp1252", "latin-1"])
def test_mojibake_is_put_back(word: str, table: str) -> None:
    sound = f"They wrote {word} on the wall, and nobody minded."
    try:
        damaged = sound.encode().decode(table)
    except UnicodeDecodeError:
        return
    found = findings(mojibake, damaged)
    if found:
        assert fixed(damaged, found) == sound
        assert all(d.fix is not None and d.fix.safe for d in found)
    assert bool(found) == (damaged != sound)
    assert findings(mojibake, sound) == []


def test_windows_controls_are_the_letters_that_they_were() -> None:
    text = "He said \x93yes\x94 \x96 twice."
    assert fixed(text, findings(mojibake, text)) == "He said “yes” – twice."


@pytest.mark.parametrize(
    ("word", "right"), [("Kyіv", "Kyiv"), ("Мariupol", "Mariupol"), ("сomрany", "company"), ("Οslo", "Oslo")]
)
def test_look_alikes_are_written_in_latin(word: str, right: str) -> None:
    text = f"In {word} it rained."
    assert fixed(text, findings(mixed_scripts, text)) == f"In {right} it rained."


@pytest.mark.parametrize("text", ["Мoсква стоит", "a μm and Δx, αB-crystallin", "iPhone'ы и PDF-файл"])
def test_other_scripts_are_left_alone(text: str) -> None:
    assert findings(mixed_scripts, text) == []


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("Fish &amp; chips", "Fish & chips"),
        ("caf&amp;amp;eacute;", "café"),
        ("It&#8217;s 5&nbsp;km", "It’s 5\u00a0km"),
        ("soft&shy;ware", "software"),
    ],
)
def test_entities_become_letters(text: str, right: str) -> None:
    assert fixed(text, findings(leftover_entities, text)) == right


@pytest.mark.parametrize("text", ["&lt;b&gt; is shown", "Q&A; R&D; T&C"])
def test_entities_that_make_markup_or_are_none(text: str) -> None:
    assert all(d.fix is not None and not d.fix.safe for d in findings(leftover_entities, text))


ALL = (invisible_characters, leftover_entities, leftover_markup, lost_letters, mixed_scripts, mojibake, placeholders)
HOSTILE = (
    "Ã©" * 50_000,
    "&amp;" * 60_000,
    "<" * 300_000,
    "{{" * 150_000,
    "[caption " * 40_000,
    "аa" * 60_000,
    "<!--" * 80_000,
)


@pytest.mark.parametrize("text", [*HOSTILE, "e\u0301" * 150_000, "&#" * 150_000, "<a b=" * 60_000])
def test_hostile_text_does_no_harm(text: str) -> None:
    for check in ALL:
        for found in findings(check, text[:20_000]):
            assert found.message
