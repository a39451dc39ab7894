"""Runs of letters that are not Latin, with what stands between them."""

from typing import NamedTuple

from lint.document import Document
from lint.span import Span
from lint.views.patterns import pattern, sought
from lint.views.scanning import matches

_NAMES = (
    ("Greek", 0x0370, 0x03FF),
    ("Greek", 0x1F00, 0x1FFF),
    ("Cyrillic", 0x0400, 0x052F),
    ("Armenian", 0x0530, 0x058F),
    ("Hebrew", 0x0590, 0x05FF),
    ("Arabic", 0x0600, 0x077F),
    ("Devanagari", 0x0900, 0x097F),
    ("Bengali", 0x0980, 0x09FF),
    ("Tamil", 0x0B80, 0x0BFF),
    ("Thai", 0x0E00, 0x0E7F),
    ("Georgian", 0x10A0, 0x10FF),
    ("Japanese", 0x3041, 0x30FA),
    ("Chinese", 0x3400, 0x9FFF),
    ("Korean", 0xAC00, 0xD7AF),
)
_LETTER = "".join(f"{chr(first)}-{chr(last)}" for _, first, last in _NAMES)
# Digits and punctuation belong to a run; Latin letters, line ends and quotation marks of English end it.
_RUN = pattern(f"[{_LETTER}][^A-Za-z\u00c0-\u024f\n]*")
# A class takes the longer to compile the more characters it names.
_FAR = sought("[\u0370-\u1fff\u3041-\ud7af]", needs="[^\x00-\u036f\u2000-\u3040]")
_STRANGE = pattern(f"[{_LETTER}]")
_WORD = pattern(r"[^\W\d_]+")
_UNSPACED = frozenset({"Chinese", "Japanese", "Thai"})
_FEWEST_WORDS, _FEWEST_SIGNS = 5, 10
_CASELESS_SHARE = 0.5


class ScriptRun(NamedTuple):
    """Words of one script in a row; `is_sentence` where there are enough of them, and not all have capitals."""

    span: Span
    script: str
    is_sentence: bool


def script_runs(document: Document) -> tuple[ScriptRun, ...]:
    """The runs of letters that are not Latin, in order."""
    text = document.text
    # The class of all these letters takes long to compile, and most texts hold none.
    if text.isascii() or not any(matches(document, _FAR)):
        return ()
    return tuple(_run(text, match.start(), match.end()) for match in _RUN.finditer(text))


def _run(text: str, start: int, end: int) -> ScriptRun:
    letters = _STRANGE.findall(text, start, end)
    # The closing full stop belongs to the sentence, what follows it does not.
    last = start + text[start:end].rfind(letters[-1]) + 1
    if text[last : last + 1] in tuple(".!?。！？…"):
        last += 1
    script = _script(letters)
    if script in _UNSPACED:
        return ScriptRun(Span(start, last), script, len(letters) >= _FEWEST_SIGNS)
    found = _WORD.findall(text, start, last)
    running = sum(not word[0].isupper() for word in found) >= _CASELESS_SHARE * len(found)
    return ScriptRun(Span(start, last), script, len(found) >= _FEWEST_WORDS and running)


def _script(letters: list[str]) -> str:
    counts: dict[str, int] = {}
    for letter in letters:
        name = next(name for name, first, last in _NAMES if first <= ord(letter) <= last)
        counts[name] = counts.get(name, 0) + 1
    # Japanese is written with Chinese signs, too, but not the other way round.
    return "Japanese" if "Japanese" in counts else max(counts, key=lambda name: counts[name])
