"""Stretches of one to eight words that stand twice or more in a row, with nothing but space between."""

from bisect import bisect_right
from collections.abc import Iterator, Mapping
from itertools import islice
from typing import NamedTuple

from lint.document import Document
from lint.span import Span
from lint.views.codes import CODE, WORD, codes

_LONGEST = 8


class Doubling(NamedTuple):
    """A stretch of `length` words, the same again right behind it, and how often it stands there in all."""

    first: Span
    second: Span
    length: int
    times: int


def doublings(document: Document) -> tuple[Doubling, ...]:
    """All that stands twice in a row, whatever its case, in order; repeats of repeats are not told again."""
    row = document.view(codes)
    runs = list(_runs(row))
    if not runs:
        return ()
    # The places of all words of a book would fill the memory.
    wanted = {at for n, start, stop in runs for at in range(start, stop + n)}
    last = max(wanted) + 1
    places = {at: match.span() for at, match in enumerate(islice(WORD.finditer(document.text), last)) if at in wanted}
    runs = list(_true(runs, {at: document.text[start:end].lower() for at, (start, end) in places.items()}))
    joined = _joints(document, len(row) // CODE, places, runs)
    found = []
    told = bytearray(len(row) // CODE)
    for n, start, stop in runs:
        for begin, end in _unbroken(joined, start, stop + n):
            times = (end - begin) // n
            if times > 1 and not told[begin] and not told[end - 1]:
                told[begin:end] = b"\1" * (end - begin)
                first = Span(places[begin][0], places[begin + n - 1][1])
                second = Span(places[begin + n][0], places[begin + 2 * n - 1][1])
                found.append(Doubling(first, second, n, times))
    return tuple(sorted(found, key=lambda doubling: doubling.first.start))


def _runs(row: bytes) -> Iterator[tuple[int, int, int]]:
    """For n words: where the codes of n of them or more in a row are those of the words n further on; from, and to.

    The codes are one long number. Combined with itself, moved on by n words, it has zeros where both are the same: that
    takes a few machine instructions a word.
    """
    whole = int.from_bytes(row, "little")
    for n in range(1, min(_LONGEST, len(row) // CODE // 2) + 1):
        compared = len(row) - n * CODE
        mixed = (whole ^ (whole >> 8 * CODE * n)).to_bytes(len(row), "little")[:compared]
        alike = bytes(n * CODE)
        at = mixed.find(alike)
        while at >= 0:
            start = -(-at // CODE)
            stop = start
            while mixed[stop * CODE : (stop + 1) * CODE] == alike[:CODE]:
                stop += 1
            if stop - start >= n:
                yield n, start, stop
            at = mixed.find(alike, max(stop * CODE, at + 1))


def _true(runs: list[tuple[int, int, int]], words: Mapping[int, str]) -> Iterator[tuple[int, int, int]]:
    """The parts of the runs in which not only the codes are the same."""
    for n, start, stop in runs:
        begin = start
        for at in range(start, stop + 1):
            if at == stop or words[at] != words[at + n]:
                if at - begin >= n:
                    yield n, begin, at
                begin = at + 1


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
