"""The words that no list knows: few in any text, and all that checks of spelling need to look at."""

from itertools import filterfalse

from lint.document import Document
from lint.views.lexicon import Lexicon, lexicon
from lint.views.words import words

# Articles share most of their words, and to look one up takes longer than all else. What was known once is remembered.
_KNOWN: set[str] = set()
_MOST_REMEMBERED = 200_000


def unknown_words(document: Document) -> tuple[str, ...]:
    """The different words in lower case that neither the lexicon nor the house knows, in order of appearance."""
    english, house = Lexicon(), document.view(lexicon).house
    new = [word for word in filterfalse(_KNOWN.__contains__, document.view(words).texts) if word.islower()]
    unknown = [word for word in new if word not in english]
    if len(unknown) < len(new):
        if len(_KNOWN) > _MOST_REMEMBERED:
            _KNOWN.clear()
        _KNOWN.update(set(new).difference(unknown))
    return tuple(word for word in unknown if word not in house)
