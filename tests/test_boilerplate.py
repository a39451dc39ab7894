"""The phrase packs and what is made of them."""

import marisa_trie
import pytest

from lint.checks.boilerplate.repeated_lines import repeated_lines
from lint.testing import document, findings
from lint.views.leftovers import leftovers, removal
from lint.views.phrase_packs import FORMAT, INDEX, TEMPLATES, Entry, entries, index, languages
from lint.views.phrases import phrases_of
from lint.views.templates import DATE_WORDS, Templates, elements, fold_word, line_of

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


TEMPTING = {
    "cookie banners": """The banner that nobody reads

Cookies

This website uses cookies, say the banners, and four readers in five click them away without a look. We use cookies to
follow how people bake, joked the baker on Mill Street, who has fined nobody yet.

“We use cookies to improve your experience” is, she says, the most repeated sentence of the decade.

Accept or reject

Accept all and you are done; reject, and you will be asked again tomorrow. The regulator wants both to take one click.
""",
    "newsletters": """Why newsletters came back

Newsletter

The newsletter is older than the newspaper. Subscribe to one and you will soon read five, a study of readers found.

Sign up for a course and the letters come by themselves. Log in, log out, and start again: so it was on the early web.

Already a subscriber to two papers, the author of the study pays for nine letters a month.
""",
    "an interview": """Read more poetry

What should young people do?

Read more poetry

That is all?

Read more poetry, and write letters. Leave a comment in the margin of every book that you own.

See also how the light falls, she adds, and share this with nobody.
""",
    "a recipe": """Ginger cookies

Ingredients

200 g flour
100 g butter
1 egg
Ginger
Salt
Sugar

Method

Cream the butter with the sugar, add the egg, and fold in the flour with the ginger and a pinch of salt.
Bake the cookies for 12 minutes, and accept that the first tray always burns.

Notes

Share them while they are warm.
""",
    "a live blog about advertising": """The advertising fair, hour by hour

9:40 a.m. The doors open. Advertisement, says the first speaker, is the art of being late to one's own party.

10:15 a.m. Sponsored posts are the talk of the morning; nobody wants to have written one.

11:05 a.m. Comments from the floor: too many banners, too few jokes. Loading the van will take until noon.
""",
}


@pytest.mark.parametrize("text", TEMPTING.values(), ids=TEMPTING)
def test_articles_about_such_things_raise_nothing(text: str) -> None:
    assert document(text).view(leftovers) == ()


PAGES = {
    "a page on how to reach us": "---\ntitle: Contact us\nsummary: Share this on Facebook\n---\nOpen.\n",
    "a programme": "# A day on the quay\n\nIt is short enough for all of the children.\n\n9:15-10:00:\n\n- Nets\n",
    "a list that is announced": "The harbour hears of these:\n\n- Politics\n- Business\n- Weather\n- Nets\n\nEnd.\n",
    "contents": "Of these.\n\n- [Politics](#politics)\n- [Business](#b)\n- [Sport](#s)\n- [Culture](#c)\n\nEnd.\n",
    "an author's goodbye": "We mended the pier, and this is how it was done, by hand.\n\nThanks for reading!\n",
}


@pytest.mark.parametrize("text", PAGES.values(), ids=PAGES)
def test_what_an_author_writes_around_an_article_is_left_alone(text: str) -> None:
    assert document(text, path="page.md").view(leftovers) == ()


def test_a_comment_form_of_many_lines_is_one_finding() -> None:
    form = "Leave a Reply Cancel reply\n\nYour email address will not be published.\n\nComment\n\nName *\n\nEmail *"
    found = document(f"The pier opens in June, the council said on Monday.\n\n{form}\n").view(leftovers)
    assert [(leftover.family, leftover.last - leftover.first) for leftover in found] == [("comment-forms", 4)]


def test_short_lines_behind_the_first_leftover_of_a_tail_belong_to_it() -> None:
    text = (
        "The pier opens in June, the council said on Monday.\n\nShare this article\nOlder boats, newer sails\nAnna Berg"
    )
    assert [text[leftover.span.start :][:5] for leftover in document(text).view(leftovers)] == ["Share"]
    assert document(text).view(leftovers)[0].span.end == len(text)


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


SLOTS = {
    "n": ("12", "1,204", "3.5k"),
    "date": ("4 January 2023", "19:04 GMT", "on the 5th of May"),
    "name": ("Anna Berg", "Ministry of the Sea", "ABC"),
    "title": ("Harbour reopens on Monday after the storm", "12 boats", "On the road"),
    "text": ("whatever stands here", "Any", "the rest of it"),
    "networks": ("Facebook Twitter", "Email, WhatsApp, Reddit", "X Telegram"),
    "more": ("and so on, as long as it likes to be, whatever it says of the harbour", "", "x"),
}


def written(template: str, variant: int) -> str:
    """A line that a template fits: the first, the second, or the last choice of each, with or without what may miss."""
    parts = [part for choices in elements(template) for part in choices[(0, len(choices) // 2, -1)[variant]]]
    words = [part if isinstance(part, str) else SLOTS[part.kind][variant] for part in parts]
    return " ".join(filter(None, words))


@pytest.mark.parametrize("language", languages())
@pytest.mark.parametrize("variant", [0, 1, 2])
def test_no_line_is_lost_by_a_glance(language: str, variant: int) -> None:
    tried = 0
    for entry in entries(language):
        for template in entry.templates:
            line = written(template, variant)
            for each in (line, line.capitalize(), f"{line} ", line.replace(" ", "\u00a0", 1)):
                if Templates([(template, 1)]).match(line_of(each)) and not each.startswith("'"):
                    tried += 1
                    assert entry.phrase in phrases_of(each), (template, each)
    assert tried > 100


def test_the_index_is_that_of_the_packs() -> None:
    trie = marisa_trie.RecordTrie(FORMAT)
    trie.mmap(str(INDEX))
    numbers, templates = index()
    # `python scripts/build_phrases.py` makes it anew.
    assert sorted((key, n) for key, (n,) in trie.items()) == sorted((k, n) for k, each in numbers.items() for n in each)
    assert TEMPLATES.read_text(encoding="utf-8") == "".join("\t".join(each) + "\n" for each in templates)


def test_the_words_of_dates_are_written_as_they_are_compared() -> None:
    assert [word for word in DATE_WORDS if fold_word(word) != word] == []
