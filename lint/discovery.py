"""Which files of a folder are articles: git's own list inside a work tree, a walk that obeys .gitignore elsewhere."""

import os
from collections.abc import Callable, Iterator
from itertools import chain
from pathlib import Path
from typing import Any

Trouble = Callable[[str, OSError], None]

_IGNORE = ".gitignore"
_CHUNK = 1 << 16


def files(folder: Path, trouble: Trouble) -> Iterator[str]:
    """All files below a folder that git would not ignore, as paths from it, hidden ones left out; in no order.

    `trouble(path, error)` is told of folders that cannot be read.
    """
    listed = _listed_by_git(folder)
    first = next(listed, None)
    if first is None:
        yield from _walked(folder, trouble)
        return
    for name in chain((first,), listed):
        if not _hidden(name) and os.path.isfile(os.path.join(folder, name)):
            yield name


def _listed_by_git(folder: Path) -> Iterator[str]:
    """Git's list as it comes; nothing outside a work tree, without git, and for a folder that git ignores as a whole.

    A file with a conflict comes several times.
    """
    import subprocess

    # A hook runs with the variables of its own repository, which need not be the one of this folder.
    environment = {key: value for key, value in os.environ.items() if not key.startswith("GIT_")}
    command = ["git", "-C", os.fspath(folder), "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    try:
        process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=environment)
    except OSError:
        return
    with process:
        rest = b""
        while chunk := process.stdout.read(_CHUNK) if process.stdout else b"":
            *names, rest = (rest + chunk).split(b"\0")
            yield from map(os.fsdecode, names)


def _hidden(relative: str) -> bool:
    return any(part.startswith(".") for part in relative.split("/"))


def _walked(folder: Path, trouble: Trouble) -> Iterator[str]:
    """Links to files are followed, links to folders are not: they may lead round in a circle."""
    pending: list[tuple[str, tuple[tuple[str, Any], ...]]] = [("", ())]
    while pending:
        relative, rules = pending.pop()
        try:
            entries = list(os.scandir(folder / relative))
        except OSError as error:
            trouble(os.fspath(folder / relative), error)
            continue
        if any(entry.name == _IGNORE for entry in entries):
            rules = (*rules, (relative, _ignore_rules(folder / relative / _IGNORE)))
        for entry in entries:
            name = f"{relative}/{entry.name}" if relative else entry.name
            if entry.name.startswith("."):
                continue
            if entry.is_dir(follow_symlinks=False):
                if not _ignored(name + "/", rules):
                    pending.append((name, rules))
            elif entry.is_file() and not _ignored(name, rules):
                yield name


def _ignore_rules(path: Path) -> Any:
    from pathspec import GitIgnoreSpec

    try:
        lines = path.read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        lines = []
    return GitIgnoreSpec.from_lines(lines)


def _ignored(name: str, rules: tuple[tuple[str, Any], ...]) -> bool:
    """The deepest .gitignore that says anything of a name decides."""
    for folder, spec in reversed(rules):
        verdict = spec.check_file(name[len(folder) + 1 :] if folder else name).include
        if verdict is not None:
            return bool(verdict)
    return False
