"""The sample articles: what is said of them, by the checkout and by the wheel."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from environments import ROOT, fresh_environment, install

from lint.cli import main

COMMAND = ["check", "seeds", "--level", "info", "--format", "jsonl"]
EXPECTED = (ROOT / "seeds" / "expected.jsonl").read_text(encoding="utf-8")


def test_the_findings_are_those_expected(monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> None:
    monkeypatch.chdir(ROOT)
    code = main(COMMAND)
    sys.stdout.flush()
    # `make expected` writes the file anew.
    assert capfd.readouterr().out.splitlines() == EXPECTED.splitlines()
    assert code == 1


def test_the_wheel_alone_gives_the_same_findings(tmp_path: Path) -> None:
    build = [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", str(tmp_path)]
    subprocess.run(build, cwd=ROOT, check=True, capture_output=True)
    python = fresh_environment(tmp_path / "venv")
    install(python, next(tmp_path.glob("*.whl")))
    desk = tmp_path / "desk"
    shutil.copytree(ROOT / "seeds", desk / "seeds")
    shutil.copy(ROOT / "config.toml", desk)
    for command in ([python, "-m", "lint"], [python.parent / "copydesk"]):
        done = subprocess.run([*command, *COMMAND], cwd=desk, capture_output=True, encoding="utf-8", check=False)
        assert done.stdout.splitlines() == EXPECTED.splitlines(), done.stderr
