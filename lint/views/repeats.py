"""Lines that stand twice near one another: captions with and without their credit, headlines."""

import re
from typing import NamedTuple

from lint.document import Document
from lint.span import Span
from lint.views.blocks import is_summary
from lint.views.patterns import pattern

# So many blocks apart, a caption and its copy belong to one picture; a live blog repeats its captions farther away.
_NEAR = 3
# A line inside the text is repeated by mistake if it is long; refrains, labels and lists are short.
_LONG = 45
# Among the first lines of a page stand the headline and its copies.
_TOP, _HEADLINE = 6, 20
_PREFIX = 24
_TWICE = 2
# Behind a quotation stands who said it.
_ATTRIBUTION = "-–—―"
_SPACES = pattern(r"\s+")
# What a copy of a caption has more than the other: a credit in brackets, or one behind a dash or a colon.
_CREDIT = pattern(
    r"[.,;]?\s*(?:[(\[][^()\[\]]{2,100}[)\]]|(?:[-–—|/©]\s*)?(?:Photos?|Image|Picture|Credit|Foto|Фото|Crédit)s?\b.{1,100}"
    r"|[-–—|/©]\s*[^.!?]{2,60})\.?\Z",
    re.IGNORECASE,
)
# A title in the front matter stands as a heading in the text, too.
_KINDS = ("title", "cell", "item")


class Repeat(NamedTuple):
    """A line and its copy: `first` and `second` are their places, `poorer` is the one that says nothing more."""

    first: Span
    second: Span
    poorer: Span


def repeats(document: Document) -> tuple[Repeat, ...]:
    """The lines that a near line repeats, in order."""
    text, described = document.text, "description" in document.meta
    found: list[tuple[str, Repeat]] = []
    seen: dict[str, int] = {}
    copies: dict[str, int] = {}
    for number, block in enumerate(document.blocks):
        if block.kind == "heading":
            # Two sections may begin alike.
            seen.clear()
        shortest = _HEADLINE if number < _TOP else _LONG
        if block.end - block.start < shortest or block.kind in _KINDS or text[block.start] in _ATTRIBUTION:
            continue
        # What the page is about is often its first paragraph.
        if described and is_summary(document, block):
            continue
        key = text[block.start : block.start + _PREFIX].casefold()
        earlier = seen.get(key)
        seen[key] = number
        copies[key] = copies.get(key, 0) + 1
        if earlier is None or number - earlier > _NEAR:
            continue
        above = document.blocks[earlier]
        poorer = _poorer(text[above.start : above.end], text[block.start : block.end], shortest)
        if poorer is not None:
            found.append((key, Repeat(above.span, block.span, block.span if poorer else above.span)))
    # What comes a third time is a refrain, a label of a list, a caption of a live blog.
    return tuple(repeat for key, repeat in found if copies[key] == _TWICE)


def _poorer(first: str, second: str, shortest: int) -> int | None:
    """Which of two lines says nothing more than the other: 0 the first, 1 the second; None if they differ."""
    one, two = _plain(first), _plain(second)
    if min(len(one), len(two)) < shortest or one.endswith(":") or any(sign in first for sign in "{}=;\\`|"):
        return None
    if one == two:
        return 1
    if two.startswith(one) and _CREDIT.match(two, len(one)):
        return 0
    if one.startswith(two) and _CREDIT.match(one, len(two)):
        return 1
    return None


def _plain(line: str) -> str:
    return _SPACES.sub(" ", line).rstrip(" .").casefold()
