"""Encodings, invisible characters and other damage below the level of words."""

from lint import Check, hookimpl
from lint.checks.characters.encoding import encoding
from lint.checks.characters.invisible_characters import invisible_characters


@hookimpl
def lint_checks() -> list[Check]:
    """The checks of this folder."""
    return [encoding, invisible_characters]
