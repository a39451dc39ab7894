"""Lists that are longer or shorter than announced."""

from collections.abc import Iterator

from lint import Document, Finding, Note, Span, check
from lint.views.patterns import pattern

_NUMBERS = {word: number for number, word in enumerate("two three four five six seven eight nine ten".split(), 2)}
# Places whose names hold no “and” but those below; of companies and couples too many do.
_PLACES = (
    "cities|towns|villages|provinces|regions|districts|countries|nations|states|islands|counties|capitals|republics"
)
_ANNOUNCED = pattern(
    rf"\b(?P<number>(?i:{'|'.join(_NUMBERS)}))\s(?:(?!other\b|more\b)[a-z-]+\s){{0,2}}?(?P<noun>{_PLACES})"
    r"(?P<mark>\sof\s|:\s|\s[-–—]\s|—|–)(?=[A-Z])"
)
_NAME = r"(?:St\.\s)?[A-Z][\w’'-]*(?:\s(?:of|the|da|de|del|la|al|el|do|dos|and\sthe)(?=\s[A-Z]))?(?:\s[A-Z][\w’'-]*)*"
_ITEM = pattern(rf"(?:the\s)?{_NAME}")
_SEPARATOR = pattern(r",\s(?:and\s)?|\sand\s|\s&\s")
# “Kramatorsk, Donetsk” can be a town and its region; a list that ends with “and” is a list.
_GOES_ON = pattern(
    r"\s?,(?!\s[a-z])|\s?\(|,\s(?:and|or)\b|,?\s(?:as\swell|among|including|plus|or|to)\b|[-–—/]|\s[-–—]"
)
_WITH_AND = pattern(
    r"Bosnia and Herzegovina|Trinidad and Tobago|Antigua and Barbuda|Saint Vincent and the Grenadines|"
    r"St\.? Vincent and the Grenadines|(?:Saint|St\.?) Kitts and Nevis|S[aã]o Tom[eé] and Pr[ií]ncipe|"
    r"Turks and Caicos|Serbia and Montenegro|Tyne and Wear|Dumfries and Galloway|Perth and Kinross|Brighton and Hove|"
    r"Newfoundland and Labrador|Jammu and Kashmir|Wallis and Futuna|Svalbard and Jan Mayen|Heard and McDonald"
)
_LONGEST = 400
_MOST_ITEMS = 15


@check(severity="warning", languages=("en",), literals=tuple(_NUMBERS))
def list_length(document: Document) -> Iterator[Finding]:
    """A list of places that is longer or shorter than announced: “the three cities of” and four names.

    A name was lost, or the number was changed, when the text was translated or reworded.

    Only places are counted: names of firms and couples often hold an “and” of their own. Left alone: lists that are not
    complete (“including”), and those that go on in another way.

    ```bad
    Sirens were heard in the ⟦three cities of Turku, Vaasa, Pori and Oulu⟧.
    ```
    ```bad
    It was signed by ⟦four countries: France, Germany and Spain⟧.
    ```
    ```good
    Sirens were heard in the three cities of Turku, Vaasa and Oulu.
    ```
    ```good
    It was signed by two nations: Bosnia and Herzegovina and Trinidad and Tobago.
    ```
    ```good
    They played in five cities including Lyon, Paris and Nice, and in two other cities of Spain.
    ```
    """
    text = document.text
    for match in _ANNOUNCED.finditer(text):
        items, end = _items(text, match.end())
        announced = _NUMBERS[match["number"].lower()]
        if len(items) > 1 and len(items) != announced and not _GOES_ON.match(text, end):
            span = Span(match.start(), end)
            message = f"the text announces {match['number']} {match['noun']} and names {len(items)}: {', '.join(items)}"
            note = Note(Span(match.end(), end), f"{len(items)} names")
            yield Finding(span, f"{message}; check the number and the names", notes=(note,))


def _items(text: str, start: int) -> tuple[list[str], int]:
    """The names of a list and where it ends; a single name, or none, where “and” does not close it."""
    items: list[str] = []
    at, closed = start, False
    for _ in range(_MOST_ITEMS):
        item = _WITH_AND.match(text, at) or _ITEM.match(text, at, start + _LONGEST)
        if item is None:
            return [], at
        items.append(item[0])
        at = item.end()
        separator = _SEPARATOR.match(text, at, start + _LONGEST)
        if separator is None or closed:
            break
        closed = "and" in separator[0] or "&" in separator[0]
        at = separator.end()
    return (items, at) if closed else ([], at)
