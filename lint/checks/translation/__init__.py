"""Words, names, quotation marks and wording that translation damaged."""

from lint import Check, hookimpl


@hookimpl
def lint_checks() -> list[Check]:
    """The checks of this folder."""
    return []
