"""Names: their pack, their key, and the laws of the checks that look at them."""

import re
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lint.checks.translation.house_spellings import house_spellings
from lint.checks.translation.lowercase_names import lowercase_names
from lint.checks.translation.misspelt_places import misspelt_places
from lint.checks.translation.name_variants import name_variants
from lint.checks.translation.two_names import two_names
from lint.testing import document, findings
from lint.views.gazetteer import countries_named
from lint.views.places import lower_case_names
from lint.views.transliteration import consonants, transliteration_key

PACK = Path(__file__).parents[1] / "lint" / "packs" / "places"


@pytest.mark.parametrize("word", "may march august china turkey polish nice reading jersey orange split bath".split())
def test_ordinary_words_are_no_names(word: str) -> None:
    assert word not in lower_case_names()
    assert not findings(lowercase_names, f"The old man went home and {word} was there.")


@pytest.mark.parametrize("name", "kyiv iceland july tibetan monday brazil ukrainian seoul english texas".split())
def test_names_are_found(name: str) -> None:
    (found,) = findings(lowercase_names, f"The old man thought of {name} again.")
    assert found.fix is not None
    assert found.fix.safe
    assert found.fix.edits[0].text == name.capitalize()


@pytest.mark.parametrize(
    "text",
    [
        "See https://example.org/kyiv/map for more.",
        "Write to info@kyiv.example today.",
        "Follow @kyiv and #kyiv there.",
        "Open the file kyiv.txt or kyiv_map or kyiv2 now.",
        "The box-kyiv-blue model sold well.",
        "The poem “La noche de kyiv” was read.",
        "tags, kyiv, travel",
        "Then they wrote: yes i went to kyiv today.",
        "A plate of brussels sprouts, please.",
    ],
)
def test_what_is_no_prose_is_left_alone(text: str) -> None:
    assert not findings(lowercase_names, text)


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("He went to the united states and to new york.", 2),
        ("Sri lanka and sri lanka are one.", 2),
        ("A kyiv-based firm made it.", 1),
        ("The pro-russian press wrote of “kyiv”.", 2),
        ("Is this kyiv’s doing? No, lima’s.", 2),
        ("They live in japan.", 1),
        ("They sell japan wax.", 0),
    ],
)
def test_longer_names_and_what_is_made_of_names(text: str, count: int) -> None:
    assert len(findings(lowercase_names, text)) == count


def test_words_of_the_house_may_be_small() -> None:
    assert not findings(lowercase_names, "The band kyiv played.", words=["kyiv"])


@given(st.text(alphabet=st.characters(categories=["L", "M", "P", "Z"]), max_size=40))
def test_a_key_has_no_capitals_and_is_its_own_key(name: str) -> None:
    key = transliteration_key(name)
    assert key == key.lower()
    assert consonants(name) == re.sub("[aeiou]", "", key)


@given(st.text(alphabet="abcdefghijklmnopqrstuvwxyzáčéíóúžšř", min_size=1, max_size=20))
def test_a_key_sees_neither_case_nor_marks(name: str) -> None:
    assert transliteration_key(name.upper()) == transliteration_key(name)
    assert transliteration_key(unicodedata.normalize("NFD", name)) == transliteration_key(name)


@pytest.mark.parametrize(
    "spellings",
    [
        "Bakhmut Pakmut Baghmut Bahmut",
        "Pegov Bekov",
        "Zelensky Zelenskiy Zelenskyy Selenski",
        "Makiivka Makhivka Makijivka",
    ],
)
def test_transliterations_share_a_key(spellings: str) -> None:
    assert len({transliteration_key(name) for name in spellings.split()}) == 1


@pytest.mark.parametrize("pair", ["Putin Pushilin", "Lavrov Lazarov", "Peskov Pegov", "Medvedev Medvedchuk"])
def test_other_people_have_other_keys(pair: str) -> None:
    one, other = pair.split()
    assert transliteration_key(one) != transliteration_key(other)


def test_the_gazetteer_holds_the_keys_of_today() -> None:
    lines = (PACK / "gazetteer.txt").read_text(encoding="utf-8").splitlines()
    towns = [line.split("|")[:2] for line in lines if not line.startswith("#")]
    assert all(transliteration_key(name) == key for key, name in towns)


def test_a_document_names_its_countries() -> None:
    named = countries_named(document("The Ukrainian team met that of Saudi Arabia."))
    assert [country.names[0] for country in named] == ["Saudi Arabia", "Ukraine"]


@pytest.mark.parametrize(
    "text",
    [
        "Kiev, also known as Kyiv, was calm. Trains to Kiev ran.",
        "Kyiv (Kiev in Russian) was calm.",
        "He read of Dynamo Kiev in Kyiv.",
        "Kiev was calm.",
    ],
)
def test_two_names_may_stand_where_they_are_explained(text: str) -> None:
    assert not findings(two_names, text)


def test_the_house_may_prefer_the_older_name() -> None:
    (found,) = findings(two_names, "Trains to Kiev ran. By noon Kyiv was calm.", house={"Kiev": []})
    assert found.message == "“Kyiv” and “Kiev” are one place: use one name"


def test_house_spellings_keep_capitals_and_spare_the_right_one() -> None:
    house = {"European Union": ["Union"], "adviser": ["advisor"]}
    found = findings(house_spellings, "ADVISOR to the European Union, no advisor of the Union.", house=house)
    assert [d.fix.edits[0].text for d in found if d.fix] == ["ADVISER", "adviser", "European Union"]


@pytest.mark.parametrize(
    "text",
    [
        "Marina sailed. The marine life amazed Marine and Marina.",
        "We saw Krasnohorivka and the Krasnohorivkas of this world.",
        "In Shaanxi and Shanxi it rained.",
        "At first Tomasz Grubec spoke, then Piotr Grubez.",
        "Hammocks are fine. The Hammock by Kammok is a hammock.",
    ],
)
def test_other_names_are_no_variants(text: str) -> None:
    assert not findings(name_variants, text)


def test_no_fix_where_neither_spelling_is_known() -> None:
    (found,) = findings(name_variants, "They left Pakmut at noon. They reached Baghmut at night.")
    assert found.fix is None
    assert [note.message for note in found.notes] == ["“Pakmut” here"]


def test_a_town_is_sought_only_in_countries_that_are_named() -> None:
    (found,) = findings(misspelt_places, "A Ukrainian shell hit Gramatorsk.")
    assert found.message == "“Gramatorsk” looks like “Kramatorsk” (Ukraine): check the spelling"
    assert not findings(misspelt_places, "A Belgian shell hit Gramatorsk.")
    assert not findings(misspelt_places, "A Ukrainian shell hit Gramatorsk.", words=["Gramatorsk"])


def test_many_names_that_sound_alike_take_no_time() -> None:
    vowels = "aeiou"
    made = (f"B{a}r{b}n{c}k{d}v{e}" for a in vowels for b in vowels for c in vowels for d in vowels for e in vowels)
    text = "We met " + ", ".join(made) + " in Kyiv, said Ukraine."
    for check in (lowercase_names, two_names, house_spellings, name_variants, misspelt_places):
        findings(check, text, house={"Baranakova": []})
