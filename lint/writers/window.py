"""The part of an excerpt that fits the width, and where the caret goes, counted in columns of the terminal."""

from typing import NamedTuple

from lint.finding import Excerpt
from lint.span import Position
from lint.writers.visible import shown, width

_ELLIPSIS = "…"
_FEWEST_COLUMNS = 20


class Window(NamedTuple):
    """A line to show: `before`, `marked` and `after` are visible text; `marked` is what the caret stands under."""

    before: str
    marked: str
    after: str

    @property
    def line(self) -> str:
        """The whole line."""
        return self.before + self.marked + self.after

    @property
    def underline(self) -> str:
        """Spaces and carets; an empty place has one caret."""
        return " " * width(self.before) + "^" * max(1, width(self.marked))


def window(excerpt: Excerpt, start: Position, end: Position, columns: int) -> Window:
    """Cuts an excerpt to `columns`, with the span in sight and as much as fits on either side of it."""
    columns = max(columns, _FEWEST_COLUMNS)
    first = start.column - excerpt.column
    last = end.column - excerpt.column if end.line == start.line else len(excerpt.text)
    cells = [shown(character) for character in excerpt.text.rstrip("\r\n")]
    first, last = min(first, len(cells)), max(first, min(last, len(cells)))
    if excerpt.column == 1 and not excerpt.more and width("".join(cells)) <= columns:
        return Window("".join(cells[:first]), "".join(cells[first:last]), "".join(cells[last:]))
    marked = _fitted(cells[first:last], columns * 2 // 3)
    cut_mark = len(marked) < last - first
    room = columns - width("".join(marked)) - 2
    left, right = cells[:first], [] if cut_mark else cells[last:]
    left_part = _fitted(left[::-1], max(room // 2, room - width("".join(right))))[::-1]
    right_part = _fitted(right, room - width("".join(left_part)))
    before = "".join(left_part)
    if len(left_part) < len(left) or excerpt.column > 1:
        before = _ELLIPSIS + before
    after = "".join(right_part)
    if cut_mark or len(right_part) < len(right) or excerpt.more:
        after += _ELLIPSIS
    return Window(before, "".join(marked), after)


def _fitted(cells: list[str], columns: int) -> list[str]:
    """As many cells from the start as fit."""
    fitted: list[str] = []
    for cell in cells:
        columns -= width(cell)
        if columns < 0:
            break
        fitted.append(cell)
    return fitted
