"""What authors write to switch checks off: `<!-- copydesk: ignore fused-words -- the firm spells it so -->`."""

import re
from collections.abc import Iterable

from lint.document import NO_ACTION
from lint.records import dataclass

ALL = "all"

_DIRECTIVE = re.compile(r"\s*copydesk:\s*([a-z][\w-]{0,40})(?![\w-])(.*)", re.DOTALL | re.IGNORECASE)
_ACTIONS = ("ignore", "ignore-start", "ignore-end", "ignore-file")
# Names come first, then, behind a dash, a colon or a bracket, the reason.
_NAMES = re.compile(r"[\s,]*[A-Za-z][\w-]*(?:\.[\w-]+)*")
_DASHES = "-—–:("


@dataclass(frozen=True, slots=True)
class Directive:
    """A comment to copydesk: `action` is ignore, ignore-start, ignore-end or ignore-file; no names mean all checks.

    What is none of these is an `ignore` of a check that there cannot be, so that it is told of as silencing nothing.
    """

    action: str
    checks: frozenset[str] = frozenset()
    reason: str = ""


def directive(comment: str) -> Directive | None:
    """What a comment, without its delimiters, tells copydesk; None where it speaks to somebody else."""
    match = _DIRECTIVE.match(comment)
    if match is None:
        return None
    action = match[1].lower()
    if action not in _ACTIONS:
        return Directive(_ACTIONS[0], frozenset({NO_ACTION + action}))
    rest = match[2].rstrip()
    names: list[str] = []
    at = 0
    while found := _NAMES.match(rest, at):
        names.append(found[0].strip(" \t\r\n,"))
        at = found.end()
    reason = rest[at:].lstrip(" \t\r\n,")
    if reason.startswith("("):
        reason = reason.removesuffix(")")
    reason = reason.lstrip(_DASHES + " \t\r\n").rstrip()
    return Directive(action, named(names), reason)


def named(names: Iterable[str]) -> frozenset[str]:
    """The checks that a suppression names; empty, which means every check, where “all” is among them."""
    found = frozenset(name.lower().replace("_", "-") for name in names)
    return frozenset() if ALL in found else found
