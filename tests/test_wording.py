"""Wording: what was left in another language, and phrases that betray their source."""

import json
import os
import runpy
import subprocess
import sys
from pathlib import Path

import pytest
from environments import ROOT
from foreign_sentences import PHRASES, SENTENCES

from lint.checks.translation.calques import calques
from lint.checks.translation.possible_calques import possible_calques
from lint.checks.translation.tortured_phrases import tortured_phrases
from lint.checks.translation.untranslated_passages import untranslated_passages
from lint.config import Profile
from lint.linter import Linter
from lint.page import unpin
from lint.plugins import load_built_in
from lint.readers.text import TEXT
from lint.settings import Settings
from lint.testing import document, findings
from lint.views import foreign, spun, wording

ARTICLE = (
    "The council met on Tuesday to talk about the harbour.\n{}\nNobody expected the vote to be close, and it was not. "
    "{} The rest of the evening was quiet, and most people went home early because of the rain that had begun to fall."
)


def passages(sentence: str, *, inside: bool) -> list[str]:
    text = ARTICLE.format(*(("", sentence) if inside else (sentence, "")))
    made = document(text, language="en")
    return [passage.span.of(made.text) for passage in made.view(foreign.foreign_passages)]


@pytest.mark.parametrize("inside", [False, True])
@pytest.mark.parametrize("language", SENTENCES)
def test_foreign_sentences_are_found(language: str, inside: bool) -> None:
    assert [s for s in SENTENCES[language] if passages(s, inside=inside) != [s]] == []


@pytest.mark.parametrize("inside", [False, True])
def test_foreign_phrases_are_left_alone(inside: bool) -> None:
    assert len([phrase for phrase in PHRASES if passages(phrase, inside=inside)]) <= 1


def test_langdetect_is_hardly_ever_asked_of_english(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    monkeypatch.setattr(foreign, "detected", lambda text: (asked.append(text), ("", 0.0))[1])
    english = [s for s in "\n".join(PHRASES).split("\n") if s.isascii()]
    for phrase in english:
        passages(phrase, inside=True)
    # These are the hardest; of prose it is one sentence in a thousand.
    assert len(asked) <= len(english) / 4


def test_planted_sentences_are_found_in_articles_whose_language_nobody_states() -> None:
    linter = Linter(Profile(select=("untranslated-passages",)), load_built_in())
    prose = ARTICLE.format("", "").split("\n")[-1]

    def found(sentence: str, number: int) -> list[str]:
        paragraphs = [prose, "The new pier is to be shown in the spring.", prose]
        if number % 2:
            paragraphs.insert(number % 3, sentence)
        else:
            paragraphs[number % 3] += f" {sentence} That was all that was said."
        text = "\n\n".join(paragraphs)
        report = linter.lint(TEXT.read("a.txt", text.encode(), Settings()))
        assert not report.failures
        lines = text.split("\n")
        return [lines[d.start.line - 1][d.start.column - 1 : d.end.column - 1] for d in report.diagnostics]

    planted = [sentence for sentences in SENTENCES.values() for sentence in sentences]
    missed = [sentence for number, sentence in enumerate(planted) if found(sentence, number) != [sentence]]
    assert len(missed) <= len(planted) / 50, missed
    flagged = [phrase for number, phrase in enumerate(PHRASES) if found(phrase, number)]
    assert len(flagged) <= 1, flagged


MIXED = "\n".join(ARTICLE.format(sentences[0], sentences[1]) for sentences in SENTENCES.values())


def test_the_same_text_gets_the_same_answer() -> None:
    made = [document(MIXED, language="en") for _ in range(100)]
    assert len({each.view(foreign.foreign_passages) for each in made}) == 1
    assert made[0].view(foreign.foreign_passages)


def test_other_processes_give_the_same_answer(tmp_path: Path) -> None:
    article = tmp_path / "mixed.txt"
    article.write_text(f"{ARTICLE * 4}\n{MIXED}\n{ARTICLE * 4}", encoding="utf-8")
    command = (sys.executable, "-m", "lint", "check", "--level", "info", "--format", "jsonl", str(article))
    answers = set()
    for seed in ("0", "1", "2", "random"):
        done = subprocess.run(
            command, env={**os.environ, "PYTHONHASHSEED": seed}, capture_output=True, check=False, encoding="utf-8"
        )
        assert done.returncode == 1, done.stderr
        answers.add(done.stdout)
    assert len(answers) == 1
    assert answers.pop().count("untranslated-passages") >= len(SENTENCES)


def test_an_article_in_two_languages_is_reported_once() -> None:
    german = [f"{sentence} Das ist der Absatz." for sentence in SENTENCES["de"] * 2]
    english = ARTICLE.format("", "").split("\n")[-1]
    (found,) = findings(untranslated_passages, "\n".join(f"{english}\n{sentence}" for sentence in german))
    assert found.message.startswith("26 passages are in German")
    assert len(found.notes) == 3
    assert len(findings(untranslated_passages, "\n".join(f"{english}\n{sentence}" for sentence in german[:20]))) == 20


def test_code_and_joined_words_are_no_language() -> None:
    for said in (
        "matmul a grid stride am, stride ak, stride bm, strideak",
        "A womanan old mana toy robotan adorable kangaroo",
        "Lefebvre's La chanson de la pluie sans fin hangs there.",
    ):
        assert passages(said, inside=False) == []


def test_what_is_foreign_on_purpose_is_left_alone() -> None:
    sentence = SENTENCES["de"][0]
    for said in (f"“{sentence}”", f"({sentence})", f"„{sentence}“", f"'{sentence}'"):
        assert passages(said, inside=False) == []


@pytest.mark.parametrize("calque", wording.all_calques(), ids=lambda calque: calque.literals[0])
def test_the_examples_of_the_packs_hold(calque: wording.Calque) -> None:
    for example in calque.fires:
        text, spans = unpin(example)
        assert list(wording.calque_places(text, calque)) == list(spans), example
        assert any(literal in text.lower() for literal in calque.literals), f"the literals hide “{text}”"
    for example in calque.leaves:
        assert list(wording.calque_places(example, calque)) == [], example


def test_the_index_is_that_of_the_packs() -> None:
    made = runpy.run_path(str(ROOT / "scripts" / "build_wording.py"))["index"]()
    # `python scripts/build_wording.py` makes it anew.
    assert wording.index() == json.loads(json.dumps(made))


def test_calques_follow_the_source() -> None:
    text = "The owner assured that the boats were safe."
    assert findings(calques, text) == []
    assert len(findings(calques, text, source_languages=["fr"])) == 1
    assert len(findings(calques, text, source_languages=["fr-CA", "zh"])) == 1
    assert findings(calques, text, source_languages=["de"]) == []


def test_one_possible_calque_is_none() -> None:
    one, two = "The repair works at the school went on.", "Forecasters told about the storm."
    assert findings(possible_calques, one) == []
    assert len(findings(possible_calques, f"{one} {two}")) == 2
    assert findings(possible_calques, f"{one} {two}", source_languages=["ru"]) == []


def test_a_pack_that_cannot_be_read_says_why(tmp_path: Path) -> None:
    for text, told in (("= sometimes\n", "sometimes"), ("& a\n~ a\n", "lacks"), ("what\n", "what")):
        (tmp_path / "xx.txt").write_text(text, encoding="utf-8")
        with pytest.raises(ValueError, match=told):
            list(wording.read_pack(tmp_path / "xx.txt"))


def test_every_tortured_phrase_is_found() -> None:
    for phrase in spun.tortured():
        text = f"They wrote about {phrase}, as if it were a term."
        assert findings(tortured_phrases, text), phrase
        assert findings(tortured_phrases, text.replace(phrase, phrase.replace(" ", " x"))) == [], phrase


def test_the_terms_themselves_are_left_alone() -> None:
    terms = [term for listed in spun.tortured().values() for term in listed.split(", ")]
    assert findings(tortured_phrases, "\n".join(terms)) == []
