"""Enumerations that skip or repeat a number, or hold more or fewer points than announced."""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from lint import Document, Finding, Note, Span, check
from lint.views.counts import NUMBER, count_of
from lint.views.number_words import numbered, phrases
from lint.views.patterns import pattern, sought
from lint.views.scanning import matches

_NUMBERED = pattern(r"(?P<number>\d{1,2})(?P<mark>[.)])\s+\S")
_BULLET = pattern(r"(?P<mark>[-*•–·])\s+\S")
# What a line must hold at its beginning to be an item.
_ITEM = pattern(r"\n[ \t]*(?:\d{1,2}[.)]|[-*•–·])\s")
_FEWEST = 3
_FARTHEST_APART = 10
_PARTLY = pattern(
    r"\b(?:of|other|more|another|further|additional|first|last|next|remaining|least|including|such as|among|about|over|"
    r"some)\b",
    re.IGNORECASE,
)
_ANY_NUMBER = pattern(rf"\b{NUMBER}", re.IGNORECASE)
_LONGEST_LEAD = 300


class _Item(NamedTuple):
    """An item of a list: its block, its number if it has one, and the sign that makes it one."""

    block: int
    span: Span
    number: int
    mark: str


@check(
    severity="info",
    languages=("en",),
    literals=("1.", "1)", "thirdly", *(f"{word}:" for word in phrases("listed")), ":\n", ": \n"),
)
def enumerations(document: Document) -> Iterator[Finding]:
    """An enumeration that skips or repeats a number, or does not hold as many points as announced.

    A point was lost or added when the text was shortened or reworked: “1., 2., 4.”; “firstly … thirdly”; “three
    reasons:” above four of them. Look the missing point up, or mend the numbers.

    Shown on request only: lists may be excerpts. On 10,894 articles of news and blogs it spoke once, of a list that
    skips a number. Left alone: lists that do not begin with 1, that count down, and
    rankings in which two share a place; announced numbers of which the list holds only some.

    ```bad
    1. Open the lid of the box.
    2. Take the paper out of it.
    ⟦4.⟧ Close the lid again.
    5. Call the office.
    ```
    ```bad
    The plan fails, firstly, for want of money. ⟦Thirdly⟧, nobody asked for it.
    ```
    ```bad
    The council gave ⟦three reasons:⟧
    - The bridge is old.
    - The river is high.
    ```
    ```good
    1. Open the lid of the box.
    2. Take the paper out of it.
    3. Close the lid again.
    ```
    ```good
    1. Ann
    2. Bob
    2. Cleo
    4. Dan
    ```
    ```good
    The plan fails, firstly, for want of money, secondly, of time. Thirdly, nobody asked for it.
    ```
    ```good
    The council gave two of its three reasons:
    - The bridge is old.
    - The river is high.
    ```
    """
    items = _items(document)
    yield from _out_of_order(document, items)
    yield from _not_as_announced(document, items)
    yield from _without_second(document)


def _items(document: Document) -> list[_Item]:
    text, found = document.text, []
    if not _ITEM.search(text) and not any(block.kind == "item" for block in document.blocks):
        return []
    for index, block in enumerate(document.blocks):
        match = _NUMBERED.match(text, block.start, block.end) or _BULLET.match(text, block.start, block.end)
        if match:
            number = int(match[1]) if match[1].isdigit() else 0
            end = match.end("mark")
            found.append(_Item(index, Span(block.start, end), number, match["mark"]))
        elif block.kind == "item":
            found.append(_Item(index, Span(block.start, block.end), 0, f"item{block.level}"))
    return found


def _out_of_order(document: Document, items: Sequence[_Item]) -> Iterator[Finding]:
    """A number that is skipped or repeated where the list is in order before and behind."""
    run: list[_Item] = []
    for item in items:
        if not item.number:
            continue
        last = run[-1] if run else None
        if item.number == 1 or (last and (item.mark != last.mark or item.block - last.block > _FARTHEST_APART)):
            yield from _fault(document, run)
            run = []
        if run or item.number == 1:
            run.append(item)
    yield from _fault(document, run)


def _fault(document: Document, run: Sequence[_Item]) -> Iterator[Finding]:
    steps = [after.number - before.number for before, after in pairwise(run)]
    odd = [place for place, step in enumerate(steps) if step != 1]
    if len(run) < _FEWEST or len(odd) != 1 or steps[odd[0]] not in (0, 2):
        return
    before, after = run[odd[0]], run[odd[0] + 1]
    # Two who share a place stand together in a ranking; so a number is repeated only within steps or points.
    if after.number == before.number and not _is_prose(document, before, after):
        return
    what = "is there twice" if after.number == before.number else f"follows {before.number}"
    message = f"number {after.number} {what}: number {before.number + 1} is missing; add it, or renumber the list"
    yield Finding(after.span, message, notes=(Note(before.span, f"{before.number} stands here"),))


def _is_prose(document: Document, *items: _Item) -> bool:
    return all(document.blocks[item.block].span.of(document.text).rstrip().endswith((".", "!", "?")) for item in items)


@cache
def _announced() -> re.Pattern[str]:
    nouns = "|".join(phrases("listed"))
    return pattern(
        rf"(?<![\w$£€.,%/:–-])(?P<number>{NUMBER})\s(?:(?!of\b|and\b|or\b)[a-z-]+\s){{0,2}}?(?:{nouns})"
        r"(?:\s[\w’'-]+){0,6}?:\s*\Z",
        re.IGNORECASE,
    )


def _not_as_announced(document: Document, items: Sequence[_Item]) -> Iterator[Finding]:
    text, blocks = document.text, document.blocks
    by_index = {item.block: item for item in items}
    for item in items:
        above = item.block - 1
        if above < 0 or above in by_index or not text.startswith(":", blocks[above].end - 1):
            continue
        alike = _alike(by_index, item)
        lead = Span(max(blocks[above].start, blocks[above].end - _LONGEST_LEAD), blocks[above].end)
        match = _announced().search(text, lead.start, lead.end) if alike else None
        count = count_of(text, Span(*match.span("number"))) if match else None
        if not match or not count or not count.exact or count.low < 2 or count.low == len(alike):
            continue
        sentence = text[max(lead.start, text.rfind(". ", lead.start, match.start()) + 1) : lead.end]
        if _PARTLY.search(sentence) or len(_ANY_NUMBER.findall(sentence)) > 1:
            continue
        told = f"the text announces {match['number']} and lists {len(alike)}"
        place = Span(match.start(), match.start() + len(match[0].rstrip()))
        note = Note(alike[-1].span, "the last of the list")
        yield Finding(place, f"{told}: write {len(alike)}, or complete the list", notes=(note,))


def _alike(by_index: dict[int, _Item], first: _Item) -> list[_Item]:
    """The items of the list that begins with one; none where it may go on behind something else, or holds others."""
    found, index = [first], first.block + 1
    while index in by_index:
        item = by_index[index]
        if item.mark != first.mark:
            return []
        found.append(item)
        index += 1
    goes_on = any(by_index[other].mark == first.mark for other in range(index, index + 3) if other in by_index)
    return [] if goes_on or len(found) < 2 else found


@cache
def _ordered() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    first, second, third = list(numbered("adverbs of order", 1))[:3]
    return (
        pattern(rf"\b(?:{first}|first of all|first(?=,|:))\b", re.IGNORECASE),
        pattern(
            rf"\b(?:{second}|second|next|then|also|another|other|two|2nd|further|besides)\b|\b[2(]2?[.)]", re.IGNORECASE
        ),
        sought(rf"\b{third}\b", re.IGNORECASE),
    )


def _without_second(document: Document) -> Iterator[Finding]:
    text = document.text
    first_words, second_words, third_words = _ordered()
    for found in matches(document, third_words):
        before = list(first_words.finditer(text, max(0, found.start() - 3000), found.start()))
        if before and not second_words.search(text, before[-1].end(), found.start()):
            note = Note(Span(*before[-1].span()), "the first point")
            message = f"“{found[0]}” follows “{before[-1][0]}”: the second point is missing; add it, or renumber"
            yield Finding(Span(*found.span()), message, notes=(note,))
