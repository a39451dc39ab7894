"""Spun wording: the pack of tortured phrases, each spelt out."""

from collections.abc import Iterator, Mapping
from functools import cache
from itertools import product

from lint.document import Document
from lint.span import Span
from lint.views.automata import Automaton, automaton
from lint.views.folded import folded
from lint.views.mentions import is_mentioned
from lint.views.patterns import pattern
from lint.views.wording import BEGINNING, PACK, index

_PART = pattern(r"\(([^()]*)\)|([^()]+)")


def tortured() -> Mapping[str, str]:
    """Each phrase in lower case, and the term that it was made from."""
    phrases: dict[str, str] = index()["tortured"]
    return phrases


def read_pack() -> dict[str, str]:
    """The same from the pack itself."""
    found: dict[str, str] = {}
    for line in (PACK / "tortured.txt").read_text(encoding="utf-8").splitlines():
        phrase, equals, term = line.partition(" = ")
        if equals and not line.startswith("#"):
            parts = [match[1].split("|") if match[1] is not None else [match[2]] for match in _PART.finditer(phrase)]
            found.update(("".join(words), term) for words in product(*parts))
    return found


@cache
def _automaton() -> Automaton:
    return automaton(tortured())


def beginnings() -> tuple[str, ...]:
    """With what the phrases begin, each once: enough to tell most texts apart."""
    return tuple(dict.fromkeys(phrase[:BEGINNING] for phrase in tortured()))


def tortured_in(document: Document) -> Iterator[tuple[Span, str]]:
    """The places of tortured phrases and the terms they were made from, in order; of two at one place, the longer."""
    text = document.view(folded)
    found: list[tuple[Span, str]] = []
    terms = tuple(tortured().values())
    for number, start, stop in _automaton().hits(text):
        end = stop + (text[stop : stop + 1] == "s")
        before = text[start - 1 : start]
        inside = before.isalnum() or before == "-" or text[end : end + 1].isalnum()
        # Whoever writes about such phrases quotes them.
        if not inside and not is_mentioned(document, Span(start, end)):
            found.append((Span(start, end), terms[number]))
    last = 0
    for span, term in sorted(found, key=lambda item: (item[0].start, -item[0].end)):
        if span.start >= last:
            yield span, term
            last = span.end
