"""The hooks by which checks, readers, writers and packs reach copydesk; the built-in ones use them too."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import pluggy

from lint.kinds import Check
from lint.readers import Reader
from lint.writers import Writer

PROJECT = "copydesk"

hookspec = pluggy.HookspecMarker(PROJECT)
hookimpl = pluggy.HookimplMarker(PROJECT)


class Hooks:
    """What a plugin may offer. Each hook is called once at start."""

    @hookspec
    def lint_checks(self) -> Sequence[Check]:
        """The checks of this plugin."""
        raise NotImplementedError

    @hookspec
    def lint_readers(self) -> Sequence[Reader]:
        """The file formats that this plugin reads."""
        raise NotImplementedError

    @hookspec
    def lint_writers(self) -> Sequence[Writer]:
        """The output formats that this plugin writes."""
        raise NotImplementedError

    @hookspec
    def lint_data(self) -> Sequence[Mapping[str, Mapping[str, Any]]]:
        """Units, zones, epochs, hedges, measures and sources that this plugin brings: tables as in a configuration."""
        raise NotImplementedError

    @hookspec
    def lint_packs(self) -> Sequence[Path]:
        """The packs of rules that this plugin brings: files or folders. Their rules run as its checks do."""
        raise NotImplementedError
