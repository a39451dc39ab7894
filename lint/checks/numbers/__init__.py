"""Figures and dates that contradict each other."""

from lint import Check, hookimpl


@hookimpl
def lint_checks() -> list[Check]:
    """The checks of this folder."""
    return []
