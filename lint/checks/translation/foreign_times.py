"""Times of day as other languages write them."""

from collections.abc import Iterator

from lint import Document, Edit, Finding, Fix, Note, Span, check
from lint.views.conventions import conventions, is_in_address
from lint.views.mentions import is_mentioned
from lint.views.patterns import pattern, sought
from lint.views.scanning import matches

_HOUR = r"(?P<{0}hour>[01]?\d|2[0-4])"
_TIME = sought(
    r"(?<![\w.,:/])(?:"
    r"(?:(?<=\bat )|(?<=\bby )|(?<=\bto )|(?<=\band )|(?<=\bfrom )|(?<=\buntil )|(?<=\btill )|(?<=\baround )"
    r"|(?<=\babout )|(?<=\bbefore )|(?<=\bafter )|(?<=\bsince )|(?<=\bbetween )|(?<=day )|(?<=\())"
    + _HOUR.format("french_")
    + r" ?h ?(?P<french_minute>[0-5]\d)\b"
    r"|" + _HOUR.format("oclock_") + r"[.:](?P<oclock_minute>[0-5]\d) (?:o['’]clock|Uhr)\b"
    r"|" + _HOUR.format("uhr_") + r" Uhr\b)"
)
_ENGLISH = pattern(r"(?<![\d.:])\d{1,2}:[0-5]\d\b(?! o['’]clock| Uhr)|\b\d{1,2} ?[ap]\.?m\b")


@check(
    severity="warning", languages=("en",), literals=(*(f"{n}h" for n in range(10)), " h ", "o'clock", "o’clock", "uhr")
)
def foreign_times(document: Document) -> Iterator[Finding]:
    """A time of day as another language writes it: “at 17h30”, “14.30 Uhr”, “20.48 o’clock”.

    French puts an h between hours and minutes, German says Uhr where English says nothing, and “o’clock” takes full
    hours only. Whether the house writes 17:30 or 5:30 p.m., only you can say, so the fix is offered, not made.

    An article that does so three times or more and never writes a time the English way is reported once.

    Left alone are durations (“a race of 2h30”), times with a point alone (“at 20.48”, which is British), full hours
    (“ten o’clock”), and codes. Nothing was reported in 1.4 million words of clean prose.

    ```bad
    The collision happened at ⟦21h40⟧; the last train left at 10:15.
    ```
    ```fixed
    The collision happened at 21:40; the last train left at 10:15.
    ```
    ```bad
    The shop opens at ⟦14.30 Uhr⟧ and closes at ⟦20.48 o’clock⟧.
    ```
    ```good
    She ran it in 2h30, after ten o’clock, at 20.48, at 17:30, and slept for 1h45.
    ```
    """
    text = document.text
    places = []
    for match in matches(document, _TIME):
        if is_in_address(text, match.start()):
            continue
        hour = match["french_hour"] or match["oclock_hour"] or match["uhr_hour"]
        minute = match["french_minute"] or match["oclock_minute"] or "00"
        places.append((Span(match.start(), match.end()), f"{hour}:{minute}"))
    places = [place for place in places if not is_mentioned(document, place[0])]
    for found in conventions(places, mixed=bool(places and _ENGLISH.search(text))):
        fix = Fix("Write it the English way", tuple(Edit(span, new) for span, new in found.right))
        notes = tuple(Note(span, "here, too") for span in found.others)
        what = f"“{found.span.of(text)}” is no English time: write “{found.places[0][1]}”, or with a.m. or p.m."
        message = found.message(what)
        yield Finding(found.span, message, fix=fix if fix.edits else None, notes=notes)
