"""The lines of a document that are phrases of the packs in lint/packs/boilerplate."""

from functools import cache, lru_cache

from lint.document import Document
from lint.views.patterns import pattern
from lint.views.phrase_index import SHORT, ending, fitting, may_be_phrase
from lint.views.phrase_packs import OPENING, TEMPLATES, Phrase
from lint.views.templates import Line, Templates, folded_line, line_of, needed_words, unjoined

# So many words of a line are looked at first.
_GLANCE = 12
# The way from the front page to this one: Home » News » World.
_HOMES = (
    "Home",
    "Homepage",
    "Start",
    "Startseite",
    "Accueil",
    "Inicio",
    "Início",
    "Strona główna",
    "Главная",
    "Головна",
)
_BREADCRUMBS = pattern(rf"(?:{'|'.join(_HOMES)})(?: ?[»›>→/|][^.!?»›>→/|\n]{{2,60}}){{1,5}}")


def phrases(document: Document) -> dict[int, tuple[Phrase, ...]]:
    """What the packs say of the blocks of a document, by the number of the block."""
    text = document.text
    found: dict[int, tuple[Phrase, ...]] = {}
    for number, block in enumerate(document.blocks):
        said = phrases_of(text[block.start : block.end])
        if said:
            found[number] = said
    return found


def phrases_of(text: str) -> tuple[Phrase, ...]:
    """What the packs say of one line; nothing of a line that begins as a quotation."""
    if text.startswith(_HOMES) and _BREADCRUMBS.fullmatch(text):
        # Templates know no signs between words.
        return (Phrase("menus", "sure"),)
    return _phrases_of(text) if may_be_phrase(text) else ()


@lru_cache(maxsize=4096)
def _phrases_of(text: str) -> tuple[Phrase, ...]:
    if _is_code(text):
        return ()
    found = _matches(text)
    if not found and (apart := unjoined(text)) != text:
        found = _matches(apart)
    return tuple(sorted(dict.fromkeys(found), key=lambda phrase: (phrase.family, phrase.strength)))


def _is_code(text: str) -> bool:
    return any(sign in text for sign in "{}=\\`")


def _matches(text: str) -> tuple[Phrase, ...]:
    line = line_of(text, _GLANCE)
    words = _words(line)
    if not words or line.quoted:
        return ()
    folded = folded_line(text)
    numbers = tuple(number for number in fitting(*words[:OPENING]) if _has_needed(folded, number))
    if len(line.tokens) == _GLANCE:
        # Most lines that go on do so in prose.
        numbers = tuple(number for number in numbers if _template(number).may_begin(line))
        if not numbers and len(text) > SHORT:
            return ()
        line = line_of(text)
    if len(text) <= SHORT:
        numbers = tuple(dict.fromkeys((*numbers, *ending(_words(line)[-1]))))
    return tuple(phrase for number in numbers for phrase in _template(number).match(line))


def _words(line: Line) -> list[str]:
    return [token.key for token in line.tokens if token.key not in (":", "|")]


@cache
def _templates() -> tuple[tuple[str, str, str], ...]:
    """Family, strength and template, by number."""
    lines = TEMPLATES.read_text(encoding="utf-8").splitlines()
    return tuple((family, strength, template) for family, strength, template in (line.split("\t") for line in lines))


def _has_needed(folded: str, number: int) -> bool:
    return all(any(map(folded.__contains__, words)) for words in _needed(number))


@cache
def _needed(number: int) -> tuple[tuple[str, ...], ...]:
    return needed_words(_templates()[number][2])


@cache
def _template(number: int) -> Templates[Phrase]:
    """One template, ready to match: most lines need few of the thousand, or none."""
    family, strength, template = _templates()[number]
    return Templates([(template, Phrase(family, strength))])
