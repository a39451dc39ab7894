"""Text that is safe and plain to show: no character of an article may move the cursor, hide, or turn the line round."""

from unicodedata import category

# Letters and signs that look like what they are; everything else is worth a second look.
_CONTROL = ("Cc", "Cf", "Cs", "Zl", "Zp")


def visible(text: str) -> str:
    """The text with control and invisible characters written as ‹U+200B›, tabs and line ends as spaces."""
    if text.isascii() and text.isprintable():
        return text
    return "".join(map(shown, text))


def shown(character: str) -> str:
    """One character as it is shown."""
    if character in "\t\n\r" or character == "\xa0":
        return " "
    if category(character) in _CONTROL:
        return f"‹U+{ord(character):04X}›"
    return character


def width(text: str) -> int:
    """How many columns of a terminal a visible text takes."""
    if text.isascii():
        return len(text)
    from wcwidth import wcswidth

    columns: int = wcswidth(text)
    return columns if columns >= 0 else len(text)
