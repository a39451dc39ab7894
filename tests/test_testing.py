"""The kit for authors of checks: what its failures show, and what its helpers take."""

import re
from collections.abc import Iterator

import pytest

from lint import Corpus, Document, Finding, Fix, Found, Mark, Note, Span, check
from lint.kinds import Check
from lint.readers.text import TEXT
from lint.testing import document, findings, judged
from lint.testing.contracts import cases

pytest_plugins = ["pytester"]


@check(severity="warning")
def very(document: Document, *, intensifier: str = "very") -> Iterator[Finding]:
    """An intensifier.

    ```bad
    The ⟦second⟧ line is
    the very first.
    ```
    ```good
    It is very good.
    ```
    """
    for found in re.finditer(intensifier, document.text):
        yield Finding(Span(*found.span()), f"“{found[0]}” adds nothing")


@check.report(severity="info", needs=("characters",))
def troubled(document: Document, findings: tuple[Found, ...]) -> Iterator[Finding]:
    """Several findings."""
    if findings:
        yield Finding(Span(0, 0), f"{len(findings)}: {', '.join(sorted({each.check for each in findings}))}")


def _twice(marks: tuple[Mark, ...], corpus: Corpus) -> Iterator[tuple[Mark, str, tuple[Note, ...]]]:
    for mark in marks[1:]:
        yield mark, f"one of {len(marks)} in {corpus.documents} documents", ()


@check.corpus(severity="warning", judge=_twice)
def same_start(document: Document) -> Iterator[tuple[str, Span, Fix | None]]:
    """The same first word in two documents."""
    if word := re.match(r"\w+", document.text):
        yield word[0], Span(*word.span()), None


def failure(tested: Check, title: str) -> str:
    case = next(case for case in cases(tested) if case.title == title)
    with pytest.raises(AssertionError) as failed:
        case.run()
    return str(failed.value)


def test_what_was_expected_and_what_was_found_are_shown_in_the_text() -> None:
    assert failure(very, "bad-1") == (
        "very found other places than the page pins:\n"
        "       1 | The second line is\n"
        "         |     ^^^^^^ expected, but not found\n"
        "       2 | the very first.\n"
        "         |     ^^^^ found, but not expected: “very” adds nothing"
    )


def test_a_finding_where_there_is_to_be_none_is_shown() -> None:
    shown = failure(very, "good-1")
    assert shown.startswith("very is to be silent here:\n       1 | It is very good.\n         |       ^^^^ found")


def test_options_without_a_sentence_are_named() -> None:
    assert failure(very, "page").endswith("“- `name`: sentence.”: ['intensifier']")


@pytest.mark.parametrize(
    ("path", "text", "plain"),
    [
        ("a.txt", "One *two*.", "One *two*."),
        ("a.md", "One *two*.", "One two."),
        ("a.html", "<p>One <em>two</em>.</p>", "One two."),
    ],
)
def test_documents_of_any_format(path: str, text: str, plain: str) -> None:
    assert document(text, path=path).text.strip() == plain


def test_a_reader_is_chosen_by_name_or_given() -> None:
    assert document("One *two*.", reader="markdown").text.strip() == "One two."
    assert document("One *two*.", path="a.md", reader=TEXT).text == "One *two*."
    with pytest.raises(ValueError, match="there is no reader “docx”: there are html, markdown"):
        document("", reader="docx")


def test_settings_and_what_a_reader_knows() -> None:
    made = document("", language="fr", words=["a"], published="2026-11-01")
    assert made.settings.language == "fr"
    assert made.meta["published"] == "2026-11-01"


def test_places_are_those_of_the_file() -> None:
    [found] = findings(very, "A *very* good day.", path="a.md")
    assert (found.start.column, found.end.column) == (4, 8)
    assert findings(very, "quite so", intensifier="quite")


def test_an_option_that_is_misspelt() -> None:
    with pytest.raises(TypeError, match="very has no option “intensifer”: did you mean “intensifier”"):
        findings(very, "quite so", intensifer="quite")


def test_a_check_of_the_report_sees_those_it_needs_and_those_beside_it() -> None:
    assert [found.message for found in findings(troubled, "A zero\u200bwidth space.")] == ["1: invisible-characters"]
    assert [found.message for found in findings(troubled, "very", beside=[very])] == ["1: very"]


def test_a_check_of_the_corpus_judges_texts() -> None:
    [found] = judged(same_start, {"a.txt": "Here we are.", "b.md": "# Here we go"})
    assert (found.path, found.start.line, found.start.column) == ("b.md", 1, 3)
    assert found.message == "one of 2 in 2 documents"


PLUGIN = '''
from lint import Finding, Span, check


@check(severity="warning")
def shouting(document):
    """Shouting.

    ```bad
    ⟦AMAZING⟧
    ```
    ```good
    calm
    ```
    """
    if document.text.startswith("AMA"):
        yield Finding(Span(0, 3), "shouts")
'''


@pytest.fixture
def desk_pytest(pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch) -> pytest.Pytester:
    """pytest with this plugin alone."""
    monkeypatch.setenv("PYTEST_DISABLE_PLUGIN_AUTOLOAD", "1")
    monkeypatch.setenv("PYTEST_PLUGINS", "lint.pytest_plugin")
    return pytester


def test_pages_are_collected(desk_pytest: pytest.Pytester) -> None:
    desk_pytest.makepyfile(acme_shouting=PLUGIN, other="raise SystemExit('imported')")
    result = desk_pytest.runpytest_subprocess("--copydesk", "-rf", "-p", "no:cacheprovider")
    result.assert_outcomes(passed=14, failed=1)
    output = result.stdout.str()
    assert "acme_shouting.py:8\n" in output
    assert "shouting found other places than the page pins:\n       1 | AMAZING\n" in output
    assert "FAILED acme_shouting.py::shouting::bad-1 - shouting found" in output


def test_pages_are_left_alone_without_the_option(desk_pytest: pytest.Pytester) -> None:
    desk_pytest.makepyfile(acme_shouting=PLUGIN)
    result = desk_pytest.runpytest_subprocess("acme_shouting.py")
    result.assert_outcomes()


def test_a_page_that_cannot_be_read_is_an_error_of_collection(desk_pytest: pytest.Pytester) -> None:
    desk_pytest.makepyfile(acme_shouting=PLUGIN.replace("```good", "```fine"))
    result = desk_pytest.runpytest_subprocess("--copydesk")
    result.assert_outcomes(errors=1)
    result.stdout.fnmatch_lines(["*the page of shouting: a page has no fence “fine”*"])
