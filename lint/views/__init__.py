"""What several checks share, each computed once per document: `document.view(words)`."""

from typing import TYPE_CHECKING

from lint.views.folded import folded
from lint.views.language import language
from lint.views.sentences import sentences
from lint.views.words import Word, Words, words

if TYPE_CHECKING:
    from lint.views.figure import Figure, figures

__all__ = ["Figure", "Word", "Words", "figures", "folded", "language", "sentences", "words"]


def __getattr__(name: str) -> object:
    # Made for plugins: no check of our own needs them, and they take two milliseconds of each start.
    if name in ("Figure", "figures"):
        from importlib import import_module

        return getattr(import_module(f"{__name__}.figure"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
