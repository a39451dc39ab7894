"""Every built-in check keeps the contract of its page."""

from collections.abc import Callable

import pytest

from lint.kinds import Check
from lint.plugins import load_built_in
from lint.testing import contract

# The engine's own check finds nothing in a text alone; it has tests of its own.
CHECKS = {name: check for name, check in load_built_in().checks.items() if check.group != "suppressions"}


def _named(check: Check) -> Callable[..., None]:
    test = contract(check)
    test.__name__ = f"test_{check.name.replace('-', '_')}"
    return test


for _check in CHECKS.values():
    globals()[f"test_{_check.name.replace('-', '_')}"] = _named(_check)


def test_there_are_checks() -> None:
    assert {check.group for check in CHECKS.values()} == {"translation", "characters", "boilerplate", "numbers"}


@pytest.mark.parametrize("check", CHECKS.values(), ids=str)
def test_a_check_is_called_as_its_file(check: Check) -> None:
    module = check.function.__module__.rpartition(".")
    assert module[2].replace("_", "-") == check.name
    assert module[0] == f"lint.checks.{check.group}"
