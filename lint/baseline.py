"""The baseline: findings that a house knows of and accepts, so that only news is reported."""

import json
import os
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from pathlib import Path, PurePosixPath
from typing import Any

from lint.files import write_file
from lint.finding import Diagnostic, Report
from lint.schema import ConfigError

NAME = "copydesk-baseline.json"
_VERSION = 1
_LONGEST_TEXT = 80


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """An accepted finding. `path` leads from the baseline's folder; `expires` is the last day on which it holds."""

    path: str
    check: str
    text: str
    fingerprint: str
    reason: str = ""
    expires: str = ""

    @property
    def order(self) -> tuple[object, ...]:
        """Entries are sorted by the parts of their paths, then by check and text."""
        return PurePosixPath(self.path).parts, self.check, self.text, self.fingerprint


class Baseline:
    """The entries of one file, and what a run finds of them.

    With `adding`, every finding is accepted, with this reason and day for what is new.
    """

    def __init__(self, place: Path, entries: Iterable[Entry] = (), *, adding: tuple[str, str] | None = None) -> None:
        self.place = place
        self._entries = list(entries)
        self._adding = adding
        self._today = _today()
        self._by_path: dict[str, list[int]] = {}
        for number, entry in enumerate(self._entries):
            self._by_path.setdefault(entry.path, []).append(number)
        # Of the entries: what they are now, those of which the run would know if they were still found, the expired.
        self._met: dict[int, Entry] = {}
        self._due: set[int] = set()
        self._expired: set[int] = set()
        self._new: list[Entry] = []

    def accept(self, file: Path, report: Report, runs: Callable[[str], bool]) -> Report:
        """The report without the findings that the baseline holds; `runs` says which checks it tells of.

        A finding is known by its fingerprint, or else, where the words around it changed, by check and text.
        """
        path = self._relative(file)
        numbers = self._by_path.get(path, [])
        if not report.failures:
            self._due |= {n for n in numbers if runs(self._entries[n].check)}
        left = dict.fromkeys(numbers)
        found: dict[int, int] = {}
        for known_by in (_exactly, _roughly):
            by_key: dict[tuple[str, ...], list[int]] = {}
            for n in reversed(left):
                by_key.setdefault(known_by(self._entries[n]), []).append(n)
            for index, diagnostic in enumerate(report.diagnostics):
                waiting = by_key.get(known_by(_entry(path, diagnostic)))
                if index not in found and waiting:
                    found[index] = waiting.pop()
                    del left[found[index]]
        news = [d for index, d in enumerate(report.diagnostics) if not self._accepts(path, d, found.get(index))]
        return replace(report, diagnostics=tuple(news), accepted=len(report.diagnostics) - len(news))

    def _accepts(self, path: str, diagnostic: Diagnostic, number: int | None) -> bool:
        if number is None:
            if self._adding is not None:
                self._new.append(replace(_entry(path, diagnostic), reason=self._adding[0], expires=self._adding[1]))
            return self._adding is not None
        old = self._entries[number]
        entry = replace(_entry(path, diagnostic), reason=old.reason, expires=old.expires)
        expired = bool(old.expires) and old.expires < self._today
        if expired and self._adding is not None:
            entry, expired = replace(entry, reason=self._adding[0] or old.reason, expires=self._adding[1]), False
        self._met[number] = entry
        if expired:
            self._expired.add(number)
        return not expired

    @property
    def stale(self) -> tuple[Entry, ...]:
        """The entries whose finding is gone, or whose file is."""
        gone = {path for path in self._by_path if not os.path.lexists(self.place.parent / path)}
        return tuple(
            entry
            for number, entry in enumerate(self._entries)
            if number not in self._met and (number in self._due or entry.path in gone)
        )

    def save(self) -> tuple[int, int, int]:
        """Writes the file anew, without what is stale: how many entries it holds, are new and are gone.

        Raises OSError.
        """
        stale = set(self.stale)
        kept = [self._met.get(n, entry) for n, entry in enumerate(self._entries) if entry not in stale]
        entries = sorted([*kept, *self._new], key=lambda entry: entry.order)
        rows = ",\n".join(json.dumps(_row(entry), ensure_ascii=False) for entry in entries)
        text = f'{{"version": {_VERSION}, "entries": [\n{rows}\n]}}\n'
        write_file(self.place, text.encode("utf-8", "backslashreplace"))
        return len(entries), len(self._new), len(self._entries) - len(kept)

    def notices(self) -> Iterator[str]:
        """What is worth a word after a run."""
        if self._expired:
            yield f"{_entries(len(self._expired))} of the baseline expired: look at the findings again"
        if stale := self.stale:
            first = f"{stale[0].path}: “{stale[0].text}” [{stale[0].check}]"
            verb = "is" if len(stale) == 1 else "are"
            example = first if len(stale) == 1 else f"{first} and others"
            yield f"{_entries(len(stale))} of the baseline {verb} stale ({example}): prune with --prune-baseline"

    def _relative(self, file: Path) -> str:
        return Path(os.path.relpath(file, self.place.parent)).as_posix()


def load(place: Path, *, adding: tuple[str, str] | None = None) -> Baseline:
    """The baseline in a file; to one that is `adding`, the file may be missing. Raises ConfigError."""
    try:
        data = json.loads(place.read_bytes())
    except FileNotFoundError:
        if adding is not None:
            return Baseline(place, adding=adding)
        raise ConfigError(f"{place}: there is no such baseline: write it with --write-baseline {place.name}") from None
    except IsADirectoryError:
        raise ConfigError(f"{place}: is a folder: a baseline is a file, such as {NAME}") from None
    except OSError as error:
        raise ConfigError(f"{place}: cannot be read: {error.strerror}") from None
    except ValueError as error:
        raise ConfigError(f"{place}: is no baseline of copydesk: {error}") from None
    if not isinstance(data, dict) or not isinstance(data.get("entries"), list):
        raise ConfigError(f"{place}: is no baseline of copydesk: it has no “entries”")
    if data.get("version") != _VERSION:
        raise ConfigError(f"{place}: is a baseline of version {data.get('version')}; this copydesk knows {_VERSION}")
    entries = [_checked(row, f"{place}: entry {number}") for number, row in enumerate(data["entries"], 1)]
    return Baseline(place, entries, adding=adding)


def day(text: str, where: str) -> str:
    """A day as it stands in baselines. Raises ConfigError where it is none."""
    try:
        return date.fromisoformat(text).isoformat() if text else ""
    except ValueError:
        raise ConfigError(f"{where}: “{text}” is no day: write it as 2027-01-31") from None


def coming_day(text: str, where: str) -> str:
    """A day that is not past. Raises ConfigError for any other."""
    if (last := day(text, where)) and last < _today():
        raise ConfigError(f"{where}: {last} is past, so nothing would be accepted")
    return last


def _checked(row: Any, where: str) -> Entry:
    names = ("path", "check", "text", "fingerprint", "reason", "expires")
    if not isinstance(row, dict) or not all(isinstance(row.get(name, ""), str) for name in names):
        raise ConfigError(f"{where}: must be an object of strings")
    stray = sorted(row.keys() - set(names))
    missing = [name for name in names[:4] if name not in row]
    if stray or missing:
        trouble = f"there is no “{stray[0]}” in an entry" if stray else f"“{missing[0]}” is missing"
        raise ConfigError(f"{where}: {trouble}")
    day(row.get("expires", ""), f"{where}.expires")
    return Entry(**row)


def _entry(path: str, d: Diagnostic) -> Entry:
    start = d.start.column - d.excerpt.column
    end = d.end.column - d.excerpt.column if d.end.line == d.start.line else len(d.excerpt.text)
    text = " ".join(d.excerpt.text[start:end].split())[:_LONGEST_TEXT]
    return Entry(path=path, check=d.check, text=text, fingerprint=d.fingerprint)


def _exactly(entry: Entry) -> tuple[str, ...]:
    return entry.check, entry.fingerprint


def _roughly(entry: Entry) -> tuple[str, ...]:
    return entry.check, entry.text


def _row(entry: Entry) -> dict[str, str]:
    row = {"path": entry.path, "check": entry.check, "text": entry.text, "fingerprint": entry.fingerprint}
    return row | {"reason": entry.reason, "expires": entry.expires}


def _entries(number: int) -> str:
    return f"{number:,} {'entry' if number == 1 else 'entries'}"


def _today() -> str:
    """Today, or the day that a reproducible build pretends."""
    pretended = os.environ.get("SOURCE_DATE_EPOCH", "")
    if pretended.isdigit():
        return datetime.fromtimestamp(int(pretended), UTC).date().isoformat()
    return date.today().isoformat()
