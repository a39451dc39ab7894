"""From the paths that a user gives to the articles that are meant."""

import os
from collections.abc import Container, Iterable, Iterator
from pathlib import Path

from lint.discovery import files
from lint.finding import Failure, Report
from lint.linters import Linters
from lint.readers import by_suffix
from lint.roll import Roll, Target
from lint.schema import ConfigError

STDIN = "-"

_NONE = "no articles found in this folder: it holds none, or the configuration leaves them out"


def given(
    linters: Linters,
    paths: Iterable[str],
    stdin: tuple[str, bytes] | None = None,
    only: Container[str] | None = None,
) -> tuple[Roll, list[Report]]:
    """The articles that paths lead to, and reports of the paths that led to none.

    Of a folder those are meant that its configuration includes. `stdin` is the name and the content of standard input,
    for the path “-”. Where there is a collection of absolute places, `only` files among them are given.
    """
    found = Roll()
    troubles: list[Report] = []
    for path in paths:
        place = os.path.abspath(path)
        if path == STDIN and stdin is not None:
            found.add(Target(stdin[0], os.path.abspath(stdin[0]), stdin[1]))
        elif os.path.isdir(place):
            told = len(troubles)
            empty = True
            for target in below(linters, path, troubles):
                empty = False
                if only is None or target.place in only:
                    found.add(target)
            if empty and len(troubles) == told:
                troubles.append(Report(path=path, skipped=_NONE))
        elif os.path.lexists(place):
            if only is None or place in only:
                found.add(Target(os.path.normpath(path), place))
        else:
            troubles.append(_failed(path, "there is no such file or folder"))
    return found, troubles


def below(linters: Linters, folder: str, troubles: list[Report]) -> Iterator[Target]:
    """The articles below a folder, in no order; what cannot be read joins the `troubles`."""

    def trouble(path: str, error: OSError) -> None:
        troubles.append(_failed(path, f"cannot be read: {error.strerror}"))

    place = os.path.abspath(folder)
    above = folder.startswith(os.pardir)
    for relative in files(Path(place), trouble):
        file = os.path.join(place, relative)
        if _included(linters, file) and not _is_second_name(file, place):
            # “../news/a.txt” is “a.txt” to whoever stands in “news”.
            yield Target(os.path.relpath(file) if above else os.path.normpath(os.path.join(folder, relative)), file)


def _is_second_name(file: str, folder: str) -> bool:
    """Whether a file is a link to one that the folder holds: that one would be told of twice, and count twice."""
    if not os.path.islink(file):
        return False
    try:
        inside = os.path.relpath(os.path.realpath(file), os.path.realpath(folder))
    except ValueError:
        # On Windows, on another drive.
        return False
    return not any(part.startswith(".") for part in inside.split(os.sep))


def _included(linters: Linters, file: str) -> bool:
    try:
        config = linters.config(os.path.dirname(file))
    except ConfigError:
        # The file is met again when it is linted, and its configuration told of then.
        return True
    if config.include is not None:
        return config.include.match(config.relative(file))
    return by_suffix(linters.registry.readers, file) is not None


def _failed(path: str, message: str) -> Report:
    return Report(path=path, failures=(Failure(path, message),))
