"""Checks of the corpus through the command: whatever paths are given, the corpus is what the root includes."""

import sys
from collections.abc import Iterator

import pytest
from conftest import Desk

PLUGIN = '''
from collections.abc import Iterator

from lint import Check, Corpus, Document, Fix, Mark, Note, Span, check, hookimpl


def judge(marks: list[Mark], corpus: Corpus, *, votes: int = 2) -> Iterator[tuple[Mark, str, tuple[Note, ...]]]:
    if corpus.votes(marks) >= votes:
        for mark in marks:
            yield mark, f"in {corpus.votes(marks)} of {corpus.documents} articles", (Note(marks[0], "first here"),)


@check.corpus(severity="warning", judge=judge)
def again(document: Document) -> Iterator[tuple[str, Span, Fix | None]]:
    """A line that stands in several articles."""
    for block in document.blocks:
        yield block.span.of(document.text), block.span, None


@hookimpl
def lint_checks() -> list[Check]:
    return [again]
'''
OPTIONS = ("--plugin-dir", "plugins", "--select", "again", "--format", "concise")


@pytest.fixture
def archive(desk: Desk) -> Iterator[Desk]:
    desk.write(
        {
            "plugins/repeats.py": PLUGIN,
            "copydesk.toml": '[lint]\ninclude = ["news/**/*.txt"]\n',
            "news/a.txt": "Only here.\nAgain and again.\n",
            "news/b.txt": "Again and again.\n",
            "news/in/c.txt": "Something else.\n",
            "other/d.txt": "Again and again.\n",
        }
    )
    yield desk
    sys.modules.pop("repeats", None)


def test_findings_follow_in_the_order_of_the_paths(archive: Desk) -> None:
    outcome = archive.run("check", *OPTIONS)
    assert outcome.out == (
        "news/a.txt:2:1: warning in 2 of 3 articles [again]\nnews/b.txt:1:1: warning in 2 of 3 articles [again]\n"
    )
    assert outcome.code == 1


def test_one_file_is_judged_as_a_part_of_the_whole(archive: Desk) -> None:
    outcome = archive.run("check", *OPTIONS, "news/b.txt")
    assert outcome.out == "news/b.txt:1:1: warning in 2 of 3 articles [again]\n"


def test_a_given_file_counts_though_it_is_not_included(archive: Desk) -> None:
    outcome = archive.run("check", *OPTIONS, "other/d.txt")
    assert outcome.out == "other/d.txt:1:1: warning in 3 of 4 articles [again]\n"


def test_without_a_configuration_the_corpus_is_what_was_given(archive: Desk) -> None:
    (archive.folder / "copydesk.toml").unlink()
    assert archive.run("check", *OPTIONS, "news/b.txt").out == ""
    both = archive.run("check", *OPTIONS, "news/b.txt", "other/d.txt").out
    assert both.count("in 2 of 2 articles") == 2


def test_options_come_from_the_root_and_a_file_decides_what_is_shown_of_it(archive: Desk) -> None:
    archive.write(
        {
            "copydesk.toml": """
                [lint]
                include = ["news/**/*.txt"]
                [[lint.overrides]]
                paths = ["news/a.txt"]
                severity = { again = "off" }
                [[lint.overrides]]
                paths = ["news/b.txt"]
                severity = { again = "info" }
                """
        }
    )
    assert archive.run("check", *OPTIONS).out == ""
    hidden = archive.run("check", *OPTIONS[:4])
    assert "1 finding of lower level is hidden" in hidden.out
    shown = archive.run("check", *OPTIONS, "--level", "info")
    assert shown.out == "news/b.txt:1:1: info in 2 of 3 articles [again]\n"
