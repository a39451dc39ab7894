"""The example of a plugin in examples/: installed as a stranger would, tested by its own tests, and at work."""

import csv
import subprocess
import sys
from io import StringIO
from pathlib import Path

import pytest
from environments import ROOT, fresh_environment, install

EXAMPLE = ROOT / "examples" / "newsdesk"
CUES = "1\n00:00:01,000 --> 00:00:03,500\nMore tomorrow.\n"


@pytest.fixture(scope="module")
def python(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The Python of an environment in which copydesk and the example are installed."""
    python = fresh_environment(tmp_path_factory.mktemp("example") / "venv")
    install(python, ROOT, EXAMPLE)
    return python


def run(python: Path | str, *arguments: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run([python, "-m", *arguments], cwd=cwd, capture_output=True, encoding="utf-8", check=False)


def test_its_own_tests_pass(python: Path) -> None:
    done = run(python, "pytest", "-v", "-p", "no:cacheprovider", cwd=EXAMPLE)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "same_headline.py::same-headline::bad-1 PASSED" in done.stdout
    pack = run(python, "lint", "test-pack", "src/newsdesk/packs/newsroom.toml", cwd=EXAMPLE)
    assert pack.stdout == "2 rules, 5 examples: all as they should be.\n"


def test_it_is_typed_and_tidy(python: Path, tmp_path: Path) -> None:
    cache = f"--cache-dir={tmp_path}"
    for command in (
        ("mypy", "--strict", "--python-executable", str(python), cache),
        ("ruff", "check", "--no-cache", "."),
        ("ruff", "format", "--check", "--no-cache", "."),
    ):
        done = run(sys.executable, *command, cwd=EXAMPLE)
        assert done.returncode == 0, done.stdout + done.stderr


def test_all_that_it_brings_is_at_work(python: Path, tmp_path: Path) -> None:
    (tmp_path / "copydesk.toml").write_text("[lint]\n", encoding="utf-8")
    (tmp_path / "film.srt").write_text(CUES, encoding="utf-8")
    (tmp_path / "one.md").write_text("# Bridge opens\n\nIt closed prior to the flood.\n", encoding="utf-8")
    (tmp_path / "two.md").write_text("# Bridge opens\n\nOnce more, it is open.\n", encoding="utf-8")
    done = run(python, "lint", "check", "--level", "info", "--format", "csv", "--no-cache", cwd=tmp_path)
    assert done.returncode == 1, done.stderr
    found = [tuple(row[:5]) for row in csv.reader(StringIO(done.stdout))]
    assert found == [
        ("file", "line", "column", "severity", "check"),
        ("film.srt", "3", "6", "info", "relative-days"),
        ("one.md", "3", "11", "info", "newsroom.officialese"),
        ("two.md", "1", "3", "warning", "same-headline"),
    ]


def test_it_runs_in_several_processes(python: Path, tmp_path: Path) -> None:
    for number in range(4):
        (tmp_path / f"{number}.srt").write_text(CUES, encoding="utf-8")
    arguments = ("lint", "check", ".", "--level", "info", "--format", "concise", "--no-cache", "--jobs", "2")
    done = run(python, *arguments, cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert done.stdout.count("[relative-days]") == 4
