"""What fixes would change, as a unified diff that `patch` and `git apply` understand."""

import re
from collections.abc import Iterable, Iterator, Sequence
from difflib import unified_diff

from lint.finding import Report, Rule

# Lines as patch knows them: an LF ends them, a CR is a part of them.
_LINE = re.compile(r"[^\n]*\n|[^\n]+")
# What would end a name or is no text at all: bytes that are not UTF-8 come as lone surrogates.
_ODD = re.compile(r'[\x00-\x1f\x7f"\\\udc80-\udcff]')
_ESCAPES = {"\a": "a", "\b": "b", "\t": "t", "\n": "n", "\v": "v", "\f": "f", "\r": "r", '"': '"', "\\": "\\"}


def write(reports: Iterable[Report], rules: Sequence[Rule]) -> Iterator[str]:
    """The changes of all reports, one file after the other."""
    for report in reports:
        if report.change is not None:
            before, after = (_LINE.findall(text) for text in (report.change.before, report.change.after))
            for line in unified_diff(before, after, _named("a", report.path), _named("b", report.path)):
                yield line if line.endswith("\n") else line + "\n\\ No newline at end of file\n"


def _named(side: str, path: str) -> str:
    """A name as git writes it: in quotation marks where it holds what would end the line."""
    path = f"{side}/{path.lstrip('/')}"
    if not _ODD.search(path):
        # A tab ends a name with spaces in it.
        return path + "\t" if " " in path else path
    return f'"{_ODD.sub(_escape, path)}"'


def _escape(match: re.Match[str]) -> str:
    return "\\" + _ESCAPES.get(match[0], f"{ord(match[0]) & 0xFF:03o}")
