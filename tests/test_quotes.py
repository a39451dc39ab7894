"""Quotation marks: one damaged mark is found and mended, whatever stands around it; nothing slows down on many."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lint.checks.translation.glued_quotes import glued_quotes
from lint.checks.translation.mixed_quotes import mixed_quotes
from lint.checks.translation.quote_orientation import quote_orientation
from lint.checks.translation.space_after_opening_quote import space_after_opening_quote
from lint.checks.translation.space_before_closing_quote import space_before_closing_quote
from lint.checks.translation.stray_quotes import stray_quotes
from lint.checks.translation.unpaired_quotes import unpaired_quotes
from lint.finding import Diagnostic
from lint.testing import findings, fixed

CHECKS = (
    glued_quotes,
    mixed_quotes,
    quote_orientation,
    space_after_opening_quote,
    space_before_closing_quote,
    stray_quotes,
    unpaired_quotes,
)

SENTENCES = (
    "The gate was shut at dusk.",
    "“Nobody came,” the porter said.",
    "He called it “a quiet year” in the valley.",
    "“Why now?” she asked. “We had years.”",
    "“There was ‘no need’ to hurry,” they said (“for once”).",
    "It was the end of the “old” harbour—“the last of its kind”.",
)

paragraphs = st.lists(
    st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=4).map(" ".join), min_size=1, max_size=4
)


def every_finding(text: str) -> list[Diagnostic]:
    return [found for check in CHECKS for found in findings(check, text)]


@given(paragraphs)
@settings(max_examples=50, deadline=None)
def test_sound_prose_is_left_alone(lines: list[str]) -> None:
    assert every_finding("\n".join(lines)) == []


@given(paragraphs, st.data())
@settings(max_examples=100, deadline=None)
def test_one_damaged_mark_is_mended_as_it_was(lines: list[str], data: st.DataObject) -> None:
    sound = "\n".join(lines)
    marks = [at for at, character in enumerate(sound) if character in "“”"]
    if not marks:
        return
    at = data.draw(st.sampled_from(marks))
    damaged = _damaged(sound, at, data.draw(st.sampled_from(["flip", "straighten", "glue", "detach"])))
    found = every_finding(damaged)
    assert all(d.fix is not None and d.fix.safe for d in found)
    if found:
        assert fixed(damaged, found) == sound


def _damaged(text: str, at: int, damage: str) -> str:
    mark, opens = text[at], text[at] == "“"
    before, after = text[:at], text[at + 1 :]
    if damage == "flip":
        return before + ("”" if opens else "“") + after
    if damage == "straighten":
        return before + '"' + after
    if damage == "glue":
        return before.removesuffix(" ") + mark + after if opens else before + mark + after.removeprefix(" ")
    return before + (mark + " " if opens else " " + mark) + after


@given(paragraphs, st.data())
@settings(max_examples=50, deadline=None)
def test_a_lost_mark_is_blamed_once_and_not_mended(lines: list[str], data: st.DataObject) -> None:
    sound = "\n".join(("The day began.", *lines, "The day ended."))
    marks = [at for at, character in enumerate(sound) if character in "“”"]
    if not marks:
        return
    at = data.draw(st.sampled_from(marks))
    found = every_finding(sound[:at] + sound[at + 1 :])
    assert len(found) <= 1
    assert all(d.fix is None or not d.fix.safe for d in found)


@pytest.mark.parametrize(
    "text",
    [
        "“It went on.\n“And on.\n“And on,” he said.",
        "She wrote: “Dear all,\nI am well.\nThe bread is good.” So it went.",
        "He is 6’2” and the door 6’ high.\nA 5” gap.\nIt is “too low” for a 7” post.",
        "rock ’n’ roll of the ’70s, Tom ‘Boots’ Hill, ’tis, the boys’ room\nand so on\n",
        '"We are done," he said. "Are we?" she asked.\nThe "end".',
        "“I said ‘no’,” she said, “and he said ‘yes’.”",
        "A teaser that says “the end of the...\nNext.",
        "“[W]e go,” he wrote.[1] “…and return”[2] — “or not”. It’s “his”, not “hers”s.",
        "The paper „Der Morgen“ and „Le Soir” wrote of it.\nIt is so.",
    ],
)
def test_what_is_right_stays_silent(text: str) -> None:
    assert every_finding(text) == []


@pytest.mark.parametrize("text", ["“" * 20_000, "“a”b" * 6_000, "“a\n" * 1_000, '"x ' * 20_000, "a“ " * 20_000])
def test_hostile_text_does_no_harm(text: str) -> None:
    assert every_finding(text) == every_finding(text)
