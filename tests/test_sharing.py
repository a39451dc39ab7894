"""Marks that say nothing alone: placed where their keys stand twice, whatever happens in between."""

import signal
import subprocess
import sys
from collections import Counter
from collections.abc import Container

import pytest
from conftest import Desk
from hypothesis import given
from hypothesis import strategies as st

from lint import sharing
from lint.examining import Examiner
from lint.finding import Mark
from lint.gathering import Overflowing
from lint.roll import Target
from lint.sharing import Held, shared

STORIES = (
    "The bakery on Mill Street opens at six every morning, and by five the queue is long.",
    "A storm took the roof of the boathouse during the night, and nobody on the pier was hurt.",
    "The council put off its vote on the new ferry line until the autumn, as both sides had asked.",
)
FOOTER = "The Harbour Post belongs to the Island Press"
MOTTO = "Written on the shore and read on every island"
PLUGIN = '''
from lint import Check, check, hookimpl


def judge(marks, corpus):
    for mark in marks:
        yield mark, f"{len(marks)} of “{mark.key}”", ()


@check.corpus(severity="warning", judge=judge)
def any_line(document):
    """A line."""
    for block in document.blocks:
        yield block.span.of(document.text), block.span, None


@check.corpus(severity="warning", judge=judge, least=3)
def three_lines(document):
    """A line that stands three times."""
    for block in document.blocks:
        yield block.span.of(document.text), block.span, None


@hookimpl
def lint_checks() -> list[Check]:
    return [any_line, three_lines]
'''
CHECK = ("check", "--format", "jsonl", "--select", "repeated-lines")

KEYS = st.lists(st.integers(0, 9), max_size=5)
HELD = st.lists(st.tuples(KEYS, KEYS, st.booleans()), max_size=6)


@pytest.fixture
def archive(desk: Desk) -> Desk:
    desk.write({"copydesk.toml": '[lint]\ninclude = ["*.txt"]\n'})
    desk.write({f"{n}.txt": f"{story}\n{FOOTER}\n" for n, story in enumerate(STORIES)})
    return desk


@given(HELD, st.integers(1, 9))
def test_keys_that_stand_twice_are_wanted_where_a_given_document_has_them(
    rows: list[tuple[list[int], list[int], bool]], at_a_time: int
) -> None:
    documents = [Held(str(n), keys, placed, asked) for n, (keys, placed, asked) in enumerate(rows)]
    times = Counter(key for document in documents for key in document.keys)
    of_given = {key for document in documents if document.given for key in document.keys if times[key] > 1}
    expected = {d.place: of_given.intersection(d.keys).difference(d.placed) for d in documents}
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sharing, "_AT_A_TIME", at_a_time)
        assert dict(shared(lambda: documents)) == {place: keys for place, keys in expected.items() if keys}


@pytest.mark.parametrize("options", [("--no-cache",), ()])
def test_checks_of_a_plugin_get_as_many_marks_as_they_ask_for(desk: Desk, options: tuple[str, ...]) -> None:
    desk.write({"plugins/lines.py": PLUGIN, "copydesk.toml": '[lint]\ninclude = ["*.txt"]\n'})
    desk.write({"a.txt": "One.\nTwo.\nThree.\n", "b.txt": "Two.\nThree.\n", "c.txt": "Three.\n"})
    command = ("check", "--plugin-dir", "plugins", "--select", "any-line,three-lines", "--format", "concise", *options)
    for _ in range(2):
        out = desk.run(*command).out
        assert [out.count(f"{n} of “{line}.” [any-line]") for n, line in enumerate(("One", "Two", "Three"), 1)] == [
            1,
            2,
            3,
        ]
        assert (out.count("[any-line]"), out.count("[three-lines]")) == (6, 3)
        assert out.count("3 of “Three.” [three-lines]") == 3
    sys.modules.pop("lines", None)


def test_a_line_that_was_alone_is_placed_once_another_file_has_it(archive: Desk) -> None:
    archive.write({"0.txt": f"{STORIES[0]}\n{MOTTO}\n{FOOTER}\n"})
    assert archive.run(*CHECK).out.count("repeated-lines") == 3
    archive.write({f"{n}.txt": f"{STORIES[n]}\n{MOTTO}\n{FOOTER}\n" for n in (1, 2)})
    both = archive.run(*CHECK)
    assert both.out.count("repeated-lines") == 6
    assert both == archive.run(*CHECK) == archive.run(*CHECK, "--no-cache")


@pytest.mark.parametrize("few", [0, 100, 150])
def test_however_few_documents_stay_in_memory_the_reports_are_the_same(
    archive: Desk, monkeypatch: pytest.MonkeyPatch, few: int
) -> None:
    archive.write({f"{n}.txt": f"{STORIES[n % 3]}\n{MOTTO}\n{FOOTER}\n" for n in (1, 2, 5)})
    plain, kept = archive.run(*CHECK, "--no-cache"), archive.run(*CHECK)
    assert plain.out.count("repeated-lines") > 3
    monkeypatch.setattr(Overflowing.__init__, "__defaults__", (few,))
    for paths in ((), ("1.txt",), ("2.txt", "0.txt")):
        assert archive.run(*CHECK, "--no-cache", *paths) == archive.run(*CHECK, *paths)
    assert archive.run(*CHECK, "--no-cache") == plain == kept


@pytest.mark.parametrize("content", [f"It was moved down.\n{STORIES[1]}\n\n{FOOTER}\n", f"{STORIES[1]}\n", None])
@pytest.mark.parametrize("options", [("--no-cache",), ()])
def test_a_file_that_changes_in_between_harms_no_later_run(
    archive: Desk, monkeypatch: pytest.MonkeyPatch, content: str | None, options: tuple[str, ...]
) -> None:
    place, whole = archive.folder / "1.txt", Examiner.marks
    before = place.read_bytes()

    def late(self: Examiner, target: Target, keys: Container[int]) -> tuple[bytes, tuple[Mark, ...]]:
        if content is None:
            place.unlink(missing_ok=True)
        else:
            place.write_text(content)
        return whole(self, target, keys)

    with monkeypatch.context() as patch:
        patch.setattr(Examiner, "marks", late)
        assert archive.run(*CHECK, *options).code in (0, 1)
    assert archive.run(*CHECK) == archive.run(*CHECK, "--no-cache")
    place.write_bytes(before)
    outcome = archive.run(*CHECK)
    assert outcome.out.count("repeated-lines") == 3
    assert outcome == archive.run(*CHECK, "--no-cache")


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="needs POSIX")
@pytest.mark.parametrize("calls", [0, 1, 2])
def test_a_run_that_is_killed_while_it_places_marks_harms_nobody(archive: Desk, calls: int) -> None:
    killed = (
        "import os, signal, lint.cache\n"
        "from lint.cli import main\n"
        "left, whole = [None] * CALLS, lint.cache.Cache._write_marks\n"
        "def write(self, *row):\n"
        "    left.pop() if left else os.kill(os.getpid(), signal.SIGKILL)\n"
        "    whole(self, *row)\n"
        "lint.cache._BATCH, lint.cache.Cache._write_marks = 1, write\n"
        "main(['check'])\n"
    ).replace("CALLS", str(calls))
    done = subprocess.run([sys.executable, "-c", killed], cwd=archive.folder, capture_output=True, check=False)
    assert done.returncode == -signal.SIGKILL
    outcome = archive.run(*CHECK)
    assert outcome.out.count("repeated-lines") == 3
    assert outcome == archive.run(*CHECK, "--no-cache")


def test_two_processes_say_what_one_says(archive: Desk) -> None:
    archive.write({f"more/{n}.txt": f"Part {n}. {STORIES[n % 3]}\n{FOOTER}\n" for n in range(40)})
    outcomes = [archive.run(*CHECK, "--jobs", jobs, *rest) for jobs in "12" for rest in (("--no-cache",), (), ())]
    assert outcomes[0].out.count("repeated-lines") >= 43
    assert all(outcome == outcomes[0] for outcome in outcomes)
