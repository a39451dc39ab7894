"""Lines that were changed since a revision of git: whoever reviews a change is told of nothing else."""

import os
import re
import subprocess
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from lint.finding import Diagnostic, Report
from lint.schema import ConfigError

_HUNK = re.compile(rb"@@ -\S+ \+(\d+)(?:,(\d+))? @@")
_ESCAPE = re.compile(rb"\\([0-7]{3}|.)")
_ESCAPED = {b"a": b"\a", b"b": b"\b", b"t": b"\t", b"n": b"\n", b"v": b"\v", b"f": b"\f", b"r": b"\r"}

Lines = tuple[int, int]


class Since:
    """Takes away the findings on lines that are as they were: a finding counts where it, or a note of it, touches a
    changed line. `changed` holds first and last line of each change by true place, which goes through no symbolic link;
    in a file of `untracked` all lines are new.
    """

    def __init__(self, changed: dict[str, list[Lines]], untracked: frozenset[str]) -> None:
        self._changed = changed
        self._untracked = untracked
        self._folders: dict[str, str] = {}

    def __contains__(self, place: object) -> bool:
        if not isinstance(place, str):
            return False
        true = self._true(place)
        return true in self._changed or true in self._untracked

    def _true(self, place: str) -> str:
        """Git names files by the true place of their folder. A file that is itself a link is known as the link."""
        folder, name = os.path.split(place)
        if folder not in self._folders:
            self._folders[folder] = os.path.realpath(folder)
        return os.path.join(self._folders[folder], name)

    def accept(self, file: Path, report: Report, shows: Callable[[str], bool]) -> Report:
        """The report of a file without the findings on untouched lines."""
        del shows
        place = self._true(os.fspath(file))
        if place in self._untracked:
            return report
        changed = self._changed.get(place, ())
        news = tuple(d for d in report.diagnostics if any(_touches(lines, changed) for lines in _lines(d)))
        return replace(report, diagnostics=news, hidden=0)


def _lines(diagnostic: Diagnostic) -> Iterator[Lines]:
    yield diagnostic.start.line, diagnostic.end.line
    yield from ((note.start.line, note.end.line) for note in diagnostic.notes if note.path == diagnostic.path)


def _touches(lines: Lines, changed: Sequence[Lines]) -> bool:
    return any(first <= lines[1] and lines[0] <= last for first, last in changed)


def since(revision: str, folder: Path) -> Since:
    """What was changed in the work tree around a folder since it left a revision. Raises ConfigError."""
    top = os.path.realpath(os.fsdecode(_git(folder, "rev-parse", "--show-toplevel")).rstrip("\n"))
    start = _git(folder, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
    if not start and revision == "HEAD":
        # Before the first commit all is new.
        return Since({}, frozenset(_place(top, name) for name in _listed(top, "--cached", "--others")))
    if not start:
        raise ConfigError(f"--since {revision}: git knows no such revision")
    # What the other branch did meanwhile is not ours.
    base = (_git(folder, "merge-base", start.decode().strip(), "HEAD") or start).decode().strip()
    plain = ("--no-color", "--no-ext-diff", "--no-textconv", "--no-renames")
    options = (*plain, "--unified=0", "--src-prefix=a/", "--dst-prefix=b/")
    diff = _git(Path(top), "diff", *options, base, "--")
    return Since(
        {_place(top, name): lines for name, lines in _changed(diff)},
        frozenset(_place(top, name) for name in _listed(top, "--others")),
    )


def _listed(top: str, *which: str) -> Iterator[bytes]:
    names = _git(Path(top), "ls-files", "-z", *which, "--exclude-standard")
    return filter(None, names.split(b"\0"))


def _place(top: str, name: bytes) -> str:
    return os.path.normpath(os.path.join(top, os.fsdecode(name)))


def _changed(diff: bytes) -> Iterator[tuple[bytes, list[Lines]]]:
    """The new name of each file in a diff without context, with the lines that are new in it."""
    name, lines = b"", list[Lines]()
    head = True
    for line in diff.split(b"\n"):
        if line.startswith(b"diff --git "):
            if name:
                yield name, lines
            name, lines, head = b"", [], True
        elif head and line.startswith(b"+++ "):
            name = _unquoted(line[4:].rstrip(b"\t")).removeprefix(b"b/")
        elif hunk := _HUNK.match(line):
            head = False
            first, count = int(hunk[1]), int(hunk[2] or 1)
            # Where lines were only taken out, the line before and the one after are neighbours now.
            lines.append((first, first + count - 1) if count else (first, first + 1))
    if name:
        yield name, lines


def _unquoted(name: bytes) -> bytes:
    """Git quotes unusual names as C does."""
    if not name.startswith(b'"'):
        return name

    def plain(match: re.Match[bytes]) -> bytes:
        code = match[1]
        return bytes((int(code, 8),)) if code.isdigit() else _ESCAPED.get(code, code)

    return _ESCAPE.sub(plain, name[1:-1])


def _git(folder: Path, *arguments: str) -> bytes:
    command = ["git", "-C", os.fspath(folder), *arguments]
    # A hook runs with the variables of its own repository, which need not be the one of this folder.
    environment = {key: value for key, value in os.environ.items() if not key.startswith("GIT_")}
    try:
        done = subprocess.run(command, capture_output=True, env=environment, check=False)
    except OSError as error:
        raise ConfigError(f"--since needs git, which cannot be run: {error.strerror}") from None
    if done.returncode not in (0, 1):
        raise ConfigError(f"--since: git says: {os.fsdecode(done.stderr).strip()}")
    return done.stdout
