"""The verdict on a whole article: which kinds of trace make it, and what keeps it away."""

import pytest

from lint.checks.translation.machine_translated import _KINDS, machine_translated
from lint.config import Profile
from lint.finding import Diagnostic, Severity
from lint.linter import Linter
from lint.plugins import load_built_in
from lint.readers.markdown import read as read_markdown
from lint.settings import Settings

NAME = machine_translated.name
CALQUE = "The mayor precised that the pool would be closed until May."
JOINED = "They watched the smokeand waited for the boat."
NUMBER = "The dam supplies 1.200 homes."
CASE = "The road to denmark was open."
CLEAN = "The council met on Tuesday to talk about the harbour, and nobody expected the vote to be close. "


def verdicts(*sentences: str, **profile: object) -> list[Diagnostic]:
    registry = load_built_in()
    linter = Linter(Profile(**{"select": (NAME,), **profile}), registry)  # type: ignore[arg-type]
    made = read_markdown("a.md", "\n\n".join(sentences).encode(), Settings(language="en"))
    report = linter.lint(made)
    assert not report.failures
    return [found for found in report.diagnostics if found.check == NAME]


def test_kinds_name_checks_that_exist_each_once() -> None:
    named = [name for kind in _KINDS for name in kind.checks]
    assert len(named) == len(set(named))
    checks = load_built_in().checks
    assert {checks[name].group for name in named} == set(machine_translated.needs)


def test_three_kinds_make_one_verdict_at_the_top_with_a_note_each() -> None:
    (found,) = verdicts("# A title", CALQUE, JOINED, NUMBER)
    assert (found.start.line, found.start.column, found.end.column) == (1, 3, 10)
    assert "3 traces of 3 kinds" in found.message
    assert [note.start.line for note in found.notes] == [3, 7, 5]


@pytest.mark.parametrize("sentences", [(CALQUE, JOINED), (CALQUE,) * 9, (JOINED, CASE), (CALQUE, NUMBER) * 4])
def test_fewer_kinds_make_none(sentences: tuple[str, ...]) -> None:
    assert verdicts(*sentences) == []


def test_haste_alone_makes_none() -> None:
    quotes = "“It was late“, she said."
    assert verdicts(JOINED, CASE, quotes) == []
    assert verdicts(JOINED, CASE, quotes, NUMBER)


def test_a_long_text_may_hold_a_slip_of_each_kind() -> None:
    assert verdicts(CALQUE, JOINED, NUMBER, CLEAN * 60)
    assert verdicts(CALQUE, JOINED, NUMBER, CLEAN * 100) == []


def test_the_level_changes_nothing() -> None:
    shown = [verdicts(CALQUE, JOINED, "It cost 500 €.", level=level) for level in (Severity.INFO, Severity.WARNING)]
    assert shown[0] == shown[1] != []


@pytest.mark.parametrize(
    "profile",
    [
        {"ignore": ("fused-words",)},
        {"severity": {"fused-words": Severity.OFF}},
        {"select": ("translation",), "ignore": ("fused-words",)},
    ],
)
def test_what_a_house_ignores_does_not_count(profile: dict[str, object]) -> None:
    assert verdicts(CALQUE, JOINED, NUMBER)
    assert verdicts(CALQUE, JOINED, NUMBER, **profile) == []


@pytest.mark.parametrize("names", ["fused-words", "machine-translated", "translation", ""])
def test_suppressions_reach_the_verdict(names: str) -> None:
    assert verdicts(f"<!-- copydesk: ignore-file {names} -->", CALQUE, JOINED, NUMBER) == []
    assert verdicts("<!-- copydesk: ignore-file two-dots -->", CALQUE, JOINED, NUMBER)
