"""Spellings that the house has decided."""

import re
from collections.abc import Iterator

from lint import Document, Edit, Finding, Fix, Settings, Span, check
from lint.views import words
from lint.views.house import declared_by_sound
from lint.views.patterns import pattern

# Within an address, a handle, a file name a spelling is not the author's.
_BEFORE = pattern(r"[\w@#/\\.]\Z|\w['’]\Z")
_AFTER = pattern(r"\w|[.@/\\]\w|['’](?!s\b)\w")


def _wrong_spellings(settings: Settings) -> tuple[str, ...]:
    """What a text must hold; nothing in particular where a name is to be found by its sound."""
    if any(not wrong for _, wrong in settings.house):
        return ()
    return tuple(spelling for _, wrong in settings.house for spelling in wrong)


@check(severity="warning", languages=("en",), literals=_wrong_spellings)
def house_spellings(document: Document) -> Iterator[Finding]:
    """A spelling that the house has decided against.

    The table `[lint.house]` of the configuration holds the right spellings, each with the wrong ones:
    `Kyiv = ["Kiev"]`. Wrong ones are found as they are written, in capitals, and, if they are written small, at the
    head of a sentence. A name with an empty list, `Bakhmut = []`, is only declared: then every capitalised word that
    may be the same name in another transliteration is reported. Replacing what the house lists is safe; what was found
    by its sound may be another name, so that fix is only offered.

    Speaks only where a house has such a table, so there is no precision to measure: what is listed is right by decree.
    Parts of addresses, handles and file names are left alone, and so is a wrong spelling inside the right one.

    ```bad {house = {Kyiv = ["Kiev"]}}
    Trains from ⟦Kiev⟧ were late again.
    ```
    ```fixed
    Trains from Kyiv were late again.
    ```
    ```bad {house = {adviser = ["advisor"]}}
    ⟦Advisor⟧ or clerk, nobody answered.
    ```
    ```fixed
    Adviser or clerk, nobody answered.
    ```
    ```bad {house = {Bakhmut = []}}
    The road to ⟦Pakmut⟧ is closed.
    ```
    ```good {house = {Kyiv = ["Kiev"]}}
    Trains from Kyiv were late again; see kiev.example.org or @Kiev.
    ```
    ```good
    Trains from Kiev were late again.
    ```
    """
    for right, wrong in document.settings.house:
        for spelling in wrong:
            for span, replacement in _listed(document, spelling, right):
                yield _finding(document, span, replacement, safe=True)
    for name, right in document.view(declared_by_sound).items():
        for span in _places(document, name):
            yield _finding(document, span, right, safe=False)


def _finding(document: Document, span: Span, right: str, *, safe: bool) -> Finding:
    found = document.text[span.start : span.end]
    said = (
        f"the house writes “{right}”, not “{found}”" if safe else f"“{found}” may be “{right}”, as the house writes it"
    )
    return Finding(span, said, fix=Fix(f"Write “{right}”", (Edit(span, right),), safe=safe))


def _listed(document: Document, wrong: str, right: str) -> Iterator[tuple[Span, str]]:
    forms = {wrong: right, wrong.upper(): right.upper()}
    if wrong.islower():
        forms[wrong[0].upper() + wrong[1:]] = right[0].upper() + right[1:]
    for form, replacement in forms.items():
        for span in _places(document, form):
            if not _inside(document.text, span, form, replacement):
                yield span, replacement


def _places(document: Document, form: str) -> Iterator[Span]:
    text, unique = document.text, document.view(words)
    if form in unique:
        places: Iterator[Span] = iter(unique[form].spans)
    elif form.isalpha():
        return
    else:
        places = (Span(m.start(), m.end()) for m in re.finditer(re.escape(form), text))
    for span in places:
        if not _BEFORE.search(text[max(0, span.start - 2) : span.start]) and not _AFTER.match(text, span.end):
            yield span


def _inside(text: str, span: Span, wrong: str, right: str) -> bool:
    """Whether the place is part of the right spelling already, as “Union” is of “European Union”."""
    at = right.find(wrong)
    return at >= 0 and span.start >= at and text.startswith(right, span.start - at)
