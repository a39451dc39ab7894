"""Stretches of one to eight words that stand twice or more in a row, with nothing but space between."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from itertools import compress, count, islice
from operator import eq
from typing import NamedTuple

from lint.document import Document
from lint.span import Span
from lint.views import native
from lint.views.word_rows import JOINTS, WORD, Row, word_rows

_LONGEST = 8
_NO_JOINTS = dict.fromkeys(map(ord, JOINTS))


class _Run(NamedTuple):
    """Words from `start` to before `stop`, n of them or more, each the same as that n words further on."""

    n: int
    start: int
    stop: int


class Doubling(NamedTuple):
    """A stretch of `length` words, the same again right behind it, and how often it stands there in all."""

    first: Span
    second: Span
    length: int
    times: int


def doublings(document: Document) -> tuple[Doubling, ...]:
    """All that stands twice in a row, whatever its case, in order; repeats of repeats are not told again."""
    runs, places = _met(document)
    if not runs:
        return ()
    last = max(places) + 1
    runs = list(_true(runs, {at: document.text[start:end].lower() for at, (start, end) in places.items()}))
    joined = _joints(document, last, places, runs)
    found = []
    told = bytearray(last)
    for n, start, stop in runs:
        for begin, end in _unbroken(joined, start, stop + n):
            times = (end - begin) // n
            if times > 1 and not told[begin] and not told[end - 1]:
                told[begin:end] = b"\1" * (end - begin)
                first = Span(places[begin][0], places[begin + n - 1][1])
                second = Span(places[begin + n][0], places[begin + 2 * n - 1][1])
                found.append(Doubling(first, second, n, times))
    return tuple(sorted(found, key=lambda doubling: doubling.first.start))


def _met(document: Document) -> tuple[list[_Run], Mapping[int, tuple[int, int]]]:
    """Runs of words that look the same, and the places of all words in them; those of a book would fill the memory."""
    text = document.text
    places: dict[int, tuple[int, int]] = {}
    if native.words is None:
        runs = _runs(word_rows(document))
        wanted = {at for n, start, stop in runs for at in range(start, stop + n)}
        matches = islice(WORD.finditer(text), max(wanted, default=-1) + 1)
        places = {at: match.span() for at, match in enumerate(matches) if at in wanted}
        return runs, places
    found = sorted(native.words.doubled(text))
    for n, start, stop, begin, end in found:
        places.update(zip(range(start, stop + n), map(re.Match.span, WORD.finditer(text, begin, end)), strict=True))
    return [_Run(n, start, stop) for n, start, stop, _, _ in found], places


def _runs(rows: Iterable[Row]) -> list[_Run]:
    """The runs in rows that make up one row."""
    found: dict[int, list[_Run]] = {n: [] for n in range(1, _LONGEST + 1)}
    before: Row = []
    offset = 0
    for row in rows:
        # What stands across two rows is found in the second one, the rest of it in the first one, too.
        words = [*before, *row] if before else row
        for n, runs in found.items():
            for start, stop in _runs_of(words, n):
                run = _Run(n, offset + start, offset + stop)
                if runs and run.start <= runs[-1].stop:
                    runs[-1] = _Run(n, runs[-1].start, max(run.stop, runs[-1].stop))
                else:
                    runs.append(run)
        before = words[-2 * _LONGEST :]
        offset += len(words) - len(before)
    return [run for runs in found.values() for run in runs]


def _runs_of(words: Row, n: int) -> Iterator[tuple[int, int]]:
    """Where runs of n words begin and stop. Each is met by one of every n words, so no others are looked at."""
    some = words[::n]
    last, compared = 0, len(words) - n
    for number in compress(count(), map(eq, some, islice(some, 1, None))):
        start = stop = number * n
        if stop < last:
            continue
        while start > last and words[start - 1] == words[start - 1 + n]:
            start -= 1
        while stop < compared and words[stop] == words[stop + n]:
            stop += 1
        last = stop
        # Figures, of which there are many, are left out at once where nothing else can look like them.
        if stop - start >= n and not (n == 1 and words[start].isdigit()):
            yield start, stop


def _true(runs: list[_Run], words: Mapping[int, str]) -> Iterator[_Run]:
    """The parts of the runs in which the words are the same, not only what they are compared by."""
    for n, start, stop in runs:
        begin = start
        for at in range(start, stop + 1):
            if at == stop or words[at] != words[at + n]:
                if at - begin >= n and not (n == 1 and _is_figure(words[begin])):
                    yield _Run(n, begin, at)
                begin = at + 1


def _is_figure(word: str) -> bool:
    """Not 000 in “1,000,000”: figures are no words said twice."""
    return word.isdigit() or (not word.isalpha() and word.translate(_NO_JOINTS).isdigit())


def _joints(document: Document, words: int, places: Mapping[int, tuple[int, int]], runs: list[_Run]) -> bytearray:
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
