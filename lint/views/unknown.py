"""The words that no list knows: few in any text, and all that checks of spelling need to look at."""

from lint.document import Document
from lint.views.lexicon import Lexicon, lexicon
from lint.views.words import words

# Articles share most of their words, and to look one up takes longer than all else. What was known once is remembered.
_KNOWN: set[str] = set()
_MOST_REMEMBERED = 200_000


def unknown_words(document: Document) -> tuple[str, ...]:
    """The different words in lower case that neither the lexicon nor the house knows, in order of appearance."""
    texts = document.view(words).texts
    english, house = Lexicon(), document.view(lexicon).house
    new = [word for word in set(texts) - _KNOWN if word.islower()]
    unknown = {word for word in new if word not in english}
    if len(_KNOWN) > _MOST_REMEMBERED:
        _KNOWN.clear()
    _KNOWN.update(word for word in new if word not in unknown)
    unknown -= house
    return tuple(word for word in texts if word in unknown) if unknown else ()
