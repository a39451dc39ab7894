"""The documentation page of a check: its docstring, read as prose, options and examples that run as tests."""

import inspect
import re
from collections.abc import Mapping
from dataclasses import KW_ONLY, replace
from typing import Any

from lint.records import dataclass
from lint.span import Span

_FENCE = re.compile(r"^```(\S*)[ \t]*(.*)$")
_OPTION = re.compile(r"^- `(\w+)`: (.+)$")
_FENCES = ("bad", "good", "fixed")
OPEN, CLOSE = "⟦", "⟧"


class PageError(ValueError):
    """A page that cannot be read; the message says which fence and why."""


@dataclass(frozen=True, slots=True)
class Example:
    """One fence of a page.

    `spans` are the places between ⟦ ⟧ in a bad example, in order; `context` holds the options and settings that stand
    behind the fence as an inline TOML table; `fixed` is the text after all fixes, where the page gives it.
    """

    kind: str
    text: str
    _: KW_ONLY
    spans: tuple[Span, ...] = ()
    context: Mapping[str, Any]
    fixed: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A page in its parts; `body` is the whole page below the summary, in Markdown."""

    summary: str
    body: str
    examples: tuple[Example, ...]
    options: Mapping[str, str]


def parse(docstring: str) -> Page:
    """The page that a docstring holds. Raises PageError for an unclosed or unknown fence."""
    lines = inspect.cleandoc(docstring).split("\n")
    if not lines[0].strip():
        raise PageError("a page begins with a sentence that says what the check finds")
    examples: list[Example] = []
    options: dict[str, str] = {}
    number = 0
    while number < len(lines):
        fence = _FENCE.match(lines[number])
        if fence:
            close = next((n for n in range(number + 1, len(lines)) if lines[n].rstrip() == "```"), None)
            if close is None:
                raise PageError(f"the fence “{lines[number].strip()}” is never closed")
            _add(examples, fence[1], fence[2].strip(), "\n".join(lines[number + 1 : close]))
            number = close
        elif option := _OPTION.match(lines[number]):
            sentence = [option[2]]
            while number + 1 < len(lines) and lines[number + 1].startswith("  "):
                number += 1
                sentence.append(lines[number].strip())
            options[option[1]] = " ".join(sentence)
        number += 1
    body = "\n".join(lines[1:]).strip()
    return Page(summary=lines[0].strip(), body=body, examples=tuple(examples), options=options)


def _add(examples: list[Example], kind: str, context: str, text: str) -> None:
    if kind not in _FENCES:
        raise PageError(f"a page has no fence “{kind}”: use {', '.join(_FENCES)}")
    if kind == "fixed":
        if not examples or examples[-1].kind != "bad":
            raise PageError("a “fixed” fence follows the “bad” one that it mends")
        examples[-1] = replace(examples[-1], fixed=text)
        return
    plain, spans = unpin(text)
    if kind == "good" and spans:
        raise PageError("a “good” example has nothing to pin")
    examples.append(Example(kind, plain, spans=spans, context=_inline_table(context)))


def unpin(text: str) -> tuple[str, tuple[Span, ...]]:
    """Takes the pins ⟦ ⟧ out of a text and gives the spans they marked. Raises PageError where they do not pair."""
    plain: list[str] = []
    spans: list[Span] = []
    length, opened = 0, -1
    for part in re.split(f"([{OPEN}{CLOSE}])", text):
        if part == OPEN and opened < 0:
            opened = length
        elif part == CLOSE and opened >= 0:
            spans.append(Span(opened, length))
            opened = -1
        elif part in (OPEN, CLOSE):
            raise PageError(f"the pins do not pair in “{text}”")
        else:
            plain.append(part)
            length += len(part)
    if opened >= 0:
        raise PageError(f"the pins do not pair in “{text}”")
    return "".join(plain), tuple(spans)


def _inline_table(text: str) -> Mapping[str, Any]:
    if not text:
        return {}
    import tomli

    try:
        table: Mapping[str, Any] = tomli.loads(f"context = {text}")["context"]
    except tomli.TOMLDecodeError as error:
        raise PageError(f"“{text}” behind a fence is no inline TOML table: {error}") from None
    if not isinstance(table, dict):
        raise PageError(f"“{text}” behind a fence is no inline TOML table")
    return table
