"""Front matter: the YAML or TOML above an article. Its title and description are text, the rest is not."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from lint.readers.building import Builder, Part
from lint.readers.elements import language_tag
from lint.readers.suppressions import Directive, named

# What readers of the page see of its front matter, and the kind of block that it is.
_SHOWN = {"title": "title", "subtitle": "heading", "description": "paragraph", "summary": "paragraph"}
_SUMMARIES = ("description", "summary")
_LANGUAGES = ("lang", "language", "locale")
_OURS = "copydesk"

_OPENING = re.compile(r"(?P<above>\s*)^(?P<fence>---|\+\+\+)[ \t]*\r?\n(?P<below>[ \t]*\r?\n)?", re.MULTILINE)
_CLOSING = {
    "---": re.compile(r"^(?:---|\.\.\.)[ \t]*\r?$", re.MULTILINE),
    "+++": re.compile(r"^\+\+\+[ \t]*\r?$", re.MULTILINE),
}
# Lines of front matter that begin at the margin: a key, an item, a comment, what closes a list or a string.
_AT_MARGIN = re.compile(r"^(?=[^\s#])(?:(?P<key>[\w.\"'-]{1,60}[ \t]{0,20}[:=](?=\s))|-\s|[\]})\"'])?", re.MULTILINE)
_FEWEST_KEYS = 2
_KEY = re.compile(r"^[ \t]*[\"']?(title|subtitle|description|summary|lang|language|locale|copydesk)\b", re.MULTILINE)

# `key: value` on one line, in so plain a form that no parser is needed to read it.
_PLAIN_YAML = re.compile(
    r"""^([A-Za-z]+):[ ]{1,9}(?:"([^"\\\r\n]*)"|'([^'\r\n]*)'|([^\s"'\[\]{}>|*&!%#`@,?:-][^\r\n]*?))[ \t]{0,9}\r?$""",
    re.MULTILINE,
)
_NOT_PLAIN = re.compile(r":\s|:$|\s#")
_TOML_STRING = re.compile(
    r'^[ \t]*([A-Za-z]+)[ \t]*=[ \t]*(?:"""((?:[^\\"]|\\.|"(?!""))*)"""|'
    r"'''((?:[^']|'(?!''))*)'''"
    r'|"((?:[^"\\\n]|\\.)*)"'
    r"|'([^'\n]*)')",
    re.MULTILINE | re.DOTALL,
)
_ESCAPE = re.compile(r"\\(?:x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|[ \t]*\r?\n[ \t]*|.)", re.DOTALL)
_ESCAPES = {"n": "\n", "t": "\t", "r": "\n", '"': '"', "/": "/", "\\": "\\", "_": "\u00a0", "N": "\u0085", " ": " "}


@dataclass(frozen=True)
class FrontMatter:
    """What stands above an article: the text in it, what it says of the article, and where it ends in the source."""

    end: int = 0
    shown: tuple[tuple[str, tuple[Part, ...]], ...] = ()
    directives: tuple[tuple[Directive, int, int], ...] = ()
    meta: Mapping[str, str] = field(default_factory=dict)

    def tell(self, builder: Builder) -> dict[str, str]:
        """Adds the text to a document in the making; gives what it says of the article."""
        for said, start, end in self.directives:
            builder.tell(said, start, end)
        for kind, parts in self.shown:
            for part in parts:
                if not builder.open:
                    builder.begin(kind)
                builder.add_part(part)
            builder.end()
        return dict(self.meta)


def front_matter(source: str) -> FrontMatter:
    """The front matter of a file, whose lines end with LF or CRLF; it is empty where there is none."""
    opening = _OPENING.match(source)
    if opening is None:
        return FrontMatter()
    closing = _CLOSING[opening["fence"]].search(source, opening.end())
    if closing is None:
        return FrontMatter()
    start, end = opening.end(), closing.start()
    content = source[start:end]
    if (opening["above"] or opening["below"]) and not _unmistakable(content):
        return FrontMatter()
    if not _KEY.search(content):
        found: list[_Value] = []
    elif opening["fence"] == "+++":
        found = list(_toml(source, start, end))
    else:
        found = list(_plain_yaml(source, start, end) or _yaml(source, start, end))
    return _made(found, closing.end())


def _unmistakable(content: str) -> bool:
    """Whether lines are keys and values. Between blank lines, a fence may as well be a rule above a paragraph."""
    lines = list(_AT_MARGIN.finditer(content))
    return all(line[0] for line in lines) and sum(line["key"] is not None for line in lines) >= _FEWEST_KEYS


@dataclass(frozen=True, slots=True)
class _Value:
    key: str
    parts: tuple[Part, ...] = ()
    # For our own key: what it says, and its place.
    data: Any = None
    start: int = 0
    end: int = 0

    @property
    def text(self) -> str:
        return "".join(part.text for part in self.parts)


def _made(found: list[_Value], end: int) -> FrontMatter:
    shown, directives, meta = [], [], {}
    for value in sorted(found, key=lambda v: v.start or (v.parts[0].start if v.parts else 0)):
        if value.key in _SHOWN and value.parts:
            shown.append((_SHOWN[value.key], value.parts))
            if value.key == "title":
                meta["title"] = value.text
            elif value.key in _SUMMARIES:
                meta.setdefault("description", value.text)
        elif value.key in _LANGUAGES and (language := language_tag(value.text)):
            meta.setdefault("language", language)
        elif value.key == _OURS and (said := _directive(value.data)) is not None:
            directives.append((said, value.start, value.end))
    return FrontMatter(end, tuple(shown), directives=tuple(directives), meta=meta)


def _directive(data: Any) -> Directive | None:
    """`copydesk: {ignore: [fused-words], reason: the firm spells it so}`."""
    if not isinstance(data, Mapping) or not data.get("ignore"):
        return None
    names, reason = data["ignore"], data.get("reason")
    if isinstance(names, str):
        names = names.replace(",", " ").split()
    if not isinstance(names, list) or not all(isinstance(name, str) for name in names):
        return None
    return Directive("ignore-file", named(names), reason if isinstance(reason, str) else "")


# --- YAML ---


def _plain_yaml(source: str, start: int, end: int) -> list[_Value] | None:
    """The values, if all that matter stand on one line each and need no parser; else None.

    Most front matter is so plain, and the parser takes longer to load than the article to read.
    """
    wanted = len(_KEY.findall(source, start, end))
    found: list[_Value] = []
    for match in _PLAIN_YAML.finditer(source, start, end):
        key, group = match[1], match.lastindex or 0
        if key not in _SHOWN and key not in _LANGUAGES:
            continue
        if group == 4 and _NOT_PLAIN.search(match[4]):
            return None
        following = source[match.end() + 1 : match.end() + 2]
        if following in (" ", "\t"):
            return None
        found.append(_Value(key, (Part(match[group], *match.span(group)),) if match[group] else ()))
    return found if len(found) == wanted and len({value.key for value in found}) == wanted else None


def _yaml(source: str, start: int, end: int) -> Iterator[_Value]:
    try:
        import yaml
    except ImportError:
        return
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    content = source[start:end]
    try:
        root = yaml.compose(content, Loader=loader)
    except (yaml.YAMLError, ValueError, RecursionError):
        return
    if not isinstance(root, yaml.MappingNode):
        return
    for key, node in root.value:
        if not isinstance(key, yaml.ScalarNode):
            continue
        first, last = start + node.start_mark.index, start + node.end_mark.index
        if key.value == _OURS and isinstance(node, yaml.MappingNode):
            data = {name.value: _strings(value.value) for name, value in node.value if isinstance(name.value, str)}
            yield _Value(_OURS, data=data, start=start + key.start_mark.index, end=_stripped(source, first, last))
        elif isinstance(node, yaml.ScalarNode) and (key.value in _SHOWN or key.value in _LANGUAGES):
            yield _Value(str(key.value), tuple(_scalar(source, first, last, node.style or "")))


def _strings(value: Any) -> Any:
    """A YAML node's string, or the strings of its list."""
    if not isinstance(value, list):
        return value
    # The value of a mapping is a list of pairs.
    return [item.value for item in value if isinstance(getattr(item, "value", None), str)]


def _stripped(source: str, start: int, end: int) -> int:
    return start + len(source[start:end].rstrip())


def _scalar(source: str, start: int, end: int, style: str) -> Iterator[Part]:
    """The text of a YAML scalar, line by line."""
    if style in ("|", ">"):
        # The line of the indicator holds no text.
        start = source.find("\n", start, end) + 1 or end
    elif style:
        start, end = start + 1, end - 1
    double = style == '"'
    if style == "'":
        return _lines(source, start, end, re.compile("''"))
    return _lines(source, start, end, _ESCAPE if double else None)


def _lines(source: str, start: int, end: int, escape: re.Pattern[str] | None) -> Iterator[Part]:
    """Text over several lines: what is at their edges folds, and each escape is one whole."""
    while end > start and source[end - 1] in " \t\r\n":
        end -= 1
    while start < end and source[start] in " \t\r\n":
        start += 1
    at = start
    while at < end:
        fold = source.find("\n", at, end)
        line_end = end if fold < 0 else fold
        stop = line_end
        while stop > at and source[stop - 1] in " \t\r":
            stop -= 1
        yield from _escaped(source, at, stop, escape)
        if fold < 0:
            return
        at = line_end + 1
        while at < end and source[at] in " \t\r\n":
            at += 1
        yield Part("\n", stop, at)


def _escaped(source: str, start: int, end: int, escape: re.Pattern[str] | None) -> Iterator[Part]:
    at = start
    for match in escape.finditer(source, start, end) if escape else ():
        if match.start() > at:
            yield Part(source[at : match.start()], at, match.start())
        yield Part(_unescaped(match[0]), *match.span())
        at = match.end()
    if end > at:
        yield Part(source[at:end], at, end)


def _unescaped(escape: str) -> str:
    if escape == "''":
        return "'"
    if len(escape) > 3 and escape[1] in "xuU":
        code = int(escape[2:], 16)
        return chr(code) if code < 0x110000 and not 0xD800 <= code < 0xE000 else "\ufffd"
    return _ESCAPES.get(escape[1], " ")


# --- TOML ---


def _toml(source: str, start: int, end: int) -> Iterator[_Value]:
    import tomli

    content = source[start:end]
    try:
        data = tomli.loads(content.replace("\r\n", "\n"))
    except (tomli.TOMLDecodeError, RecursionError):
        return
    ours = data.get(_OURS)
    if isinstance(ours, Mapping):
        place = content.find(_OURS)
        yield _Value(_OURS, data=ours, start=start + place, end=start + place + len(_OURS))
    table = re.search(r"^[ \t]*\[", content, re.MULTILINE)
    top = start + table.start() if table else end
    for match in _TOML_STRING.finditer(source, start, top):
        group = match.lastindex or 0
        if match[1] in _SHOWN or match[1] in _LANGUAGES:
            escape = _ESCAPE if group in (2, 4) else None
            yield _Value(match[1], tuple(_lines(source, *match.span(group), escape)))
