"""Values as TOML writes them, on one line."""

import re
from collections.abc import Mapping

_BARE = re.compile(r"[A-Za-z0-9_-]+")
_ESCAPED = re.compile(r'[\x00-\x1f\x7f"\\\\]')


def toml(value: object) -> str:
    """A string, number, boolean, list or table."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, str):
        return f'"{_ESCAPED.sub(_escape, value)}"'
    if isinstance(value, Mapping):
        inner = ", ".join(f"{key(str(name))} = {toml(item)}" for name, item in value.items())
        return f"{{ {inner} }}" if inner else "{}"
    if isinstance(value, list | tuple):
        return "[" + ", ".join(map(toml, value)) + "]"
    return str(value)


def key(name: str) -> str:
    """A key, in quotation marks where it needs them."""
    return name if _BARE.fullmatch(name) else toml(name)


def _escape(match: re.Match[str]) -> str:
    return "\\" + match[0] if match[0] in '"\\' else f"\\u{ord(match[0]):04X}"
