"""Markup that stands in the text as letters."""

from collections.abc import Iterator

from lint import Document, Finding, Span, check
from lint.views.patterns import pattern

_TAGS = (
    "a|abbr|article|aside|b|blockquote|br|button|caption|center|cite|code|dd|del|div|dl|dt|em|embed|figcaption|figure|font|"
    "footer|form|h[1-6]|header|hr|i|iframe|img|input|ins|label|li|link|main|meta|nav|noscript|ol|object|option|p|picture|pre|"
    "script|section|select|small|source|span|strike|strong|style|sub|sup|svg|table|tbody|td|th|thead|time|tr|u|ul|video"
)
_KINDS = (
    (rf"</(?i:{_TAGS})>|<(?i:br|hr|p|div|b|i|em|strong|li|ul|ol|h[1-6]|blockquote)[ ]?/?>", "a tag of HTML"),
    (rf"<(?i:{_TAGS}) [a-zA-Z\-]{{1,30}} ?= ?[\"'“”][^<>\n]{{0,400}}>", "a tag of HTML"),
    (r"<!--[^\n]{0,200}?-->", "a comment of HTML"),
    (
        r"\[/?(?:caption|gallery|embed|video|audio|shortcode|vc_\w{1,30}|et_pb_\w{1,30}|su_\w{1,30}|contact-form-7)"
        r"(?: [^\[\]\n]{1,300})?\]",
        "a shortcode",
    ),
    (r"\[/(?:b|i|u|url|img|quote|color|size|list)\]|\[(?:url|color|size|img)=[^\[\]\n]{1,200}\]", "a tag of a forum"),
    (r"\{\{(?i:cite|citation|main|see also|reflist|infobox|lang)\b[^{}\n]{0,200}\}\}", "a template of a wiki"),
    (r"\[\[(?:File|Image|Category|Datei|Fichier):[^\[\]\n]{1,200}\]\]", "a link of a wiki"),
)
_ANY = pattern("|".join(f"(?P<k{number}>{pattern})" for number, (pattern, _) in enumerate(_KINDS)))
_QUOTED = ("``", "“”", "‘’", '""', "''", "()")


@check(
    severity="warning",
    literals=(
        "</",
        "<",
        "[/",
        "[caption",
        "[gallery",
        "[embed",
        "[video",
        "[audio",
        "[shortcode",
        "[vc_",
        "[et_pb_",
        "[su_",
        "[contact-form-7",
        "[url=",
        "[color=",
        "[size=",
        "[img=",
        "{{",
        "[[",
    ),
)
def leftover_markup(document: Document) -> Iterator[Finding]:
    """Markup that a reader would see as letters: tags of HTML, shortcodes, templates of a wiki.

    It was to be carried out or taken away when the text was copied, and was not. Delete it, or carry it out by hand; a
    tag may have stood for a line break or for a link that is wanted, so there is no fix.

    Leaves alone tags between backticks, quotation marks or brackets, about which an article speaks; lines that look
    like code; comparisons (a < b > c); types such as List<String>; and HTML and Markdown files, in which markup is
    markup.

    ```bad
    The bridge ⟦<strong>⟧was closed⟦</strong>⟧ at noon.
    ```
    ```bad
    ⟦[caption id="7" align="left"]⟧The old bridge⟦[/caption]⟧
    ```
    ```good
    The tag `<br>` breaks a line, “<p>” begins a paragraph; List<String> is a type, and 3 < 5 > 2.
    ```
    """
    text = document.text
    for found in _ANY.finditer(text):
        start, end = found.span()
        if text[max(0, start - 1) : start] + text[end : end + 1] not in _QUOTED:
            what = _KINDS[int((found.lastgroup or "k0")[1:])][1]
            shown = found[0] if len(found[0]) <= 40 else found[0][:39] + "…"
            yield Finding(Span(start, end), f"“{shown}” is {what}, left over in the text: delete it or carry it out")
