"""`copydesk check --profile`."""

import re
from pathlib import Path

import pytest

from lint.cli import main
from lint.document import Document
from lint.linter import Linter
from lint.profiling import Clock

ARTICLE = "The the mayor spoke on Monday.\n\nIn 2019, 40 of 50 houses (80%) were sold.\n" * 40


@pytest.fixture
def article(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.txt").write_text(ARTICLE, encoding="utf-8")
    return tmp_path


def test_the_table_tells_of_checks_views_and_stages(article: Path, capsys: pytest.CaptureFixture[str]) -> None:
    plain = main(["check", "a.txt", "--format", "jsonl"])
    findings = capsys.readouterr().out
    assert main(["check", "a.txt", "--format", "jsonl", "--profile"]) == plain
    told = capsys.readouterr()
    assert told.out == findings
    # Which check, view and stage are among the slowest, chance decides.
    for row in ("all stages", "all checks", "all views", r"[a-z]+-[a-z-]+", r"[a-z_]+\.[a-z_]+"):
        assert re.search(rf"^ *\d.* {row}$", told.err, re.M), row


def test_all_is_as_before_when_it_is_over(article: Path) -> None:
    before = Document.view, Linter.lint, Linter._due
    main(["check", "a.txt", "--profile"])
    assert (Document.view, Linter.lint, Linter._due) == before


def test_time_is_that_of_what_ran_not_of_what_asked_for_it(monkeypatch: pytest.MonkeyPatch) -> None:
    now = 0.0
    monkeypatch.setattr("time.process_time", lambda: now)
    clock = Clock()
    for _ in range(2):
        with clock.of("check", "asking"):
            now += 1
            with clock.of("view", "asked"):
                now += 10
            now += 1
    assert clock.spent["check", "asking"].seconds == 4
    assert clock.spent["view", "asked"].seconds == 20
    assert clock.spent["view", "asked"].calls == 2
    assert clock.spent["view", "asked"].first == 10
