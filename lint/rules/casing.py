"""Headlines as they should be written: in capitals as titles are, or as sentences are."""

from collections.abc import Callable, Collection

from lint.views.patterns import pattern

_WORD = pattern(r"\S+")
_EDGES = pattern(r"^[^\w]*|[^\w]*$")
# Articles, conjunctions and short prepositions.
_SMALL = frozenset("a an and as at but by for if in nor of off on or per so the to up via yet".split())
_LONG = frozenset(
    "about above across after against along among around before behind below beneath beside between beyond down during "
    "from inside into like near onto outside over past since through toward towards under until upon with within "
    "without".split()
)
STYLES = {"AP": _SMALL, "Chicago": _SMALL | _LONG}
_OPENING = (":", "?", "!", ".", "—", "–")

Excused = Callable[[str], bool]


def title(text: str, small: Collection[str], excused: Excused) -> tuple[str, float]:
    """The text as a title, and the share of its words that are written so already."""
    words = list(_WORD.finditer(text))

    def expected(number: int, word: str) -> str:
        edge = number in (0, len(words) - 1) or words[number - 1][0].endswith(_OPENING)
        return word if word.lower() in small and not edge and word.islower() else _as(word, small, edge)

    return _converted(text, expected, excused)


def _as(word: str, small: Collection[str], edge: bool) -> str:
    if word.lower() in small and not edge:
        return word.lower()
    return word[:1].upper() + word[1:]


def sentence(text: str, names: Collection[str], indicators: tuple[str, ...], excused: Excused) -> tuple[str, float]:
    """The text as a sentence, and the share of its words that are written so already.

    `names` are words that are written with a capital anywhere; behind one of the `indicators` either is right.
    """
    words = list(_WORD.finditer(text))

    def expected(number: int, word: str) -> str:
        before = words[number - 1][0] if number else ""
        if number == 0 or before.endswith(("?", "!")):
            return word[:1].upper() + word[1:]
        # A stop ends a sentence or shortens a word.
        either = before.endswith((".", ":", *indicators))
        if either or word in names or word.removesuffix("’s").removesuffix("'s") in names:
            return word
        return word[:1].lower() + word[1:]

    return _converted(text, expected, excused)


def _converted(text: str, expected: Callable[[int, str], str], excused: Excused) -> tuple[str, float]:
    parts: list[str] = []
    at = count = right = 0
    for number, match in enumerate(_WORD.finditer(text)):
        written = match[0]
        core = _EDGES.sub("", written)
        if not core or not core[0].isalpha():
            continue
        start = match.start() + written.find(core)
        # Capitals inside a word are the author's: NASA, iPhone, McDonald.
        own = core[1:] != core[1:].lower() or excused(core) or core == "I"
        should = core if own else expected(number, core)
        count += 1
        right += should == core
        parts += [text[at:start], should]
        at = start + len(core)
    return "".join((*parts, text[at:])), right / count if count else 1.0
