"""Double quotation marks: for each paragraph in which they are not all sound, what each does and with which other."""

from bisect import bisect_right
from typing import NamedTuple

from lint.document import Document
from lint.span import Span
from lint.views.patterns import pattern
from lint.views.quote_machine import LEFT, LOW, RIGHT, Role, Sign, cheapest, sign

__all__ = ["Paragraph", "Quote", "Role", "detached_quotes", "is_stray", "unsound_quotes"]

# Two single marks in a row stand for a double one.
_MARK = pattern(r"[“”„‟\"]|``|‘‘|’’|''")
# A pair of which nothing more need be known, or a mark of which more need be known.
# All alternatives begin with one class of characters, which a search skips to.
_SOUND = pattern(
    r"[“”„‟\"`‘’'](?:"
    r"(?<=“)(?<![^\s(\[–—‘]“)(?![\s.,;:!?)])[^“”„‟\"\n]*(?<!\s)”(?!\w)"
    r"|(?<=\")(?<![^\s(\[–—‘']\")(?![\s.,;:!?)])[^“”„‟\"\n]*(?<!\s)\"(?![\w'])"
    r"|(?<=[“”„‟\"])|(?<=`)`|(?<=‘)‘|(?<=’)’|(?<=')')"
)
_OPENING = pattern(r"[“”„‟\"«‘'`]")
_QUOTE = frozenset("“”„‟\"«»‘’'`")
# A block with more marks is no prose.
_MOST = 400
# Between the paragraphs of one quotation there may be lists, captions and advertisements.
_FARTHEST = 8
_NEAREST = 1


class Quote(NamedTuple):
    """A quotation mark and what became of it.

    - `partner`: the number, in its paragraph, of the mark that it pairs with, or None.
    - `turned`: the glyph is that of the other role.
    - `glued`: the space outside is missing.
    - `detached`: there is a space inside.
    """

    span: Span
    glyph: str
    role: Role
    partner: int | None = None
    turned: bool = False
    glued: bool = False
    detached: bool = False

    @property
    def curly(self) -> bool:
        """Whether the glyph shows a direction."""
        return self.glyph in LEFT or self.glyph in RIGHT or self.glyph in LOW


class Paragraph(NamedTuple):
    """A block and its quotation marks.

    - `continued`: a quotation that it leaves open may go on below, as is right.
    - `continuing`: one that it closes may have been opened above.
    """

    span: Span
    quotes: tuple[Quote, ...]
    continued: bool = False
    continuing: bool = False

    def alone(self, quote: Quote) -> bool:
        """Whether a mark lacks its partner, in this paragraph and in those next to it."""
        if quote.partner is not None or quote.role is Role.MEASURES:
            return False
        if quote.role is Role.OPENS:
            return not (self.continued and quote is self.quotes[-1])
        return not (self.continuing and quote is self.quotes[0])

    @property
    def balanced(self) -> bool:
        """Whether every mark has its partner."""
        return all(quote.partner is not None or quote.role is Role.MEASURES for quote in self.quotes)


def unsound_quotes(document: Document) -> tuple[Paragraph, ...]:
    """The paragraphs in which not all double quotation marks are plainly right."""
    text, blocks = document.text, document.blocks
    starts = [block.start for block in blocks]
    odd = (bisect_right(starts, m.start()) - 1 for m in _SOUND.finditer(text) if m.end() - m.start() < 3)
    read = {n: _read(text, blocks[n].start, blocks[n].end) for n in dict.fromkeys(odd) if n >= 0}
    return tuple(
        Paragraph(blocks[n].span, quotes, _goes_on(document, n, read), _was_open(n, read))
        for n, quotes in read.items()
        if quotes
    )


def detached_quotes(document: Document) -> tuple[tuple[Paragraph, Quote], ...]:
    """The marks whose only fault is a space inside, each with its paragraph; they may be turned, too."""
    return tuple(
        (paragraph, quote)
        for paragraph in document.view(unsound_quotes)
        for quote in paragraph.quotes
        if quote.detached and not quote.glued and quote.partner is not None and (quote.curly or paragraph.balanced)
    )


def is_stray(text: str, paragraph: Paragraph, number: int) -> bool:
    """Whether there is nothing that a mark could quote: it stands last, and right behind a closed quotation."""
    quote = paragraph.quotes[number]
    start = paragraph.quotes[number - 1].span.end if number else paragraph.span.start
    last = quote.span.end == paragraph.span.end
    return last and not text[start : quote.span.start].strip(" \u00a0.,;:!?")


def _goes_on(document: Document, number: int, read: dict[int, tuple[Quote, ...]]) -> bool:
    text, end = document.text, document.blocks[number].end
    # An excerpt may end anywhere; so does the beginning of an article, as teasers show it.
    if number == len(document.blocks) - 1 or text[end - 1] in "…:" or text[end - 3 : end] == "...":
        return True
    following = document.blocks[number + 1 : number + 1 + _NEAREST]
    if any(_OPENING.match(text, block.start) for block in following):
        return True
    below = (read.get(n, ()) for n in range(number + 1, number + _FARTHEST))
    return any(quotes and quotes[0].role is Role.CLOSES and quotes[0].partner is None for quotes in below)


def _was_open(number: int, read: dict[int, tuple[Quote, ...]]) -> bool:
    if number == 0:
        return True
    above = (read.get(n, ()) for n in range(number - _FARTHEST + 1, number))
    return any(quote.role is Role.OPENS and quote.partner is None for quotes in above for quote in quotes)


def _read(text: str, start: int, end: int) -> tuple[Quote, ...]:
    spans = [Span(match.start(), match.end()) for match in _MARK.finditer(text, start, end)]
    if len(spans) > _MOST:
        return ()
    signs = [sign(text, span.start, span.end, start, end) for span in spans]
    roles, partners = cheapest(signs)
    return tuple(_quote(text, spans[n], roles[n], signs[n], partners[n], signs, start, end) for n in range(len(spans)))


def _quote(
    text: str, span: Span, role: Role, mark: Sign, partner: int | None, signs: list[Sign], start: int, end: int
) -> Quote:
    if role is Role.MEASURES:
        return Quote(span, mark.glyph, role)
    left, right = text[max(start, span.start - 2) : span.start], text[span.end : min(end, span.end + 2)]
    if role is Role.OPENS:
        turned = mark.glyph in RIGHT
        glued = _is_letter(left[-1:]) or left[-1:] in tuple(".,;:!?)]…")
        detached = right[:1].isspace() and right[1:] not in _QUOTE
    else:
        turned = mark.glyph in LEFT and (partner is None or signs[partner].glyph not in LOW)
        glued = _is_letter(right[:1]) and mark.shape.value != "closes"
        detached = left[-1:].isspace() and left[:-1] not in _QUOTE
    return Quote(span, mark.glyph, role, partner, turned, glued, detached)


def _is_letter(character: str) -> bool:
    # Chinese and Japanese have no spaces between words.
    return character.isalnum() and character < "\u2e80"
