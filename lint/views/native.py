"""The modules in C, native/, where they were built (decision 132), and None elsewhere."""

__all__ = ["literals", "words"]

try:
    import lint.views._literals as literals
    import lint.views._words as words
except ImportError:
    literals = words = None  # type: ignore[assignment]
