"""Where reports go: one run, several formats, each to standard output or to a file that is written whole."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import tee
from pathlib import Path
from types import NoneType
from typing import NamedTuple

from lint.containing import CRASHES, diverted
from lint.files import WholeFile
from lint.finding import Report
from lint.schema import ConfigError, suggestion
from lint.writers import Writer

STDOUT = "-"

Writes = Callable[[Iterable[Report]], Iterator[str]]
Puts = Callable[[str], object]


class Output(NamedTuple):
    """A format and the file that it goes to; “-” is standard output."""

    writer: Writer
    path: str


def wanted(name: str, files: Sequence[str], writers: Mapping[str, Writer]) -> tuple[Output, ...]:
    """The outputs of a run, from the format for standard output and the files as `FILE` or `FORMAT:FILE`.

    A file without a format takes the place of standard output. Raises ConfigError for a format that does not exist.
    """
    outputs = [Output(_writer(name, writers), STDOUT)]
    for file in files:
        prefix, colon, path = file.partition(":")
        if colon and prefix in writers:
            outputs.append(Output(writers[prefix], path))
        elif colon and suggestion(prefix, writers):
            raise ConfigError(f"--output {file}: {_unknown(prefix, writers)}")
        elif outputs[0].path == STDOUT:
            outputs[0] = Output(outputs[0].writer, file)
        else:
            hint = f"name its format, as in --output sarif:{file}" if not colon else _unknown(prefix, writers)
            raise ConfigError(f"--output {file}: {hint}")
    paths = [output.path for output in outputs]
    if "" in paths:
        raise ConfigError("--output: a file is missing behind the colon")
    for path in paths:
        if paths.count(path) > 1:
            place = "standard output" if path == STDOUT else path
            raise ConfigError(f"--output: two formats cannot go to {place}")
    return tuple(outputs)


def _writer(name: str, writers: Mapping[str, Writer]) -> Writer:
    if name not in writers:
        raise ConfigError(f"--format: {_unknown(name, writers)}")
    return writers[name]


def _unknown(name: str, writers: Mapping[str, Writer]) -> str:
    known = ", ".join(sorted(writers))
    return f"there is no format “{name}”{suggestion(name, writers) or f': there are {known}'}"


class OutputFile:
    """The file of one output. `failure` tells, once something went wrong, what it was; nothing is written then.

    Raises ConfigError where the file cannot be made.
    """

    def __init__(self, path: str) -> None:
        self.failure = ""
        self._path = path
        try:
            self._file = WholeFile(Path(path))
        except OSError as error:
            raise ConfigError(self._told(error)) from None

    def put(self, text: str) -> None:
        """Adds text, in UTF-8."""
        if not self.failure:
            try:
                self._file.write(text.encode("utf-8", "backslashreplace"))
            except OSError as error:
                self.failure = self._told(error)
                self._file.drop()

    def keep(self) -> None:
        """Puts the file in its place."""
        if not self.failure:
            try:
                self._file.keep()
            except OSError as error:
                self.failure = self._told(error)

    def drop(self) -> None:
        """Leaves the place as it was."""
        self._file.drop()

    def _told(self, error: OSError) -> str:
        return f"--output {self._path}: cannot be written: {error.strerror}"


def send(reports: Iterable[Report], ways: Sequence[tuple[Writes, Puts]]) -> None:
    """Gives the reports to several writers side by side, as they come in.

    Raises BrokenPipeError once nobody reads any of them; the others go on where one reader leaves.
    """
    copies = tee(reports, len(ways))
    streams = [(write(copy), put) for (write, put), copy in zip(ways, copies, strict=True)]
    while streams:
        for stream in tuple(streams):
            text = next(stream[0], None)
            if text is None:
                streams.remove(stream)
                continue
            try:
                stream[1](text)
            except BrokenPipeError:
                streams.remove(stream)
                if len(ways) == 1:
                    raise


def contained(writer: Writer, write: Writes, failures: list[str], say: Callable[[str], None]) -> Writes:
    """The writer of a plugin, whose faults are told of and end its output, not that of others."""
    if writer.write.__module__.startswith("lint."):
        return write

    def fail(told: str) -> None:
        failures.append(f"the writer “{writer.name}” {told}")
        say(failures[-1])

    def written(reports: Iterable[Report]) -> Iterator[str]:
        ours: list[BaseException] = []

        def started() -> Iterator[str]:
            yield from write(_watched(reports, ours))

        texts = started()
        while True:
            with diverted() as stream:
                try:
                    text = next(texts, None)
                    if not isinstance(text, str | NoneType):
                        raise TypeError(f"a writer yields text, not {type(text).__name__}")
                except CRASHES as error:
                    if error in ours:
                        raise
                    fail(f"failed: {type(error).__name__}: {error}")
                    return
            if printed := stream.taken():
                fail(printed)
            if text is None:
                return
            yield text

    return written


def _watched(reports: Iterable[Report], ours: list[BaseException]) -> Iterator[Report]:
    """The reports; what is raised in making them is no fault of the writer."""
    try:
        yield from reports
    except BaseException as error:
        ours.append(error)
        raise
