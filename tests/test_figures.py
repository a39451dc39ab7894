"""Figures as data, and a small check of a plugin that uses them."""

import time
from collections.abc import Iterator
from itertools import combinations
from math import inf

import pytest

from lint import Document, Finding, Note, check
from lint.testing import contract, document, findings
from lint.views import figures


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The ferry carried 63 passengers.", (63, 63, "count", "", "passengers", "total")),
        ("At least a dozen, and at least 30 sailors, drowned.", (30, inf, "count", "", "sailors", "total")),
        ("It rose by 12%.", (11.5, 12.5, "percent", "%", "", "increment")),
        ("The bridge cost $12m.", (11.5e6, 12.5e6, "money", "$", "", "total")),
        ("It lies 50 miles from here.", (50, 50, "measure", "miles", "", "total")),
        ("Another 12 houses burned.", (12, 12, "count", "", "houses", "increment")),
        ("It fell from 63 votes.", (63, 63, "count", "", "votes", "prior")),
        ("They saved people, including twelve children.", (12, 12, "count", "", "children", "part")),
    ],
)
def test_a_figure_is_an_interval_with_its_unit_noun_and_role(text: str, expected: tuple[object, ...]) -> None:
    [figure] = figures(document(text, language="en"))
    assert (figure.low, figure.high, figure.kind, figure.unit, figure.noun, figure.role) == expected


def test_a_figure_knows_its_source_and_quotation() -> None:
    text = "The navy said 12 sailors were saved. “We saw 14 sailors,” she said. There were 15 sailors."
    first, second, third = figures(document(text, language="en"))
    assert (first.source, third.source) == ("The navy", "")
    assert (first.quoted, second.quoted) == (False, True)
    assert first.contradicts(third)


def test_only_sentences_that_hold_a_literal_are_read() -> None:
    text = "The toll was 63. There were 12 boats.\n\nNine boats came. Tolls of 5 euros were paid."
    found = figures(document(text, language="en"), "toll")
    assert [figure.span.of(text) for figure in found] == ["63", "5 euros"]


@check(severity="warning", languages=("en",), literals=("jobs",))
def two_numbers_of_jobs(document: Document) -> Iterator[Finding]:
    """Two numbers of jobs in one article that nobody is named for.

    ```bad
    The mill will add 120 jobs in May. It brings ⟦90 jobs⟧ to the town.
    ```
    ```good
    The mill will add 120 jobs. The union said it would be 90 jobs.
    ```
    ```good
    The mill will add at least 90 jobs. It brings 120 jobs to the town.
    ```
    """
    told = [each for each in document.view(figures, "jobs") if each.noun == "jobs" and each.role == "total"]
    for first, second in combinations(told, 2):
        if not (first.source or second.source or second.quoted) and first.contradicts(second):
            place = second.span.of(document.text)
            note = Note(first.span, "the first number")
            end = document.text.find(second.noun, second.span.end) + len(second.noun)
            message = f"{first.span.of(document.text)} above, {place} here"
            yield Finding(type(first.span)(second.span.start, end), message, notes=(note,))


test_plugin = contract(two_numbers_of_jobs)


def test_the_check_of_a_plugin_speaks() -> None:
    [found] = findings(two_numbers_of_jobs, "It will add 120 jobs. It brings 90 jobs.")
    assert found.message == "120 above, 90 here"


@pytest.mark.parametrize(
    "text", ["9" * 100_000, "12 " * 50_000, "(" * 100_000, "1,000," * 30_000, "said The " * 20_000]
)
def test_hostile_texts_are_read_in_linear_time(text: str) -> None:
    start = time.process_time()
    figures(document(text, language="en"))
    assert time.process_time() - start < 5
