"""Template tags of site generators: code, wherever they stand in an article."""

import re
from collections.abc import Iterator

from lint.document import OBJECT

# Hugo's shortcodes; tags and output of Jekyll, Hugo, Eleventy; kramdown's attribute lists.
_OPENING = re.compile(r"\{\{<|\{\{%|\{%|\{\{|\{:")
_CLOSING = {"{{<": ">}}", "{{%": "%}}", "{%": "%}", "{{": "}}", "{:": "}"}
# A stray bracket is to swallow no article.
_LONGEST = {"{{<": 2000, "{{%": 2000, "{%": 1000, "{{": 500, "{:": 200}
# What stands between a tag of these names and its end is code, or is not shown.
_PAIRED = re.compile(r"\{\{[<%]\s?(highlight|mermaid|math)\b|\{%-?\s?(highlight|comment|raw|capture)\b")
_FARTHEST_END = 20_000
_NOT_LINE_END = re.compile(r"[^\r\n]+")


_CONTROL = re.compile(r"\{%-?\s?[a-z]\w{0,30}[\s%-]|\{\{[<%]\s?/?\s?[a-z]")


def masked(source: str, start: int) -> str:
    """The source with an object in place of each character of a template tag behind `start`; lines stay as they are.

    Site generators look for template tags only below front matter, or in parts of pages, which hold tags that steer;
    elsewhere `{{name}}` is what a reader of the article will see.
    """
    if not start and not _CONTROL.search(source):
        return source
    parts = []
    at = 0
    for begin, end in _tags(source, start):
        parts += [source[at:begin], _NOT_LINE_END.sub(_as_objects, source[begin:end])]
        at = end
    return "".join((*parts, source[at:])) if parts else source


def _as_objects(match: re.Match[str]) -> str:
    return OBJECT * len(match[0])


def _tags(source: str, start: int) -> Iterator[tuple[int, int]]:
    # How far each ending was already looked for in vain: nothing is searched twice.
    searched: dict[str, int] = {}
    opening = _OPENING.search(source, start)
    while opening is not None:
        kind, begin = opening[0], opening.start()
        close = source.find(_CLOSING[kind], opening.end(), opening.end() + _LONGEST[kind])
        if close < 0 or (kind == "{:" and "\n" in source[begin:close]):
            end = opening.end()
        else:
            end = close + len(_CLOSING[kind])
            paired = _PAIRED.match(source, begin)
            if paired is not None:
                end = _end_of_pair(source, end, paired[1] or paired[2], searched) or end
            yield begin, end
        opening = _OPENING.search(source, end)


def _end_of_pair(source: str, start: int, name: str, searched: dict[str, int]) -> int:
    ending = re.compile(rf"\{{\{{[<%]\s?/\s?{name}\s?[>%]\}}\}}|\{{%-?\s?end{name}\s?-?%\}}")
    farthest = start + _FARTHEST_END
    found = ending.search(source, max(start, searched.get(name, 0)), farthest)
    if found is None:
        searched[name] = max(start, farthest - 40)
        return 0
    return found.end()
