"""Stretches of words that stand twice in a row."""

from collections.abc import Iterator

from lint import Document, Edit, Finding, Fix, Span, check
from lint.views.doublings import Doubling, doublings
from lint.views.patterns import pattern

# “hand in hand in”, “more and more and”: a word said twice with this one between.
_BETWEEN = frozenset("and or by in to after for over upon on with from but not as against".split())
_DETERMINERS = frozenset("the a an this that its his her their our my your".split())
# The last word is the beginning of an address: “at Kelwick at kelwick.example”.
_GOES_ON = pattern(r"[@/\\-]|\.\w")
_PROVERBIAL = 3
_CHANTED = 3


@check(severity="warning", languages=("en",), view=doublings)
def repeated_segments(document: Document) -> Iterator[Finding]:
    """Two to eight words that stand twice in a row.

    Translation engines fall into a loop, and people paste a phrase again where they meant to move it. One of the two
    is to go, but which words were meant to follow, only an editor can say, so the fix is offered, not safe.

    Both reports in 790,000 words of clean prose were right; 21 in 535,000 words of machine translation, 1 in 103,000 of
    human translation.

    Leaves alone what a comma or another mark parts (very much, very much so), pairs such as “hand in hand in” and “on
    and on and”, names of two words, numbers, and, within quotation marks, chants.

    ```good
    The drawings are kept at Kelwick at kelwick.example.
    ```
    ```bad
    Laughter ⟦all around all around⟧ filled the hall.
    ```
    ```fixed
    Laughter all around filled the hall.
    ```
    ```bad
    He is the head ⟦of the of the⟧ guard.
    ```
    ```good
    They walked hand in hand in the rain, on and on and on, year after year after year, very much, very much so.
    ```
    ```good
    The crowd sang “here we go here we go here we go”.
    ```
    """
    text = document.text
    for repeat in document.view(doublings):
        if repeat.length > 1 and not _is_right(text, repeat) and not _GOES_ON.match(text, repeat.second.end):
            span = Span(repeat.first.start, repeat.second.end)
            words = repeat.first.of(text)
            fix = Fix(f"Leave one “{words}”", (Edit(Span(repeat.first.end, repeat.second.end), ""),))
            yield Finding(
                span, f"“{words}” stands here {'twice' if repeat.times == 2 else f'{repeat.times} times'}", fix=fix
            )


def _is_right(text: str, repeat: Doubling) -> bool:
    words = repeat.first.of(text).split()
    low = {word.lower() for word in words}
    if repeat.length <= _PROVERBIAL and not _BETWEEN.isdisjoint(low) and _DETERMINERS.isdisjoint(low):
        return True
    if any(character.isdigit() for word in words for character in word) or all(word[0].isupper() for word in words):
        return True
    return repeat.times >= _CHANTED and not words[0][0].isupper() and text[: repeat.first.start][-1:] in ("“", '"', "‘")
