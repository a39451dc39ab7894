"""Straight quotation marks in an article whose marks are curly."""

from collections.abc import Iterator

from lint import Document, Edit, Finding, Fix, Note, Span, check
from lint.views.patterns import pattern

# A straight pair that nothing nests in and that touches its words; inches stand behind a figure.
_PAIR = pattern(r"(?<![\w\"“”])\"(?![\s\"])[^\"“”\n]{1,2000}(?<![\s\"])\"(?![\w\"“”])")
_CURLY = "“”"
# So many curly marks show a style, and so many for each straight one.
_FEWEST_CURLY, _TIMES = 6, 3
_MOST_NOTES = 5


@check(severity="info", languages=("en",), literals=('"',))
def straight_quotes(document: Document) -> Iterator[Finding]:
    """A straight pair of quotation marks in an article that is curly otherwise.

    Pasted or reworked passages give themselves away by their marks. Said once in an article, at the first pair, with
    notes at the next; the fix turns all of them.

    Left alone: articles that use both about as often, pairs inside a curly quotation, inches, and code.

    Hidden by default: it is a matter of style, and houses differ.

    ```bad
    “We sail at nine,” he said. “Or at ten.” They call it ⟦"the late boat"⟧ here. “Or never,” she said.
    ```
    ```fixed
    “We sail at nine,” he said. “Or at ten.” They call it “the late boat” here. “Or never,” she said.
    ```
    ```good
    "We sail at nine," he said. They call it "the late boat" here, or “the night boat”.
    ```
    ```good
    “The 6" pipe and the 12" pipe,” he said, “are here.” “Good,” she said.
    ```
    """
    text = document.text
    curly = sum(map(text.count, _CURLY))
    if curly < _FEWEST_CURLY:
        return
    pairs = [Span(*match.span()) for match in _PAIR.finditer(text) if not _is_quoted(text, match.start())]
    if not pairs or curly < 2 * _TIMES * len(pairs):
        return
    edits = tuple(
        Edit(Span(place, place + 1), mark)
        for pair in pairs
        for place, mark in zip((pair.start, pair.end - 1), _CURLY, strict=True)
    )
    notes = tuple(Note(pair, "here, too") for pair in pairs[1 : 1 + _MOST_NOTES])
    also = f", as in {len(pairs) - 1} other places" if len(pairs) > 1 else ""
    message = f"these marks are straight, those of the article are curly{also}: write {_CURLY[0]}…{_CURLY[1]}"
    yield Finding(pairs[0], message, fix=Fix("Make these marks curly", edits), notes=notes)


def _is_quoted(text: str, place: int) -> bool:
    """Whether a place lies inside a curly quotation of its line."""
    line = text.rfind("\n", max(0, place - 2000), place) + 1
    return text.rfind("“", line, place) > text.rfind("”", line, place)
