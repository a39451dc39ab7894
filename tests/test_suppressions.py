"""Comments that switch checks off: what they silence, and what is said of those that silence nothing."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

import pytest
from conftest import Desk

from lint import Check, Corpus, Document, Finding, Fix, Mark, Note, Span, check
from lint.config import Profile
from lint.corpus import corpus_of, grouped
from lint.finding import Diagnostic, Severity
from lint.linter import UNUSED, Linter
from lint.plugins import load_built_in
from lint.readers.html import read as read_html
from lint.readers.markdown import read as read_markdown
from lint.readers.suppressions import Directive, directive
from lint.registry import Registry
from lint.settings import Settings


def places(word: str, text: str) -> Iterator[Span]:
    start = text.find(word)
    while start >= 0:
        yield Span(start, start + len(word))
        start = text.find(word, start + 1)


@check(severity="warning", aliases=("old-foo",))
def foo(document: Document) -> Iterator[Finding]:
    """Any foo."""
    for span in places("foo", document.text):
        yield Finding(span, "a foo")


@check(severity="warning", languages=("fr",))
def french(document: Document) -> Iterator[Finding]:
    """Any bar in French."""
    for span in places("bar", document.text):
        yield Finding(span, "a bar")


def judge(marks: Sequence[Mark], corpus: Corpus) -> Iterator[tuple[Mark, str, tuple[Note, ...]]]:
    if len({mark.path for mark in marks}) > 1:
        for mark in marks:
            yield mark, "also elsewhere", ()


@check.corpus(severity="warning", judge=judge)
def shared(document: Document) -> Iterator[tuple[str, Span, Fix | None]]:
    """Any baz that two documents hold."""
    for span in places("baz", document.text):
        yield "baz", span, None


def linter(*checks: Check, **profile: object) -> Linter:
    unused = load_built_in().checks[UNUSED]
    named = {c.name: c for c in (foo, french, shared, *checks)}
    registry = Registry(checks={UNUSED: unused, **{n: replace(c, group="words") for n, c in named.items()}})
    return Linter(Profile(**profile), registry)  # type: ignore[arg-type]


def lint(*sources: str, **profile: object) -> tuple[list[str], list[str]]:
    """What is reported of Markdown files, and what then of their suppressions, as check@line:column."""
    desk = linter(**profile)
    settings = Settings(language="en")
    reports = [desk.lint(read_markdown(f"{n}.md", source.encode(), settings)) for n, source in enumerate(sources)]
    found = [d for report in reports for d in report.diagnostics]
    judged = list(desk.judge(grouped(mark for report in reports for mark in report.marks), corpus_of(reports)))
    assert all(isinstance(d, Diagnostic) for d in judged)
    return _told(found), _told([d for d in judged if isinstance(d, Diagnostic)])


def _told(found: Sequence[Diagnostic]) -> list[str]:
    return [f"{d.check}@{d.start.line}:{d.start.column}" for d in found]


@pytest.mark.parametrize(
    ("comment", "said"),
    [
        ("copydesk: ignore fused-words", Directive("ignore", frozenset({"fused-words"}))),
        (" copydesk: ignore ", Directive("ignore")),
        ("copydesk:ignore all", Directive("ignore")),
        (" copydesk: ignore a, b c -- the firm says so ", Directive("ignore", frozenset("abc"), "the firm says so")),
        ("copydesk: ignore a — said (twice)", Directive("ignore", frozenset("a"), "said (twice)")),
        ("copydesk: ignore a (a name)", Directive("ignore", frozenset("a"), "a name")),
        ("copydesk: ignore-file: generated", Directive("ignore-file", frozenset(), "generated")),
        ("\ncopydesk: ignore-start Two_Names\n", Directive("ignore-start", frozenset({"two-names"}))),
        ("Copydesk: Ignore-End", Directive("ignore-end")),
        ("copydesk: ignored a", Directive("ignore", frozenset({"?ignored"}))),
        ("about copydesk: ignore a", None),
        ("copydesk", None),
    ],
)
def test_what_comments_say(comment: str, said: Directive | None) -> None:
    assert directive(comment) == said


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("<!-- copydesk: ignore foo -->\nfoo\n\nfoo", ["foo@4:1"]),
        ("<!-- copydesk: ignore foo -->\n\nfoo\n\nfoo", ["foo@5:1"]),
        ("<!-- copydesk: ignore words -->\nfoo\n\nfoo", ["foo@4:1"]),
        ("<!-- copydesk: ignore -->\nfoo", []),
        ("<!-- copydesk: ignore old-foo -->\nfoo", []),
        ("<!-- copydesk: ignore foo -->\n\n- foo\n- foo\n  - foo\n\nfoo", ["foo@7:1"]),
        ("<!-- copydesk: ignore foo -->\n\n> foo\n>\n> foo\n\nfoo", ["foo@7:1"]),
        ("<!-- copydesk: ignore foo -->\n\n| foo |\n|-----|\n| foo |\n\nfoo", ["foo@7:1"]),
        ("foo <!-- copydesk: ignore foo --> foo\n\nfoo", ["foo@3:1"]),
        (
            "foo\n\n<!-- copydesk: ignore-start foo -->\n\nfoo\n\nfoo\n\n<!-- copydesk: ignore-end -->\n\nfoo",
            ["foo@1:1", "foo@11:1"],
        ),
        ("<!-- copydesk: ignore-start foo -->\n\nfoo", []),
        ("foo\n\n<!-- copydesk: ignore-file foo -->", []),
        ("---\ntitle: a foo\ncopydesk: {ignore: [foo], reason: so it is}\n---\nfoo", []),
        ("---\ncopydesk:\n  ignore: foo\n---\nfoo", []),
        ('+++\ntitle = "a foo"\ncopydesk = {ignore = ["foo"]}\n+++\nfoo', []),
        ("<div>\n<!-- copydesk: ignore foo --><p>foo</p><p>foo</p></div>\n", ["foo@2:43"]),
    ],
)
def test_what_is_silent(source: str, found: list[str]) -> None:
    assert lint(source) == (found, [])


@pytest.mark.parametrize(
    ("source", "unused"),
    [
        ("<!-- copydesk: ignore foo -->\nfine\n\nfoo", ["unused-suppression@1:1"]),
        ("<!-- copydesk: ignore-end -->\nfine", ["unused-suppression@1:1"]),
        ("<!-- copydesk: ignore-start foo -->\n\nfoo\n\n<!-- copydesk: ignore-end -->", []),
        ("<!-- copydesk: disable foo -->\nfine", ["unused-suppression@1:1"]),
        ("text <!-- copydesk: ignore foo --> text", ["unused-suppression@1:6"]),
        ("---\ncopydesk: {ignore: [foo]}\n---\nfine", ["unused-suppression@2:1"]),
        ("<!-- copydesk: ignore-start foo -->\n\nfine", ["unused-suppression@1:1"]),
        ("<!-- copydesk: ignore french -->\nbar", []),
        ("<!-- copydesk: ignore no-such-check -->\nfoo", []),
        ("<!-- copydesk: ignore words -->\nfine", ["unused-suppression@1:1"]),
        ("<!-- copydesk: ignore -->\nfine", ["unused-suppression@1:1"]),
        ("<!-- copydesk: ignore shared -->\nbaz", ["unused-suppression@1:1"]),
    ],
)
def test_what_silences_nothing_is_told(source: str, unused: list[str]) -> None:
    assert lint(source)[1] == unused


def test_only_the_idle_names_are_told() -> None:
    desk = linter()
    source = "<!-- copydesk: ignore foo, shared -->\nfoo"
    report = desk.lint(read_markdown("a.md", source.encode(), Settings()))
    (found,) = desk.judge(grouped(report.marks), corpus_of([]))
    assert isinstance(found, Diagnostic)
    assert (found.message, found.fix) == ("“shared” silences nothing here: take it away", None)


def test_the_fix_takes_the_comment_away() -> None:
    desk = linter()
    report = desk.lint(read_html("a.html", b"<p>a</p> <!-- copydesk: ignore foo --><p>b", Settings()))
    (found,) = desk.judge(grouped(report.marks), corpus_of([]))
    assert isinstance(found, Diagnostic)
    assert found.fix is not None
    assert not found.fix.safe
    (edit,) = found.fix.edits
    assert (edit.start.column, edit.end.column, edit.text) == (10, 39, "")
    assert found.excerpt.text == "<p>a</p> <!-- copydesk: ignore foo --><p>b"


def test_a_verdict_on_the_corpus_counts_as_a_use() -> None:
    silent = "<!-- copydesk: ignore shared -->\nbaz"
    assert lint(silent, "baz") == ([], ["shared@1:1"])
    assert lint(silent, "fine") == ([], ["unused-suppression@1:1"])


def test_nothing_is_said_of_checks_that_did_not_run() -> None:
    source = "<!-- copydesk: ignore foo -->\nfine\n\n<!-- copydesk: ignore -->\nfine"
    assert lint(source, ignore=("foo",))[1] == []
    assert lint(source, severity={"foo": Severity.OFF})[1] == ["unused-suppression@4:1"]
    assert lint(source, ignore=(UNUSED,))[1] == []


def test_many_suppressions_take_no_longer_than_their_text() -> None:
    source = "<!-- copydesk: ignore foo -->\nfoo\n\n" * 3000
    assert lint(source) == ([], [])


def test_on_the_command_line(desk: Desk) -> None:
    comment = "<!-- copydesk: ignore encoding -- a reason -->"
    desk.write({"a.md": f"{comment}\n\nFine.\n", "b.html": f"<p>Fine.</p>\n{comment}"})
    outcome = desk.run("check", ".", "--format", "concise")
    assert outcome.code == 1
    message = "warning “encoding” silences nothing here: take it away [unused-suppression]"
    assert outcome.out.splitlines() == [f"a.md:1:1: {message}", f"b.html:2:1: {message}"]
    assert desk.run("check", ".", "--ignore", "unused-suppression").code == 0
    assert "ignore-start" in desk.run("explain", "unused-suppression").out


def test_slips_in_comments_are_told_in_words(desk: Desk) -> None:
    desk.write(
        {"a.md": "<!-- copydesk: ignore lowercas-names -->\nWe met in kyiv.\n\n<!-- copydesk: ignore the -->\nText\n"}
    )
    told = desk.run("check", "--format", "concise", "a.md").out
    assert "a.md:1:1: warning there is no check “lowercas-names”: did you mean “lowercase-names”?" in told
    assert told.count("unused-suppression") == 1
    desk.write({"a.md": "<!-- copydesk: disable fused-words -->\nText\n\n<!-- copydesk: ignore-end -->\n"})
    told = desk.run("check", "--format", "concise", "a.md").out
    assert "“disable” means nothing to copydesk: write ignore, ignore-start" in told
    assert "“ignore-end” ends nothing here" in told
