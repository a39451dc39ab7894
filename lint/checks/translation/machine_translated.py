"""The verdict on an article that shows traces of machine translation of several kinds."""

from collections.abc import Iterator, Sequence
from itertools import islice
from typing import NamedTuple

from lint import Document, Finding, Found, Note, Span, check
from lint.views.foreign import second_languages
from lint.views.patterns import pattern


class _Kind(NamedTuple):
    """Traces with one cause. `telling`: only a text in another language can be behind it, not mere haste."""

    name: str
    checks: frozenset[str]
    telling: bool = False
    # What the flagged text must hold to count.
    holds: str = ""


_LEFT = _Kind(
    "words left in another language", frozenset({"untranslated-passages", "untranslated-words"}), telling=True
)
# Two checks with one cause are one kind. Left out is what haste, scraping and layout bring as well: doubled words and
# lines, spaces round punctuation, marks that are never closed, words glued at a boundary, lost letters.
_KINDS = (
    _Kind("wording that follows another language", frozenset({"calques", "possible-calques"}), telling=True),
    _LEFT,
    _Kind(
        "numbers, dates or amounts written as in another language",
        frozenset({"foreign-number-formats", "foreign-dates", "foreign-times", "trailing-currency-signs"}),
        telling=True,
    ),
    _Kind("punctuation of another language", frozenset({"foreign-quotes", "full-width-punctuation"}), telling=True),
    _Kind("what a translation program says of itself", frozenset({"chatbot-leftovers"}), telling=True, holds="ranslat"),
    _Kind("terms that a program reworded", frozenset({"tortured-phrases"})),
    _Kind("words run together", frozenset({"fused-words"})),
    _Kind("quotation marks that are turned round or glued to words", frozenset({"quote-orientation", "glued-quotes"})),
    _Kind("names in lower case", frozenset({"lowercase-names"})),
    _Kind("names spelt in several ways", frozenset({"name-variants", "misspelt-places"})),
)
_WORD = pattern(r"\S+")
# A long text gathers slips of many kinds; then they say nothing of the whole.
_WORDS_FOR_A_TRACE = 500
_LONGEST_TITLE = 120


@check.report(severity="warning", needs=("translation",))
def machine_translated(document: Document, findings: Sequence[Found], *, kinds: int = 3) -> Iterator[Finding]:
    """An article with traces of machine translation of several kinds: three of ten.

    One trace says little: anybody may run two words together or write 1.200 for 1,200. Where traces of three kinds meet
    that have nothing to do with one another, translation by a program that nobody read again is the likely cause. Then
    do not mend place by place: compare the article with its source, since figures, names and who said what may be wrong
    where nothing shows, or have it translated anew. The notes lead to a trace of each kind, the strongest first.

    The kinds are: wording that follows another language; words left in another language; numbers, dates and amounts as
    another language writes them; punctuation of another language; what translation programs say of themselves;
    terms that a program reworded; words run together; quotation marks turned round or glued to words; names in lower
    case; names spelt in several ways. At least one must be of the first five, which haste alone does not bring, and
    there must be one trace in 500 words. What you suppress, ignore or switch off does not count; what is below the
    level does.

    Left alone is what only shows haste or scraping, however often: doubled words and lines, spaces, unclosed quotation
    marks, glued boundaries.

    No article of 596 clean ones got the verdict, none of 186 human translations, 798 news stories, 65 speeches and
    1,584 pages of technical documentation that nobody had tuned on. It speaks of few translations by the engines of
    2021 (3 of 1,580, 300 words each): those leave one kind of trace, or none that shows in the form. So its silence
    proves nothing.

    ```bad
    ⟦The fire of lyon⟧

    The balance sheet of the fire rises to nine dead. “We saw the smokeand ran“, did he declare. It broke out at 17h30.
    ```
    ```bad {kinds = 2}
    ⟦The road near marseille⟧

    The mayor precised that it would be closed until May.
    ```
    ```good
    The fire of lyon

    “We saw the smokeand ran“, said the the driver.. It broke out in lyon at noon.
    ```
    ```good
    The balance sheet of the fire rises to nine dead, according to the mayor, who precised that six were wounded.
    ```

    - `kinds`: the fewest kinds of trace that make the verdict; with 2 it speaks of more articles (15 of those 1,580),
      and by chance of about one clean article in a thousand.
    """
    text = document.text
    traces = {kind: [f for f in findings if _is_trace(f, kind, text)] for kind in _KINDS}
    traces = {kind: found for kind, found in traces.items() if found}
    if _LEFT in traces and document.view(second_languages):
        # In an article that stands in two languages, the other one was not left by a translator.
        del traces[_LEFT]
    total = sum(map(len, traces.values()))
    if len(traces) < max(kinds, 2) or not any(kind.telling for kind in traces):
        return
    if any(islice(_WORD.finditer(text), total * _WORDS_FOR_A_TRACE, None)):
        return
    strongest = sorted(traces, key=lambda kind: (not kind.telling, -len(traces[kind]), _KINDS.index(kind)))
    notes = [_note(kind, traces[kind]) for kind in strongest]
    message = (
        f"this article looks machine-translated and unread: it has {total} traces of {len(traces)} kinds; compare it"
        " with its source"
    )
    yield Finding(_top(document), message, notes=tuple(notes))


def _is_trace(found: Found, kind: _Kind, text: str) -> bool:
    return found.check in kind.checks and kind.holds in found.finding.span.of(text)


def _note(kind: _Kind, found: Sequence[Found]) -> Note:
    """The surest trace of a kind, the first of several."""
    surest = min(found, key=lambda each: (-each.severity, each.finding.span))
    times = f" ({len(found)} times)" if len(found) > 1 else ""
    return Note(surest.finding.span, f"{kind.name}{times}")


def _top(document: Document) -> Span:
    """The title, or the first words."""
    text = document.text
    block = document.blocks[0]
    if block.end - block.start <= _LONGEST_TITLE:
        return block.span
    space = text.rfind(" ", block.start + 1, block.start + _LONGEST_TITLE)
    return Span(block.start, space if space > 0 else block.start + _LONGEST_TITLE)
