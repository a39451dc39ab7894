"""The template language of the phrase packs: patterns over the words of one whole line, matched in linear time.

    leave (a|your) (reply|comment) [to {title}]

A template is read as words, `(one|of|these)`, `[what may be missing]`, and slots:

- `{n}`: a number: 12, 1,204, 3.5k;
- `{date}`: one to nine words of a date or a time: 4 January 2023, 19:04 GMT;
- `{name}`: one to six words of a name, each with a capital but for its particles;
- `{title}`: what a headline looks like: it begins with a capital or a figure, and the line ends without a full stop;
  `{title 3}` has three words or more;
- `{text}`: anything, in a line that ends without a full stop;
- `{networks}`: two or more of the places where pages are shared: Facebook Twitter Email;
- `{more}`: anything, or nothing.

Punctuation in a line is passed over; a template may ask for a colon or a bar by writing one. Brackets do not nest.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import islice
from typing import Generic, NamedTuple, TypeAlias, TypeVar

from lint.views.patterns import pattern

T = TypeVar("T")

# A character of Chinese or Japanese is a word of its own; other words may hold a hyphen, an apostrophe, a point.
_TOKEN = pattern(r"[\u3040-\u30ff\u3400-\u9fff]|[^\W_\u3040-\u30ff\u3400-\u9fff]+(?:['.,@][^\W_]+|-[^\W\d_]+)*|[:|©]")
# The same where there is none: to compile so large a class takes a millisecond.
_PLAIN_TOKEN = pattern(r"[^\W_]+(?:['.,@][^\W_]+|-[^\W\d_]+)*|[:|©]")
_FIRST_IDEOGRAPH = "\u3040"
_INVISIBLE = pattern("[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufe00-\ufe0f\ufeff]")
# Anything but ASCII and the commonest punctuation: it may have accents.
_MARKED = pattern("[^\x00-\x7f\u00a0«»€£–—‘’“”„•…]")
_ALIKE = str.maketrans("‘’ʼ＇｜：‐‑–—", "''''|:----")
# Elements that a scraper joined: “Sort byDropdown arrow”.
_JOINED = pattern(r"(?<=[^\W\d_])(?=[A-ZА-ЯЁ][a-zа-яё])")
_JOINT = pattern(r"[a-zа-яё][A-ZА-ЯЁ][a-zа-яё]")
_NUMBER = pattern(r"[0-9]+(?:[.,' ][0-9]+)*\+?[kmb]?\Z")
_LONGEST_LINE = 800
_MOST_TOKENS = 120
_SLOTS = pattern(r"\{(\w+)(?: (\d+))?\}")
_OPENING = pattern(r"[(\[]")

# Without accents, as `fold_word` leaves them: to fold them all takes half a millisecond of each start.
DATE_WORDS = frozenset(
    "am pm a.m p.m et est edt ct pt pst pdt gmt utc bst cet cest ist msk at on of de del d' the le um a o w в о на "
    "uhr h min mins minute minutes hour hours day days week weeks month months year years ago st nd rd th : | - "
    "today yesterday monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri "
    "sat sun january february march april may june july august september october november december jan feb mar apr "
    "jun jul aug sep sept oct nov dec января февраля марта апреля мая июня июля августа сентября октября ноября "
    "декабря г год года час часа часов минут назад сегодня вчера понедельник вторник среда четверг пятница суббота "
    "воскресенье січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня р року "
    "сьогодні вчора хвилин годин тому janvier fevrier mars avril mai juin juillet aout septembre octobre novembre "
    "decembre lundi mardi mercredi jeudi vendredi samedi dimanche januar februar marz juni juli oktober dezember "
    "montag dienstag mittwoch donnerstag freitag samstag sonntag enero febrero marzo abril mayo junio julio agosto "
    "septiembre octubre noviembre diciembre lunes martes miercoles jueves viernes sabado domingo gennaio febbraio "
    "aprile maggio giugno luglio settembre ottobre dicembre lunedi martedi mercoledi giovedi venerdi sabato "
    "domenica ore alle janeiro fevereiro marco maio junho julho setembro outubro novembro dezembro as stycznia "
    "lutego marca kwietnia maja czerwca lipca sierpnia wrzesnia pazdziernika listopada grudnia godz 年 月 日 时 分 "
    "ιανουαριου φεβρουαριου μαρτιου απριλιου μαιου ιουνιου ιουλιου αυγουστου σεπτεμβριου οκτωβριου νοεμβριου "
    "δεκεμβριου".split()
)
# Where pages are shared to, as share bars list them.
NETWORKS = frozenset(
    "facebook twitter x linkedin whatsapp pinterest instagram youtube telegram reddit email e-mail mail print tumblr "
    "flipboard messenger copy link google plus rss share vk vkontakte viber tiktok snapchat sms threads bluesky pocket "
    "skype xing odnoklassniki livejournal mastodon feed like tweet flickr вконтакте одноклассники telegramm".split()
)
# Signs that a line may hold where a template does not ask for them.
SIGNS = frozenset(":|©")
_PARTICLES = frozenset(
    "and und et y e i и та і de da di del della der den des do dos du la le von van zu bin al the of for / 和".split()
)


class Token(NamedTuple):
    """A word of a line: as it is written, and as it is compared."""

    text: str
    key: str


class Line(NamedTuple):
    """A line in its words; `sentence` says that it ends as sentences do, `quoted` that it begins a quotation."""

    tokens: tuple[Token, ...]
    sentence: bool
    quoted: bool


def line_of(text: str, most: int = _MOST_TOKENS) -> Line:
    """The words of a line without invisible characters, differences of case, dashes, apostrophes and normal form.

    Of a longer line the first ones, no more than `most`.
    """
    text = _plain(text[:_LONGEST_LINE])
    stripped = text.rstrip(' \t\u00a0»›>"”')
    words = [match[0] for match in islice(_tokens(text), most)]
    tokens = tuple(map(Token, words, map(fold_word if has_marks(text) else str.lower, words)))
    ends = stripped.endswith((".", "。", ";", ",")) and not stripped.endswith("...")
    return Line(tokens, ends, stripped.startswith(('"', "“", "„", "«", "'")))


def _plain(text: str) -> str:
    if text.isascii():
        return text
    return _INVISIBLE.sub("", unicodedata.normalize("NFC", text).translate(_ALIKE))


def _tokens(text: str) -> Iterator[re.Match[str]]:
    return (_TOKEN if may_hold_ideographs(text) else _PLAIN_TOKEN).finditer(text)


def may_hold_ideographs(text: str) -> bool:
    """Whether there may be characters of Chinese or Japanese."""
    return not text.isascii() and max(text) >= _FIRST_IDEOGRAPH


def first_word(text: str) -> str:
    """The first word of a line, as templates are indexed by it."""
    for match in _tokens(_plain(text)):
        if match[0] not in ":|":
            return fold_word(match[0])
    return ""


def folded_line(text: str) -> str:
    """A line in which the keys of its words can be looked for."""
    return fold_word(_plain(text[:_LONGEST_LINE]))


def unjoined(text: str) -> str:
    """The line with spaces where elements were joined, or the same line."""
    return _JOINED.sub(" ", text) if _JOINT.search(text) else text


def fold_word(word: str) -> str:
    """A word as it is compared: lower case, without accents, as capitals are often written; final sigma as sigma."""
    word = word.lower()
    if not has_marks(word):
        return word
    marks = unicodedata.normalize("NFD", word.replace("ς", "σ"))
    return "".join(c for c in marks if not unicodedata.combining(c))


def has_marks(text: str) -> bool:
    """Whether there is more than ASCII and the commonest punctuation: accents, other scripts, rare signs."""
    return not text.isascii() and _MARKED.search(text) is not None


def is_number(key: str) -> bool:
    """Whether a word is a count: 12, 1,204, 3.5k."""
    return _NUMBER.match(key) is not None


def is_date_word(key: str) -> bool:
    """Whether a word can be part of a date or a time: 4, 2023, 8th, January, GMT."""
    return key[:1].isdigit() or key in DATE_WORDS


def may_begin_date(letters: str) -> bool:
    """Whether a part of a date or a time can begin with these letters or digits, up to the next sign: “p” of “p.m.”."""
    return letters[:1].isdigit() or letters in _date_beginnings()


@cache
def _date_beginnings() -> frozenset[str]:
    return frozenset(word[: next((n for n, c in enumerate(word) if not c.isalnum()), None)] for word in DATE_WORDS)


class _Slot(NamedTuple):
    kind: str
    fewest: int
    most: int

    def accepts(self, token: Token, first: bool, line: Line) -> bool:
        if self.kind == "more":
            return True
        if self.kind == "n":
            return is_number(token.key)
        if self.kind == "date":
            return is_date_word(token.key)
        if self.kind == "text":
            return not line.sentence
        if self.kind == "networks":
            return token.key in NETWORKS and not (first and token.key == "x")
        capital = not token.text[0].islower()
        if self.kind == "name":
            return token.key not in SIGNS and (capital or (not first and token.key in _PARTICLES))
        return (capital or not first) and not line.sentence


_KINDS = {
    "n": (1, 1),
    "date": (1, 9),
    "name": (1, 6),
    "title": (1, 30),
    "text": (1, 40),
    "networks": (2, 20),
    "more": (0, _MOST_TOKENS),
}
Part = str | _Slot


class _Node(Generic[T]):
    """What may follow the words so far; `skips` are places reached without a word."""

    __slots__ = ("skips", "slots", "values", "words")

    def __init__(self) -> None:
        self.words: dict[str, _Node[T]] = {}
        self.slots: dict[_Slot, _Node[T]] = {}
        self.skips: list[_Node[T]] = []
        self.values: list[T] = []

    def after(self, parts: Iterable[Part]) -> "_Node[T]":
        """The node behind these words and slots, made where it does not exist."""
        node = self
        for part in parts:
            if isinstance(part, str):
                node = node.words.setdefault(part, _Node())
            else:
                node = node.slots.setdefault(part, _Node())
        return node


# Nodes, each with the slot whose words are being read there, if any, and their number; by node and number.
_States: TypeAlias = dict[tuple[int, int], tuple[_Node[T], _Slot | None, int]]


class Templates(Generic[T]):
    """Templates in one network, each with a value; `match` gives the values of those that fit a whole line."""

    def __init__(self, templates: Iterable[tuple[str, T]]) -> None:
        self._root: _Node[T] = _Node()
        for template, value in templates:
            node = self._root
            for choices in elements(template):
                if len(choices) == 1:
                    node = node.after(choices[0])
                    continue
                joint: _Node[T] = _Node()
                for parts in choices:
                    node.after(parts).skips.append(joint)
                node = joint
            node.values.append(value)

    def match(self, line: Line) -> tuple[T, ...]:
        """The values of all templates that fit, in no particular order."""
        ended = [node for node, slot, _ in self._read(line).values() if slot is None]
        return tuple(value for node in ended for value in node.values)

    def may_begin(self, line: Line) -> bool:
        """Whether a template may fit a line of which these are the first words."""
        return bool(self._read(line))

    def _read(self, line: Line) -> _States[T]:
        """The places in the network to which the words of a line lead."""
        states: _States[T] = {}
        _add(states, self._root)
        for token in line.tokens:
            following: _States[T] = {}
            for node, slot, count in states.values():
                if slot is not None:
                    if count < slot.most and slot.accepts(token, False, line):
                        _enter(following, node, slot, count + 1)
                    continue
                if token.key in node.words:
                    _add(following, node.words[token.key])
                elif token.key in SIGNS:
                    _add(following, node)
                for begun, target in node.slots.items():
                    if begun.accepts(token, True, line):
                        _enter(following, target, begun, 1)
            states = following
            if not states:
                break
        return states


def _add(states: _States[T], node: _Node[T]) -> None:
    states[id(node), 0] = (node, None, 0)
    for target in node.skips:
        _add(states, target)
    for slot, target in node.slots.items():
        if not slot.fewest:
            _add(states, target)


def _enter(states: _States[T], target: _Node[T], slot: _Slot, count: int) -> None:
    # Where anything may follow, how much has followed does not matter.
    count = min(count, 1) if slot.kind == "more" else count
    states[id(target), count] = (target, slot, count)
    if count >= slot.fewest:
        _add(states, target)


def elements(template: str) -> Iterator[tuple[tuple[Part, ...], ...]]:
    """The parts of a template in order, each as its alternatives; an empty alternative says that it may be missing.

    Raises ValueError where the template cannot be read.
    """
    at = 0
    while at < len(template):
        opening = _OPENING.search(template, at)
        start = opening.start() if opening else len(template)
        if literal := _parts(template[at:start]):
            yield (literal,)
        if not opening:
            break
        closing = template.find(")" if opening[0] == "(" else "]", start)
        inside = template[start + 1 : closing]
        if closing < 0 or _OPENING.search(inside):
            raise ValueError(f"the brackets of “{template}” nest or do not pair")
        choices = tuple(_parts(choice) for choice in inside.split("|"))
        if () in choices:
            raise ValueError(f"“{template}” has an empty alternative")
        yield (*choices, ()) if opening[0] == "[" else choices
        at = closing + 1


def edge_words(parts: Iterable[tuple[tuple[Part, ...], ...]], edge: int) -> frozenset[str]:
    """The words with which lines can begin (edge 0) or end (edge -1), a slot as “{n}”; `parts` from that edge on."""
    found: set[str] = set()
    for choices in parts:
        ends = [choice[edge] for choice in choices if choice]
        found.update(end if isinstance(end, str) else f"{{{end.kind}}}" for end in ends)
        if () not in choices:
            return frozenset(found)
    raise ValueError("a template needs a word that is never missing")


def needed_words(template: str) -> tuple[tuple[str, ...], ...]:
    """Words of which a line must hold one, for each part of a template that is never missing nor a slot alone."""
    found = []
    for choices in elements(template):
        words = [
            next((part for part in choice if isinstance(part, str) and part not in SIGNS), "") for choice in choices
        ]
        if all(words):
            found.append(tuple(dict.fromkeys(words)))
    return tuple(found)


def _parts(words: str) -> tuple[Part, ...]:
    return tuple(_split(words))


def _split(words: str) -> Iterator[Part]:
    at = 0
    for match in _SLOTS.finditer(words):
        yield from (token.key for token in line_of(words[at : match.start()]).tokens)
        if match[1] not in _KINDS:
            raise ValueError(f"no slot is called “{match[1]}”")
        fewest, most = _KINDS[match[1]]
        yield _Slot(match[1], int(match[2] or fewest), most)
        at = match.end()
    yield from (token.key for token in line_of(words[at:]).tokens)
