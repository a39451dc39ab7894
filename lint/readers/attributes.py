"""Attributes of a tag and the places of their values: `alt` and `content` hold text that readers see."""

import re
from collections.abc import Iterator
from html import unescape

from lint.readers.building import Part

_ATTRIBUTE = re.compile(r"""([^\s"'<>/=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'=<>`]+)))?""")
_REFERENCE = re.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});|[ \t\n\f\r]{2,}")
_LONGEST_TAG = 100_000


def attribute(tag: str, name: str) -> tuple[int, int] | None:
    """Where the value of an attribute stands within the source of a tag, quotation marks left out."""
    for match in _ATTRIBUTE.finditer(tag, 1, _LONGEST_TAG):
        if match[1].lower() == name:
            group = match.lastindex or 1
            return match.span(group) if group > 1 else None
    return None


def parts(source: str, start: int, end: int) -> Iterator[Part]:
    """The text of a value that stands in the source between two offsets: references resolved, line ends folded."""
    at = start
    for match in _REFERENCE.finditer(source, start, end):
        shown = match[0]
        resolved = unescape(shown) if shown[0] == "&" else "\n" if "\n" in shown or "\r" in shown else shown
        if resolved != shown:
            if match.start() > at:
                yield Part(source[at : match.start()], at, match.start())
            yield Part(resolved, *match.span())
            at = match.end()
    if end > at:
        yield Part(source[at:end], at, end)
