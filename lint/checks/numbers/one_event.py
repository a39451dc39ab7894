"""One event with two numbers of dead."""

import re
from collections.abc import Iterator
from itertools import combinations

from lint import Document, Finding, Note, check
from lint.views.attribution import is_hedged
from lint.views.casualties import Casualties, casualties
from lint.views.patterns import pattern

# Tolls change with time, and articles look back.
_TIME = pattern(
    r"\b(?:initial\w*|earlier|previous\w*|at\sfirst|later|since|rose|risen|rises|rising|climb\w*|revised|updated|lowered|raised|"
    r"now|so\sfar|then|last|another|more|further|additional|similar|ago|first|second|other|others|different|including|instantly|"
    r"immediately|of\s(?:them|whom|those))\b",
    re.IGNORECASE,
)


@check(severity="info", languages=("en",), literals=("killed", "died", "perished", "claimed", "left"), view=casualties)
def one_event(document: Document) -> Iterator[Finding]:
    """One event with two numbers of dead: “the blast killed nine”, and farther down “the blast killed twelve”.

    Both figures cannot be right, unless the text says that the toll changed, or who counted what. Check them, and say
    so where it changed.

    Shown on request only: which event a sentence speaks of it infers from the same word and the same places and days.
    Names of one source stand in the table `sources` of the configuration.

    Measured: three of three written cases are found, none of six real sentences that were changed; no alarm on 10,135
    articles.

    Left alone: figures that two sources give, tolls that are said to change, bounds that allow both, and events of
    other years or places.

    ```bad
    A blast in Oran killed nine people on Sunday. Windows broke a mile away. ⟦The blast in Oran killed twelve people⟧,
    the mayor said.
    ```
    ```bad {sources = {"Interior Ministry" = ["the ministry"]}}
    The Interior Ministry said the blast killed nine people. ⟦The blast killed twelve people⟧, the ministry said.
    ```
    ```good
    A blast in Oran killed nine people on Sunday. In 2011, a blast in Oran killed twelve people.
    ```
    ```good
    The army said the blast killed nine people. Doctors said the blast killed twelve people.
    ```
    ```good
    At first nine people died in the blast. Later the toll rose: twelve people were killed in the blast.
    ```
    ```good
    At least nine people died in the blast. The blast killed twelve people, and another fire killed two.
    ```
    """
    text = document.text
    told = [
        each for each in document.view(casualties) if not _TIME.search(text, each.sentence.start, each.sentence.end)
    ]
    seen: set[int] = set()
    for first, second in combinations(told, 2):
        if second.span.start in seen or not _is_one_event(first, second) or _agree(first, second):
            continue
        if is_hedged(document, first.count.span, second.count.span):
            continue
        seen.add(second.span.start)
        few, many = first.count.span.of(text), second.count.span.of(text)
        message = (
            f"the text says {many} here and {few} of the same {first.event} above: check both, or say what changed"
        )
        yield Finding(second.span, message, notes=(Note(first.span, f"{few} here"),))


def _agree(first: Casualties, second: Casualties) -> bool:
    return first.count.low <= second.count.high and second.count.low <= first.count.high


def _is_one_event(first: Casualties, second: Casualties) -> bool:
    if first.event != second.event or first.people != second.people or not second.definite:
        return False
    if first.sourced and second.sourced and not (first.source and first.source == second.source):
        return False
    return _fits(first.places, second.places) and _fits(first.times, second.times)


def _fits(first: frozenset[str], second: frozenset[str]) -> bool:
    """Nothing is named in the second that the first does not name, unless the first names nothing."""
    return not first or second <= first or first <= second
