"""An example of a plugin for copydesk: two checks, a pack of rules, a reader and a writer.

Each hook is called once, when copydesk starts.
"""

from pathlib import Path

from lint import Check, Reader, Writer, hookimpl

from newsdesk.relative_days import relative_days
from newsdesk.same_headline import same_headline
from newsdesk.spreadsheet import SPREADSHEET
from newsdesk.subtitles import SUBTITLES

__all__ = ["lint_checks", "lint_packs", "lint_readers", "lint_writers", "relative_days", "same_headline"]


@hookimpl
def lint_checks() -> list[Check]:
    """The checks."""
    return [relative_days, same_headline]


@hookimpl
def lint_packs() -> list[Path]:
    """The rules without Python."""
    return [Path(__file__).parent / "packs" / "newsroom.toml"]


@hookimpl
def lint_readers() -> list[Reader]:
    """The formats that are read."""
    return [SUBTITLES]


@hookimpl
def lint_writers() -> list[Writer]:
    """The formats that are written: copydesk check --format csv."""
    return [SPREADSHEET]
