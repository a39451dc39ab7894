"""Offsets, lines and columns."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from lint.span import LineIndex, Position, Span

TEXTS = st.text(st.sampled_from("ab \r\n\u2028\x0b\x85é👍"), max_size=40)


def test_a_span_runs_forward() -> None:
    with pytest.raises(ValueError, match="from 3 to 2"):
        Span(3, 2)
    with pytest.raises(ValueError, match="from -1 to 2"):
        Span(-1, 2)


def test_overlap_needs_a_shared_character() -> None:
    assert Span(0, 3).overlaps(Span(2, 5))
    assert not Span(0, 3).overlaps(Span(3, 5))
    assert Span(0, 3).contains(Span(3, 3))


@pytest.mark.parametrize(
    ("text", "offset", "position"),
    [
        ("", 0, Position(1, 1)),
        ("ab\ncd", 3, Position(2, 1)),
        ("ab\r\ncd", 4, Position(2, 1)),
        ("ab\rcd", 3, Position(2, 1)),
        ("ab\u2028cd", 3, Position(1, 4)),
        ("👍é", 2, Position(1, 3)),
        ("ab\n", 3, Position(2, 1)),
    ],
)
def test_lines_end_at_crlf_cr_and_lf_only(text: str, offset: int, position: Position) -> None:
    assert LineIndex(text).position(offset) == position


@given(TEXTS)
@example("\r\n\r")
def test_offsets_and_positions_are_inverse(text: str) -> None:
    index = LineIndex(text)
    positions = [index.position(offset) for offset in range(len(text) + 1)]
    assert [index.offset(position) for position in positions] == list(range(len(text) + 1))
    assert positions == sorted(positions)


@given(TEXTS)
def test_lines_hold_the_text_without_its_line_ends(text: str) -> None:
    index = LineIndex(text)
    count = index.position(len(text)).line
    lines = [index.line(number).of(text) for number in range(1, count + 1)]
    assert "".join(lines) == text.replace("\r", "").replace("\n", "")


@pytest.mark.parametrize("position", [Position(0, 1), Position(3, 1), Position(1, 0), Position(1, 9)])
def test_places_outside_the_text_are_errors(position: Position) -> None:
    with pytest.raises(ValueError, match="line"):
        LineIndex("ab\ncd").offset(position)


@given(st.integers(0, 40), TEXTS)
def test_bytes_are_counted_from_the_start_of_the_line(times: int, text: str) -> None:
    long = text * times
    index = LineIndex(long)
    for offset in {0, len(long) // 3, len(long) // 2, len(long)}:
        position = index.position(offset)
        start = index.line(position.line).start
        assert position.byte == len(long[start:offset].encode()) + 1
