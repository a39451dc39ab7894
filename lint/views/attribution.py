"""Who is named for a figure, and what bounds it, as the settings of the house have it: `sources`, `hedges`."""

from lint.document import Document
from lint.span import Span
from lint.views.patterns import pattern

_SOURCE = pattern(
    r"\b(?i:according\sto|said|says|told\sby|reported\sby)\s(?P<behind>(?:the\s)?[A-Z][\w’'-]*(?:\s[A-Z][\w’'-]*){0,4})"
    r"|(?P<before>(?:\b[Tt]he\s)?\b[A-Z][\w’'-]*(?:\s[A-Z][\w’'-]*){0,4}|\b[Tt]he\s[a-z]{3,}(?:\s[a-z]{3,})?)\s"
    r"(?:said|says|reported|reports|estimated|estimates|put)\b"
)


def source_of(document: Document, sentence: Span) -> str:
    """Who is named for what a sentence tells, by the name that the settings give (`sources`), or ""."""
    named = _SOURCE.search(document.text, sentence.start, sentence.end)
    source = (named["behind"] or named["before"]) if named else ""
    plain = source.lower().removeprefix("the ")
    for name, others in document.settings.data.get("sources", ()):
        if plain and plain in {other.lower().removeprefix("the ") for other in (name, *others)}:
            return str(name)
    return source


def hedge_before(document: Document, place: Span) -> str:
    """What a hedge of the settings (`hedges`) right before a figure means: “at least”, “at most”, “about”, or ""."""
    text = document.text
    for hedge, meaning in document.settings.data.get("hedges", ()):
        start = place.start - len(hedge) - 1
        if (
            start >= 0
            and text[start : place.start - 1].lower() == hedge.lower()
            and not text[start - 1 : start].isalnum()
        ):
            return str(meaning)
    return ""


def is_hedged(document: Document, *places: Span) -> bool:
    """Whether a hedge of the settings stands right before one of these figures."""
    return any(hedge_before(document, place) for place in places)
