"""Residue of feeds and links inside a paragraph."""

import re
from collections.abc import Iterator

from lint import Document, Edit, Finding, Fix, Span, check
from lint.views.patterns import sought
from lint.views.scanning import matches

_TEASERS = (
    "read more", "continue reading", "keep reading", "lire la suite", "leer más", "sigue leyendo", "leggi tutto",
    "continua a leggere", "leia mais", "continue lendo", "weiterlesen", "czytaj więcej", "czytaj dalej",
    "читать далее", "читать дальше", "читати далі", "διαβάστε περισσότερα",
)  # fmt: skip
_LITERALS = (
    *_TEASERS,
    "chars]",
    "related:",
    "also read:",
    "read also:",
    "see also:",
    "read:",
    "watch:",
    "readmore:",
    "appeared first on",
    "first appeared on",
)
# A feed cuts a text and counts the rest; a teaser ends in a link; a link in brackets has the title of its target.
_CUT = sought(r"[^\S\n]{0,2}(?:(?:…|\.\.\.)[^\S\n]?)?\[\+\d{1,7} chars\]", re.IGNORECASE)
_TEASER = sought(
    r"(?:…|\.\.\.|\[…\]|\[\.\.\.\]|\[&hellip;\])[^\S\n]{0,3}[\[(]?(?:click here to )?(?:"
    + "|".join(phrase.replace(" ", r"[^\S\n]") for phrase in _TEASERS)
    + r")[\])]?[^\S\n]{0,3}(?:…|\.\.\.|[»›→.>]{1,2})?[^\S\n]{0,9}(?=\n|\Z)",
    re.IGNORECASE,
)
_BRACKETED = sought(
    r"[^\S\n]?(?P<open>[\[(])(?i:related|also read|read also|see also|read ?more|read|watch): (?-i:[A-Z0-9“\"'‘])"
    r"[^\[\]()\n]{8,160}(?P<close>[\])])"
)
# What feeds of WordPress put behind the last sentence: “The post <title> appeared first on <site>.”
_FOOTER = sought(
    r"(?:(?<=[.!?…”\"')\]])[^\S\n]|[^\S\n]?(?:\[…\]|\[\.\.\.\])[^\S\n])The post [A-Z0-9“\"'‘][^\n]{5,200}?"
    r" (?:appeared first|first appeared) on [A-Z0-9][^\n.!?]{1,60}\.?(?=\n|\Z)"
)


@check(severity="warning", literals=_LITERALS)
def inline_residue(document: Document) -> Iterator[Finding]:
    """What a feed or a link left inside a paragraph: “… Read More”, “[+4967 chars]”, “[READ: Ferry returns]”.

    Feeds cut an article and write how much is missing, teasers end in a link to the whole, and links to other
    articles stand in brackets in the middle of a sentence. Only the residue is reported and removed, never the
    paragraph; where a text was cut, look for the rest of it.

    Sentences that speak of reading more, or of a post that somebody wrote, are left alone, and so are brackets that
    refer to a section or a source.

    Measured: no report in 400,000 words of clean prose; the labelled sets hold too few such places for a recall.

    ```bad
    The council met on Monday and⟦… [+4967 chars]⟧
    ```
    ```fixed
    The council met on Monday and
    ```
    ```bad
    The keeper has lived in the tower for forty years⟦... Read More⟧
    ```
    ```bad
    The ferry is late⟦ [READ: Council delays the vote on the ferry]⟧ and nobody knows why.
    ```
    ```fixed
    The ferry is late and nobody knows why.
    ```
    ```bad
    Nobody was hurt.⟦ The post How to mend a net appeared first on Net Menders.⟧
    ```
    ```fixed
    Nobody was hurt.
    ```
    ```good
    He has deleted his account. The post, which he regrets, first appeared on Facebook.
    ```
    ```good
    She wanted to read more... and more.
    ```
    ```good
    The tides differ (see also: section 4) by an hour.
    ```
    """
    for residue, message in (
        (_CUT, "a feed cut the text here: find the rest of it, and take the counter out"),
        (_TEASER, "this was a link to the whole article: take it out, and look whether the text goes on"),
        (_FOOTER, "a feed put its own address here: take it out"),
        (_BRACKETED, "this was a link to another article: take it out"),
    ):
        for match in matches(document, residue):
            if residue is _BRACKETED and (match["open"] == "[") != (match["close"] == "]"):
                continue
            span = Span(*match.span())
            yield Finding(span, message, fix=Fix("Remove the residue", (Edit(span, ""),)))
