"""What scraping left of the page around the article."""

from lint import Check, hookimpl
from lint.checks.boilerplate.comment_forms import comment_forms
from lint.checks.boilerplate.cookie_notices import cookie_notices
from lint.checks.boilerplate.related_links import related_links


@hookimpl
def lint_checks() -> list[Check]:
    """The checks of this folder."""
    return [comment_forms, cookie_notices, related_links]
