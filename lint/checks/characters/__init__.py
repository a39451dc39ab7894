"""Encodings, invisible characters and other damage below the level of words."""

from lint import Check, hookimpl
from lint.checks.characters.encoding import encoding
from lint.checks.characters.invisible_characters import invisible_characters
from lint.checks.characters.leftover_entities import leftover_entities
from lint.checks.characters.leftover_markup import leftover_markup
from lint.checks.characters.lost_letters import lost_letters
from lint.checks.characters.mixed_scripts import mixed_scripts
from lint.checks.characters.mojibake import mojibake
from lint.checks.characters.placeholders import placeholders


@hookimpl
def lint_checks() -> list[Check]:
    """The checks of this folder."""
    return [
        encoding,
        invisible_characters,
        leftover_entities,
        leftover_markup,
        lost_letters,
        mixed_scripts,
        mojibake,
        placeholders,
    ]
