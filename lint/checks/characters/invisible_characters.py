"""Characters that nobody sees and that searching, sorting and reading aloud stumble over."""

import re
import unicodedata
from collections.abc import Iterator
from itertools import groupby

from lint import Document, Edit, Finding, Fix, Span, check
from lint.views.patterns import pattern

_SPLITTERS = "\u00ad\u200b\u2060\ufeff"
_JOINERS = "\u200c\u200d"
_DIRECTIONS = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
# These make text run backwards; to take them away changes what is seen.
_TURNING = "\u202b\u202d\u202e\u2067"
_OVERRIDES = "\u202d\u202e"
_FILLERS = "\u034f\u115f\u1160\u180e\u2800\u3164\uffa0"
_RETIRED = "\u206a\u206b\u206c\u206d\u206e\u206f\ufff9\ufffa\ufffb"
# Not the vertical tab: it counts as a space, so as a literal it would be found in every text.
_CONTROLS = "".join(map(chr, (*range(0x09), *range(0x0E, 0x1C), 0x7F)))
_SELECTORS = "".join(map(chr, (*range(0xFE00, 0xFE10), *range(0xE0100, 0xE01F0))))
_TAGS = "".join(map(chr, range(0xE0000, 0xE0080)))

# The long rows as ranges, which match much faster than a set of hundreds.
_FEW = _SPLITTERS + _JOINERS + _DIRECTIONS + _FILLERS + _RETIRED + _CONTROLS
_RUN = pattern(f"[{re.escape(_FEW)}\ufe00-\ufe0f\U000e0100-\U000e01ef\U000e0000-\U000e007f]+")
_RIGHT_TO_LEFT = pattern("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]")
# Scripts from Hebrew to Mongolian, those of East Asia, and the ancient ones: they join, separate and break with such
# characters. Latin, Greek, Cyrillic and Armenian do not.
_JOINING_SCRIPT = pattern(
    "[\u0590-\u1cff\u2e80-\ud7ff\uf900-\ufdff\ufe70-\ufefc\U00010000-\U0001cfff\U00020000-\U0003ffff]"
)
_PICTURE = pattern("[#*0-9\u00a9\u00ae\u203c-\u3299\U0001f000-\U0001faff]")
_WORD_BEFORE = pattern(r"[\w'’]{1,20}\Z")
_WORD_AFTER = pattern(r"[\w'’]{1,20}")
_BLACK_FLAG, _LAST_TAG = "\U0001f3f4", "\U000e007f"

_NAMES = {
    "\ufeff": "byte-order mark",
    "\u00ad": "soft hyphen",
    "\u200c": "zero-width non-joiner",
    "\u200d": "zero-width joiner",
    "\u2800": "blank Braille pattern",
}


@check(severity="warning", literals=_FEW + _SELECTORS + _TAGS)
def invisible_characters(document: Document) -> Iterator[Finding]:
    """A character that nobody sees.

    Zero-width spaces and joiners, soft hyphens, byte-order marks inside the text, marks that turn the direction of
    writing, control characters and tag characters come along when text is copied from web pages, PDFs and chat
    windows. No reader sees them, but a search for the word fails, a program reads it aloud in two halves, and a line
    may break in an odd place. Deleting them loses nothing that was visible, so that fix is safe. It is only offered
    where the text would look different afterwards, as with marks that make it run backwards, and for hidden tag
    characters, which somebody should read first.

    Leaves alone what an article may rightly hold: joiners within emoji, variation selectors behind the sign that they
    vary, flags made of tag characters, joiners in Persian, Hindi and other scripts that need them, zero-width spaces
    in Thai, Khmer or Japanese, word joiners beside a dash, which keep it on its line, marks of direction in a paragraph
    with Arabic or Hebrew in it, what stands alone on an otherwise empty line, and all spaces that are as wide as they
    look, such as no-break spaces.

    There is no guessing in it: what is reported is there. Some articles hold soft hyphens on purpose; switch the check
    off for those.

    ```bad
    The mayor of Mos⟦\u200b⟧cow was not invited.
    ```
    ```fixed
    The mayor of Moscow was not invited.
    ```
    ```bad
    An extra⟦\u00ad⟧ordinary session was called for Friday.⟦\u200e⟧
    ```
    ```fixed
    An extraordinary session was called for Friday.
    ```
    ```bad
    That was all.⟦\ufeff⟧ Residents of the upper town were told to stay in⟦\u202e⟧doors⟦\u202c⟧.
    ```
    ```good
    The team 👩\u200d🚒 thanked everyone ❤\ufe0f and went home.
    ```
    ```good
    They waved the 🏴\U000e0067\U000e0062\U000e0073\U000e0063\U000e0074\U000e007f flag.
    ```
    ```good
    The word می\u200cخواهم means “I want”, and \u200f(שלום)\u200f is a greeting.
    ```
    ```good
    It cost 20\u00a0000\u202f€, and\u2009– as she said – more than that.
    ```
    """
    text = document.text
    line_end = -1
    right_to_left = turned = empty = False
    for run in _RUN.finditer(text):
        if run.start() >= line_end:
            line_start, line_end = text.rfind("\n", max(0, line_end), run.start()) + 1, text.find("\n", run.end())
            line_end = line_end if line_end >= 0 else len(text)
            line = text[line_start:line_end]
            right_to_left = bool(_RIGHT_TO_LEFT.search(line))
            turned = any(character in line for character in _TURNING)
            empty = not _RUN.sub("", line).strip()
        if empty:
            continue
        before, after = text[max(0, run.start() - 1) : run.start()], text[run.end() : run.end() + 1]
        for span in _unexcused(run, before, after, right_to_left=right_to_left):
            yield _finding(text, span, turned=turned)


def _unexcused(run: re.Match[str], before: str, after: str, *, right_to_left: bool) -> Iterator[Span]:
    """The parts of a run of invisible characters for which there is no reason, between these two visible neighbours."""
    characters = run[0]
    excused = [_excused(c, before, after, right_to_left=right_to_left) for c in characters]
    first = characters[0]
    if first in _SELECTORS:
        excused[0] = not (before.isspace() or before in ("", *"_-") or (before.isascii() and before.isalpha()))
    if before == _BLACK_FLAG and first in _TAGS and _LAST_TAG in characters[:8]:
        flag = characters.index(_LAST_TAG) + 1
        excused[:flag] = [True] * flag
    at = run.start()
    for fine, group in groupby(excused):
        length = len(list(group))
        if not fine:
            yield Span(at, at + length)
        at += length


def _excused(character: str, before: str, after: str, *, right_to_left: bool) -> bool:
    if character in _DIRECTIONS:
        return right_to_left and character not in _OVERRIDES
    if character in "\u200b\u2060\u034f\u115f\u1160\u180e\u3164\uffa0" + _JOINERS:
        if _JOINING_SCRIPT.match(before) or _JOINING_SCRIPT.match(after):
            return True
        if character == "\u2060" and not (before.isalnum() and after.isalnum()):
            return True
        if character == "\u034f":
            return bool(after) and unicodedata.combining(after) > 0
        return character == "\u200d" and bool(_PICTURE.match(before) and _PICTURE.match(after))
    return character == "\u2800" and ("\u2800" < before <= "\u28ff" or "\u2800" < after <= "\u28ff")


def _finding(text: str, span: Span, *, turned: bool) -> Finding:
    hidden = text[span.start : span.end]
    tags = any(c in _TAGS for c in hidden)
    selectors = len(hidden) > 1 and any(c in _SELECTORS for c in hidden)
    # A half of a word at the end of a line is not whole without its other half.
    broken_line = "\u00ad" in hidden and text[span.end : span.end + 1] in ("\n", " ")
    safe = not (tags or selectors or broken_line or (turned and any(c in _DIRECTIONS for c in hidden)))
    fix = Fix("Delete it" if len(hidden) == 1 else "Delete them", (Edit(span, ""),), safe=safe)
    if tags:
        readable = "".join(chr(ord(c) - 0xE0000) for c in hidden[:60] if "\U000e0020" <= c < _LAST_TAG)
        said = f" that read “{readable}”" if readable else ""
        return Finding(
            span, f"{_counted(len(hidden), 'invisible tag character')}{said}: delete what is hidden", fix=fix
        )
    what = _named(hidden)
    return Finding(span, f"{what} {_harm(text, span)}: delete {'it' if len(hidden) == 1 else 'them'}", fix=fix)


def _named(hidden: str) -> str:
    if len(set(hidden)) > 1:
        return _counted(len(hidden), "invisible character")
    code = f"U+{ord(hidden[0]):04X}"
    name = _NAMES.get(hidden[0]) or unicodedata.name(hidden[0], "control character").lower().replace(
        "zero width", "zero-width"
    )
    if len(hidden) > 1:
        return f"{_counted(len(hidden), f'invisible {name}')} ({code})"
    return f"an invisible {name} ({code})"


def _harm(text: str, span: Span) -> str:
    verb = "" if span.end - span.start == 1 else "s"
    if text[span.start] in _OVERRIDES:
        return "makes the text run backwards" if not verb else "make the text run backwards"
    left = _WORD_BEFORE.search(_RUN.sub("", text[max(0, span.start - 20) : span.start]))
    right = _WORD_AFTER.match(_RUN.sub("", text[span.end : span.end + 20]))
    if left and right:
        return f"split{'' if verb else 's'} “{left[0]}{right[0]}”"
    stand = "stand" if verb else "stands"
    if left:
        return f"{stand} behind “{left[0]}”"
    return f"{stand} before “{right[0]}”" if right else f"{stand} here"


def _counted(number: int, noun: str) -> str:
    return f"an {noun}" if number == 1 else f"{number} {noun}s"
