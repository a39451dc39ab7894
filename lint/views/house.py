"""Names that the house has declared, and the words of a document that may be them in another spelling."""

from collections.abc import Mapping

from lint.document import Document
from lint.views.names import names
from lint.views.transliteration import distance, transliteration_key

_SHORTEST = 5
_FARTHEST = 3


def declared_by_sound(document: Document) -> Mapping[str, str]:
    """Capitalised words that sound like a name which the house has only declared, each with that name."""
    house = document.settings.house
    declared = [word for right, wrong in house if not wrong for word in right.split() if word[:1].isupper()]
    if not declared:
        return {}
    by_key = {transliteration_key(word): word for word in declared}
    decided = {word for right, wrong in house for spelling in (right, *wrong) for word in spelling.split()}
    found = {}
    for name in document.view(names):
        if len(name) >= _SHORTEST and name not in decided and name not in document.settings.words:
            right = by_key.get(transliteration_key(name))
            if right and distance(name, right, _FARTHEST) <= _FARTHEST:
                found[name] = right
    return found


def is_decided(document: Document, name: str) -> bool:
    """Whether the house has a word to say on this spelling, so that no other check need guess."""
    return name in document.view(declared_by_sound) or any(name in wrong for _, wrong in document.settings.house)
