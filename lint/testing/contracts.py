"""`contract`: everything that holds of a check, as tests: its examples, its options, and the laws of all checks."""

import inspect
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

from lint.finding import Diagnostic
from lint.kinds import Check, Kind
from lint.page import Example
from lint.testing.showing import compared, fixed, span_of
from lint.testing.trying import findings

_FENCE = re.compile(r"^\s*```(?:bad|good)\b")

HOSTILE = {
    "empty": "",
    "blank": " \n\t\n\u00a0\n",
    "nul": "before " * 2000 + "after\0 and \0",
    "emoji": "👩‍👩‍👧‍👦 “👍🏽” 🇺🇦 said.👍\n",
    "right-to-left": "قال: «نعم» — אמר \u202eabc\u202c “לא”\n",
    "combining": "e\u0301" * 500 + " Z\u0335\u0321\u0337 “a\u0300\n",
    "no letters": "…—!? 12.5% (3/4) “” ‘’ \"' [{<>}]\n" * 20,
    "long line": "said “the soldiers were killed in kyiv” 12 of them, " * 400,
    "long word": "a" * 20000 + " " + "“" * 2000,
    "separators": "one\u2028two\u2029three\x0bfour\x0cfive\x85six\x1cseven\n",
}


@dataclass(frozen=True, slots=True)
class Case:
    """One test of a check: its name, what to run, and how many lines below the check's first line it stands."""

    title: str
    run: Callable[[], object]
    line: int = 0


def contract(check: Check, *, beside: Sequence[Check] = ()) -> Callable[..., None]:
    """A pytest test over everything that holds of a check: its examples, its options, and the laws.

    The laws: the same text gives the same answer; literals and view change no finding; CRLF moves nothing; empty,
    hostile and very long texts do no harm. `beside` are other checks whose findings a check of the report is to see.
    """
    import pytest

    known = list(cases(check, beside))

    @pytest.mark.parametrize("case", known, ids=[case.title for case in known])
    def test(case: Case) -> None:
        case.run()

    return test


def cases(check: Check, beside: Sequence[Check] = ()) -> Iterator[Case]:
    """All tests of a check. Raises PageError where its page cannot be read."""
    yield Case("page", partial(_page_is_complete, check))
    counts: dict[str, int] = {}
    for example, line in zip(check.page.examples, _fences(check), strict=True):
        counts[example.kind] = counts.get(example.kind, 0) + 1
        title = f"{example.kind}-{counts[example.kind]}"
        yield Case(title, partial(_example_holds, check, example, beside), line)
        laws = partial(laws_hold, check) if check.kind is Kind.DOCUMENT else partial(_one_answer, check, beside)
        yield Case(f"{title}-laws", partial(laws, example.text, example.context), line)
    if check.kind is Kind.DOCUMENT:
        for title, text in HOSTILE.items():
            yield Case(f"hostile-{title.replace(' ', '-')}", partial(laws_hold, check, text, {}))


def _fences(check: Check) -> list[int]:
    """How far below the first line of the function each example begins; zeros where there is no source."""
    try:
        source = inspect.getsourcelines(check.function)[0]
    except (OSError, TypeError):
        source = []
    lines = [number for number, line in enumerate(source) if _FENCE.match(line)]
    wanted = len(check.page.examples)
    return lines if len(lines) == wanted else [0] * wanted


def _page_is_complete(check: Check) -> None:
    page = check.page
    for kind in ("bad", "good"):
        _demand(
            any(example.kind == kind for example in page.examples),
            f"{check.name}: the page shows no ```{kind} example",
        )
    silent = sorted(check.options.keys() - page.options.keys())
    _demand(not silent, f"{check.name}: say on the page what these options do, as “- `name`: sentence.”: {silent}")
    unknown = sorted(page.options.keys() - check.options.keys())
    _demand(not unknown, f"{check.name}: the page describes options that the function lacks: {unknown}")


def _example_holds(check: Check, example: Example, beside: Sequence[Check]) -> None:
    text = example.text
    # Such keys of the context are arguments of `findings`: {path = "story.md"} makes an example Markdown.
    found = findings(check, text, beside=beside, **example.context)
    if example.kind == "good":
        _demand(not found, f"{check.name} is to be silent here:\n{compared(text, (), found)}")
        return
    _demand(bool(found), f"{check.name} found nothing here:\n{_missed(example)}")
    if example.spans:
        spans = sorted({span_of(text, diagnostic) for diagnostic in found})
        shown = compared(text, example.spans, found)
        _demand(spans == sorted(example.spans), f"{check.name} found other places than the page pins:\n{shown}")
    if example.fixed is not None:
        mended = fixed(text, found)
        _demand(
            mended == example.fixed,
            f"{check.name}: after the fix the text is to be\n{_indented(example.fixed)}\nbut is\n{_indented(mended)}",
        )


def _missed(example: Example) -> str:
    return compared(example.text, example.spans, ()) if example.spans else _indented(example.text)


def _indented(text: str) -> str:
    return "\n".join("    " + line for line in text.split("\n"))


def _one_answer(check: Check, beside: Sequence[Check], text: str, context: Mapping[str, Any]) -> list[Diagnostic]:
    found = findings(check, text, beside=beside, **context)
    again = findings(check, text, beside=beside, **context)
    _demand(
        found == again,
        f"{check.name}: the same text gave two answers, first\n{_told(text, found)}\nthen\n{_told(text, again)}",
    )
    return found


def laws_hold(check: Check, text: str, context: Mapping[str, Any]) -> None:
    """Raises AssertionError where a check of a document breaks a law on this text."""
    found = _one_answer(check, (), text, context)
    ungated = findings(replace(check, literals=(), view=None), text, **context)
    hidden = [diagnostic for diagnostic in ungated if diagnostic not in found]
    _demand(
        found == ungated,
        f"{check.name}: without its literals{' and its view' if check.view else ''} it finds more; a text that holds "
        f"none of them needs no finding:\n"
        f"{_told(text, hidden)}",
    )
    windows = findings(check, text.replace("\r\n", "\n").replace("\n", "\r\n"), **context)
    _demand(
        _places(found) == _places(windows),
        f"{check.name}: the same text with the line ends of Windows (CRLF) has other findings: "
        f"{_places(windows)} instead of {_places(found)}",
    )


def _told(text: str, found: Sequence[Diagnostic]) -> str:
    return compared(text, (), found) or "    nothing"


def _places(diagnostics: Sequence[Diagnostic]) -> list[tuple[int, int, int, int, str]]:
    return [(d.start.line, d.start.column, d.end.line, d.end.column, d.message) for d in diagnostics]


def _demand(holds: bool, message: str) -> None:
    __tracebackhide__ = True
    # pytest would add the parts of an assertion to what the message already shows.
    if not holds:
        raise AssertionError(message)
