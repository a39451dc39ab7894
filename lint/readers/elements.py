"""What the elements of HTML mean for text: which make blocks, of what kind, and which show none."""

import re
from functools import lru_cache
from typing import NamedTuple


class Context(NamedTuple):
    """What a block would be that began here; `depth` counts the lists around it."""

    kind: str = "paragraph"
    level: int = 0
    language: str = ""
    depth: int = 0


HEADINGS = {f"h{level}": level for level in range(1, 7)}
KINDS = {
    **dict.fromkeys(HEADINGS, "heading"),
    "title": "title",
    **dict.fromkeys(("li", "dd", "dt"), "item"),
    **dict.fromkeys(("td", "th"), "cell"),
    "blockquote": "quotation",
    **dict.fromkeys(("caption", "figcaption"), "caption"),
}
LISTS = frozenset({"ul", "ol", "dl", "menu", "dir"})
BLOCKS = (
    frozenset(KINDS)
    | LISTS
    | frozenset(
        "address article aside body center details dialog div fieldset figure footer form head header hgroup html "
        "legend main nav option p search section summary table tbody tfoot thead tr".split()
    )
)

# Text that is code: words around it in a sentence are no neighbours. `pre` is a block of it.
CODE = frozenset({"code", "kbd", "samp", "var", "tt", "math"})
# Elements whose content is not shown as text, or shown only where something fails.
UNSEEN = frozenset(
    "script style template svg noscript iframe object audio video canvas select datalist textarea noembed noframes xmp "
    "plaintext pre listing applet".split()
)
HIDDEN = CODE | UNSEEN

# A start tag ends the elements on the left of those that it implies to be over, while they are innermost.
_PARAGRAPH = frozenset({"p"})
_HEADING = frozenset({"p", *HEADINGS})
_CELLS = frozenset({"p", "td", "th", *HEADINGS})
IMPLIED_ENDS = {
    **dict.fromkeys(BLOCKS, _PARAGRAPH),
    **dict.fromkeys(HEADINGS, _HEADING),
    "li": _HEADING | {"li"},
    **dict.fromkeys(("dd", "dt"), _HEADING | {"dd", "dt"}),
    **dict.fromkeys(("td", "th"), _CELLS),
    "tr": _CELLS | {"tr"},
    **dict.fromkeys(("tbody", "thead", "tfoot"), _CELLS | {"tr", "tbody", "thead", "tfoot", "caption"}),
    "body": frozenset({"p", "head", "title"}),
    "option": frozenset({"option"}),
}


_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{1,8}){0,4}")


def language_tag(value: str) -> str:
    """The value where it names a language; "" for templates, nonsense and “undetermined”."""
    value = value.strip()
    return value if _LANGUAGE.fullmatch(value) and value.lower() not in ("und", "mul", "zxx") else ""


@lru_cache(maxsize=1024)
def inner(context: Context, tag: str, language: str) -> Context:
    """The context within an element that stands in this one."""
    kind = KINDS.get(tag)
    depth = context.depth + (tag in LISTS)
    language = language or context.language
    if kind is None:
        return context._replace(language=language, depth=depth)
    return Context(kind, HEADINGS.get(tag, depth if kind == "item" else 0), language, depth)
