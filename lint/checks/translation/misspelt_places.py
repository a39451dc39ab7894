"""A town in a spelling that nobody uses."""

from collections.abc import Iterator

from lint import Document, Edit, Finding, Fix, Span, check
from lint.views import words
from lint.views.gazetteer import misspelt_towns
from lint.views.patterns import pattern

_PLACES_LOOKED_AT = 20
# Beside a capital a name is a person's, or part of a longer one.
_CAPITAL_BEFORE = pattern(r"([A-Z][\w’'.-]*) \Z")
_CAPITAL_AFTER = pattern(r" [A-Z]")
_BEGINNINGS = frozenset(
    "a after and as at before but by for from if in inside into near of off on or outside since the to toward towards "
    "until via when where while with".split()
)


@check(severity="warning", languages=("en",), view=misspelt_towns)
def misspelt_places(document: Document) -> Iterator[Finding]:
    """A town in a spelling that nobody uses: Makhivka for Makiivka.

    A name that passes through several alphabets comes back damaged. An unknown name is compared with the towns of the
    countries that the document names, if they write in another script: it must sound like a town of 30,000 people and
    differ from it by two letters at most, without being one of the spellings that GeoNames knows. What stands beside a
    first name or a surname is a person; syllables of Chinese or Japanese are left alone, because there one letter makes
    another name.

    Rare: one report in 1.8 million words of prose, and that was right; none on WMT21's machine translation.

    ```bad
    Ukraine said that ⟦Gramatorsk⟧ was shelled.
    ```
    ```good
    Belgium said that Gramatorsk was shelled.
    ```
    ```good
    Ukraine said that Makiivka and Makeyevka are one place.
    ```
    ```good
    Ukraine said that Oleh Gramatorsk was there.
    ```
    """
    unique = document.view(words)
    for name, (town, country) in document.view(misspelt_towns).items():
        spans = unique[name].spans
        if any(_part_of_longer_name(document.text, span) for span in spans[:_PLACES_LOOKED_AT]):
            continue
        for span in spans:
            yield Finding(
                span,
                f"“{name}” looks like “{town}” ({country}): check the spelling",
                fix=Fix(f"Write “{town}”", (Edit(span, town),)),
            )


def _part_of_longer_name(text: str, span: Span) -> bool:
    before = _CAPITAL_BEFORE.search(text[max(0, span.start - 30) : span.start])
    if before and before[1].lower() not in _BEGINNINGS:
        return True
    return _CAPITAL_AFTER.match(text, span.end) is not None
