"""What the XML formats share: attributes that hold whatever an article or a file name holds."""

from lint.writers.visible import visible

_ESCAPES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;"})


def attributes(**values: object) -> str:
    """The attributes of a tag, with a space before each; characters that XML cannot hold are written as their names."""
    return "".join(f' {name}="{escaped(str(value))}"' for name, value in values.items())


def escaped(text: str) -> str:
    """Text for an attribute or between tags, on one line."""
    return visible(text).translate(_ESCAPES).replace("\ufffe", "‹U+FFFE›").replace("\uffff", "‹U+FFFF›")
