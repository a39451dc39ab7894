"""Counts as intervals, and sentences."""

import re
from math import inf

import pytest

from lint.span import Span
from lint.views.counts import NUMBER, count_of, sentences


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("89", 89, 89),
        ("1,204", 1204, 1204),
        ("twelve", 12, 12),
        ("sixty-three", 63, 63),
        ("two hundred", 200, 200),
        ("a hundred", 100, 100),
        ("at least 30", 30, inf),
        ("more than forty", 40, inf),
        ("up to 400", 0, 400),
        ("nearly 100", 80, 120),
    ],
)
def test_counts_are_intervals(text: str, low: float, high: float) -> None:
    match = re.fullmatch(NUMBER, text, re.IGNORECASE)
    assert match is not None
    count = count_of(text, Span(0, len(text)))
    assert count is not None
    assert (count.low, count.high) == (low, high)


@pytest.mark.parametrize("text", ["a", "12%", "1" * 10_000, "3rd"])
def test_what_counts_nothing_is_no_number(text: str) -> None:
    assert re.fullmatch(NUMBER, text, re.IGNORECASE) is None


def test_sentences_end_before_a_capital() -> None:
    text = "It cost 3.5 million. “Too much,” he said. Mr. X paid."
    found = [span.of(text) for span in sentences(text, Span(0, len(text)))]
    assert found[:2] == ["It cost 3.5 million.", "“Too much,” he said."]
    assert "".join(found).replace(" ", "") == text.replace(" ", "")
