"""Regular expressions as people write them in rules: read, checked, and written for the engine that matches them.

The language is that of Vale: Go's (RE2) with lookaround. What `regex` writes otherwise is translated; what it would
understand otherwise, or could run for ever, is refused with a message that says what to do.
"""

import re
from dataclasses import replace

from lint.rules.facts import LONGEST_EXACT, Pattern, PatternError, ambiguous, best, either, joined, power
from lint.views.patterns import pattern

_PLAIN = pattern(r"[A-Za-z0-9]+(?: [A-Za-z0-9]+)*")
_QUANTIFIER = pattern(r"[*+?]|\{(\d+)(?:(,)(\d*))?\}")
_GROUP = pattern(r"\?(?:(?P<look><?[=!]|>|:)|P?<(?P<name>\w+)>|(?P<flags>[a-z]*(?:-[a-z]+)?)(?P<end>[:)]))")
_HEX = pattern(r"x\{([0-9a-fA-F]+)\}|x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})")
_PROPERTY = pattern(r"[pP](?:\{\^?[\w =]+\}|[A-Z])")
_POSIX = pattern(r"\[:\^?[a-z]+:\]")
_CONTROLS = {"t": "\t", "n": "\n", "r": "\r", "f": "\f", "v": "\v", "a": "\a"}
_CLASSES = "dDwWsS"
_ANCHORS = {"b": r"\b", "B": r"\B", "A": r"\A", "z": r"\Z", "Z": r"(?=\n?\Z)"}
# A space in a rule is any space on the line; between two letters it may be the end of a line as well.
_SPACE, _WORD_SPACE = "[ \xa0\u2009\u202f]", r"\s"
_MOST_REPEATS = 1000
_DEEPEST = 40
_LEAST_ROUNDS = 3
_SMALL_CLASS = 6
# So often may something be repeated that itself repeats without end.
_FEW_ROUNDS = 4


def read(source: str, *, capture: bool = False) -> Pattern:
    """The pattern that an author wrote; its groups catch something only with `capture`. Raises PatternError."""
    if _PLAIN.fullmatch(source):
        return _plain(source)
    reader = _Reader(source, capture)
    found = reader.alternatives()
    if reader.at < len(source):
        raise reader.error("“)” closes nothing; for the character itself write \\)")
    return found


def _plain(words: str) -> Pattern:
    """What most tokens are: words."""
    if len(words) > LONGEST_EXACT:
        return joined(map(_literal, words))
    strings = frozenset((words,))
    return Pattern(words.replace(" ", _WORD_SPACE), exact=strings, required=strings)


class _Reader:
    """One pattern, read from left to right."""

    def __init__(self, source: str, capture: bool) -> None:
        self.source = source
        self.at = 0
        self._capture = capture
        self._depth = 0
        self._flags = ""

    def error(self, why: str) -> PatternError:
        """What is wrong, with the pattern itself."""
        return PatternError(f"the pattern “{self.source}”: {why}")

    def alternatives(self) -> Pattern:
        """Everything up to the bracket that closes this group, or to the end."""
        self._depth += 1
        if self._depth > _DEEPEST:
            raise self.error("brackets lie too deep inside one another; write several tokens")
        outside, self._flags = self._flags, ""
        branches = [self._sequence()]
        while self.source.startswith("|", self.at):
            self.at += 1
            # A (?i) further left holds to the end of the group.
            flags = self._flags
            branch = self._sequence()
            branches.append(replace(branch, source=f"(?{flags}:{branch.source})") if flags else branch)
        self._depth -= 1
        self._flags = outside
        return either(branches)

    def _sequence(self) -> Pattern:
        parts: list[Pattern] = []
        # The character that a part stands for, where it is one and not repeated.
        plain: list[str] = []
        while self.at < len(self.source) and self.source[self.at] not in "|)":
            start = self.at
            part = self._atom()
            if part is None:
                self._flags = self.source[start + 2 : self.at - 1]
                rest = self._sequence()
                parts.append(replace(rest, source=f"(?{self._flags}:{rest.source})"))
                plain.append("")
                break
            quantified = self._quantified(part, start)
            parts.append(quantified)
            single = quantified is part and part.exact is not None and len(part.exact) == 1
            plain.append(next(iter(part.exact or ())) if single else "")
        return joined(_as_in_prose(parts, plain))

    def _atom(self) -> Pattern | None:
        character = self.source[self.at]
        self.at += 1
        if character == "(":
            return self._group()
        if character == "[":
            return self._class()
        if character == "\\":
            return self._escape()
        if character in "*+?":
            raise self.error(f"“{character}” repeats nothing; for the character itself write \\{character}")
        if character == ".":
            return Pattern(".", sure=(".",))
        if character in "^$":
            return Pattern(character, exact=frozenset(("",)))
        return _literal(character)

    def _quantified(self, part: Pattern, start: int) -> Pattern:
        match = _QUANTIFIER.match(self.source, self.at)
        if match is None:
            return part
        self.at = match.end()
        low, high = _bounds(match)
        if high is not None and high < low:
            raise self.error(f"“{match[0]}”: the larger number stands behind the comma")
        if max(low, high or 0) > _MOST_REPEATS:
            raise self.error(f"“{match[0]}” repeats more than {_MOST_REPEATS} times")
        lazy = "?" if self.source.startswith("?", self.at) else ""
        self.at += len(lazy)
        if _QUANTIFIER.match(self.source, self.at):
            raise self.error(f"two repetitions in a row, “{match[0]}{lazy}{self.source[self.at]}”: put brackets")
        source = f"(?:{part.source}){match[0]}{lazy}"
        loops = part.loops
        # Many rounds of a few are as bad as many without end.
        if high is None or high > _FEW_ROUNDS:
            if ambiguous(part):
                raise self.error(
                    f"“{self.source[start : self.at]}” repeats a repetition: a text may fit in countless ways, "
                    "and matching take for ever. Repeat the inner or the outer one only, or let each round hold "
                    "a character that the inner one does not match, as in (?:\\w+ )+"
                )
            loops = (*loops, *(part.sure or ("(?s:.)",)))
        if low == 0:
            exact = part.exact | {""} if part.exact is not None and high == 1 else None
            return Pattern(source, exact=exact, loops=loops, groups=part.groups)
        required = best((part.required, power(part.exact, min(low, _LEAST_ROUNDS))))
        exact = part.exact if high == low == 1 else None
        return Pattern(source, exact=exact, required=required, loops=loops, sure=part.sure, groups=part.groups)

    def _group(self) -> Pattern | None:
        """A group; None for flags without one, as in (?i)."""
        opened = self.at - 1
        match = _GROUP.match(self.source, self.at)
        if match is None:
            if self.source.startswith("?", self.at):
                raise self.error(f"there is no group “{self.source[opened : opened + 4]}”")
            inner = self._inside(opened)
            begin = "(" if self._capture else "(?:"
            return replace(inner, source=f"{begin}{inner.source})", groups=inner.groups + self._capture)
        self.at = match.end()
        if match["name"]:
            inner = self._inside(opened)
            begin = "(" if self._capture else "(?:"
            return replace(inner, source=f"{begin}{inner.source})", groups=inner.groups + self._capture)
        if match["look"] is not None:
            inner = self._inside(opened)
            source = f"(?{match['look']}{inner.source})"
            if match["look"] == ":":
                return replace(inner, source=source)
            if match["look"] == ">":
                return replace(inner, source=source, loops=())
            return Pattern(source, exact=frozenset(("",)), groups=inner.groups)
        flags = match["flags"]
        if set(flags) - set("ims-"):
            raise self.error(f"there is no flag “{flags}”: use i (any case), m (^ and $ at each line) or s (. is any)")
        if match["end"] == ")":
            return None
        inner = self._inside(opened)
        return replace(inner, source=f"(?{flags}:{inner.source})")

    def _inside(self, opened: int) -> Pattern:
        inner = self.alternatives()
        if not self.source.startswith(")", self.at):
            raise self.error(f"the bracket at character {opened + 1} is never closed; for the character itself: \\(")
        self.at += 1
        return inner

    def _escape(self) -> Pattern:
        if self.at >= len(self.source):
            raise self.error("a single \\ at the end; for the character itself write \\\\")
        character = self.source[self.at]
        if character in _ANCHORS:
            self.at += 1
            return Pattern(_ANCHORS[character], exact=frozenset(("",)))
        if character == "Q":
            end = self.source.find("\\E", self.at)
            end = len(self.source) if end < 0 else end
            plain = self.source[self.at + 1 : end]
            self.at = min(len(self.source), end + 2)
            return joined(map(_literal, plain))
        single = self._single()
        return _literal(single) if len(single) == 1 else Pattern(single, sure=(single,))

    def _single(self) -> str:
        """What \\ and what follows mean, in a class or outside: a character, or a class such as \\w."""
        character = self.source[self.at]
        if match := _PROPERTY.match(self.source, self.at):
            self.at = match.end()
            return self._known(f"\\{match[0]}")
        if match := _HEX.match(self.source, self.at):
            self.at = match.end()
            point = int(match[1] or match[2] or match[3], 16)
            if point > 0x10FFFF:
                raise self.error(f"there is no character \\{match[0]}")
            return chr(point)
        self.at += 1
        if character in _CLASSES:
            return "\\" + character
        if character in _CONTROLS:
            return _CONTROLS[character]
        if character.isdigit() or character == "k":
            raise self.error(
                f"\\{character} refers back to a group, which rules cannot; for words said twice there is "
                "the kind repetition"
            )
        if character.isalpha():
            raise self.error(f"there is no “\\{character}”; for the letter itself leave the \\ out")
        return character

    def _known(self, kind: str) -> str:
        """A kind of characters such as \\p{Greek}, if there is one of that name."""
        import regex

        try:
            regex.compile(kind)
        except regex.error:
            raise self.error(f"there is no kind of characters “{kind}”") from None
        return kind

    def _class(self) -> Pattern:
        opened = self.at
        negated = self.source.startswith("^", self.at)
        self.at += negated
        parts: list[str] = []
        first = True
        while first or not self.source.startswith("]", self.at):
            if self.at >= len(self.source):
                raise self.error(f"the bracket “[” at character {opened} is never closed; for the character write \\[")
            parts.append(self._member())
            first = False
        self.at += 1
        source = f"[{'^' if negated else ''}{''.join(parts)}]"
        few = not negated and len(parts) <= _SMALL_CLASS and all(len(part.removeprefix("\\")) == 1 for part in parts)
        few = few and not any(part[0] == "\\" and part[1].isalnum() for part in parts)
        exact = frozenset(part[-1] for part in parts) if few else None
        return Pattern(source, exact=exact, sure=(source,))

    def _member(self) -> str:
        if match := _POSIX.match(self.source, self.at):
            self.at = match.end()
            self._known(f"[{match[0]}]")
            return match[0]
        low = self._end_of_range()
        dash = self.source.startswith("-", self.at) and not self.source.startswith("-]", self.at)
        if not dash or len(low) > 1:
            return _escaped(low)
        self.at += 1
        if self.source.startswith("[", self.at):
            raise self.error("a class cannot be taken from a class; list the characters")
        high = self._end_of_range()
        if len(high) > 1 or high < low:
            raise self.error(f"“{low}-{high}” is no range of characters; for the dash itself write \\-")
        return f"{_escaped(low)}-{_escaped(high)}"

    def _end_of_range(self) -> str:
        if self.at >= len(self.source):
            raise self.error("a bracket “[” is never closed; for the character itself write \\[")
        character = self.source[self.at]
        self.at += 1
        if character != "\\":
            return character
        if self.at >= len(self.source):
            raise self.error("a single \\ at the end; for the character itself write \\\\")
        if self.source[self.at] == "b":
            raise self.error("\\b means nothing between [ and ]")
        return self._single()


def _literal(character: str) -> Pattern:
    source = _SPACE if character == " " else _escaped(character)
    return Pattern(source, exact=frozenset((character,)), sure=(source,))


def _escaped(character: str) -> str:
    return character if len(character) > 1 or character.isalnum() or not character.isascii() else "\\" + character


def _bounds(match: re.Match[str]) -> tuple[int, int | None]:
    if match[1] is None:
        return {"*": (0, None), "+": (1, None), "?": (0, 1)}[match[0]]
    low = int(match[1])
    return low, low if match[2] is None else int(match[3]) if match[3] else None


def _as_in_prose(parts: list[Pattern], plain: list[str]) -> list[Pattern]:
    """Spaces between letters may be line ends; apostrophes between letters may be curly."""
    for n in range(1, len(parts) - 1):
        before, here, after = plain[n - 1 : n + 2]
        if here == " " and before.strip() and after.strip():
            parts[n] = replace(parts[n], source=_WORD_SPACE, sure=(_WORD_SPACE,))
        elif here in ("'", "’") and before.isalpha() and after.isalpha():
            parts[n] = Pattern("['’]", exact=frozenset("'’"), sure=("['’]",))
    return parts
