"""Which parts of a document a rule is for: headlines, paragraphs, sentences …, by Vale's names where they mean this."""

from bisect import bisect_right
from collections.abc import Container, Iterator
from dataclasses import dataclass

from lint.document import Block, Document
from lint.rules.keys import Keys
from lint.schema import suggestion
from lint.span import Span
from lint.views.sentences import sentences

_HEADINGS = ("title", "heading")
_BODY = ("paragraph", "item", "cell", "quotation")
# A name is for blocks of these kinds; of a heading, the level may be named too.
_KINDS = {
    "text": ("title", "heading", *_BODY, "caption"),
    "headline": ("headline",),
    "heading": ("headline", *_HEADINGS),
    **{f"heading.h{level}": (f"heading {level}",) for level in range(1, 7)},
    "title": ("title",),
    "body": _BODY,
    "summary": _BODY,
    "document": ("title", "heading", *_BODY, "caption"),
    "sentence": ("title", "heading", *_BODY, "caption"),
    "paragraph": ("paragraph",),
    "quotation": ("quotation",),
    "blockquote": ("quotation",),
    "list": ("item",),
    "item": ("item",),
    "table": ("cell",),
    "cell": ("cell",),
    "table.cell": ("cell",),
    "caption": ("caption",),
    "table.caption": ("caption",),
    "figure.caption": ("caption",),
    "alt": ("caption",),
}
_WHOLE = ("summary", "document")
_MARKUP = "markup never reaches a rule"
_OTHERS = {
    "raw": f"{_MARKUP}: use text",
    "code": f"{_MARKUP}, code neither: leave the rule out",
    "link": f"{_MARKUP}: use text",
    "strong": f"{_MARKUP}: use text",
    "emphasis": f"{_MARKUP}: use text",
    "comment": "source code is not read: leave the rule out",
    "table.header": "cells of a header are not told from others: use cell",
}
# The first line of a plain text is its headline if it is no longer than that and has no stop.
_LONGEST_HEADLINE = 150


@dataclass(frozen=True, slots=True)
class Scope:
    """What a rule is for: any of these, of which each is a conjunction of kinds, negated or not.

    `unit` says what is looked at as one: a block, a sentence, or all of it together.
    """

    choices: tuple[tuple[tuple[tuple[str, ...], bool], ...], ...]
    unit: str = "block"

    def covers(self, block: Block, *, headline: bool) -> bool:
        """Whether a block is one of those that the rule is for."""
        names = {"headline", "heading"} if headline else {block.kind}
        if block.kind in _HEADINGS:
            names |= {block.kind, f"heading {block.level}"}
        return any(all(bool(names & set(kinds)) is wanted for kinds, wanted in choice) for choice in self.choices)

    @property
    def example(self) -> str:
        """The kind of block that an example of the rule is."""
        kinds = next((kinds for choice in self.choices for kinds, wanted in choice if wanted), ("paragraph",))
        kind = "paragraph" if "paragraph" in kinds else kinds[0]
        return {"headline": "title"}.get(kind, kind)


def read_scope(keys: Keys) -> Scope:
    """The scope that a rule names, all of the text where it names none. Raises ConfigError."""
    written = keys.strings("scope") or ("text",)
    choices = []
    units = set()
    for choice in written:
        terms = []
        for term in choice.split("&"):
            name = term.strip().removeprefix("~").strip().lower()
            if name not in _KINDS:
                why = _OTHERS.get(name) or _OTHERS.get(name.partition(".")[0])
                known = f": {why}" if why else suggestion(name, _KINDS) or f": there are {', '.join(_KINDS)}"
                raise keys.error(f"the scope “{name}” is not supported{known}", "scope")
            terms.append((_KINDS[name], not term.strip().startswith("~")))
            units.add("sentence" if name == "sentence" else "whole" if name in _WHOLE else "block")
        choices.append(tuple(terms))
    unit = next((unit for unit in ("sentence", "whole") if unit in units), "block")
    return Scope(tuple(choices), unit)


def units(document: Document, scope: Scope) -> tuple[tuple[Span, ...], ...]:
    """What a rule looks at: each unit is a block, a sentence, or all the blocks together."""
    first = document.view(headline)
    covered = [
        block.span for number, block in enumerate(document.blocks) if scope.covers(block, headline=number == first)
    ]
    if scope.unit == "whole":
        return (tuple(covered),) if covered else ()
    if scope.unit == "block":
        return tuple((span,) for span in covered)
    starts = {span.start for span in covered}
    return tuple((span,) for span in _sentences(document, starts))


def parts(document: Document, scope: Scope) -> tuple[Span, ...]:
    """The stretches of text that a rule looks at, one by one."""
    return tuple(span for unit in document.view(units, scope) for span in unit)


def _sentences(document: Document, starts: Container[int]) -> Iterator[Span]:
    """The sentences of the blocks that start at these places."""
    begins = [block.start for block in document.blocks]
    for sentence in document.view(sentences):
        if begins[bisect_right(begins, sentence.start) - 1] in starts:
            yield sentence


def headline(document: Document) -> int:
    """The number of the block that is the headline of the article, or -1."""
    kinds = [block.kind for block in document.blocks]
    if "title" in kinds:
        return kinds.index("title")
    levels = [block.level for block in document.blocks if block.kind == "heading"]
    if levels:
        number = kinds.index("heading")
        return number if document.blocks[number].level == min(levels) else -1
    if len(kinds) < 2 or kinds[0] != "paragraph":
        return -1
    first = document.blocks[0].span.of(document.text)
    return 0 if len(first) <= _LONGEST_HEADLINE and first[-1:] not in tuple(".:;,") else -1
