"""The phrase packs and what is made of them."""

import json

import pytest

from lint.checks.boilerplate.repeated_lines import repeated_lines
from lint.testing import document, findings
from lint.views.leftovers import leftovers, removal
from lint.views.phrase_packs import PACK, Entry, entries, index, languages
from lint.views.phrases import phrases_of
from lint.views.templates import Templates, elements, line_of

ENTRIES = [
    pytest.param(entry, id=f"{language}-{entry.phrase.family}-{number}")
    for language in languages()
    for number, entry in enumerate(entries(language))
]


@pytest.mark.parametrize("entry", ENTRIES)
def test_entries_fit_and_leave_what_they_say(entry: Entry) -> None:
    assert entry.fits, "an entry shows at least one line that it fits"
    assert entry.leaves, "an entry shows at least one line that it leaves alone"
    for line in entry.fits:
        assert entry.phrase in phrases_of(line), line
    for line in entry.leaves:
        assert entry.phrase not in phrases_of(line), line


@pytest.mark.parametrize("entry", ENTRIES)
def test_templates_can_be_read(entry: Entry) -> None:
    for template in entry.templates:
        assert list(elements(template))


def fits(template: str, line: str) -> bool:
    return bool(Templates([(template, True)]).match(line_of(line)))


@pytest.mark.parametrize(
    ("template", "line"),
    [
        ("leave (a|your) reply", "Leave a Reply:"),
        ("leave a reply [to {name}]", "leave a reply to Anna Berg"),
        ("{n} comments", "1,204 Comments"),
        ("see also {title 3}", "See\u00a0also \u200bNew pier opens"),
        ("updated {date}", "Updated 6:58 p.m. ET, January 4, 2023"),
        ("责任编辑 : {name}", "责任编辑：王明"),
        ("we use cookies {more}", "We use cookies"),
    ],
)
def test_templates_fit(template: str, line: str) -> None:
    assert fits(template, line)


@pytest.mark.parametrize(
    ("template", "line"),
    [
        ("leave a reply", "Leave a reply here"),
        ("see also {title 3}", "See also the new pier"),
        ("see also {title 3}", "See also The New Pier."),
        ("{n} comments", "Ten comments"),
        ("related : {title}", "Related People"),
    ],
)
def test_templates_leave_alone(template: str, line: str) -> None:
    assert not fits(template, line)


@pytest.mark.parametrize("template", ["(a|b", "[a (b)]", "{nothing}", "(a||b)"])
def test_unreadable_templates_are_refused(template: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        Templates([(template, True)])


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("One.\n\nLeave a Reply\n\nTwo.\n", "One.\n\nTwo.\n"),
        ("One.\nLeave a Reply\nTwo.\n", "One.\nTwo.\n"),
        ("One.\n\nLeave a Reply\nTwo.", "One.\n\nTwo."),
        ("One.\nLeave a Reply\n\nTwo.", "One.\n\nTwo."),
        ("Leave a Reply\n\nOne.\n", "One.\n"),
        ("One.\n\nLeave a Reply\n", "One.\n"),
        ("One.\n\n  Leave a Reply", "One."),
        ("Leave a Reply\n", ""),
    ],
)
def test_removal_leaves_no_doubled_blank_line(text: str, left: str) -> None:
    made = document(text)
    span = removal(made, made.view(leftovers)[0].span)
    assert text[: span.start] + text[span.end :] == left


PROSE = "The council put off its vote on the new ferry line until the autumn, as both sides had asked it to, part {}."


def three_articles(body: list[str]) -> str:
    return "\n".join(f"=== {number}.txt\n{text}\nThe mayor was not there." for number, text in enumerate(body))


def test_lines_of_syndicated_copies_have_one_vote() -> None:
    story = "\n".join(PROSE.format(part) for part in "one two three four".split())
    assert not findings(repeated_lines, three_articles([story] * 3))


def test_lines_of_different_articles_are_counted() -> None:
    found = findings(repeated_lines, three_articles(["The pier.", "A storm at sea.", "Nets and boats."]))
    assert [len(diagnostic.notes) for diagnostic in found] == [2, 2, 2]


def test_long_lines_need_more_articles() -> None:
    quotation = "We will not leave this island before the last boat has gone out."
    text = three_articles([quotation, quotation + "\nNets.", quotation + "\nBoats."])
    assert quotation not in {diagnostic.excerpt.text for diagnostic in findings(repeated_lines, text)}
    assert quotation in {d.excerpt.text for d in findings(repeated_lines, text, documents_long=3)}


@pytest.mark.parametrize("line", ["|" * 100_000, "“" * 100_000, "a " * 500_000, "1 " * 500_000, "Related: " * 100_000])
def test_hostile_lines_are_linear(line: str) -> None:
    assert document(line).view(leftovers) == ()


def test_the_index_is_that_of_the_packs() -> None:
    made = json.loads((PACK / "index.json").read_text(encoding="utf-8"))
    # `python scripts/build_phrases.py` makes it anew.
    assert made == json.loads(json.dumps(index()))
