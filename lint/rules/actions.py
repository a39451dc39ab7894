"""What a rule does with a finding: the replacements that an `action` makes of the text that was found."""

import re
from dataclasses import dataclass
from typing import Any

from lint.document import Document
from lint.finding import Edit, Fix
from lint.rules.keys import Keys
from lint.rules.matching import Late
from lint.rules.syntax import read
from lint.span import Span
from lint.views.patterns import pattern

_EDITS = {"regex": 3, "trim": 2, "trim_left": 2, "trim_right": 2, "truncate": 2, "split": 3}
_REFERENCE = pattern(r"\$(?:\{(\d+)\}|(\d+))")
_ADVICE = "use replace, remove or edit, or leave `action` out"


@dataclass(frozen=True, slots=True)
class Action:
    """The action of a rule; an empty name means that it has none."""

    name: str = ""
    params: tuple[str, ...] = ()
    pattern: Any = None

    def options(self, observed: str) -> tuple[str, ...]:
        """What may stand instead of the text that was found."""
        if self.name == "replace":
            return self.params
        if self.name == "remove":
            return ("",)
        if self.name != "edit":
            return ()
        how, *what = self.params
        if how == "regex":
            return (expanded(self.pattern, what[1], observed),)
        if how == "truncate":
            return (observed.split(what[0])[0],)
        if how == "split":
            parts = observed.split(what[0])
            return tuple(parts[int(what[1]) : int(what[1]) + 1])
        strip = {"trim": observed.strip, "trim_left": observed.lstrip, "trim_right": observed.rstrip}[how]
        return (strip(what[0]),)


def read_action(keys: Keys) -> Action:
    """The action that a rule names. Raises ConfigError."""
    table = keys.table("action")
    if not table:
        return Action()
    for key in table:
        if key not in ("name", "params"):
            raise keys.error(f"`action` has no key “{key}”: it has name and params", "action")
    name = str(table.get("name", ""))
    params = table.get("params") or ()
    if isinstance(params, str) or not all(isinstance(param, str | int) for param in params):
        raise keys.error("`params` of `action` is a list of strings", "action")
    strings = tuple(map(str, params))
    if name not in ("replace", "remove", "edit"):
        raise keys.error(f"the action “{name}” is not supported: {_ADVICE}", "action")
    pattern = None
    if name == "edit":
        how = strings[0] if strings else ""
        if how not in _EDITS:
            raise keys.error(f"the action edit has no way “{how}”: it has {', '.join(_EDITS)}", "action")
        if len(strings) != _EDITS[how]:
            raise keys.error(f"the action edit with “{how}” takes {_EDITS[how] - 1} more params", "action")
        if how == "split" and not strings[2].isdigit():
            raise keys.error("the last of the params of “split” is the number of a part, from 0", "action")
        if how in ("truncate", "split") and not strings[1]:
            raise keys.error(f"“{how}” needs the character to cut at", "action")
        if how == "regex":
            pattern = Late(keys.pattern(strings[1], "action", capture=True).source)
    return Action(name, strings, pattern)


def expanded(pattern: Any, template: str, observed: str) -> str:
    """What a pattern makes of a text: the template with $1 … for its groups, wherever it fits."""

    def groups(match: Any) -> str:
        def group(reference: re.Match[str]) -> str:
            number = int(reference[1] or reference[2])
            return (match[number] or "") if number <= pattern.groups else ""

        return _REFERENCE.sub(group, template)

    replaced: str = pattern.sub(groups, observed, timeout=1)
    return replaced


def refers(template: str) -> bool:
    """Whether a replacement speaks of the groups of its pattern."""
    return bool(_REFERENCE.search(template))


def capturing(source: str, *, ignorecase: bool) -> Any:
    """A pattern whose groups catch what a replacement speaks of."""
    return Late(read(source, capture=True).source, ignorecase=ignorecase)


def fix(document: Document, span: Span, replacement: str, *, safe: bool) -> Fix:
    """The fix that writes something else at a place; a word that goes takes the space before or behind it along."""
    text, start, end = document.text, span.start, span.end
    if replacement:
        # What only takes something away is never safe.
        safe = safe and replacement not in span.of(text)
        return Fix(f"write “{replacement}”", (Edit(span, replacement),), safe=safe)
    before, after = text[start - 1 : start] if start else "\n", text[end : end + 1] or "\n"
    if before == " " and not after.isalnum():
        start -= 1
    elif before.isspace() and after == " ":
        end += 1
    return Fix(f"take “{span.of(text)}” away", (Edit(Span(start, end), ""),))
