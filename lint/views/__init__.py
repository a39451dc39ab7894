"""What several checks share, each computed once per document: `document.view(words)`."""

from lint.views.figures import Figure, figures
from lint.views.folded import folded
from lint.views.language import language
from lint.views.sentences import sentences
from lint.views.words import Word, Words, words

__all__ = ["Figure", "Word", "Words", "figures", "folded", "language", "sentences", "words"]
