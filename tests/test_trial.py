"""`copydesk try`: how often a check speaks in an archive, and how often it is right."""

import os
import re
import subprocess
import sys
from collections.abc import Iterator

import pytest
from conftest import Desk
from hypothesis import given
from hypothesis import strategies as st

from lint.finding import Severity
from lint.trial.precision import Precision, deserved

ARCHIVE = {f"news/{number:02}.txt": "It was said. The café is open.".encode("cp1252") for number in range(8)} | {
    "news/fine.txt": "Nothing is wrong with these eight little words.",
    "news/picture.png": b"\x89PNG",
}
CROWD = """
from lint import Finding, Span, check, hookimpl


@check(severity="off")
def the(document):
    \"\"\"The article.\"\"\"
    for at in range(0, len(document.text) - 3, 4):
        yield Finding(Span(at, at + 3), f"here, at {at}")


def judge(marks, corpus):
    for mark in marks:
        yield mark, f"one of {len(marks)}", ()


@check.corpus(severity="warning", judge=judge)
def same_start(document):
    \"\"\"The same start.\"\"\"
    yield document.text[:3], Span(0, 3), None


@check(severity="warning")
def sore(document):
    \"\"\"It raises.\"\"\"
    raise RuntimeError("sore")


@hookimpl
def lint_checks():
    return [the, same_start, sore]
"""


@pytest.fixture
def archive(desk: Desk) -> Iterator[Desk]:
    desk.write({**ARCHIVE, "plugins/crowd.py": CROWD})
    yield desk
    sys.modules.pop("crowd", None)


def test_how_often_a_check_speaks(archive: Desk) -> None:
    outcome = archive.run("try", "encoding", "--against", "news")
    assert outcome.out.splitlines()[0] == (
        "encoding: 8 findings in 8 of 9 articles (64 words): 888.9 per 1,000 articles, 1250.00 per 10,000 words."
    )
    assert "news/00.txt:1:21: " in outcome.out
    assert "    | It was said. The café is open.\n    |                     ^\n" in outcome.out
    assert outcome.code == 0


def test_the_sample_depends_on_the_seed_alone(archive: Desk) -> None:
    def sample(seed: str) -> str:
        arguments = ("try", "the", "--against", "news", "--plugin-dir", "plugins", "--sample", "5", "--seed", seed)
        out = archive.run(*arguments).out
        assert out.count("here, at") == 5
        return out

    assert sample("1") == sample("1") != sample("2")


def test_a_check_that_is_off_and_one_of_the_corpus_are_tried(archive: Desk) -> None:
    archive.write({"copydesk.toml": "[lint]\nignore = ['same-start']\n"})
    outcome = archive.run("try", "same-start", "--against", "news", "--plugin-dir", "plugins")
    assert outcome.out.startswith("same-start: 9 findings in 9 of 9 articles")
    assert outcome.out.count("one of 8") == 8


def test_a_sheet_is_filled_in_and_read(archive: Desk) -> None:
    outcome = archive.run("try", "encoding", "--against", "news", "--sheet", "sheet.txt")
    assert "Fill it in, then: copydesk try encoding --judged sheet.txt" in outcome.out
    sheet = (archive.folder / "sheet.txt").read_text(encoding="utf-8")
    assert sheet.count("\n[ ] news/") == 8
    again = archive.run("try", "encoding", "--against", "news", "--sheet", "sheet.txt")
    assert (again.code, again.err) == (2, "copydesk: sheet.txt is there already; it was left as it is\n")
    assert "nothing is judged yet" in archive.run("try", "encoding", "--judged", "sheet.txt").err
    answers = iter(["y", " Y ", "[n", "", "yes", "y", "y", "y"])
    filled = re.sub(r"^\[ \]", lambda _: f"[{next(answers).strip('[')}]", sheet, flags=re.MULTILINE)
    archive.write({"sheet.txt": "\ufeff" + filled.replace("\n", "\r\n")})
    outcome = archive.run("try", "encoding", "--judged", "sheet.txt")
    assert outcome.out == (
        "encoding: 6 of 7 right: precision 0.857 (95% interval 0.487 to 0.974).\n"
        "It deserves the severity info (from 0.85 on).\n"
        "The interval begins lower, where the severity is off (below 0.85): judge more of its findings to be sure.\n"
    )


@pytest.mark.parametrize(
    ("sheet", "told"),
    [
        ("hello", "sheet.txt: this is no sheet of `copydesk try`"),
        ("# A trial of other: 1 finding\n[y] a.txt:1:1: x", "sheet.txt: this sheet is about other, not about encoding"),
        ("# A trial of encoding: 1 finding\n\n[maybe] a.txt:1:1: x", "sheet.txt:3: “maybe” is neither y (right) nor n"),
        (b"\xff\xfe", "sheet.txt: is not UTF-8"),
        (None, "sheet.txt: cannot be read: No such file"),
    ],
)
def test_a_sheet_that_cannot_be_used(desk: Desk, sheet: str | bytes | None, told: str) -> None:
    desk.write({"sheet.txt": sheet} if sheet is not None else {})
    outcome = desk.run("try", "encoding", "--judged", "sheet.txt")
    assert outcome.code == 2
    assert outcome.err.startswith(f"copydesk: {told}")


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no pseudo-terminals")
def test_findings_are_judged_on_a_terminal(archive: Desk) -> None:
    import pty

    master, terminal = pty.openpty()
    os.write(master, b"y\nperhaps\nn\ns\ny\nq\n")
    command = [sys.executable, "-m", "lint", "try", "encoding", "--against", "news"]
    done = subprocess.Popen(command, stdin=terminal, stdout=terminal, stderr=terminal, cwd=archive.folder)
    shown = b""
    while "precision" not in shown.decode(errors="replace") and done.poll() is None:
        shown += os.read(master, 4096)
    assert done.wait(timeout=60) == 0
    os.close(terminal)
    os.close(master)
    assert "encoding: 2 of 3 right: precision 0.667" in shown.decode()


def test_what_cannot_be_tried_is_named(archive: Desk) -> None:
    unknown = archive.run("try", "encodin", "--against", "news")
    assert (unknown.code, "did you mean “encoding”" in unknown.err) == (2, True)
    assert unknown.err.startswith("copydesk: there is no check")
    nothing = archive.run("try", "encoding", "--against", "plugins", "--sheet", "sheet.txt")
    assert nothing.out.startswith("encoding: no article that it could be tried on; `copydesk config PATH` says")
    assert not (archive.folder / "sheet.txt").exists()
    group = archive.run("try", "characters", "--against", "news")
    assert (group.code, "“characters” is a group: try one of its checks: " in group.err) == (2, True)
    sore = archive.run("try", "sore", "--against", "news", "--plugin-dir", "plugins")
    assert sore.code == 2
    assert "news/00.txt: the check failed: RuntimeError: sore" in sore.err


@given(st.integers(1, 500), st.data())
def test_the_interval_holds_the_share(judged: int, data: st.DataObject) -> None:
    right = data.draw(st.integers(0, judged))
    precision = Precision(right, judged)
    low, high = precision.interval
    assert 0 <= low <= precision.share + 1e-9
    assert precision.share - 1e-9 <= high <= 1


def test_known_intervals() -> None:
    # Newcombe 1998, table I.
    assert [round(end, 4) for end in Precision(81, 263).interval] == [0.2553, 0.3662]
    assert [round(end, 4) for end in Precision(0, 20).interval] == [0.0, 0.1611]
    assert [deserved(share) for share in (1, 0.98, 0.97, 0.9, 0.5)] == [
        Severity.ERROR,
        Severity.ERROR,
        Severity.WARNING,
        Severity.INFO,
        Severity.OFF,
    ]
