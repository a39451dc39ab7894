"""Stretches of one to eight words that stand twice or more in a row, with nothing but space between."""

from array import array
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from itertools import islice
from typing import NamedTuple

from lint.document import Document
from lint.span import Span
from lint.views.tokens import WORD, tokens

_LONGEST = 8


class Doubling(NamedTuple):
    """A stretch of `length` words, the same again right behind it, and how often it stands there in all."""

    first: Span
    second: Span
    length: int
    times: int


def doublings(document: Document) -> tuple[Doubling, ...]:
    """All that stands twice in a row, whatever its case, in order; repeats of repeats are not told again."""
    coded = document.view(tokens).numbers
    runs = list(_runs(coded))
    if not runs:
        return ()
    # The places of all words of a book would fill the memory.
    wanted = {at for n, start, stop in runs for at in range(start, stop + n)}
    last = max(wanted) + 1
    places = {at: match.span() for at, match in enumerate(islice(WORD.finditer(document.text), last)) if at in wanted}
    joined = _joints(document, len(coded), places, runs)
    found = []
    told = bytearray(len(coded))
    for n, start, stop in runs:
        for begin, end in _unbroken(joined, start, stop + n):
            times = (end - begin) // n
            if times > 1 and not told[begin] and not told[end - 1]:
                told[begin:end] = b"\1" * (end - begin)
                first = Span(places[begin][0], places[begin + n - 1][1])
                second = Span(places[begin + n][0], places[begin + 2 * n - 1][1])
                found.append(Doubling(first, second, n, times))
    return tuple(sorted(found, key=lambda doubling: doubling.first.start))


def _runs(coded: "array[int]") -> Iterator[tuple[int, int, int]]:
    """For n words: where n of them or more in a row are each the same as the one n words on, from where to where.

    Each word is a number of four bytes, the text one long number. Combined with itself, moved on by n words, it has
    zeros where both are the same: that takes a few machine instructions a word.
    """
    whole = int.from_bytes(coded.tobytes(), "little")
    size = coded.itemsize
    for n in range(1, min(_LONGEST, len(coded) // 2) + 1):
        compared = (len(coded) - n) * size
        mixed = (whole ^ (whole >> 8 * size * n)).to_bytes(len(coded) * size, "little")[:compared]
        alike = bytes(n * size)
        at = mixed.find(alike)
        while at >= 0:
            start = -(-at // size)
            stop = start
            while mixed[stop * size : (stop + 1) * size] == alike[:size]:
                stop += 1
            if stop - start >= n:
                yield n, start, stop
            at = mixed.find(alike, max(stop * size, at + 1))


def _joints(
    document: Document, words: int, places: Mapping[int, tuple[int, int]], runs: list[tuple[int, int, int]]
) -> bytearray:
    """Marks each word of the runs that only space, and no end of a block, parts from the word before it."""
    starts = [block.start for block in document.blocks]
    joined = bytearray(words)
    for n, start, stop in runs:
        for at in range(start + 1, stop + n):
            before, after = places[at - 1][1], places[at][0]
            gap = document.text[before:after] if after - before < 4 else ""
            same = "\n" not in gap or bisect_right(starts, before) == bisect_right(starts, after)
            joined[at] = bool(gap) and gap.isspace() and same
    return joined


def _unbroken(joined: bytearray, start: int, end: int) -> Iterator[tuple[int, int]]:
    begin = start
    for at in range(start + 1, end):
        if not joined[at]:
            yield begin, at
            begin = at
    yield begin, end
