"""How headlines and other parts are to be capitalized."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from lint.document import Document
from lint.finding import Finding
from lint.rules.actions import fix
from lint.rules.casing import STYLES, sentence, title
from lint.rules.header import Header, read_header
from lint.rules.keys import Keys
from lint.rules.matching import Clock, Late
from lint.rules.scopes import units
from lint.schema import suggestion
from lint.span import Span
from lint.views.patterns import pattern

_VARIABLES = ("$title", "$sentence", "$lower", "$upper")
# A capital in the midst of a sentence makes a name.
_NAME = pattern(r"(?<=[a-z,] )[A-Z][^\W\d_]*(?:[’'-][^\W\d_]+)*")
_DEFAULT_THRESHOLD = 0.8


@dataclass(frozen=True)
class Capitalization:
    """Parts whose words are to begin with capitals, or not."""

    header: Header
    match: str
    style: str
    indicators: tuple[str, ...]
    threshold: float
    prefix: str
    exceptions: Any
    fits: Any
    house: bool

    @property
    def literals(self) -> tuple[str, ...]:
        """There is no text without letters."""
        return ()

    def findings(self, document: Document) -> Iterator[Finding]:
        """A finding for each unit that is written otherwise."""
        for unit in document.view(units, self.header.scope):
            for span in unit:
                start = span.start + len(self.prefix) * span.of(document.text).startswith(self.prefix)
                text = document.text[start : span.end]
                expected = self._expected(document, text)
                if expected == text or not any(map(str.isalpha, text)):
                    continue
                place = Span(start, span.end)
                replace = self.header.action.name == "replace" and self.match in _VARIABLES
                mending = fix(document, place, expected, safe=self.header.safe) if replace else None
                yield Finding(place, self.header.message.said(text, expected), fix=mending)

    def _expected(self, document: Document, text: str) -> str:
        """What should stand there: the text itself where it is right."""
        if self.match == "$lower":
            return text if self._excused(document, text) else text.lower()
        if self.match == "$upper":
            return text if self._excused(document, text) else text.upper()
        if self.match == "$title":
            converted, share = title(text, STYLES[self.style], lambda word: self._excused(document, word))
            return text if share >= self.threshold else converted
        if self.match == "$sentence":
            names = document.view(_names)
            converted, share = sentence(text, names, self.indicators, lambda word: self._excused(document, word))
            return text if share >= self.threshold else converted
        return text if Clock(document).matches(self.fits, text) or self._excused(document, text) else self.match

    def _excused(self, document: Document, text: str) -> bool:
        if self.house and text in document.settings.words:
            return True
        return self.exceptions is not None and bool(Clock(document).matches(self.exceptions, text))


def capitalization(keys: Keys) -> Capitalization:
    """The rule that these keys make. Raises ConfigError."""
    keys.needed("match")
    match, style = keys.string("match"), keys.string("style", "AP")
    if match.startswith("$") and match not in _VARIABLES:
        raise keys.error(f"`match` knows no “{match}”{suggestion(match, _VARIABLES)}", "match")
    style = {name.lower(): name for name in STYLES}.get(style.lower(), style)
    if style not in STYLES:
        raise keys.error(f"there is no style “{style}”: there are {' and '.join(STYLES)}", "style")
    exceptions = keys.patterns("exceptions")
    return Capitalization(
        read_header(keys),
        match,
        style,
        keys.strings("indicators"),
        keys.share("threshold", _DEFAULT_THRESHOLD),
        keys.string("prefix"),
        Late(r"\b(?:" + "|".join(p.source for p in exceptions) + r")\b") if exceptions else None,
        None if match in _VARIABLES else Late(keys.pattern(match, "match").source),
        keys.flag("vocab", default=True),
    )


def _names(document: Document) -> frozenset[str]:
    """Words that the body of the document writes with a capital in the midst of a sentence."""
    body = (block for block in document.blocks if block.kind not in ("title", "heading"))
    return frozenset(m[0] for block in body for m in _NAME.finditer(document.text, block.start, block.end))
