"""What several tests share: a checkout of files in a temporary folder, and the command run in it."""

import io
import re
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache as cache_of_calls
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings

from lint.cli import main
from lint.document import Block
from lint.views import native, patterns, scanner, scanning

# The same examples in every run: a test that fails fails for everybody.
settings.register_profile("copydesk", derandomize=True)
settings.load_profile("copydesk")


@dataclass(frozen=True)
class Outcome:
    """What a run of the command left behind."""

    code: int
    out: str
    err: str


class Desk:
    """A folder with files, and the command run there."""

    def __init__(self, folder: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> None:
        self.folder = folder
        self._monkeypatch = monkeypatch
        self._capfd = capfd

    def write(self, files: Mapping[str, str | bytes]) -> None:
        for name, content in files.items():
            path = self.folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content if isinstance(content, bytes) else content.encode())

    def run(self, *arguments: str, stdin: bytes = b"") -> Outcome:
        with self._monkeypatch.context() as patch:
            patch.chdir(self.folder)
            patch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin)))
            # What the command does to the import path ends with it.
            patch.setattr(sys, "path", list(sys.path))
            self._capfd.readouterr()
            try:
                code = main(arguments)
            except SystemExit as leaving:
                code = int(leaving.code or 0)
            sys.stdout.flush()
            captured = self._capfd.readouterr()
        return Outcome(code, captured.out, captured.err)


@pytest.fixture(autouse=True, scope="session")
def scans() -> None:
    """Patterns are ruled out from the first text on: whatever that would lose, some test misses."""
    if find_spec("hyperscan"):
        scanning._SCANS = _EagerScans()


class _EagerScans(scanning.Scans):
    def found(self, text: str, blocks: Sequence[Block]) -> scanning.Found:
        if self._scanner is None or self._scanner.outdated:
            self._scanner = scanner.made(None)
        return super().found(text, blocks)


@pytest.fixture(autouse=True, scope="session")
def needs() -> None:
    """What a pattern needs is looked for in every text, and beside it the pattern: it may not be found alone."""
    patterns._Pattern._first = _first  # type: ignore[method-assign]


_compiled = cache_of_calls(re.compile)


def _first(self: Any, name: str, text: str, *bounds: int) -> object:
    found = getattr(_compiled(self._source, self._flags), name)(text, *bounds)
    found = list(found) if name == "finditer" else found
    if found and not self._held(name, text, *bounds):
        raise AssertionError(f"found without what it needs: {self._source}")
    return iter(found) if name == "finditer" else found


@pytest.fixture(autouse=True)
def cache(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of the cache, empty at first: no test sees what another one left."""
    folder = tmp_path_factory.mktemp("cache")
    monkeypatch.setenv("COPYDESK_CACHE_DIR", str(folder))
    return folder


@pytest.fixture(params=["in C", "in Python"], scope="module")
def by_both_means(request: pytest.FixtureRequest) -> Iterator[None]:
    """What a test says holds with the modules in C, where they are built, and without."""
    with pytest.MonkeyPatch.context() as patch:
        if request.param == "in Python":
            patch.setattr(native, "words", None)
            patch.setattr(native, "literals", None)
        yield


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> Desk:
    """An empty folder to write articles into and to run the command in."""
    return Desk(tmp_path, monkeypatch, capfd)


@pytest.fixture
def latin() -> Callable[[str], bytes]:
    """Text in the encoding that this project finds worth a finding."""
    return lambda text: text.encode("cp1252")
