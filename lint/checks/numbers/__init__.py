"""Figures and dates that contradict each other."""

from lint import Check, hookimpl
from lint.checks.numbers.toll_update import toll_update


@hookimpl
def lint_checks() -> list[Check]:
    """The checks of this folder."""
    return [
        toll_update,
    ]
