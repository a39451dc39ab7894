"""Pages of docs/ played as a reader would: their files are written, their commands run, in order, in one folder a page.

A fence with a file name (```toml copydesk.toml) is that file; in ```console, lines that begin with `$ ` are commands,
and what follows is what they print; “[...]” stands for what is left out. `python tests/guides.py docs/PAGE.md` fills in
what the commands print today.
"""

import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from environments import ROOT, fresh_environment, install

DOCS = ROOT / "docs"
FENCE = re.compile(r"^```(?P<kind>\w+) ?(?P<name>[^\n]*)\n(?P<text>.*?)^```$", re.DOTALL | re.MULTILINE)
_LEFT_OUT = "[...]"


@dataclass(frozen=True)
class Played:
    """A command, what the page shows of it, and what it printed."""

    command: str
    shown: str
    printed: str
    code: int

    @property
    def as_shown(self) -> bool:
        pattern = re.escape(self.shown.strip()).replace(re.escape(_LEFT_OUT), r"[\s\S]*")
        return re.fullmatch(pattern, self.printed.strip()) is not None


def environment(folder: Path) -> Path:
    """The folder of commands of a new environment that holds copydesk and a pip that needs no network."""
    python = fresh_environment(folder)
    install(python, ROOT)
    commands = python.parent
    offline = f'"{sys.executable}" -m pip --python "{python}" --disable-pip-version-check'
    _script(
        commands / "pip",
        f'[ "$1" = install ] && shift && exec {offline} install --no-index --no-deps --no-build-isolation "$@"\n'
        f'exec {offline} "$@"\n',
    )
    for name in ("pytest", "mypy"):
        _script(commands / name, f'exec "{python}" -m {name} "$@"\n')
    # It would look for itself beside its Python, and find this script.
    _script(commands / "ruff", f'exec "{sys.executable}" -m ruff "$@"\n')
    return commands


def _script(path: Path, text: str) -> None:
    path.write_text("#!/bin/sh\n" + text, encoding="utf-8")
    path.chmod(0o755)


def played(page: str, commands: Path, folder: Path) -> Iterator[Played]:
    """Each command of a page, run."""
    here = folder
    for fence in FENCE.finditer(page):
        if fence["kind"] == "console":
            for command, shown in _commands(fence["text"]):
                printed, code, here = _run(command, commands, here, folder)
                yield Played(command, shown, printed, code)
        elif name := fence["name"].strip():
            path = here / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(fence["text"], encoding="utf-8")


def _commands(text: str) -> Iterator[tuple[str, str]]:
    for part in re.split(r"^\$ ", text, flags=re.MULTILINE)[1:]:
        command, _, shown = part.partition("\n")
        yield command, shown


def _run(command: str, commands: Path, here: Path, folder: Path) -> tuple[str, int, Path]:
    after = folder / ".after"
    script = f'{command}\ncode=$?; pwd > "{after}"; exit $code'
    path = f"{commands}{os.pathsep}{os.environ['PATH']}"
    surroundings = {**os.environ, "PATH": path, "COPYDESK_CACHE_DIR": str(folder / ".cache"), "COLUMNS": "80"}
    # pytest prints whole messages in its summary where it sees that it runs in CI.
    for name in ("CI", "BUILD_NUMBER", "NO_COLOR", "FORCE_COLOR", "PYTEST_ADDOPTS", "PYTEST_CURRENT_TEST"):
        surroundings.pop(name, None)
    done = subprocess.run(
        ["bash", "-c", script],
        cwd=here,
        env=surroundings,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        check=False,
        timeout=120,
    )
    where = Path(after.read_text(encoding="utf-8").strip()) if after.exists() else here
    after.unlink(missing_ok=True)
    return done.stdout, done.returncode, where


def refreshed(page: str, commands: Path, folder: Path) -> str:
    """The page with what its commands print today, where it shows something else."""
    at = 0
    for one in played(page, commands, folder):
        old = f"$ {one.command}\n{one.shown}"
        new = old if one.as_shown else f"$ {one.command}\n" + (f"{one.printed.rstrip()}\n" if one.printed else "")
        at = page.index(old, at)
        page = page[:at] + new + page[at + len(old) :]
        at += len(new)
    return page


if __name__ == "__main__":
    for name in sys.argv[1:]:
        with tempfile.TemporaryDirectory() as folder:
            (Path(folder) / "desk").mkdir()
            text = Path(name).read_text(encoding="utf-8")
            Path(name).write_text(
                refreshed(text, environment(Path(folder, "venv")), Path(folder) / "desk"), encoding="utf-8"
            )
