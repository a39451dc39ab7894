"""What scraping left of the page around the article."""

from lint import Check, hookimpl


@hookimpl
def lint_checks() -> list[Check]:
    """The checks of this folder."""
    return []
