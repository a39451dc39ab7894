"""Where the time of a run goes: to which checks, to which views, to reading, gating and placing.

Nothing here is imported, and nothing elsewhere asks for it, unless a run is profiled: for that time the few functions
through which all work passes are replaced by ones that look at the clock.
"""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from lint import examining
from lint.containing import Containment
from lint.document import Document
from lint.kinds import Check
from lint.linter import Linter
from lint.placing import Placer
from lint.unused import Silencer

_KINDS = {"stage": "stages", "check": "checks", "view": "views"}
_LEAST = 0.001


@dataclass(slots=True)
class Spent:
    """The processor time of one check, view or stage, without that of the views it asked for."""

    calls: int = 0
    seconds: float = 0.0
    first: float = 0.0


class Clock:
    """Attributes processor time to whatever runs; what runs within it is another's time."""

    def __init__(self) -> None:
        self.spent: dict[tuple[str, str], Spent] = {}
        self.characters = 0
        self._within: list[float] = []
        self._started = time.process_time()

    @contextmanager
    def of(self, kind: str, name: str) -> Iterator[None]:
        """Counts the time until the end of the block for this name, less what is counted for others within it."""
        started = time.process_time()
        self._within.append(0.0)
        try:
            yield
        finally:
            whole = time.process_time() - started
            own = whole - self._within.pop()
            if self._within:
                self._within[-1] += whole
            spent = self.spent.setdefault((kind, name), Spent(first=own))
            spent.calls += 1
            spent.seconds += own

    def table(self) -> Iterator[str]:
        """Lines for a person: the dearest first, what takes less than a thousandth of the run together."""
        whole = time.process_time() - self._started
        known = sum(spent.seconds for spent in self.spent.values())
        megabytes = self.characters / 1_000_000
        rest = Spent(1, whole - known, whole - known)
        yield f"{whole:.3f} s of processor for {megabytes:.3f} million characters, of which go to:"
        yield f"{'ms':>10} {'share':>6} {'ms/M':>8} {'calls':>8} {'first':>7}"
        for kind, title in _KINDS.items():
            spent = {name: spent for (of, name), spent in self.spent.items() if of == kind}
            if kind == "stage":
                spent["everything else: loading, finding files, writing"] = rest
            yield _line(f"all {title}", _together(spent.values()), whole, megabytes)
            small = [each for each in spent.values() if each.seconds < whole * _LEAST]
            for name, each in sorted(spent.items(), key=lambda item: -item[1].seconds):
                if each.seconds >= whole * _LEAST:
                    yield _line(f"  {name}", each, whole, megabytes)
            if small:
                yield _line(f"  {len(small)} others", _together(small), whole, megabytes)
        yield "ms/M: for a million characters. first: the first call, which may import, load and compile."


def _together(all_spent: Any) -> Spent:
    together = Spent()
    for spent in all_spent:
        together.calls += spent.calls
        together.seconds += spent.seconds
        together.first += spent.first
    return together


def _line(name: str, spent: Spent, whole: float, megabytes: float) -> str:
    milliseconds = spent.seconds * 1000
    each = f"{milliseconds / megabytes:8.2f}" if megabytes else f"{'':8}"
    share = spent.seconds / whole if whole else 0.0
    return f"{milliseconds:10.1f} {share:6.1%} {each} {spent.calls:8,} {spent.first * 1000:7.1f}  {name}"


@contextmanager
def profiled() -> Iterator[Clock]:
    """A clock that runs while the block does. It sees this process only."""
    clock = Clock()
    before = [(owner, name, getattr(owner, name)) for owner, name, _ in _REPLACED]
    for owner, name, replacement in _REPLACED:
        setattr(owner, name, replacement(clock, getattr(owner, name)))
    try:
        yield clock
    finally:
        for owner, name, function in before:
            setattr(owner, name, function)


def _stage(title: str) -> Callable[[Clock, Callable[..., Any]], Callable[..., Any]]:
    def replacement(clock: Clock, function: Callable[..., Any]) -> Callable[..., Any]:
        def timed(*arguments: Any, **options: Any) -> Any:
            with clock.of("stage", title):
                return function(*arguments, **options)

        return timed

    return replacement


def _reading(clock: Clock, function: Callable[..., Any]) -> Callable[..., Any]:
    def timed(*arguments: Any) -> Any:
        with clock.of("stage", "reading"):
            read = function(*arguments)
        clock.characters += len(read[0].text)
        return read

    return timed


def _judging(clock: Clock, function: Callable[..., Any]) -> Callable[..., Any]:
    def timed(*arguments: Any) -> Any:
        with clock.of("stage", "judging the corpus"):
            return iter(list(function(*arguments)))

    return timed


def _checking(clock: Clock, function: Callable[..., Any]) -> Callable[..., Any]:
    def given(containment: Containment, check: Check, *arguments: Any) -> Any:
        with clock.of("check", check.name):
            return function(containment, check, *arguments)

    return given


def _viewing(clock: Clock, function: Callable[..., Any]) -> Callable[..., Any]:
    def view(document: Document, viewed: Callable[..., Any], *arguments: Any) -> Any:
        # What is there already costs nothing worth counting.
        if ((viewed, *arguments) if arguments else viewed) in document._memo:
            return function(document, viewed, *arguments)
        with clock.of("view", _name(viewed)):
            return function(document, viewed, *arguments)

    return view


def _name(viewed: Callable[..., Any]) -> str:
    module = str(getattr(viewed, "__module__", "")).removeprefix("lint.").removeprefix("views.")
    return f"{module}.{getattr(viewed, '__name__', type(viewed).__name__)}"


_REPLACED: tuple[tuple[Any, str, Callable[[Clock, Callable[..., Any]], Callable[..., Any]]], ...] = (
    (examining, "_read_by", _reading),
    (Linter, "lint_all", _stage("the engine between the checks")),
    (Linter, "_due", _stage("the gate of literals")),
    (Linter, "judge", _judging),
    (Containment, "given", _checking),
    (Document, "view", _viewing),
    (Placer, "diagnostic", _stage("placing")),
    (Placer, "mark", _stage("placing")),
    (Silencer, "silent", _stage("suppressions")),
)
