"""All words of a document in one pass: the different ones, and which stands where in the row of them."""

from array import array
from collections.abc import Iterable
from typing import NamedTuple

from lint.document import Document
from lint.views.lines import stretches
from lint.views.patterns import pattern

# Letters and digits, with apostrophes and hyphens inside.
WORD = pattern(r"[^\W_]+(?:['’-][^\W_]+)*")
# Numbers whose two halves are alike: two of them, combined, hold two zero bytes in a row hardly ever.
_STEP = (1 << 16) + 1


class Tokens(NamedTuple):
    """`texts` are the different words as they are written, in the order of first appearance. `numbers` has one of four
    bytes for each word of the text, the same for words that differ in nothing but case; none is 0.
    """

    texts: tuple[str, ...]
    numbers: "array[int]"


def tokens(document: Document) -> Tokens:
    """The words of the document. Places are left out: they would take ten times the memory of a book."""
    row = array("I")
    number_of: dict[str, int] = {}
    texts: dict[str, None] = {}
    given = 0
    for start, end in stretches(document.text):
        words = WORD.findall(document.text, start, end)
        different = dict.fromkeys(words)
        texts |= different
        new = [word for word in different if word not in number_of]
        number_of |= zip(new, _numbers(given, len(new)), strict=True)
        given += len(new)
        for word in new:
            if not word.islower():
                number_of[word] = number_of.setdefault(word.lower(), number_of[word])
        row.extend(map(number_of.__getitem__, words))
    return Tokens(tuple(texts), row)


def _numbers(given: int, count: int) -> Iterable[int]:
    numbers = range((given + 1) * _STEP, (given + count + 1) * _STEP, _STEP)
    # The step is odd, so they stay different.
    return numbers if not numbers or numbers[-1] < 1 << 32 else (number % (1 << 32) for number in numbers)
