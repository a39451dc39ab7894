"""Several processes that examine files: one that dies or hangs takes nothing along but the file that it was at."""

import faulthandler
import os
import re
import signal
import sys
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from itertools import islice
from math import inf
from multiprocessing import get_context, parent_process
from multiprocessing.connection import Connection, wait
from time import monotonic
from typing import Any, Generic, TypeVar

from lint.examining import Examined, Examiner
from lint.finding import Failure, Report
from lint.roll import Target

T = TypeVar("T")

# So many files, or bytes, go to a process together: see `Linter.lint_all`. As many wait there meanwhile, so that it
# never does.
_TOGETHER, _ENOUGH = 16, 200_000
# Files that are under way or done while the report of an earlier one is awaited, for each process.
_WINDOW = 4 * _TOGETHER
# Seconds of work from which on it pays to start processes.
_ALONE = 1.0
# Signals that tell where a process hangs exist on POSIX only.
_ASK = getattr(signal, "SIGUSR1", None)
_FRAME = re.compile(r'File "([^"\n]*)", line \d+ in (\S+)')


@dataclass(slots=True, eq=False)
class _Slot(Generic[T]):
    """An item, and what is known of its file. One that was at hand when a process died or hung goes `alone` then."""

    item: T
    target: Target | None
    answer: Examined | None = None
    alone: bool = False
    size: int = 0

    @property
    def open(self) -> bool:
        return self.target is not None and self.answer is None


@dataclass(slots=True, eq=False)
class _Worker(Generic[T]):
    """A process, the way to it, the way on which it tells where it stands, and the files that it was given."""

    process: Any
    talk: Connection
    trace: Connection
    given: deque[_Slot[T]] = field(default_factory=deque)
    since: float = 0.0


class Crew(Generic[T]):
    """So many processes; they end with the `with` block, whatever ends it.

    A file that takes longer than `timeout` seconds, and as many again for each megabyte, is given up.
    """

    def __init__(self, examiner: Examiner, size: int, timeout: float, *, method: str | None = None) -> None:
        self._examiner = examiner
        self._size = size
        self._timeout = timeout
        # To fork is quick and safe in a process without threads; elsewhere each process starts anew.
        self._context: Any = get_context(method or ("fork" if sys.platform == "linux" else "spawn"))
        self._workers: list[_Worker[T]] = []

    def __enter__(self) -> "Crew[T]":
        return self

    def __exit__(self, *_: object) -> None:
        for worker in self._workers:
            worker.process.kill()
        for worker in self._workers:
            self._dismiss(worker)

    def answers(self, items: Iterable[tuple[T, Target | None]]) -> Iterator[tuple[T, Examined | None]]:
        """Each item, in order, with what came of its file; those without a file pass through."""
        source = iter(items)
        slots: deque[_Slot[T]] = deque()
        todo: deque[_Slot[T]] = deque()
        more = True
        while more or slots:
            while more and len(slots) < _WINDOW * self._size:
                pair = next(source, None)
                if pair is None:
                    more = False
                    break
                slot = _Slot(*pair)
                slots.append(slot)
                if slot.target is not None and slot.target.data is not None:
                    slot.answer = self._examiner.examine(slot.target)
                elif slot.target is not None:
                    with suppress(OSError):
                        slot.size = os.path.getsize(slot.target.place)
                    todo.append(slot)
                    if len(todo) >= _TOGETHER:
                        self._feed(todo)
            while slots and not slots[0].open:
                slot = slots.popleft()
                yield slot.item, slot.answer
            if slots:
                self._feed(todo)
                if slots[0].open:
                    self._hear(todo)

    def _feed(self, todo: "deque[_Slot[T]]") -> None:
        while todo:
            idle = min(self._workers, key=lambda worker: len(worker.given), default=None)
            if len(self._workers) < self._size and (idle is None or idle.given):
                idle = self._hired()
            if idle is None or len(idle.given) > _TOGETHER:
                return
            if not idle.given:
                idle.since = monotonic()
            batch = _batch(todo)
            idle.given.extend(batch)
            # A process that is gone is met when it is listened to.
            with suppress(OSError):
                idle.talk.send([slot.target for slot in batch])

    def _hear(self, todo: "deque[_Slot[T]]") -> None:
        busy = [worker for worker in self._workers if worker.given]
        latest = min(worker.since + self._patience(worker) for worker in busy)
        ready = set(wait([worker.talk for worker in busy], max(0.0, latest - monotonic())))
        for worker in busy:
            if worker.talk in ready:
                try:
                    answers = worker.talk.recv()
                except (EOFError, OSError):
                    self._replace(worker, todo, self._death(worker))
                    continue
                for answer in answers:
                    worker.given.popleft().answer = answer
                worker.since = monotonic()
            elif monotonic() > worker.since + self._patience(worker):
                check = self._whereabouts(worker)
                worker.process.kill()
                self._replace(worker, todo, (f"given up after {self._patience(worker):.0f} seconds", check))

    def _patience(self, worker: "_Worker[T]") -> float:
        files = list(islice(worker.given, 1 if worker.given[0].alone else _TOGETHER))
        return self._timeout * (1 + sum(slot.size for slot in files) / 1_000_000)

    def _replace(self, worker: "_Worker[T]", todo: "deque[_Slot[T]]", told: tuple[str, str]) -> None:
        """Takes a process away; the file that it was at gets a failure, those that waited there go back.

        Of several together, nobody knows at which it was: all of them go back, to be examined one by one.
        """
        if worker.given[0].alone:
            slot = worker.given.popleft()
            path = slot.target.path if slot.target else ""
            failure = Failure(path, f"{told[0]}: this file was not checked", check=told[1])
            slot.answer = Examined(Report(path=path, failures=(failure,)))
        else:
            for slot in worker.given:
                slot.alone = True
        todo.extendleft(reversed(worker.given))
        self._workers.remove(worker)
        self._dismiss(worker)

    def _death(self, worker: "_Worker[T]") -> tuple[str, str]:
        worker.process.join(1)
        code = worker.process.exitcode
        how = f"signal {-code}" if code and code < 0 else f"exit code {code}"
        return f"the process that checked it died ({how})", self._named(worker)

    def _whereabouts(self, worker: "_Worker[T]") -> str:
        """The check that a process is at, empty where it does not tell."""
        if _ASK is None:
            return ""
        with suppress(OSError):
            os.kill(worker.process.pid, _ASK)
        return self._named(worker, 1.0)

    def _named(self, worker: "_Worker[T]", patience: float = 0.0) -> str:
        told = ""
        while wait([worker.trace], patience):
            chunk = os.read(worker.trace.fileno(), 1 << 16)
            told += chunk.decode(errors="replace")
            patience = 0.05
            if not chunk:
                break
        frames = set(_FRAME.findall(told))
        checks = self._examiner.linters.registry.checks.values()
        # Of several checks with one view, the first one asks for it.
        asked = [*((check.name, check.function) for check in checks), *((check.name, check.view) for check in checks)]
        return next((name for name, function in asked if _place(function) in frames), "")

    def _hired(self) -> "_Worker[T]":
        ours, theirs = self._context.Pipe()
        trace, tell = self._context.Pipe(duplex=False)
        # A process that is forked holds the ends of all earlier ones too.
        foreign = [ours, trace, *(end for worker in self._workers for end in (worker.talk, worker.trace))]
        shut = foreign if self._context.get_start_method() == "fork" else []
        process = self._context.Process(target=_work, args=(self._examiner, theirs, tell, shut), daemon=True)
        worker: _Worker[T] = _Worker(process, ours, trace)
        with _uninterrupted():
            process.start()
            self._workers.append(worker)
        theirs.close()
        tell.close()
        return worker

    def _dismiss(self, worker: "_Worker[T]") -> None:
        worker.talk.close()
        worker.trace.close()
        worker.process.join()
        worker.process.close()


def _place(function: object) -> tuple[str, str] | None:
    """File and name of a function, as they stand in what a process tells of itself."""
    code = getattr(function, "__code__", None)
    return code and (code.co_filename, code.co_name)


def _batch(todo: "deque[_Slot[T]]") -> "list[_Slot[T]]":
    """The files that go to a process next."""
    batch = [todo.popleft()]
    size = batch[0].size
    while todo and len(batch) < _TOGETHER and size < _ENOUGH and not (batch[0].alone or todo[0].alone):
        batch.append(todo.popleft())
        size += batch[-1].size
    batch[0].alone = len(batch) == 1
    return batch


@contextmanager
def _uninterrupted() -> Iterator[None]:
    """Keeps Ctrl-C waiting: a process that it meets half made tells of it, or hangs, and nobody would end it."""
    if sys.platform == "win32":
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _work(examiner: Examiner, talk: Connection, tell: Connection, shut: list[Connection]) -> None:
    """What a process does until nobody is there to listen."""
    # Ctrl-C reaches the whole group of processes; the first one ends the others.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if sys.platform != "win32":
        signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT})
    for end in shut:
        end.close()
    # Standard output is for the report, which another process writes; here, C code may want it, or a child.
    with suppress(OSError):
        os.dup2(2, 1)
    faulthandler.enable(file=tell.fileno(), all_threads=False)
    if _ASK is not None:
        faulthandler.register(_ASK, file=tell.fileno(), all_threads=True)
    threading.Thread(target=_leave_with_parent, daemon=True).start()
    with suppress(EOFError, OSError):
        while True:
            for batch in examiner.batches((None, target) for target in talk.recv()):
                talk.send([examined for _, examined in batch])


def _leave_with_parent() -> None:
    parent = parent_process()
    if parent is not None:
        wait([parent.sentinel])
        os._exit(1)


def answers(
    examiner: Examiner, jobs: int | None, timeout: float
) -> "Callable[[Iterable[tuple[T, Target | None]]], Iterator[tuple[T, Examined | None]]]":
    """How files are examined: by so many processes; with None by this one, until that takes too long."""

    def alone(items: Iterator[tuple[T, Target | None]], seconds: float) -> Iterator[tuple[T, Examined | None]]:
        began = monotonic()

        def looked_up() -> Iterator[tuple[T, Target | None]]:
            """The items; to look files up, in the cache too, is no work that others could do."""
            nonlocal began
            while True:
                start = monotonic()
                item = next(items, None)
                began += monotonic() - start
                if item is None:
                    return
                yield item

        for batch in examiner.batches(looked_up()):
            seconds -= monotonic() - began
            yield from batch
            if seconds < 0:
                return
            began = monotonic()

    def together(items: Iterable[tuple[T, Target | None]]) -> Iterator[tuple[T, Examined | None]]:
        source = iter(items)
        size = _processors() if jobs is None else jobs
        if size == 1 or jobs is None:
            yield from alone(source, inf if size == 1 else _ALONE)
        if size > 1:
            with Crew[T](examiner, size, timeout) as crew:
                yield from crew.answers(source)

    return together


def _processors() -> int:
    """The processors that this process may use."""
    usable = getattr(os, "sched_getaffinity", None)
    return len(usable(0)) if usable else os.cpu_count() or 1
