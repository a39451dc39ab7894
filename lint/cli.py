"""The command. Nothing else in copydesk prints; what takes long to import is imported when it is needed."""

import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

from lint import __version__

if TYPE_CHECKING:
    import argparse

    from lint.finding import Report
    from lint.registry import Registry
    from lint.writers import Writer

CLEAN, FOUND, TROUBLE = 0, 1, 2
_INTERRUPTED = 130


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs the command and gives its exit code: 0 nothing found, 1 findings, 2 trouble."""
    arguments = sys.argv[1:] if arguments is None else list(arguments)
    if arguments == ["--version"]:
        print(f"copydesk {__version__}")
        return CLEAN
    # An empty entry of PYTHONPATH means the current directory too.
    sys.path[:] = [entry for entry in sys.path if entry not in ("", ".")]
    for stream in (sys.stdout, sys.stderr):
        _reconfigure(stream)
    from lint.schema import ConfigError

    try:
        options = _parser().parse_args(arguments)
        code: int = options.run(options)
        sys.stdout.flush()
        return code
    except ConfigError as error:
        return _trouble(str(error))
    except BrokenPipeError:
        # The reader of our output (head, less) has seen enough.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return FOUND
    except KeyboardInterrupt:
        return _INTERRUPTED


def _reconfigure(stream: Any) -> None:
    """The same bytes on every machine: UTF-8 and LF, whatever a file name or an article holds."""
    if hasattr(stream, "reconfigure"):
        terminal = stream.isatty()
        stream.reconfigure(
            encoding=stream.encoding if terminal else "utf-8",
            errors="backslashreplace",
            newline=None if terminal else "\n",
        )


def _say(message: str) -> None:
    print(f"copydesk: {message}", file=sys.stderr)


def _trouble(message: str) -> int:
    _say(message)
    return TROUBLE


def _parser() -> "argparse.ArgumentParser":
    import argparse

    parser = argparse.ArgumentParser(
        prog="copydesk", description="Finds what translation, scraping and rewriting left in articles."
    )
    parser.add_argument("--version", action="version", version=f"copydesk {__version__}")
    commands = parser.add_subparsers(metavar="COMMAND", required=True)
    common = argparse.ArgumentParser(add_help=False)
    common.add_argument("--config", metavar="FILE", help="use this configuration for every file")
    common.add_argument(
        "--plugin-dir", action="append", default=[], metavar="DIR", help="load the plugin modules in this folder"
    )

    check = commands.add_parser("check", parents=[common], help="lint articles")
    check.add_argument("paths", nargs="*", metavar="PATH", help="files or folders; “-” reads standard input")
    check.add_argument("--select", action="append", metavar="NAMES", help="only these checks or groups (a,b)")
    check.add_argument("--ignore", action="append", metavar="NAMES", help="not these checks or groups (a,b)")
    check.add_argument("--level", metavar="SEVERITY", help="report findings of this severity and above: " + _LEVELS)
    check.add_argument("--fail-level", metavar="SEVERITY", help="exit 1 from this severity on: " + _LEVELS)
    check.add_argument("--format", default="text", metavar="NAME", help="text (default), concise, jsonl …")
    check.add_argument("--stdin-filename", default="<stdin>", metavar="PATH", help="what standard input is called")
    check.add_argument("--color", choices=("auto", "always", "never"), default="auto", help="default: auto")
    check.set_defaults(run=_check)

    explain = commands.add_parser("explain", parents=[common], help="show the page of a check")
    explain.add_argument("name", metavar="NAME", help="a check or a group")
    explain.set_defaults(run=_explain)

    checks = commands.add_parser("checks", parents=[common], help="list all checks")
    checks.set_defaults(run=_checks)

    init = commands.add_parser("init", help="write a commented configuration")
    init.add_argument("folder", nargs="?", default=".", metavar="DIR", help="where to (default: here)")
    init.set_defaults(run=_init)
    return parser


_LEVELS = "error, warning (default) or info"


def _check(options: "argparse.Namespace") -> int:
    from lint.linters import Linters, root_config
    from lint.plugins import load
    from lint.runs import STDIN, Run
    from lint.schema import ConfigError, check_table, suggestion

    command_line = {
        key: value
        for key, value in {
            "select": _names(options.select),
            "ignore": _names(options.ignore),
            "level": options.level,
            "fail_level": options.fail_level,
        }.items()
        if value is not None
    }
    check_table({k: v for k, v in command_line.items() if k.endswith("level")}, "command line")
    places = tuple(options.stdin_filename if path == STDIN else path for path in options.paths)
    root = root_config(places, options.config)
    registry = load(root.plugins, options.plugin_dir)
    writer = registry.writers.get(options.format)
    if writer is None:
        known = ", ".join(sorted(registry.writers))
        hint = suggestion(options.format, registry.writers) or f": there are {known}"
        raise ConfigError(f"--format: there is no format “{options.format}”{hint}")
    run = Run(Linters(registry, root, explicit=options.config is not None, command_line=command_line))
    stdin = (options.stdin_filename, sys.stdin.buffer.read()) if STDIN in options.paths else None
    failures = [failure.message for failure in registry.failures]
    for message in failures:
        _say(message)
    reports = _told(run.reports(options.paths, stdin), failures, hints=writer.name != "text")
    for text in _written(writer, reports, registry, options.color):
        sys.stdout.write(text)
    return TROUBLE if failures else FOUND if run.failing else CLEAN


def _names(values: list[str] | None) -> tuple[str, ...] | None:
    if values is None:
        return None
    return tuple(name.strip() for value in values for name in value.split(",") if name.strip())


def _told(reports: "Iterable[Report]", failures: list[str], *, hints: bool) -> "Iterator[Report]":
    """The reports, while what went wrong is said on standard error and noted."""
    from lint.writers.tally import Tally

    tally = Tally()
    for report in reports:
        tally.add(report)
        if report.skipped:
            _say(f"{report.path}: passed over: {report.skipped}")
        for failure in report.failures:
            place = f"{failure.path}: " if failure.path else ""
            check = f"[{failure.check}] " if failure.check else ""
            _say(f"{place}{check}{failure.message}")
            failures.append(failure.message)
        yield report
    for line in tally.hints() if hints else ():
        _say(line)


def _written(writer: "Writer", reports: "Iterable[Report]", registry: "Registry", color: str) -> Iterator[str]:
    from shutil import get_terminal_size

    if writer.write_terminal is not None and _coloured(color):
        return writer.write_terminal(reports, registry.rules, get_terminal_size().columns)
    return writer.write(reports, registry.rules)


def _coloured(color: str) -> bool:
    """https://no-color.org: NO_COLOR, when it is set and not empty, switches colours off."""
    if color != "auto":
        return color == "always"
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def _registry(options: "argparse.Namespace") -> "Registry":
    from lint.linters import root_config
    from lint.plugins import load

    registry = load(root_config((), options.config).plugins, options.plugin_dir)
    for failure in registry.failures:
        _say(failure.message)
    return registry


def _explain(options: "argparse.Namespace") -> int:
    from lint.docs import explanation

    print(explanation(_registry(options), options.name), end="")
    return CLEAN


def _checks(options: "argparse.Namespace") -> int:
    from lint.docs import listing

    print(listing(_registry(options)), end="")
    return CLEAN


def _init(options: "argparse.Namespace") -> int:
    from pathlib import Path

    from lint.docs import starting_configuration

    path = Path(options.folder, "copydesk.toml")
    try:
        with path.open("x", encoding="utf-8", newline="\n") as file:
            file.write(starting_configuration())
    except FileExistsError:
        return _trouble(f"{path} is there already; it was left as it is")
    except OSError as error:
        return _trouble(f"{path}: cannot be written: {error.strerror}")
    print(f"Wrote {path}. Lint with: copydesk check")
    return CLEAN
