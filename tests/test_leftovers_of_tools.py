"""What chat models, translators and editors leave in a text: forms that are found, and neighbours that are not."""

from dataclasses import replace

import pytest

from lint.checks.translation.calques import calques
from lint.checks.translation.chatbot_leftovers import chatbot_leftovers
from lint.checks.translation.editors_notes import editors_notes
from lint.checks.translation.foreign_dates import foreign_dates
from lint.checks.translation.foreign_number_formats import foreign_number_formats
from lint.checks.translation.foreign_times import foreign_times
from lint.checks.translation.trailing_currency_signs import trailing_currency_signs
from lint.checks.translation.untranslated_words import untranslated_words
from lint.kinds import Check
from lint.testing import findings

LINES = "The ferry sails at noon, as it did last year.\n\n{}\n\nNobody on the quay had expected it to be late again."
INSIDE = "The ferry sails at noon. {} Nobody had expected it."


@pytest.mark.parametrize(
    "line",
    [
        "Sure! Here is the translation of the text into English:",
        "Here’s the translation:",
        "Below is the rewritten article:",
        "Here is a more polished version of your paragraph:",
        "Here is a summary of the article you provided:",
        "Great question! Here's a shorter draft for your newsletter.",
        "Sure, I can help you with that. Here is the article in a lighter tone:",
        "Translated text:",
        "(Note: The translation keeps the tone of the original.)",
        "I've rewritten the text while keeping its structure.",
        "This translation preserves the original tone and formatting.",
        "I hope this helps!",
        "Let me know if you need any further adjustments.",
        "Would you like me to translate the captions as well?",
        "If you want, I can also shorten it.",
        "Is there anything else I can help you with?",
        "As a large language model trained by Example, I have no opinion on ferries.",
        "Please note that I am an AI and cannot check the timetable.",
        "I’m sorry, but I can’t help with that request.",
        "I apologize for the confusion in my previous answer.",
        "I cannot translate this text.",
        "Thought for 14 seconds",
        "ChatGPT said:",
        "Continue generating",
    ],
)
def test_what_a_model_says_to_its_user_is_found(line: str) -> None:
    found = findings(chatbot_leftovers, LINES.format(line))
    assert found == findings(replace(chatbot_leftovers, literals=()), LINES.format(line)) != []
    assert findings(chatbot_leftovers, LINES.format(f"“{line}”")) == []


@pytest.mark.parametrize(
    "line",
    [
        "Here is the full text of the statement:",
        "Here’s a brief summary:",
        "Here is the edited version of our talk:",
        "Here are the headlines:",
        "Here is the story of the harbour:",
        "Of course, the mayor will make it clear in the draft.",
        "Let me know if you have questions about the trip.",
        "I have translated the letter twice.",
        "If you want, I can send you a ticket.",
        "This version of the ferry keeps the original engine, the yard said.",
        "I am an AI researcher, and my training data came from the harbour.",
    ],
)
def test_what_people_say_to_readers_is_left_alone(line: str) -> None:
    assert findings(chatbot_leftovers, LINES.format(line)) == []


@pytest.mark.parametrize(
    "note",
    [
        "[Translator’s note: the lower quay]",
        "(T/N: the lower quay)",
        "[CHECK NAME]",
        "[to be translated]",
        "[photo tk]",
        "[quote to come]",
        "[XX]",
        "[???]",
        "TK TK",
        "(Ed: is this right?)",
        "[Note to editor: please confirm]",
        "(NDLR)",
        "(Nota de la redacción: ayer)",
        "(Anmerkung der Redaktion)",
        "(Примечание редакции)",
        "（译者注）",
    ],
)
def test_notes_for_colleagues_are_found(note: str) -> None:
    for text in (INSIDE.format(note), LINES.format(note)):
        found = findings(editors_notes, text)
        assert found == findings(replace(editors_notes, literals=()), text) != []


@pytest.mark.parametrize("line", ["TODO: ask the harbour master", ">>>>>>> main", "Caption goes here"])
def test_lines_for_colleagues_are_found(line: str) -> None:
    assert findings(editors_notes, LINES.format(line))


@pytest.mark.parametrize(
    ("check", "said"),
    [
        (foreign_number_formats, "1.500,00"),
        (foreign_number_formats, "3,5 Mio."),
        (foreign_number_formats, "about 10.000 came"),
        (foreign_number_formats, "3,2 percentage points"),
        (foreign_number_formats, "1.200 homes"),
        (foreign_dates, "on Monday 14. May"),
        (foreign_times, "at 17h30"),
        (trailing_currency_signs, "500 €"),
        (editors_notes, "[CHECK]"),
        (calques, "in margin of the summit"),
    ],
)
def test_what_a_text_speaks_about_is_left_alone(check: Check, said: str) -> None:
    assert findings(check, INSIDE.format(f"It came {said}."))
    (found,) = findings(check, INSIDE.format(f"It came {said}."))
    flagged = INSIDE.format(f"It came {said}.")[found.start.column - 1 : found.end.column - 1]
    assert findings(check, INSIDE.format(f"It came, as they write, “{flagged},” on a sign.")) == []


@pytest.mark.parametrize("said", ["α, β and γ", "the sets α β γ δ", "Оксана Коваленко", "from 15 ° С to 17 ° С"])
def test_signs_and_full_names_are_no_residue(said: str) -> None:
    assert findings(untranslated_words, INSIDE.format(f"We saw {said} there.")) == []
