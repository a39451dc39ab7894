"""What every rule has, of whatever kind; and what a kind makes of it."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Protocol

from lint.document import Document
from lint.finding import Finding
from lint.rules.actions import Action, read_action
from lint.rules.keys import Keys
from lint.rules.messages import Message
from lint.rules.scopes import Scope, read_scope

# The values that a message has room for.
_VALUES = {"substitution": 2, "capitalization": 2}


class Matcher(Protocol):
    """A rule of one kind, ready to look at documents."""

    @property
    def literals(self) -> tuple[str, ...]:
        """Strings of which a text must hold one; empty where the rule looks at every text."""
        ...

    def findings(self, document: Document) -> Iterator[Finding]:
        """What the rule says of a document."""
        ...


@dataclass(frozen=True, slots=True)
class Header:
    """The keys that all kinds share: what to say, where to look, what to do about it."""

    message: Message
    scope: Scope
    action: Action
    safe: bool


def read_header(keys: Keys) -> Header:
    """The common keys of a rule. Raises ConfigError."""
    if not keys.has("message"):
        raise keys.error("the key `message` is missing: it says what is wrong and what to do")
    message = Message(keys.string("message"))
    action = read_action(keys)
    most = _VALUES.get(keys.kind, 2 if action.name else 1)
    if message.places > most:
        one = f"{most} value{'s' * (most > 1)}"
        raise keys.error(f"`message` has {message.places} places (%s), but {keys.kind} has {one} for it", "message")
    return Header(message, read_scope(keys), action, keys.flag("safe"))
