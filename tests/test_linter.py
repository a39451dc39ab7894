"""The engine: which checks run, what becomes of what they say, and of what they do wrong."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

import pytest

from lint import Check, Corpus, Document, Edit, Finding, Fix, Found, Mark, Note, Span, Suppression, check
from lint.config import Profile
from lint.corpus import corpus_of, grouped, near_duplicates
from lint.document import Block
from lint.finding import Diagnostic, Report, Severity
from lint.linter import Linter
from lint.registry import Registry
from lint.settings import Settings
from lint.testing import contract, document


def spans_of(word: str, text: str) -> Iterator[Span]:
    start = text.find(word)
    while start >= 0:
        yield Span(start, start + len(word))
        start = text.find(word, start + 1)


@check(severity="warning", literals=("Foo",))
def foo(document: Document, *, word: str = "foo") -> Iterator[Finding]:
    """Any foo."""
    for span in spans_of(word, document.text):
        yield Finding(span, f"a {word}", fix=Fix("take it out", (Edit(span, ""),)))


@check(severity="info")
def quiet(document: Document) -> Iterator[Finding]:
    """Any bar."""
    for span in spans_of("bar", document.text):
        yield Finding(span, "a bar")


@check(severity="error", languages=("en",))
def english(document: Document) -> Iterator[Finding]:
    """Any colour, in English."""
    for span in spans_of("colour", document.text):
        yield Finding(span, "a colour", notes=(Note(Span(0, 1), "the beginning"),))


@check(severity="warning")
def broken(document: Document) -> Iterator[Finding]:
    """Finds one thing, then falls over."""
    yield Finding(Span(0, 1), "found before the fall")
    raise RuntimeError("no such luck")


@check.report(severity="warning", needs=("words",))
def verdict(document: Document, findings: Sequence[Found]) -> Iterator[Finding]:
    """Two kinds of finding in one article."""
    kinds = {found.check for found in findings}
    if len(kinds) > 1:
        yield Finding(Span(0, min(1, len(document.text))), f"{len(kinds)} kinds: {', '.join(sorted(kinds))}")


def judge(marks: Sequence[Mark], corpus: Corpus, *, votes: int = 2) -> Iterator[tuple[Mark, str, tuple[Note, ...]]]:
    if corpus.votes(marks) >= votes:
        for mark in marks:
            others = [other for other in marks if other.path != mark.path]
            yield mark, f"in {len(others)} other of {corpus.documents}", (Note(others[0], "also here"),)


@check.corpus(severity="warning", judge=judge)
def twice(document: Document, *, shortest: int = 5) -> Iterator[tuple[str, Span, Fix | None]]:
    """A line that stands in two documents.

    ```bad
    === one.txt
    ⟦The same line.⟧
    === two.txt
    Another one.
    ⟦The same line.⟧
    ```
    ```good
    === one.txt
    One line.
    === two.txt
    Another one.
    ```

    - `shortest`: characters of a line that counts.
    - `votes`: documents that must hold it.
    """
    for block in document.blocks:
        line = block.span.of(document.text)
        if len(line) >= shortest:
            yield line, block.span, None


def linter(*checks: Check, **profile: object) -> Linter:
    registry = Registry(checks={c.name: replace(c, group=c.group or "words") for c in checks})
    return Linter(Profile(**profile), registry)  # type: ignore[arg-type]


def lint(text: str, *checks: Check, **profile: object) -> Report:
    return linter(*checks, **profile).lint(document(text, path="a.txt", language="en"))


def said(report: Report) -> list[tuple[str, int]]:
    return [(d.check, d.start.column) for d in report.diagnostics]


def test_some_documents_together_have_the_reports_that_they_have_alone() -> None:
    german = "Der Rat hat am Montag beschlossen, die Brücke über den Fluss im nächsten Jahr zu erneuern, foo. " * 3
    bodies = ["a foo\nfoo", "nothing", "", german, "a colour, foo", "A longer line.\nA longer line.", "foo " * 40]
    made = [document(text, path=f"{number}.txt") for number, text in enumerate(bodies)]
    desk = linter(foo, english, broken, verdict, twice, quiet)
    for briefly in (False, True):
        together = desk.lint_all(made, briefly=briefly)
        assert together == [desk.lint(document(d.text, path=d.path), briefly=briefly) for d in made]
        assert [len(report.failures) for report in together] == [1] * len(bodies)
    assert desk.lint_all([]) == []


def test_findings_are_placed_sorted_and_given_their_severity() -> None:
    report = lint("a colour, foo\nand foo", foo, english)
    places = [(d.check, d.start.line, d.start.column, d.end.column, str(d.severity)) for d in report.diagnostics]
    assert places == [("english", 1, 3, 9, "error"), ("foo", 1, 11, 14, "warning"), ("foo", 2, 5, 8, "warning")]
    assert report.diagnostics[0].notes[0].message == "the beginning"
    assert report.diagnostics[1].fix is not None


def test_literals_gate_a_check_whatever_the_case_and_the_spaces() -> None:
    calls = []

    @check(severity="warning", literals=("See Also",))
    def also(document: Document) -> Iterator[Finding]:
        """See also."""
        calls.append(document.text)
        yield from ()

    for text in ("nothing here", "SEE\u00a0ALSO this", "see\nalso that", "İ see also"):
        lint(text, also)
    assert calls == ["SEE\u00a0ALSO this", "see\nalso that", "İ see also"]


def test_options_reach_the_check() -> None:
    assert said(lint("Foo fad", foo, options={"foo": {"word": "fad"}})) == [("foo", 5)]


def test_findings_below_the_level_are_counted_not_shown() -> None:
    report = lint("foo and bar", foo, quiet)
    assert (said(report), report.hidden) == ([("foo", 1)], 1)
    loud = lint("foo and bar", foo, quiet, level=Severity.INFO)
    assert (said(loud), loud.hidden) == ([("foo", 1), ("quiet", 9)], 0)
    raised = lint("foo and bar", foo, quiet, severity={"quiet": Severity.ERROR})
    assert said(raised) == [("foo", 1), ("quiet", 9)]
    assert said(lint("foo and bar", foo, quiet, severity={"words": Severity.OFF})) == []


def test_a_check_that_raises_is_a_failure_and_the_others_go_on() -> None:
    report = lint("foo", broken, foo)
    assert said(report) == [("broken", 1), ("foo", 1)]
    assert [(f.path, f.check) for f in report.failures] == [("a.txt", "broken")]
    assert "RuntimeError: no such luck" in report.failures[0].message


@pytest.mark.parametrize(
    ("item", "message"),
    [
        ("nonsense", "yields Finding, not str"),
        (Finding(Span(0, 99), "too far"), "outside the text"),
        (Finding(Span(0, 1), ""), "needs a message"),
        (Finding(Span(0, 1), "note", notes=(Note(Span(5, 99), "far"),)), "outside the text"),
        (Finding(Span(0, 1), "fix", fix=Fix("x", (Edit(Span(5, 99), ""),))), "outside the text"),
        (Finding(Span(0, 1), "list", notes=[Note(Span(0, 1), "x")]), "notes: tuple is wanted, not list"),  # type: ignore[arg-type]
    ],
)
def test_nonsense_is_contained_and_named(item: Finding, message: str) -> None:
    @check(severity="warning")
    def plugin(document: Document) -> Iterator[Finding]:
        """Yields something odd."""
        yield item

    report = lint("foo", plugin, foo)
    assert said(report) == [("foo", 1)]
    assert report.failures[0].check == "plugin"
    assert message in report.failures[0].message


def test_a_check_does_not_run_on_an_article_in_another_language() -> None:
    german = "Der Bürgermeister sagte am Montag, dass die Straße gesperrt bleibt. Das colour ärgert viele Leute."
    report = linter(english, foo).lint(document(german + " foo", path="a.txt"))
    assert said(report) == [("foo", len(german) + 2)]
    assert report.passed_over == "de"
    english_text = "The mayor said that the road would be closed for the works and that it was a colour."
    assert linter(english).lint(document(english_text)).passed_over == ""
    assert said(linter(english).lint(document("colour"))) == [("english", 1)], "too short to tell: it runs"


def test_a_block_in_another_language_is_left_alone() -> None:
    made = document("a colour\nune colour", language="en")
    made = replace(made, blocks=(made.blocks[0], Block(9, 19, language="fr-CA")))
    assert said(linter(english).lint(made)) == [("english", 3)]


def test_suppressions_silence_by_place_and_name() -> None:
    made = document("foo foo foo", path="a.txt")
    made = replace(
        made,
        suppressions=(
            Suppression(Span(0, 3), frozenset({"foo"})),
            Suppression(Span(4, 7), frozenset({"other"})),
            Suppression(Span(8, 11), frozenset({"words"})),
        ),
    )
    assert said(linter(foo).lint(made)) == [("foo", 5)]


def test_a_check_of_the_report_sees_every_level_and_what_it_needs_runs_unprinted() -> None:
    report = lint("foo and bar", foo, quiet, verdict, select=("verdict",))
    assert [d.message for d in report.diagnostics] == ["2 kinds: foo, quiet"]
    assert report.hidden == 0


def test_checks_of_the_corpus_judge_all_marks_of_a_key() -> None:
    desk = linter(twice)
    texts = {"a.txt": "A shared line.\nOnly here.", "b.txt": "Begins.\nA shared line.", "c.txt": "Nothing."}
    reports = [desk.lint(document(text, path=path)) for path, text in texts.items()]
    verdicts = list(desk.judge(grouped(mark for report in reports for mark in report.marks), corpus_of(reports)))
    assert [(v.path, v.message) for v in verdicts] == [("a.txt", "in 1 other of 3"), ("b.txt", "in 1 other of 3")]
    assert isinstance(verdicts[1], Diagnostic)
    assert (verdicts[1].start.line, verdicts[1].notes[0].path) == (2, "a.txt")


def test_near_duplicates_have_one_vote() -> None:
    story = "\n".join(
        f"Sentence number {n} of a story that was taken over, word for word, from the wire of an agency."
        for n in range(9)
    )
    texts = {"a": story, "b": story + "\nMore.", "c": "Else"}
    reports = [linter(twice).lint(document(text + "\nA line.", path=path)) for path, text in texts.items()]
    corpus = corpus_of(reports)
    marks = [mark for report in reports for mark in report.marks]
    assert near_duplicates({report.path: report.signature for report in reports}) == {"b": "a"}
    assert (corpus.documents, corpus.votes(marks)) == (3, 2)


def test_fingerprints_survive_moved_lines_and_tell_occurrences_apart() -> None:
    before = lint("one foo two\nand foo again\none foo two", foo)
    after = lint("A new first line.\n\none foo two\n\nelse\none foo two\nand foo again", foo)
    assert len({d.fingerprint for d in before.diagnostics}) == 3
    assert {d.fingerprint for d in before.diagnostics} == {d.fingerprint for d in after.diagnostics}


def test_the_same_finding_twice_is_one() -> None:
    @check(severity="warning")
    def stutter(document: Document) -> Iterator[Finding]:
        """Says everything twice."""
        for _ in range(2):
            yield Finding(Span(0, 1), "again")

    assert len(lint("foo", stutter).diagnostics) == 1


def test_settings_reach_the_views() -> None:
    def house(document: Document) -> frozenset[str]:
        return document.settings.words

    assert document("x", words=frozenset({"a"})).view(house) == {"a"}
    assert Settings().words == frozenset()


test_contract_of_a_check_of_the_corpus = contract(twice)
