"""Notes of translators and editors that were meant for colleagues."""

import re
from collections.abc import Iterator

from lint import Document, Finding, Span, check
from lint.views.folded import folded
from lint.views.mentions import is_mentioned
from lint.views.patterns import pattern, sought
from lint.views.scanning import matches, may_occur

_TASK = sought(
    r"\[(?:check(?: (?:this|spelling|names?|source|date|figures?|quote|translation))?|verify|fact[- ]?check|confirm"
    r"|citation needed|to be (?:checked|confirmed|translated|verified)|not translated|translation missing|missing text"
    r"|text missing|untranslated|tbc|tbd|tk(?:tk)?|todo|fixme|sic\?|name\?|source\?|spelling\?|date\?|rewrite|rephrase"
    r"|delete this|xx+|\?{2,}"
    r"|(?:source|quote|photo|picture|link|caption|name|date|figure|headline|credit|byline|number)s?"
    r" (?:tk|needed|missing|to come|here))(?:[:?!] ?[^\]\n]{0,120})?\](?!\()",
    re.IGNORECASE,
)
_TRANSLATOR = sought(
    r"[\[(](?:(?:the )?translator(?:['’]?s)?(?: notes?| comments?)?|translation notes?|transl?\. note|T/?N|T\.N\.)"
    r" ?[:–—-] ?[^\])\n]{1,240}[\])]",
    re.IGNORECASE,
)
# An editor's note may speak to readers; this one asks a colleague to do something.
_EDITOR = sought(
    r"[\[(](?:note to (?:the )?(?:editor|author|translator|writer|sub|desk|self)s?|(?:editor|author"
    r"|writer|sub)(?:['’]?s)?"
    r" quer(?:y|ies)|AQ|(?:ed|eds|editor)\.?(?:['’]s)?(?: note)?)"
    r" ?[:–—-] ?(?=[^\])\n]{0,120}(?:\?|\b(?:please|check|confirm|verify|rewrite|cut|add|fix|do we"
    r"|should we|can we|could you"
    r"|TK|needs?)\b))[^\])\n]{1,240}[\])]",
    re.IGNORECASE,
)
# The source's own notes, which translation leaves as they are.
_SOURCE = sought(
    r"\b(?:NDLR|NdT|NDT|N\.? ?d\.? ?l\.? ?[rR]\b\.?|N\. ?d\. ?T\.?|N\. ?de ?(?:la ?)?R\.|N\. ?del ?T\."
    r"|Anm\. ?d\. ?(?:Red|Ü)\w*\.?)"
    r"|(?i:\bnota (?:de (?:la )?redacción|del (?:editor|traductor)|da redação|do tradutor"
    r"|della redazione|del traduttore))"
    r"|(?i:\bnote (?:de la rédaction|d[ue] traduct(?:eur|rice))"
    r"|\banmerkung (?:der (?:red\w+|übersetzerin)|des übersetzers))"
    r"|(?i:\bприм(?:ечание|ітка) (?:ред|пер|авт)\w*)|译者注|译注|编者按|编者注"
    r"|(?i:\bприм(?:еч)?\. ?(?:ред|пер|авт)\w*\.?|\bprzyp\. ?(?:red|tłum|aut)\w*\.?)"
)
_TO_COME = sought(
    r"\bTK(?: ?TK){1,4}\b"
    r"|(?<![\w.])TK(?= (?:people|percent|years?|million|billion|times|words|names?|date|quote)\b|[.,;)] |\.?$)",
    re.MULTILINE,
)
_NAMED_TK = sought(r"(?<!TK )\bTK (?!TK\b)[A-Z]|\b(?!TK\b)[A-Z]\w* TK\b|\bTK['’]s")
_BLANK = sought(r"(?<![\w./*-])X{3,6}(?= [a-z]|[.,;)])")
_BEFORE = pattern(r"(?<![^\W_])([^\W\d_]{1,20}) ?\Z")
_BEGINNINGS = frozenset("a about an around at by for from in of on over some the with".split())
_ADULT = pattern(r"rated|film|movie|video|site|content|porn|adult|hot\b", re.IGNORECASE)
_TRACKED = sought(
    r"^(?:Commented|Comment) \[[A-Z]{1,4}\d{1,3}\]:|^Formatted: (?:Font|Left|Indent|Justified|English|Normal)\b",
    re.MULTILINE,
)
_CONFLICT = sought(r"^(?:<{7}|>{7}) [\w./-]{1,60}$", re.MULTILINE)
_TO_DO = sought(
    r"^(?-i:TODO|FIXME): \w[^\n]{0,120}"
    r"|^(?:headline|caption|body copy|body text|photo|byline) (?:goes here|to come|tk)\.?$",
    re.MULTILINE | re.IGNORECASE,
)

_MOST, _LONGEST, _NEAR = 6, 60, 24


_AS_A_TASK = "is a task for a colleague: do it, then take it out"
# Each with what a text must hold of it, in lower case.
_NOTES = (
    (_TASK, ("[",), _AS_A_TASK),
    (
        _TRANSLATOR,
        ("translator", "translation note", "transl. note", "transl note", "trans. note", "t/n", "tn", "t.n."),
        "is a note of the translator: decide it, then take it out",
    ),
    (
        _EDITOR,
        ("(note to", "[note to", "query", "queries", "(aq", "[aq", "(ed", "[ed"),
        "is a question to a colleague: answer it, then take it out",
    ),
    (
        _SOURCE,
        (
            *("ndlr", "ndt", "n.d.", "n. d.", "n.d ", "n d l", "n. de", "n.de", "anm.", "прим", "przyp", "nota de"),
            *("nota da", "nota do", "note de la r", "note du t", "note de t", "anmerkung d", "译者注", "译注", "编者"),
        ),
        "is a note in the source's language: write “editor's note” or take it out",
    ),
    (_TRACKED, ("commented [", "comment [", "formatted: "), "is left of tracked changes: take it out"),
    (_TO_DO, ("todo: ", "fixme: ", " goes here", " to come", " tk"), _AS_A_TASK),
    (_CONFLICT, ("<<<<<<< ", ">>>>>>> "), "is left of a merge of two versions: choose one"),
)
_BLANKS = ("tk", "xxx")


@check(severity="warning", literals=(*(literal for _, literals, _ in _NOTES for literal in literals), *_BLANKS))
def editors_notes(document: Document) -> Iterator[Finding]:
    """A note for colleagues that was left in: “[Translator's note: …]”, “TK”, “[CHECK]”, “(NDLR)”, tracked changes.

    Translators and editors mark what is still to do: “[CHECK]”, “TK” for what is to come, XXX for a blank, “[Note to
    editor: …]”. Do it, and take the mark out. Notes of the source, such as the French NDLR or the Russian “прим. ред.”,
    need an English form: “editor's note”.

    Left alone are editor's notes that speak to readers, what transcripts say in brackets (“[inaudible]”, “[sic]”,
    “[laughs]”), numerals (Super Bowl XXX), names with TK, masked numbers (555-XXXX), and links.

    Nothing was reported in 1.4 million words of clean prose, and five forgotten tasks in 1,584 pages of technical
    documentation; how many are found was not measured.

    ```bad
    The bridge was built in 1904 ⟦[CHECK]⟧ by ⟦TK⟧ people. ⟦[Translator's note: the river, not the town]⟧
    ```
    ```bad
    It cost ⟦XXX⟧ euros ⟦(Note to editor: please confirm)⟧. “He (the mayor, ⟦NDLR⟧) knew it,” she said.
    ```
    ```bad
    ⟦Commented [AB1]:⟧ is this the right year?
    ```
    ```good
    [Editor's note: This article was updated on Monday.] “I saw [inaudible] there [sic],” he said at Super Bowl XXX. TK
    Maxx, whom TK's rivals fear, has the number 555-XXXX. See [check](https://example.org).
    ```
    """
    lower = document.view(folded)
    for expression, literals, message in _NOTES:
        if not (may_occur(document, expression) and any(literal in lower for literal in literals)):
            continue
        for match in matches(document, expression):
            span = Span(match.start(), match.end())
            if not is_mentioned(document, span):
                yield Finding(span, f"“{_short(match[0])}” {message}")
    if may_occur(document, _TO_COME, _BLANK) and any(blank in lower for blank in _BLANKS):
        if not any(matches(document, _NAMED_TK)):
            yield from _blanks(document, _TO_COME)
        yield from _blanks(document, _BLANK)


def _blanks(document: Document, expression: re.Pattern[str]) -> Iterator[Finding]:
    text = document.text
    found = [m for m in matches(document, expression) if not _is_name(text, m.start(), m.end())]
    # What stands again and again is a name.
    if len(found) <= _MOST:
        for match in found:
            span = Span(match.start(), match.end())
            if not is_mentioned(document, span):
                yield Finding(span, f"“{match[0]}” stands for something to come: put it in")


def _is_name(text: str, start: int, end: int) -> bool:
    """Whether a numeral or a name is more likely than a blank."""
    before = _BEFORE.search(text, max(0, start - _NEAR), start)
    named = before is not None and before[1][0].isupper() and before[1].lower() not in _BEGINNINGS
    return named or bool(_ADULT.match(text, end + 1))


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST].rstrip()}…"
