"""A comma without the space behind it."""

from collections.abc import Iterator

from lint import Document, Edit, Finding, Fix, Span, check
from lint.views.patterns import pattern, sought
from lint.views.scanning import matches

# The mark stands first, as a search for a mark skips most of the text at once.
_GLUED = sought(r"[,;!?](?=[A-Za-z])(?:(?<=[a-z][a-z)],)(?=[A-Za-z][a-z]|[aI] )|(?<=[a-z]{2}[;!?])(?=[A-Z][a-z]))")
_TOKEN = pattern(r"[^\s,;!?]{1,60}")
# Lists of names without spaces, addresses, code.
_OTHER = pattern(r"[@/\\_=<>#{}\[\]|~`]|\.\w|\w\(|[A-Z]{2}|[a-z][A-Z]")
_MARK = pattern("[,;!?:]")
_FARTHEST = 60


@check(severity="info", languages=("en",))
def missing_space(document: Document) -> Iterator[Finding]:
    """A comma, semicolon, question or exclamation mark that is stuck to the next word.

    Where two pieces of text are put together, the space behind the mark gets lost. Behind a comma between two words it
    is put in safely.

    Hidden by default for want of figures: 2 reports in 400,000 words of clean prose and 1 in 390,000 words of other
    news and blogs, all right.

    Leaves alone numbers, addresses, code, tags and lists without any space (a,b,c), names such as Yahoo!News, and
    what stands so more than once. Two words joined by a full stop belong to the checks of words.

    ```bad
    They saved time⟦,⟧money and nerves.
    ```
    ```fixed
    They saved time, money and nerves.
    ```
    ```bad
    Is it true⟦?⟧Nobody knows.
    ```
    ```good
    It cost 1,200 at https://example.org/a,b?Cd and in the list red,green,blue; Yahoo!News said, Yahoo!News wrote.
    ```
    """
    text = document.text
    seen: dict[str, int] = {}
    faults = []
    for found in matches(document, _GLUED):
        start, end = found.span()
        before = text[max(0, start - _FARTHEST) : start].rsplit(maxsplit=1)[-1]
        after = (_TOKEN.match(text, end) or found)[0].rstrip('.…”"’)')
        key = f"{before}{found[0]}{after}"
        seen[key] = seen.get(key, 0) + 1
        # A list without any space goes on behind the next word.
        listed = found[0] == "," and text[end + len(after) : end + len(after) + 1] == ","
        named = found[0] != "," and not before.islower()
        if not listed and not named and not _OTHER.search(f"{before} {after}") and not _MARK.search(before):
            faults.append((Span(start, end), key, found[0]))
    for span, key, mark in faults:
        if seen[key] == 1:
            fix = Fix("Put in the space", (Edit(span, f"{mark} "),), safe=mark == ",")
            yield Finding(span, f"a space is missing behind “{mark}”", fix=fix)
