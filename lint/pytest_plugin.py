"""For pytest: with `--copydesk`, the page of every check in the files that are collected becomes tests.

Each example is one test, `src/acme/shouting.py::shouting::bad-1`, found at the line of its fence.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from lint.kinds import Check
    from lint.testing.contracts import Case


def pytest_addoption(parser: pytest.Parser) -> None:
    """The option; off by default, for this plugin is loaded wherever copydesk is installed."""
    parser.getgroup("copydesk").addoption(
        "--copydesk", action="store_true", help="test the pages of the checks that the collected files hold"
    )


def pytest_collect_file(file_path: Path, parent: pytest.Collector) -> "_CheckFile | None":
    """The checks of a Python file."""
    if not parent.config.getoption("--copydesk") or file_path.suffix != ".py" or _is_test(file_path):
        return None
    # Whatever holds a check says so; no other file is imported.
    if b"@check" not in file_path.read_bytes():
        return None
    found: _CheckFile = _CheckFile.from_parent(parent, path=file_path)
    return found


def _is_test(path: Path) -> bool:
    return path.name.startswith("test_") or path.name.endswith("_test.py") or path.name == "conftest.py"


class _CheckFile(pytest.Module):
    """A file of checks; imported as pytest imports modules of tests."""

    def collect(self) -> Iterator[Any]:
        from lint.kinds import Check

        for value in vars(self.obj).values():
            if isinstance(value, Check) and value.function.__module__ == self.obj.__name__:
                yield _Page.from_parent(self, name=value.name, check=value)


class _Page(pytest.Collector):
    def __init__(self, *, check: "Check", **rest: Any) -> None:
        super().__init__(**rest)
        self.check = check

    def collect(self) -> Iterator[Any]:
        from lint.page import PageError
        from lint.testing.contracts import cases

        try:
            known = list(cases(self.check))
        except PageError as error:
            raise self.CollectError(f"the page of {self.check.name}: {error}") from None
        known[:0] = _announced(self.check)
        for case in known:
            yield _Example.from_parent(self, name=case.title, check=self.check, case=case)


def _announced(check: "Check") -> list["Case"]:
    """A test that the plugin of this package, where it is installed, names the check."""
    from importlib.metadata import entry_points

    from lint.hooks import PROJECT
    from lint.testing.contracts import Case

    package = check.function.__module__.partition(".")[0]
    plugins = [entry for entry in entry_points(group=PROJECT) if entry.module.partition(".")[0] == package]

    def named() -> None:
        hooks = [getattr(entry.load(), "lint_checks", None) for entry in plugins]
        if not any(check.name == known.name for hook in hooks if hook is not None for known in hook()):
            raise AssertionError(
                f"{check.name} is not run: name it in what lint_checks() of {plugins[0].module} returns"
            )

    return [Case("announced", named)] if plugins else []


class _Example(pytest.Item):
    def __init__(self, *, check: "Check", case: "Case", **rest: Any) -> None:
        super().__init__(**rest)
        self.check = check
        self.case = case

    def runtest(self) -> None:
        self.case.run()

    def reportinfo(self) -> tuple[Path, int, str]:
        first = self.check.function.__code__.co_firstlineno - 1
        return self.path, first + self.case.line, f"{self.check.name}: {self.case.title}"

    def repr_failure(self, excinfo: pytest.ExceptionInfo[BaseException], style: Any = None) -> Any:
        """The message alone where the check is at fault in a way that the message shows."""
        if not isinstance(excinfo.value, AssertionError):
            return super().repr_failure(excinfo, style)
        path, line, _ = self.reportinfo()
        return f"{excinfo.value}\n\n{path}:{line + 1}"
