"""A sheet on which a person judges a sample of findings, and what can be read from it afterwards."""

import re
from collections.abc import Iterator

from lint.finding import Diagnostic, PlacedNote
from lint.schema import ConfigError
from lint.trial.precision import Precision
from lint.trial.survey import Survey
from lint.writers.visible import visible
from lint.writers.window import window

_TITLE = "# A trial of "
_HEADING = re.compile(re.escape(_TITLE) + r"(\S+): ")
_ENTRY = re.compile(r"^\[([^\]]*)\] (.*)")
_RIGHT, _WRONG, _UNSURE = ("y", "yes"), ("n", "no"), ("", "?", "s")
_COLUMNS = 110


def sheet(survey: Survey) -> str:
    """The sample, each finding with brackets in front that are to be filled in."""
    head = f"""{_TITLE}{survey.summary}.
# Below are {len(survey.sample)} findings, chosen at random (seed {survey.seed}). Put y between the brackets where a \
finding is
# right, n where it is a false alarm; leave them empty where you cannot tell. Then run:
# copydesk try {survey.check} --judged THIS-FILE
"""
    return "\n".join((head, *(f"[ ] {entry(found)}" for found in survey.sample)))


def entry(found: Diagnostic) -> str:
    """A finding with its sentence and those of its notes, a caret under each exact place."""
    return "\n".join(_lines(found)) + "\n"


def _lines(found: Diagnostic) -> Iterator[str]:
    yield f"{visible(found.path)}:{found.start.line}:{found.start.column}: {visible(found.message)}"
    places: tuple[Diagnostic | PlacedNote, ...] = (found, *found.notes)
    for place in places:
        if place is not found:
            where = f"{visible(place.path)}:" if place.path != found.path else ""
            yield f"    {visible(place.message)} ({where}{place.start.line}:{place.start.column})"
        seen = window(place.excerpt, place.start, place.end, _COLUMNS)
        yield f"    | {seen.line}"
        yield f"    | {seen.underline}"


def save(path: str, survey: Survey) -> None:
    """Writes a sheet to a new file. Raises ConfigError where there is one already, or none can be."""
    try:
        # Nobody wants to lose what was judged.
        with open(path, "x", encoding="utf-8", newline="\n") as file:
            file.write(sheet(survey))
    except FileExistsError:
        raise ConfigError(f"{path} is there already; it was left as it is") from None
    except OSError as error:
        raise ConfigError(f"{path}: cannot be written: {error.strerror}") from None


def judgement(path: str, check: str) -> Precision:
    """What the sheet in a file says of a check. Raises ConfigError where it says nothing, or cannot be read."""
    try:
        with open(path, encoding="utf-8-sig") as file:
            text = file.read()
    except OSError as error:
        raise ConfigError(f"{path}: cannot be read: {error.strerror}") from None
    except UnicodeDecodeError:
        raise ConfigError(f"{path}: is not UTF-8") from None
    return judged(text, check, path)


def judged(text: str, check: str, name: str) -> Precision:
    """What a filled-in sheet says of a check. Raises ConfigError where it is that of another one, or says nothing."""
    heading = _HEADING.match(text)
    if heading is None:
        raise ConfigError(f"{name}: this is no sheet of `copydesk try`: its first line begins with “{_TITLE.strip()}”")
    if heading[1] != check:
        raise ConfigError(f"{name}: this sheet is about {heading[1]}, not about {check}")
    right = wrong = 0
    for number, line in enumerate(text.splitlines(), 1):
        if not (found := _ENTRY.match(line)):
            continue
        answer = found[1].strip().lower()
        if answer not in (*_RIGHT, *_WRONG, *_UNSURE):
            raise ConfigError(f"{name}:{number}: “{found[1].strip()}” is neither y (right) nor n (a false alarm)")
        right += answer in _RIGHT
        wrong += answer in _WRONG
    if not right + wrong:
        raise ConfigError(f"{name}: nothing is judged yet: put y or n between the brackets")
    return Precision(right, right + wrong)
