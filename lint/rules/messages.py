"""What a rule says of a finding: %s stands for what was found, and for what to write instead."""

import re
from dataclasses import dataclass

from lint.views.patterns import pattern

_PLACE = pattern(r"%(?:%|(?:\[(\d)\])?[sdqv])")
_QUOTED = (("'", "'"), ('"', '"'), ("“", "”"), ("‘", "’"), ("`", "`"))


@dataclass(frozen=True, slots=True)
class Message:
    """The sentence of a rule, as its author wrote it."""

    template: str

    @property
    def places(self) -> int:
        """How many values it has room for."""
        used = [int(m[1]) if m[1] else 0 for m in _PLACE.finditer(self.template) if m[0] != "%%"]
        return max([used.count(0), *used], default=0)

    def said(self, *values: str) -> str:
        """The sentence with these values in the places of %s; a place without a value stays as it is."""
        left = iter(values)

        def value(match: re.Match[str]) -> str:
            if match[0] == "%%":
                return "%"
            if match[1]:
                number = int(match[1])
                return values[number - 1] if 0 < number <= len(values) else match[0]
            return next(left, match[0])

        return _PLACE.sub(value, self.template)

    def choice(self, options: tuple[str, ...]) -> str:
        """Several things to write instead, in the quotation marks that the sentence puts around one."""
        first = self.template.find("%s")
        around = (self.template[first - 1 : first], self.template[first + 2 : first + 3])
        close, opened = (around[1], around[0]) if first > 0 and around in _QUOTED else ("", "")
        *most, last = options
        return f"{close}, {opened}".join(most) + f"{close} or {opened}{last}" if most else last


def summary(template: str) -> str:
    """The message as a heading for the rule, with “…” for what is found."""
    return " ".join(_PLACE.sub(lambda m: "%" if m[0] == "%%" else "…", template).split())
