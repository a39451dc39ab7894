"""Plugins: installed, named, put in a folder; and what happens when they clash or fail."""

import re
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import Desk
from environments import ROOT, fresh_environment, install

from lint import check

README = (ROOT / "README.md").read_text(encoding="utf-8")


def block(first_line: str) -> str:
    """A block of code of the README, by its first line: the example there is the one that runs here."""
    return next(
        code
        for code in re.findall(r"^```\w+\n(.*?)^```$", README, re.DOTALL | re.MULTILINE)
        if code.startswith(first_line)
    )


SHOUTING = block("# acme_desk/__init__.py")
CLASH = SHOUTING.replace("def shouting", "def encoding").replace("[shouting]", "[encoding]")


def test_an_installed_plugin_is_found_and_its_test_passes(tmp_path: Path) -> None:
    package = tmp_path / "acme-desk"
    (package / "acme_desk").mkdir(parents=True)
    (package / "tests").mkdir()
    (package / "acme_desk" / "__init__.py").write_text(SHOUTING, encoding="utf-8")
    (package / "tests" / "test_acme.py").write_text(block("# tests/test_acme.py"), encoding="utf-8")
    (package / "pyproject.toml").write_text(block("# pyproject.toml"), encoding="utf-8")
    python = fresh_environment(tmp_path / "venv")
    install(python, ROOT, package)
    article = tmp_path / "a.txt"
    article.write_text("This is AMAZING news.\n")
    command = [python, "-m", "lint", "check", "--format", "concise", "--level", "info", "--select", "acme", article]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False, cwd=tmp_path)
    assert done.stdout == f"{article}:1:9: info “AMAZING” shouts [shouting]\n", done.stderr
    assert done.returncode == 0
    tests = [python, "-m", "pytest", "-q", "-p", "no:cacheprovider", "tests"]
    done = subprocess.run(tests, capture_output=True, encoding="utf-8", check=False, cwd=package)
    assert done.returncode == 0, done.stdout


def test_a_folder_of_plugins_is_loaded_by_hand(desk: Desk) -> None:
    desk.write({"plugins/loud.py": SHOUTING, "a.txt": "This is AMAZING news."})
    outcome = desk.run("check", "a.txt", "--plugin-dir", "plugins", "--format", "concise", "--level", "info")
    assert outcome.out == "a.txt:1:9: info “AMAZING” shouts [shouting]\n"
    assert desk.run("explain", "shouting", "--plugin-dir", "plugins").code == 0
    sys.modules.pop("loud", None)


def test_a_named_plugin_is_never_looked_for_in_the_current_folder(desk: Desk) -> None:
    desk.write({"evil.py": "raise SystemExit(7)", "copydesk.toml": "[lint]\nplugins = ['evil']\n", "a.txt": "Fine."})
    outcome = desk.run("check", "a.txt")
    assert outcome.code == 2
    assert "plugin “evil” cannot be loaded: ModuleNotFoundError" in outcome.err


def test_the_module_is_run_without_the_current_folder_too(desk: Desk) -> None:
    evil = "import sys; sys.exit(7)"
    names = ("pluggy", "tomli", "regex", "dataclasses", "re", "json", "argparse", "typing")
    desk.write({**{f"{name}.py": evil for name in names}, "a.txt": "Fine."})
    command = [sys.executable, "-m", "lint", "check", "a.txt"]
    done = subprocess.run(command, cwd=desk.folder, capture_output=True, check=False)
    assert done.returncode == 0, done.stderr.decode()


def test_two_checks_of_one_name_are_an_error_at_start(desk: Desk) -> None:
    desk.write({"plugins/clash.py": CLASH, "a.txt": "Fine."})
    outcome = desk.run("check", "a.txt", "--plugin-dir", "plugins")
    assert outcome.code == 2
    assert "two checks are called “encoding”: lint.checks.characters.encoding" in outcome.err
    assert "clash (clash)" in outcome.err
    sys.modules.pop("clash", None)


def test_an_installed_plugin_that_cannot_be_loaded_stops_nothing_else(desk: Desk) -> None:
    desk.write(
        {
            "site/sad-1.dist-info/METADATA": "Metadata-Version: 2.1\nName: sad\nVersion: 1\n",
            "site/sad-1.dist-info/entry_points.txt": "[copydesk]\nsad = sad_desk\n",
            "a.txt": "The café is open.".encode("cp1252"),
        }
    )
    sys.path.append(str(desk.folder / "site"))
    try:
        outcome = desk.run("check", "a.txt", "--format", "concise")
    finally:
        sys.path.remove(str(desk.folder / "site"))
    assert outcome.code == 2
    assert "plugin “sad” (sad_desk) cannot be loaded: ModuleNotFoundError" in outcome.err
    assert outcome.out.startswith("a.txt:1:8: warning")


def test_a_folder_without_a_hook_is_told_of(desk: Desk) -> None:
    desk.write({"acme/mine.py": "from lint import check\n", "a.txt": "Fine.\n"})
    outcome = desk.run("check", "a.txt", "--plugin-dir", "acme")
    assert outcome.code == 2
    assert "--plugin-dir acme: no module in it offers anything: is a function marked with @hookimpl?" in outcome.err


def test_a_check_without_a_severity_is_refused_in_words() -> None:
    with pytest.raises(TypeError, match="severity"):
        check(lambda document: iter(()))  # type: ignore[call-arg, arg-type]
    with pytest.raises(TypeError, match='@check\\(severity="warning"\\)'):
        check(lambda document: iter(()), severity="warning")  # type: ignore[arg-type]
