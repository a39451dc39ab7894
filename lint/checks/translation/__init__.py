"""Words, names, quotation marks and wording that translation damaged."""

from lint import Check, hookimpl
from lint.checks.translation.lowercase_names import lowercase_names


@hookimpl
def lint_checks() -> list[Check]:
    """The checks of this folder."""
    return [lowercase_names]
