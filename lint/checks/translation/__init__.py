"""Words, names, quotation marks and wording that translation damaged."""

from lint import Check, hookimpl
from lint.checks.translation.house_spellings import house_spellings
from lint.checks.translation.lowercase_names import lowercase_names
from lint.checks.translation.two_names import two_names


@hookimpl
def lint_checks() -> list[Check]:
    """The checks of this folder."""
    return [house_spellings, lowercase_names, two_names]
