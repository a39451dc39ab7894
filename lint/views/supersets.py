"""What a text must hold for a pattern of `re` to match in it, as a simpler expression over bytes.

An expression made here knows classes of bytes, alternatives and repeats, nothing else, and finds something wherever
the pattern would. Which bytes a class holds is asked of `re` itself, character by character, so both agree on what a
letter or a space is. Assertions become the characters that they look at where they stand at an end of the pattern;
elsewhere they are left out, as is all else that only narrows a pattern down.
"""

import re
from collections.abc import Sequence
from contextlib import suppress
from re import _compiler, _constants, _parser  # type: ignore[attr-defined]
from typing import Any

from lint.views.alphabet import BYTES, CHARACTERS, EDGE

Characters = frozenset[str]
Node = tuple[Any, Any]

_ALL = frozenset(CHARACTERS)
# What `re` never sees: before the beginning of a text, and behind its end.
_EDGE = "\0"
_BYTE_OF: dict[str, int] = {_EDGE: EDGE, **dict(zip(CHARACTERS, BYTES, strict=True))}
_SINGLE = frozenset((_constants.LITERAL, _constants.NOT_LITERAL, _constants.IN, _constants.ANY))
_REPEATS = frozenset((_constants.MAX_REPEAT, _constants.MIN_REPEAT, _constants.POSSESSIVE_REPEAT))
_LOOKS = frozenset((_constants.ASSERT, _constants.ASSERT_NOT))
_BEHIND, _AHEAD = -1, 1
_STARTS = frozenset((_constants.AT_BEGINNING, _constants.AT_BEGINNING_LINE, _constants.AT_BEGINNING_STRING))
_ENDS = frozenset((_constants.AT_END, _constants.AT_END_LINE, _constants.AT_END_STRING))
# Longer repeats have no upper bound: counting takes room.
_MOST = 12


class NeverError(Exception):
    """No text over the bytes can hold this."""


def superset(source: str, flags: int = 0, *, cut: bool = False) -> str:
    """The expression for a pattern; raises NeverError where no text can hold it, ValueError where every text does.

    With `cut` it serves for searches too that end before the text does: nothing is known of what stands behind.
    """
    parsed = _parser.parse(source, flags)
    told = _Translation(cut=cut).sequence(list(parsed), parsed.state.flags, first=True, last=True)
    if re.match(told, ""):
        raise ValueError("every text holds it")
    return told


class _Translation:
    def __init__(self, *, cut: bool) -> None:
        self._cut = cut
        self._groups: dict[int, str] = {}

    def sequence(self, nodes: list[Node], flags: int, *, first: bool, last: bool) -> str:
        """One node behind the other. `first`: nothing was said of what stands before, so these may do; `last` alike."""
        while first and nodes and _may_be_nothing(nodes[0]):
            nodes = nodes[1:]
        while last and nodes and _may_be_nothing(nodes[-1]):
            nodes = nodes[:-1]
        widths = [_width(node) for node in nodes]
        start = next((at for at, width in enumerate(widths) if width), len(nodes))
        end = next((at + 1 for at in reversed(range(start, len(nodes))) if widths[at]), start)
        core = nodes[start:end]
        before = self._edge(nodes[:start], core, flags, _BEHIND) if first else ""
        after = self._edge(nodes[end:], core, flags, _AHEAD) if last else ""
        first, last = first and not before, last and not after
        core = [node for node in core if _width(node) or node[0] in _LOOKS]
        told = []
        for at, node in enumerate(core):
            leads, ends = first and at == 0, last and at == len(core) - 1
            behind = core[at + 1] if leads and at + 1 < len(core) else None
            told.append(self._around(node, behind, flags) or self._node(node, flags, first=leads, last=ends))
        return before + "".join(told) + after

    def _node(self, node: Node, flags: int, *, first: bool, last: bool) -> str:
        kind, value = node
        if kind in _SINGLE:
            return _class(_members(node, flags))
        if kind is _constants.SUBPATTERN:
            group, added, removed, inner = value
            told = f"(?:{self.sequence(list(inner), (flags | added) & ~removed, first=first, last=last)})"
            if group is not None and not first and not last:
                self._groups[group] = told
            return told
        if kind is _constants.BRANCH:
            return self._alternatives(value[1], flags, first=first, last=last)
        if kind is _constants.ATOMIC_GROUP:
            return f"(?:{self.sequence(list(value), flags, first=first, last=last)})"
        if kind in _REPEATS:
            least, most, inner = value
            return self._repeat(least, least if first or last else most, list(inner), flags)
        if kind is _constants.GROUPREF and not flags & re.IGNORECASE and value in self._groups:
            return self._groups[value]
        if kind in (_constants.GROUPREF, _constants.GROUPREF_EXISTS):
            return f"{_class(_ALL)}*"
        if kind is _constants.FAILURE:
            raise NeverError
        if kind in _LOOKS:
            return ""
        raise ValueError(f"{kind} is not known")

    def _alternatives(self, alternatives: Sequence[Any], flags: int, *, first: bool, last: bool) -> str:
        told = []
        for alternative in alternatives:
            with suppress(NeverError):
                told.append(self.sequence(list(alternative), flags, first=first, last=last))
        if not told:
            raise NeverError
        # An alternative that says nothing makes all of them say nothing.
        return f"(?:{'|'.join(dict.fromkeys(told))})"

    def _repeat(self, least: int, most: Any, nodes: list[Node], flags: int) -> str:
        try:
            once = f"(?:{self.sequence(nodes, flags, first=False, last=False)})"
        except NeverError:
            if least:
                raise
            return ""
        if most == 0 or once == "(?:)":
            return ""
        unbounded = most is _constants.MAXREPEAT or most > _MOST
        least = min(least, _MOST)
        if unbounded:
            return once + ("*" if least == 0 else f"{{{least},}}")
        return once if least == most == 1 else f"{once}{{{least},{most}}}"

    def _edge(self, zero: list[Node], core: list[Node], flags: int, side: int) -> str:
        """What the first assertion that says anything says of the characters beyond an end of the core."""
        if self._cut and side == _AHEAD:
            return ""
        for node in sorted(zero, key=lambda node: node[0] is not _constants.ASSERT):
            told = self._beyond(node, core, flags, side)
            if told:
                return told
        return ""

    def _beyond(self, node: Node, core: list[Node], flags: int, side: int) -> str:
        kind, value = node
        outside = {"first": side == _BEHIND, "last": side == _AHEAD}
        if kind is _constants.ASSERT and value[0] == side:
            return f"(?:{self.sequence(list(value[1]), flags, **outside)})"
        if kind is _constants.ASSERT_NOT and value[0] == side and len(value[1]) == 1 and value[1][0][0] in _SINGLE:
            return _class(_ALL - _members(value[1][0], flags) | {_EDGE})
        if kind is _constants.AT and value is _constants.AT_BOUNDARY:
            word = _members((_constants.IN, [(_constants.CATEGORY, _constants.CATEGORY_WORD)]), flags)
            near = _outermost(core, flags, side)
            return _class(_ALL - word | {_EDGE}) if near is not None and near <= word else ""
        if kind is _constants.AT and value in (_STARTS if side == _BEHIND else _ENDS):
            # `$` looks at the last line break too.
            line = value not in (_constants.AT_BEGINNING_STRING, _constants.AT_END_STRING)
            return _class(frozenset((_EDGE, "\n") if line else _EDGE))
        if kind is _constants.BRANCH:
            return self._either(value[1], core, flags, side)
        if kind is _constants.SUBPATTERN:
            return self._edge(list(value[3]), core, (flags | value[1]) & ~value[2], side)
        return ""

    def _either(self, alternatives: Sequence[Any], core: list[Node], flags: int, side: int) -> str:
        told = []
        for alternative in alternatives:
            with suppress(NeverError):
                told.append(self._edge(list(alternative), core, flags, side))
        if not told:
            raise NeverError
        return f"(?:{'|'.join(told)})" if all(told) else ""

    def _around(self, node: Node, behind: Node | None, flags: int) -> str:
        """A character and an assertion behind it that looks back over it: `x(?<=…x)`, `x(?<!yx)`."""
        if behind is None or behind[0] not in _LOOKS or behind[1][0] != _BEHIND or node[0] not in _SINGLE:
            return ""
        *further, seen = list(behind[1][1]) or [node]
        if seen[0] not in _SINGLE:
            return ""
        here, there = _members(node, flags), _members(seen, flags)
        if behind[0] is _constants.ASSERT:
            return self.sequence(further, flags, first=True, last=False) + _class(here & there)
        if here <= there and len(further) == 1 and further[0][0] in _SINGLE:
            return _class(_ALL - _members(further[0], flags) | {_EDGE}) + _class(here)
        return ""


def _width(node: Node) -> int:
    """The most characters that a node takes, as far as it matters: none, or some."""
    return 1 if _widths(node)[1] else 0


def _may_be_nothing(node: Node) -> bool:
    least, most = _widths(node)
    return node[0] in _REPEATS and least == 0 < most


def _widths(node: Node) -> tuple[int, int]:
    least, most = (
        _parser.SubPattern(_parser.State(), [node]).getwidth() if node[0] is not _constants.GROUPREF else (0, 1)
    )
    return int(least), int(most)


def _outermost(nodes: list[Node], flags: int, side: int) -> Characters | None:
    """The bytes that nodes can begin with (or end with, ahead of what follows), None where that is not known."""
    if not nodes:
        return None
    kind, value = node = nodes[0 if side == _BEHIND else -1]
    rest = nodes[1:] if side == _BEHIND else nodes[:-1]
    if kind in _SINGLE:
        return _members(node, flags)
    if kind is _constants.BRANCH:
        known = [_outermost(list(each), flags, side) for each in value[1]]
        return None if None in known else frozenset().union(*(each for each in known if each is not None))
    if kind is _constants.SUBPATTERN:
        return _outermost(list(value[3]), (flags | value[1]) & ~value[2], side)
    if kind in _REPEATS:
        inner = _outermost(list(value[2]), flags, side)
        if inner is None or value[0]:
            return inner
        further = _outermost(rest, flags, side)
        return None if further is None else inner | further
    return _outermost(rest, flags, side) if kind in _LOOKS or kind is _constants.AT else None


_known: dict[tuple[str, int], Characters] = {}


def _members(node: Node, flags: int) -> Characters:
    """The characters that match a node which takes one."""
    key = repr(node), flags & (re.IGNORECASE | re.ASCII | re.DOTALL)
    if key not in _known:
        state = _parser.State()
        state.flags = flags
        _known[key] = frozenset(_compiler.compile(_parser.SubPattern(state, [node]), flags).findall(CHARACTERS))
    return _known[key]


def _class(members: Characters) -> str:
    if not members:
        raise NeverError
    runs: list[list[int]] = []
    for byte in sorted({_BYTE_OF[character] for character in members}):
        if runs and runs[-1][1] == byte - 1:
            runs[-1][1] = byte
        else:
            runs.append([byte, byte])
    told = "".join(_told(low) if low == high else f"{_told(low)}-{_told(high)}" for low, high in runs)
    return told if len({*runs[0], *runs[-1]}) == 1 else f"[{told}]"


def _told(byte: int) -> str:
    # Expressions have a greatest length.
    return chr(byte) if chr(byte).isalnum() and byte < 0x80 else f"\\x{byte:02x}"
