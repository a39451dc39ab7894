"""`words` is the module in C, native/words.c, where it was built (decision 132), and None elsewhere."""

__all__ = ["words"]

try:
    import lint.views._words as words
except ImportError:
    words = None  # type: ignore[assignment]
