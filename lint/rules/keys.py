"""The keys of a rule: which there are, of what type, and what to say of those that are not known."""

from collections.abc import Mapping, Sequence
from typing import Any

from lint.rules.facts import Pattern, PatternError
from lint.rules.syntax import read
from lint.schema import ConfigError, suggestion

_COMMON = (
    *("extends", "message", "level", "scope", "description", "link", "limit", "action", "safe", "languages"),
    *("bad", "good", "tests"),
)
KINDS: Mapping[str, tuple[str, ...]] = {
    "existence": ("tokens", "raw", "exceptions", "append", "ignorecase", "nonword", "vocab"),
    "substitution": ("swap", "exceptions", "ignorecase", "nonword", "vocab", "capitalize"),
    "occurrence": ("token", "max", "min", "ignorecase"),
    "repetition": ("tokens", "max", "alpha", "exceptions", "ignorecase", "vocab"),
    "consistency": ("either", "ignorecase", "nonword"),
    "conditional": ("first", "second", "exceptions", "ignorecase", "vocab"),
    "capitalization": ("match", "style", "exceptions", "indicators", "threshold", "prefix", "vocab"),
}
_PYTHON = "a check in Python can do it (see the README)"
_OTHER_KINDS = {
    "spelling": "house words go into `words`, wrong spellings into a rule of the kind substitution",
    "sequence": "it needs parts of speech; a pattern in a rule of the kind existence may do",
    "metric": f"it computes; {_PYTHON}",
    "readability": f"it computes; an occurrence with `scope: sentence` limits long sentences, and {_PYTHON}",
    "script": f"packs run no code; {_PYTHON}",
}
_OTHER_KEYS = {
    "code": "markup and code never reach a rule: leave it out",
    "pos": "parts of speech are not known: leave it out, or write the phrase in full",
    "ignore": "it belongs to the kind spelling: use `exceptions`",
    "name": "a rule is called by its table or its file: leave it out",
    "examples": "examples stand in the lists `bad` and `good`",
}


class Keys:
    """One rule as it is written, with where it stands.

    `lines` gives the line of each key. Raises ConfigError for a kind or key that is not supported.
    """

    def __init__(self, table: Mapping[str, Any], *, path: str, name: str, lines: Mapping[str, int]) -> None:
        self.name = name
        self.path = path
        self._lines = lines
        # As in Vale, `ignoreCase` is `ignorecase`.
        self._table = {str(key).lower(): value for key, value in table.items()}
        self.kind = self._kind()
        known = (*_COMMON, *KINDS[self.kind])
        for key in table:
            if key.lower() not in known:
                raise self.error(self._unknown(key.lower(), known), key)

    @property
    def written(self) -> str:
        """All that the rule says, on one line."""
        return repr(self._table)

    @property
    def place(self) -> str:
        """The file and the line of the rule."""
        return f"{self.path}:{self._lines.get('', 1)}"

    def error(self, why: str, key: str = "") -> ConfigError:
        """What is wrong, with the file, the line and the rule."""
        line = self._lines.get(key) or next((n for k, n in self._lines.items() if k.lower() == key), 0)
        place = f"{self.path}:{line or self._lines.get('', 1)}"
        return ConfigError(f"{place}: the rule “{self.name}”: {why}")

    def _kind(self) -> str:
        kind = self._table.get("extends")
        kinds = ", ".join(KINDS)
        if kind in (None, ""):
            raise self.error(f"the key `extends` is missing: it names the kind of the rule ({kinds})")
        if not isinstance(kind, str) or kind not in KINDS:
            why = _OTHER_KINDS.get(str(kind))
            told = f": {why}" if why else suggestion(str(kind), KINDS) or f": there are {kinds}"
            missing = "is not supported" if why else "does not exist"
            raise self.error(f"the kind “{kind}” {missing}{told}", "extends")
        return kind

    def _unknown(self, key: str, known: Sequence[str]) -> str:
        if key in _OTHER_KEYS:
            return f"the key “{key}” is not supported: {_OTHER_KEYS[key]}"
        others = [kind for kind, keys in KINDS.items() if key in keys]
        if others:
            own = ", ".join(KINDS[self.kind])
            return f"the key “{key}” belongs to {' and '.join(others)}; {self.kind} has {own}"
        return f"there is no key “{key}”{suggestion(key, known) or ': ' + self.kind + ' has ' + ', '.join(known)}"

    def has(self, key: str) -> bool:
        """Whether the rule says something under a key."""
        return self._table.get(key) not in (None, "")

    def needed(self, *keys: str) -> None:
        """Raises ConfigError where none of these keys is there."""
        if not any(self.has(key) for key in keys):
            raise self.error(f"{self.kind} needs {' or '.join(f'`{key}`' for key in keys)}")

    def string(self, key: str, default: str = "") -> str:
        """A string; a number is one too. Raises ConfigError."""
        value = self._table.get(key, default)
        if isinstance(value, bool) or not isinstance(value, str | int | float):
            raise self.error(f"`{key}` must be a string", key)
        return str(value)

    def strings(self, key: str) -> tuple[str, ...]:
        """A list of strings; one alone stands for a list of one. Raises ConfigError."""
        value = self._table.get(key) or ()
        if isinstance(value, str | int | float):
            return (str(value),)
        if not isinstance(value, list | tuple) or not all(isinstance(v, str | int | float) for v in value):
            raise self.error(f"`{key}` must be a list of strings", key)
        return tuple(str(item) for item in value if str(item).strip())

    def items(self, key: str) -> tuple[Any, ...]:
        """A list of whatever it holds; a string alone stands for a list of one. Raises ConfigError."""
        value = self._table.get(key) or ()
        if not isinstance(value, str | list | tuple):
            raise self.error(f"`{key}` must be a list", key)
        return (value,) if isinstance(value, str) else tuple(value)

    def flag(self, key: str, *, default: bool = False) -> bool:
        """True or false. Raises ConfigError."""
        value = self._table.get(key, default)
        value = {"true": True, "false": False}.get(value.lower(), value) if isinstance(value, str) else value
        if not isinstance(value, bool):
            raise self.error(f"`{key}` must be true or false", key)
        return value

    def number(self, key: str, default: int = 0) -> int:
        """A whole number from 0 on. Raises ConfigError."""
        value = self._table.get(key, default)
        if isinstance(value, bool) or not str(value).isdecimal():
            raise self.error(f"`{key}` must be a whole number", key)
        return int(value)

    def share(self, key: str, default: float) -> float:
        """A number between 0 and 1. Raises ConfigError."""
        try:
            value = float(self.string(key, str(default)))
        except ValueError:
            value = -1
        if not 0 <= value <= 1:
            raise self.error(f"`{key}` must be a number between 0 and 1", key)
        return value

    def table(self, key: str) -> Mapping[str, Any]:
        """A table. Raises ConfigError."""
        value = self._table.get(key) or {}
        if not isinstance(value, Mapping):
            raise self.error(f"`{key}` must be a table", key)
        return value

    def swaps(self, key: str) -> dict[str, str]:
        """A table, or list of tables, of string to string. Raises ConfigError."""
        value = self._table.get(key) or {}
        tables = value if isinstance(value, list) else [value]
        if not all(isinstance(table, Mapping) for table in tables):
            raise self.error(f"`{key}` must be a table, what is wrong = what is right", key)
        pairs = {str(left): right for table in tables for left, right in table.items()}
        for left, right in pairs.items():
            if isinstance(right, bool) or not isinstance(right, str | int | float):
                raise self.error(f"`{key}`: “{left}” needs a string beside it", key)
        return {left: str(right) for left, right in pairs.items()}

    def pattern(self, source: str, key: str, *, capture: bool = False) -> Pattern:
        """A pattern. Raises ConfigError."""
        try:
            return read(source, capture=capture)
        except PatternError as error:
            raise self.error(str(error), key) from None

    def patterns(self, key: str) -> tuple[Pattern, ...]:
        """A list of patterns. Raises ConfigError."""
        return tuple(self.pattern(source, key) for source in self.strings(key))
