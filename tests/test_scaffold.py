"""`copydesk new-plugin`: what it writes works as it is."""

import subprocess
import sys
from pathlib import Path

import pytest
from conftest import Desk
from environments import ROOT, fresh_environment, install

from lint.cli import main
from lint.scaffold import plugin_files


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A new plugin, as the command writes it."""
    folder = tmp_path_factory.mktemp("new") / "plugin"
    assert main(["new-plugin", "acme-news", str(folder)]) == 0
    return folder


def run(python: Path | str, *arguments: str, cwd: Path, stdin: str = "") -> subprocess.CompletedProcess[str]:
    command = [python, "-m", *arguments]
    return subprocess.run(command, cwd=cwd, input=stdin, capture_output=True, encoding="utf-8", check=False)


def test_it_installs_passes_its_tests_and_finds_something(package: Path, tmp_path: Path) -> None:
    python = fresh_environment(tmp_path / "venv")
    install(python, ROOT, package)
    tests = run(python, "pytest", "-v", "-p", "no:cacheprovider", cwd=package)
    assert tests.returncode == 0, tests.stdout + tests.stderr
    assert "src/copydesk_acme_news/shouting.py::shouting::bad-1 PASSED" in tests.stdout
    assert "tests/test_shouting.py::test_every_place_is_found PASSED" in tests.stdout
    (package / "src" / "copydesk_acme_news" / "other.py").write_text(
        (package / "src" / "copydesk_acme_news" / "shouting.py").read_text("utf-8").replace("shouting(", "other("),
        encoding="utf-8",
    )
    install(python, package)
    forgotten = run(python, "pytest", "-q", "-p", "no:cacheprovider", "-k", "announced", "src", cwd=package)
    (package / "src" / "copydesk_acme_news" / "other.py").unlink()
    assert "other is not run: name it in what lint_checks() of copydesk_acme_news returns" in forgotten.stdout
    assert "1 failed, 1 passed" in forgotten.stdout
    found = run(python, "lint", "check", "-", "--format", "concise", cwd=tmp_path, stdin="This is AMAZING news.\n")
    assert found.stdout == "<stdin>:1:9: warning “AMAZING” shouts: write “amazing” [shouting]\n", found.stderr
    assert found.returncode == 1
    group = run(python, "lint", "explain", "acme-news", cwd=tmp_path)
    assert "A word in capitals that is too long to be an acronym." in group.stdout
    types = run(sys.executable, "mypy", "--python-executable", str(python), "--strict", cwd=package)
    assert types.returncode == 0, types.stdout + types.stderr


def test_it_pleases_ruff(package: Path) -> None:
    for command in (("check", "--no-cache"), ("format", "--check", "--no-cache")):
        done = run(sys.executable, "ruff", *command, ".", cwd=package)
        assert done.returncode == 0, done.stdout + done.stderr


def test_no_placeholder_is_left() -> None:
    for path, text in plugin_files("acme-news").items():
        assert "PLUGIN_" not in path + text


def test_nothing_is_overwritten(desk: Desk) -> None:
    desk.write({"copydesk-acme/notes.txt": "mine"})
    outcome = desk.run("new-plugin", "acme")
    assert outcome.code == 2
    assert outcome.err == "copydesk: copydesk-acme is there already and holds something; nothing was written\n"
    assert [path.name for path in (desk.folder / "copydesk-acme").iterdir()] == ["notes.txt"]


def test_the_folder_is_called_as_the_distribution(desk: Desk) -> None:
    outcome = desk.run("new-plugin", "copydesk-acme")
    assert outcome.code == 0
    assert outcome.out.startswith("Wrote copydesk-acme. Next")
    assert (desk.folder / "copydesk-acme" / "src" / "copydesk_acme" / "__init__.py").is_file()


def test_a_folder_that_cannot_be_written(desk: Desk) -> None:
    desk.write({"file": "no folder"})
    outcome = desk.run("new-plugin", "acme", "file/inside")
    assert outcome.code == 2
    assert "cannot be written" in outcome.err


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("Acme Desk", "such as “acme-desk”"),
        ("acme_desk", "such as “acme-desk”"),
        ("../acme", "such as “acme”"),
        ("9lives", "a letter first"),
        ("", "cannot name a plugin"),
        ("a" * 41, "at most 40 characters"),
        ("übermedien", "cannot name a plugin"),
        ("numbers", "“numbers” is taken"),
        ("encoding", "“encoding” is taken"),
        ("all", "“all” is taken"),
    ],
)
def test_a_name_that_cannot_be_used(desk: Desk, name: str, told: str) -> None:
    outcome = desk.run("new-plugin", name)
    assert outcome.code == 2
    assert told in outcome.err
    assert not list(desk.folder.iterdir())
