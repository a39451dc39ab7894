"""The state machine that reads the quotation marks of one paragraph.

It walks over the marks and takes the cheapest reading. Marks that look like what they do, and pair, cost nothing; a
mark turned the wrong way, a missing space, a mark without its partner cost the more the rarer they are. So one damaged
mark is blamed, and not all that follow it.
"""

from enum import Enum
from typing import NamedTuple, TypeAlias

from lint.views.patterns import pattern

LEFT, RIGHT, LOW = ("“", "‟", "‘‘", "``"), ("”", "’’"), ("„",)

_BEFORE_OPENING = frozenset("([{<–—‒―-/|*_=+>~‘'’“\"”„«»`•·¡¿")
_CLOSING_PUNCTUATION = frozenset(".,;:!?)]}…%")
_BEHIND_CLOSING = _CLOSING_PUNCTUATION | frozenset("([{<–—‒―-/|*_=+>~‘'’“\"”„«»`•·†‡^¹²³®™©\\&#")
# Endings that a quoted word may take: the “maybe”s, they “self-reported”ly left.
_ENDINGS = frozenset(
    ("s", "es", "d", "ed", "er", "ers", "ing", "ish", "ism", "ist", "ists", "ly", "y", "n", "st", "th")
)
_LONGEST_ENDING = 5
# Behind these words of a speaker even a mark that seems to open may close: “We won “said the coach.
_SPEECH = pattern(r"(?:(?:s?he|they|who|it)\s)?(?:said|says|say|told|added|adds|asked|wrote|according|explained)\b")


class Role(Enum):
    """What a mark does in its paragraph; one that only looks like a quotation mark (inches) measures."""

    OPENS = "opens"
    CLOSES = "closes"
    MEASURES = "measures"


class Shape(Enum):
    """What a mark seems to do, by the characters on either side of it."""

    OPENS = "opens"
    CLOSES = "closes"
    EITHER = "either"
    GLUED = "glued"
    LOOSE = "loose"


class Sign(NamedTuple):
    """A mark as it is written; it is `apt` if space and word on its sides leave no doubt that it opens."""

    glyph: str
    shape: Shape
    after_digit: bool
    apt: bool = False

    @property
    def kind(self) -> str:
        """One letter: low, curly or straight."""
        return "l" if self.glyph in LOW else "c" if self.glyph in LEFT or self.glyph in RIGHT else "s"


def sign(text: str, at: int, behind: int, start: int, end: int) -> Sign:
    """The mark at `text[at:behind]` in the paragraph from `start` to `end`."""
    left = text[at - 1] if at > start else " "
    right = text[behind] if behind < end else " "
    space_left, space_right = left.isspace(), right.isspace()
    ellipsis = right == "…" or text[behind : behind + 2] in ("..", ". ")
    opens = (space_left or left in _BEFORE_OPENING) and not space_right
    opens = opens and (ellipsis or right not in _CLOSING_PUNCTUATION)
    closes = not space_left and (space_right or right in _BEHIND_CLOSING or _is_ending(text, behind))
    if at == start or behind == end:
        # Nothing is there to be closed before, or opened behind.
        shape = Shape.OPENS if at == start else Shape.CLOSES
    elif opens or closes:
        shape = Shape.EITHER if opens and closes else Shape.OPENS if opens else Shape.CLOSES
    else:
        shape = Shape.LOOSE if space_left else Shape.GLUED
    apt = shape is Shape.OPENS and at > start and space_left and right.isalnum() and not _SPEECH.match(text, behind)
    return Sign(text[at:behind], shape, left.isdigit(), apt)


def _is_ending(text: str, at: int) -> bool:
    end = at
    while end < at + _LONGEST_ENDING and text[end : end + 1].isalpha():
        end += 1
    return text[at:end] in _ENDINGS and not text[end : end + 1].isalnum()


# What a reading costs, by what is wrong with it.
_TURNED = 4
_AGAINST_SHAPE = 6
_APT = 11
_WITHOUT_SHAPE = 1
_NESTED = 3
_NESTED_OTHER = 1
_UNPAIRED = 8
_MIXED = 2
_MEASURE = 3
# A reading so much dearer than the best one never catches up.
_HOPELESS = 20
_DEEPEST = 3

# The role of the last mark, how many are open behind it, and the way there.
_Way: TypeAlias = "tuple[Role, int, _Way] | None"


def cheapest(signs: list[Sign]) -> tuple[list[Role], list[int | None]]:
    """The role of each mark, and the number of its partner."""
    # A state is the stack of the kinds of open marks; its way back is a linked list.
    best: dict[str, tuple[int, _Way]] = {"": (0, None)}
    for mark in signs:
        following: dict[str, tuple[int, _Way]] = {}
        for stack, (cost, way) in best.items():
            for role, after, more in _moves(mark, stack):
                if after not in following or cost + more < following[after][0]:
                    following[after] = (cost + more, (role, len(after), way))
        limit = min(cost for cost, _ in following.values()) + _HOPELESS
        best = {stack: state for stack, state in following.items() if state[0] <= limit}
    stack = min(best, key=lambda s: best[s][0] + _UNPAIRED * len(s))
    way = best[stack][1]
    steps: list[tuple[Role, int]] = []
    while way is not None:
        steps.append(way[:2])
        way = way[2]
    steps.reverse()
    return [role for role, _ in steps], _partners(steps)


def _moves(mark: Sign, stack: str) -> list[tuple[Role, str, int]]:
    kind, shape = mark.kind, mark.shape
    unshapen = _WITHOUT_SHAPE if shape in (Shape.GLUED, Shape.LOOSE) else 0
    moves = []
    if len(stack) < _DEEPEST:
        cost = unshapen + _AGAINST_SHAPE * (shape is Shape.CLOSES) + _TURNED * (mark.glyph in RIGHT)
        # 5"x7"
        cost += _AGAINST_SHAPE * (kind == "s" and mark.after_digit)
        if stack:
            nested = _NESTED if stack[-1] == kind else _NESTED_OTHER
            cost += nested
            # Or those that are open were never closed, and all begins anew.
            moves.append((Role.OPENS, kind, cost - nested + _UNPAIRED * len(stack)))
        moves.append((Role.OPENS, stack + kind, cost))
    if kind != "l":
        # Two that open, one after the other, are two that were never closed.
        cost = unshapen + _AGAINST_SHAPE * (shape is Shape.OPENS) + _APT * mark.apt
        if stack:
            cost += _MIXED * ((stack[-1] == "s") != (kind == "s"))
            cost += _TURNED * (mark.glyph in LEFT and stack[-1] != "l")
        else:
            cost += _UNPAIRED + _TURNED * (mark.glyph in LEFT)
        moves.append((Role.CLOSES, stack[:-1], cost))
    if mark.after_digit and mark.glyph not in LEFT:
        moves.append((Role.MEASURES, stack, _MEASURE))
    return moves


def _partners(steps: list[tuple[Role, int]]) -> list[int | None]:
    partners: list[int | None] = [None] * len(steps)
    opened: list[int] = []
    for number, (role, depth) in enumerate(steps):
        if role is Role.OPENS:
            opened = [*opened, number] if depth > len(opened) else [number]
        elif role is Role.CLOSES and opened:
            partner = opened.pop()
            partners[number], partners[partner] = partner, number
    return partners
