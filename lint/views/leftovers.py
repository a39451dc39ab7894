"""What scraping left around an article: the lines that are phrases of the packs, judged by what stands beside them."""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from lint.document import Block, Document
from lint.span import Span
from lint.views.blocks import is_summary
from lint.views.patterns import pattern
from lint.views.phrase_packs import Phrase
from lint.views.phrases import phrases
from lint.views.templates import is_date_word, line_of, may_hold_ideographs

# A heading has no more words than this.
_HEADING = 3
# A paragraph has at least so many words and ends as sentences do.
_PROSE = 9
_HEADLINE = 3, 24
# So many headlines are taken from the middle of an article behind “Related articles”.
_MOST_HEADLINES = 20
# Between them stand dates and times of so many words.
_STAMP = 10
# What begins a tail: no article goes on behind it.
_AT_THE_END = ("comment-forms", "cookie-notices", "legal-footers", "menus", "share-widgets", "subscription-prompts")
_TAIL = 60
# A menu has so many lines of one or two words, and stands among the first lines.
_MENU, _MENU_WORDS, _MENU_LINES = 4, 2, 100
# Weak phrases that keep each other company: inside the text, above and below it, and in lists, which hold such words
# for other reasons.
_COMPANY, _COMPANY_OUTSIDE, _COMPANY_IN_LISTS = 3, 2, 5
_SENTENCE_END = pattern(r"[.!?…。！？][\"'”’»)\]]*\s*\Z")
# What stands behind the text of a link to a place in the same article.
_ANCHOR = pattern(r"\]\(#")
_FROM_TO = pattern(r"\d{1,2}[:.]\d\d\s{0,9}(?:[-–—]|to|until)\s{0,9}\d{1,2}[:.]\d\d\s{0,9}:?")
_HAN = pattern(r"[\u3040-\u30ff\u3400-\u9fff]")


class Leftover(NamedTuple):
    """Neighbouring lines of one family: the first and the last block, and the place of all of them."""

    family: str
    first: int
    last: int
    span: Span


def leftovers(document: Document) -> tuple[Leftover, ...]:
    """The leftovers of all families, in order."""
    hits = {n: said for n, said in document.view(phrases).items() if not _is_authors(document, document.blocks[n])}
    if not hits:
        return ()
    return tuple(_joined(document, _Judge(document, hits).accepted()))


def _is_authors(document: Document, block: Block) -> bool:
    """Titles and descriptions (a page on how to reach us is called “Contact us”), cells, contents, programmes."""
    if block.kind in ("title", "cell") or is_summary(document, block):
        return True
    if block.kind == "item" and _ANCHOR.match(document.source, document.source_span(block.span).end):
        return True
    return _FROM_TO.fullmatch(document.text, block.start, block.end) is not None


def is_prose(text: str, blocks: Sequence[Block], number: int) -> bool:
    """Whether a block, where there is one of that number, is long and ends as sentences do."""
    if number >= len(blocks):
        return False
    line = text[blocks[number].start : blocks[number].end]
    return _count(line) >= _PROSE and _SENTENCE_END.search(line) is not None


def leftovers_of(document: Document, family: str) -> tuple[Leftover, ...]:
    """The leftovers of one family, in order."""
    return tuple(found for found in document.view(leftovers) if found.family == family)


class _Judge:
    """Decides for each line that is a phrase whether its neighbours let it stand."""

    def __init__(self, document: Document, hits: dict[int, tuple[Phrase, ...]]) -> None:
        self._text = document.text
        self._blocks = document.blocks
        self._hits = hits
        # Accepted for more than two weak phrases.
        self._firm: set[int] = set()

    def accepted(self) -> dict[int, str]:
        """The family of each accepted block, by its number."""
        found: dict[int, str] = {}
        for number, said in self._hits.items():
            phrase = min(said, key=lambda phrase: _WEIGHT[phrase.strength])
            if phrase.strength != "weak" and not self._is_own(number, sure=phrase.strength == "sure"):
                found[number] = phrase.family
        own = [number for number in range(len(self._blocks)) if number not in found and self._is_prose(number)]
        text = (own[0], own[-1]) if own else (0, len(self._blocks))
        self._firm.update(found)
        for run in self._runs():
            self._take_weak(run, found, outside=not text[0] < run[0] < text[1])
        for number, said in self._hits.items():
            if number in found and any(phrase.strength == "opens" for phrase in said):
                for follower in self._headlines(number):
                    if found.get(follower) in (None, "time-stamps"):
                        found[follower] = found[number]
        self._take_tail(found)
        self._take_menu(found)
        return found

    def _take_tail(self, found: dict[int, str]) -> None:
        """Behind the last prose, nothing of the article follows a leftover that stands at the ends of pages.

        Two weak phrases begin no tail, and a tail ends where no other leftover has come for many lines.
        """
        begun, since = "", 0
        for number in range(self._last_prose(found) + 1, len(self._blocks)):
            since += 1
            opens = any(phrase.strength == "opens" for phrase in self._hits.get(number, ()))
            if number in self._firm and (found[number] in _AT_THE_END or opens):
                begun, since = found[number], 0
            elif begun and since <= _TAIL and found.get(number) in (None, "time-stamps"):
                found[number] = begun

    def _last_prose(self, found: dict[int, str]) -> int:
        """The number of the last block of prose; without any, nothing is known to be a tail."""
        for number in reversed(range(len(self._blocks))):
            if number not in found and self._is_prose(number):
                return number
        return len(self._blocks)

    def _take_menu(self, found: dict[int, str]) -> None:
        """A menu is a list of sections above the article; one known section among them is enough."""
        run: list[int] = []
        for number in range(min(len(self._blocks), _MENU_LINES)):
            if number in found or self._is_menu_line(number):
                run.append(number)
                continue
            if len(run) >= _MENU and any(n in self._hits for n in run) and not self._is_announced(run[0]):
                for member in run:
                    found.setdefault(member, "menus")
            run = []
            if self._is_prose(number):
                return

    def _is_announced(self, number: int) -> bool:
        """Whether a line is the first of a list that the author leads up to."""
        return number > 0 and self._line(number - 1).endswith(":")

    def _is_own(self, number: int, *, sure: bool) -> bool:
        """Whether a few words are an item of a list, or a heading above prose with no other leftover near.

        What is sure counts as a heading only where the markup says so.
        """
        kind = self._blocks[number].kind
        marked = kind in ("title", "heading")
        if not marked and (sure or _count(self._line(number)) > _HEADING):
            return False
        if kind == "item":
            return True
        if number + 1 >= len(self._blocks) or number + 1 in self._hits:
            return False
        return self._is_prose(number + 1)

    def _runs(self) -> Iterator[list[int]]:
        """The blocks that are phrases, in runs without a gap."""
        run: list[int] = []
        for number in self._hits:
            if run and number != run[-1] + 1:
                yield run
                run = []
            run.append(number)
        if run:
            yield run

    def _take_weak(self, run: list[int], found: dict[int, str], *, outside: bool) -> None:
        """Takes the weak phrases beside accepted lines, or among enough other weak ones, for what most of them are."""
        listed = all(self._blocks[number].kind == "item" for number in run)
        company = _COMPANY_IN_LISTS if listed else _COMPANY_OUTSIDE if outside else _COMPANY
        if len(run) < company and not any(number in found for number in run):
            return
        if len(run) >= _COMPANY or any(number in found for number in run):
            self._firm.update(run)
        families = Counter(found[number] for number in run if number in found)
        for number in run:
            families.update({phrase.family for phrase in self._hits[number]})
        for number in run:
            if number not in found:
                found[number] = max(self._hits[number], key=lambda said: (families[said.family], said.family)).family

    def _headlines(self, opener: int) -> Iterator[int]:
        """The headlines behind an opener, to the next prose."""
        taken: list[int] = []
        for number in range(opener + 1, min(len(self._blocks), opener + 1 + _MOST_HEADLINES)):
            stamp = self._is_stamp(number)
            if number in self._hits and not stamp:
                break
            if not stamp and not self._is_headline(number):
                # A headline right above prose is a heading of the article.
                if self._is_prose(number) and taken:
                    taken.pop()
                break
            taken.append(number)
        yield from taken

    def _line(self, number: int) -> str:
        block = self._blocks[number]
        return self._text[block.start : block.end]

    def _is_prose(self, number: int) -> bool:
        return is_prose(self._text, self._blocks, number)

    def _is_menu_line(self, number: int) -> bool:
        line = self._line(number)
        return _count(line) <= _MENU_WORDS and not any(c.isdigit() for c in line) and line[-1] not in ".,:;!?"

    def _is_stamp(self, number: int) -> bool:
        words = line_of(self._line(number)).tokens if number not in self._hits else ()
        if words:
            return len(words) <= _STAMP and all(is_date_word(word.key) for word in words)
        return any(phrase.family == "time-stamps" for phrase in self._hits.get(number, ()))

    def _is_headline(self, number: int) -> bool:
        line = self._line(number)
        fewest, most = _HEADLINE
        return fewest <= _count(line) <= most and not line.endswith((".", "。", ":", ";", ",")) and _opens_title(line)


_WEIGHT = {"sure": 0, "opens": 1, "": 2, "weak": 3}


def _opens_title(line: str) -> bool:
    return not line[0].islower()


def _count(line: str) -> int:
    """The number of words; two characters of Chinese count as one."""
    return len(line.split()) + (len(_HAN.findall(line)) // 2 if may_hold_ideographs(line) else 0)


def _joined(document: Document, accepted: dict[int, str]) -> Iterator[Leftover]:
    """Neighbouring blocks of one family as one leftover."""
    run: list[int] = []
    for number in sorted(accepted):
        if run and (number != run[-1] + 1 or accepted[number] != accepted[run[0]]):
            yield _leftover(document, accepted[run[0]], run)
            run = []
        run.append(number)
    if run:
        yield _leftover(document, accepted[run[0]], run)


def _leftover(document: Document, family: str, run: list[int]) -> Leftover:
    span = Span(document.blocks[run[0]].start, document.blocks[run[-1]].end)
    return Leftover(family, run[0], run[-1], span)


def removal(document: Document, span: Span) -> Span:
    """What to take away so that the lines of a span leave no doubled blank line."""
    text = document.text
    start, end = span.start, span.end
    while start > 0 and text[start - 1].isspace():
        start -= 1
    while end < len(text) and text[end].isspace():
        end += 1
    above, below = text[start : span.start], text[span.end : end]
    if not start:
        return Span(0, end)
    if end == len(text):
        return Span(start, len(text) - (1 if below.startswith("\n") else 0) if below else len(text))
    # Of the two gaps the wider one stays.
    if above.count("\n") >= below.count("\n"):
        indent = len(below) - len(below.rpartition("\n")[2])
        return Span(start + above.rfind("\n") + 1, span.end + indent)
    return Span(start, span.end)
