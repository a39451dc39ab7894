"""Placeholders that nobody filled in."""

from collections.abc import Iterator
from itertools import chain

from lint import Document, Finding, Span, check
from lint.views.lines import lines_at
from lint.views.occurrences import occurrences
from lint.views.patterns import pattern

_KINDS = (
    # {{name}}, ${user.name}, [[NAME]] of templates
    (r"\{\{[^\S\n]{0,4}[#/^&>]?[\w.\- |]{1,60}[^\S\n]{0,4}\}\}", "a placeholder of a template"),
    (r"(?<![\w$])\$\{[A-Za-z_][\w.]{0,60}\}", "a placeholder of a template"),
    (r"(?<![\w{}/$])\{[0-9]\}(?![\w{}])", "a placeholder for a value"),
    (r"(?<![\w%])%(?:[0-9]\$)?[sd](?![\w%])", "a placeholder for a value"),
    # What machine translation and tokenising leave
    (r"<(?:unk|UNK|s|/s|pad|PAD|bos|eos|sep|mask)>|\[(?:UNK|PAD|SEP|CLS|MASK)\]", "a sign of a language model"),
    (r"(?<=\s)@[-.,/]@(?=\s)|(?<!\w)@@(?=\s)", "a sign of a tokeniser"),
    (r"\[object Object\]", "what a program writes instead of a value"),
    (r"\b(?ai:lorem ipsum)\b", "filler text"),
    (r"\[(?ai:insert|enter|your|add)(?: [\w/'’]{1,20}){1,4}(?: here)?\]", "a note to fill in"),
    (r"\b(?ai:insert|your) (?:text|caption|headline|name|title) here\b", "a note to fill in"),
)
_ANY = pattern("|".join(f"(?P<k{number}>{pattern})" for number, (pattern, _) in enumerate(_KINDS)))
_LITERALS = (
    *("{{", "${", *(f"{{{digit}}}" for digit in range(10)), "%s", "%d", *(f"%{digit}$" for digit in range(10))),
    *(
        "<unk>",
        "<s>",
        "</s>",
        "<pad>",
        "<bos>",
        "<eos>",
        "<sep>",
        "<mask>",
        "[unk]",
        "[pad]",
        "[sep]",
        "[cls]",
        "[mask]",
    ),
    *("@-@", "@.@", "@,@", "@/@", "@@", "[object object]", "lorem ipsum", "[insert ", "[enter ", "[your ", "[add "),
    *("text here", "caption here", "headline here", "name here", "title here"),
)
_QUOTED = ("``", "“”", "‘’", '""', "''", "()")


@check(severity="warning", literals=_LITERALS)
def placeholders(document: Document) -> Iterator[Finding]:
    """A placeholder that was never filled in.

    Templates write {{name}} where a name is to stand, programs {0} or %s, language models <unk> for a word that they do
    not know, designers lorem ipsum for a text to come. A reader should see none of them. What belongs there, only the
    source can say, so there is no fix.

    No false alarm in 400,000 words of clean prose, technical blogs among them. Leaves alone placeholders between
    backticks, quotation marks or brackets, about which an article speaks; lines that look like code; sets such as
    {1, 2}; and the editor's brackets in quotations ([the] river).

    ```bad
    Dear ⟦{{first_name}}⟧, your parcel is on its way.
    ```
    ```bad
    The road was closed for ⟦%s⟧ hours, the ⟦<unk>⟧ said.
    ```
    ```bad
    The winner is ⟦[insert name]⟧. ⟦Lorem ipsum⟧ dolor sit amet.
    ```
    ```good
    Write `{0}` or “%s”, and 100% sure it is: “We saw [the] river.”
    ```
    ```good
    print("%s" % name); return {0};
    ```
    """
    text = document.text
    lines = lines_at(text, document.view(occurrences, *_LITERALS))
    for found in chain.from_iterable(_ANY.finditer(text, *line) for line in lines):
        start, end = found.span()
        if text[max(0, start - 1) : start] + text[end : end + 1] in _QUOTED or _is_code(text, start, end):
            continue
        what = _KINDS[int((found.lastgroup or "k0")[1:])][1]
        yield Finding(Span(start, end), f"“{found[0]}” is {what}: put in what belongs here")


_CODE = pattern(r"[;=`]|\w\(|::|->|//|\\")
_AROUND = 60


def _is_code(text: str, start: int, end: int) -> bool:
    line_start = max(text.rfind("\n", max(0, start - _AROUND), start) + 1, start - _AROUND, 0)
    line_end = text.find("\n", end, end + _AROUND)
    line_end = line_end if line_end >= 0 else end + _AROUND
    return bool(_CODE.search(text, line_start, start) or _CODE.search(text, end, line_end))
