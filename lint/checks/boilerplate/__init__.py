"""What scraping left of the page around the article."""

from lint import Check, hookimpl
from lint.checks.boilerplate.comment_forms import comment_forms
from lint.checks.boilerplate.cookie_notices import cookie_notices
from lint.checks.boilerplate.credits import credits
from lint.checks.boilerplate.duplicate_captions import duplicate_captions
from lint.checks.boilerplate.inline_residue import inline_residue
from lint.checks.boilerplate.interface_residue import interface_residue
from lint.checks.boilerplate.legal_footers import legal_footers
from lint.checks.boilerplate.live_blog_furniture import live_blog_furniture
from lint.checks.boilerplate.menus import menus
from lint.checks.boilerplate.related_links import related_links
from lint.checks.boilerplate.repeated_lines import repeated_lines
from lint.checks.boilerplate.share_widgets import share_widgets
from lint.checks.boilerplate.subscription_prompts import subscription_prompts
from lint.checks.boilerplate.time_stamps import time_stamps
from lint.checks.boilerplate.translated_widgets import translated_widgets


@hookimpl
def lint_checks() -> list[Check]:
    """The checks of this folder."""
    return [
        comment_forms,
        cookie_notices,
        credits,
        duplicate_captions,
        inline_residue,
        interface_residue,
        legal_footers,
        live_blog_furniture,
        menus,
        related_links,
        repeated_lines,
        share_widgets,
        subscription_prompts,
        time_stamps,
        translated_widgets,
    ]
