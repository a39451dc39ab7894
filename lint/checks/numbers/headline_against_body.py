"""Headlines, summaries and captions whose number the article does not know."""

import re
from collections.abc import Iterator
from itertools import takewhile

from lint import Block, Document, Finding, Note, Span, check
from lint.views.counts import NUMBER, Count, count_of
from lint.views.patterns import pattern

_WORDS = r"(?:\s(?!and\b|but\b|or\b|of\b)[\w’'-]+){0,4}?"
# What happened to the people who are counted: each line is one measure.
_MEASURES = {
    "dead": "killed|dead|die|dies|died|drowned|perished",
    "hurt": "injured|hurt|wounded",
    "held": "arrested|detained|jailed|charged",
}
_VERBS = {
    "dead": "kill|kills|killed|killing",
    "hurt": "injures|injured|injuring|wounds|wounded|wounding",
    "held": "arrest|arrests",
}
_ANY = pattern(rf"(?<![\w$£€.,%/:–-])(?:{NUMBER})", re.IGNORECASE)
_NAMES = {"item": "summary", "caption": "caption"}
_LONGEST_TITLE = 150
_LEAD = 1500
_MOST_READ = 20_000


def _told(measure: str) -> re.Pattern[str]:
    return pattern(
        rf"(?<![\w$£€.,%/:–-])(?P<count>{NUMBER}){_WORDS}\s(?:are\s|were\s|have\sbeen\s|was\s|feared\s)?(?:{_MEASURES[measure]})\b"
        rf"|\b(?:{_VERBS[measure]})\s(?P<count2>{NUMBER})",
        re.IGNORECASE,
    )


_TOLD = {measure: _told(measure) for measure in _MEASURES}


@check(
    severity="info",
    languages=("en",),
    literals=(
        "kill",
        "dead",
        "die",
        "drown",
        "perish",
        "injur",
        "hurt",
        "wound",
        "arrest",
        "detain",
        "jailed",
        "charged",
    ),
)
def headline_against_body(document: Document) -> Iterator[Finding]:
    """A headline, a summary or a caption that counts the dead, the injured or the arrested otherwise than the article.

    The headline was written of an earlier version, or a digit was lost. Check both.

    Shown on request only: a headline may speak of more than its article. It is reported only where the article gives
    one other figure for the same and the number of the headline stands nowhere in it. Left alone: bounds and rounded
    figures that allow both.

    Measured: 14 of 54 headlines whose number was changed are found, and there was no alarm on 12,524 articles.

    ```bad
    ⟦89 killed⟧ in ferry fire off Lagos
    A fire on a ferry off Lagos killed 63 passengers on Sunday, officials said.
    ```
    ```bad {path = "a.md"}
    # Fire on a ferry

    - ⟦89 killed⟧ off Lagos

    A fire on a ferry off Lagos killed 63 passengers on Sunday, officials said.
    ```
    ```good
    89 killed in ferry fire off Lagos
    A fire on a ferry off Lagos killed at least 63 passengers on Sunday; on Monday divers counted 89.
    ```
    ```good
    Dozens killed in ferry fire
    A fire on a ferry off Lagos killed 63 passengers on Sunday, and 12 crew were hurt.
    ```
    """
    heads = _heads(document)
    body = _body(document, heads) if heads else None
    if body is None:
        return
    text, end = document.text, min(len(document.text), body + _MOST_READ)
    for head in heads:
        name = (
            "headline" if head.start < body and head.kind not in ("item", "caption") else _NAMES.get(head.kind, "line")
        )
        for pattern_ in _TOLD.values():
            match = pattern_.search(text, head.start, head.end)
            above = _count(text, match) if match else None
            if match is None or above is None:
                continue
            lead = [
                each
                for each in pattern_.finditer(text, body, min(end, body + _LEAD))
                if not any(other.start <= each.start() < other.end for other in heads)
            ]
            bodies = [count for each in lead if (count := _count(text, each)) is not None]
            if len({(count.low, count.high) for count in bodies}) != 1 or _is_known(text, above, body, end, head):
                continue
            below = bodies[0]
            if above.high < below.low or below.high < above.low:
                few, many = above.span.of(text), below.span.of(text)
                message = f"the {name} says {few}, the article {many}: correct the {name} or the article"
                yield Finding(Span(match.start(), match.end()), message, notes=(Note(_span(lead[0]), f"{many} here"),))


def _heads(document: Document) -> tuple[Block, ...]:
    """What is told beside the article itself: its headline, the points above it, captions."""
    title = _title(document)
    captions = [block for block in document.blocks if block.kind == "caption"]
    above = list(takewhile(lambda block: block.kind != "paragraph" or block is title, document.blocks))
    points = [block for block in above if block.kind == "item"]
    return tuple(block for block in (title, *points, *captions) if block)


def _body(document: Document, heads: tuple[Block, ...]) -> int | None:
    """Where the article itself begins."""
    return next((block.start for block in document.blocks if block.kind == "paragraph" and block not in heads), None)


def _title(document: Document) -> Block | None:
    """The first block, if it reads like a headline."""
    if len(document.blocks) < 2:
        return None
    first = document.blocks[0]
    written = first.span.of(document.text)
    headed = first.kind in ("title", "heading") or not written.rstrip().endswith((".", "!", "”", '"', ":"))
    return first if headed and len(written) <= _LONGEST_TITLE else None


def _is_known(text: str, told: Count, start: int, end: int, head: Block) -> bool:
    """Whether a number, or one that it allows, stands anywhere in the article."""
    places = (match for match in _ANY.finditer(text, start, end) if not head.start <= match.start() < head.end)
    counts = (count_of(text, _span(match)) for match in places)
    return any(count and count.low <= told.high and told.low <= count.high for count in counts)


def _count(text: str, match: re.Match[str]) -> Count | None:
    group = "count" if match["count"] else "count2"
    return count_of(text, Span(match.start(group), match.end(group)))


def _span(match: re.Match[str]) -> Span:
    return Span(match.start(), match.end())
