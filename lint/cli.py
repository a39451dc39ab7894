"""The command. Nothing else in copydesk prints; what takes long to import is imported when it is needed."""

import atexit
import gc
import os
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any, NoReturn

from lint import __version__

if TYPE_CHECKING:
    import argparse

    from lint.baseline import Baseline
    from lint.finding import Report, Rule
    from lint.linters import Linters
    from lint.registry import Registry
    from lint.trial.survey import Survey
    from lint.writers import Writer
    from lint.writers.tally import Tally

CLEAN, FOUND, TROUBLE = 0, 1, 2
_INTERRUPTED = 130


def command() -> NoReturn:
    """The command as a process: ends it without the tidying up that a process about to end does not need.

    Tidying up takes a tenth of the time that one article takes, and so does a collector of garbage that wakes up again
    and again while modules are loaded.
    """
    gc.set_threshold(200_000, 20, 20)
    code = main()
    if "multiprocessing" not in sys.modules and _is_single_threaded():
        # Whoever asked to be called at the end (a measurement of coverage, say) is.
        atexit._run_exitfuncs()
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(code)
    sys.exit(code)


def _is_single_threaded() -> bool:
    threading = sys.modules.get("threading")
    return threading is None or threading.active_count() == 1


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs the command and gives its exit code: 0 nothing found, 1 findings, 2 trouble."""
    arguments = sys.argv[1:] if arguments is None else list(arguments)
    if arguments == ["--version"]:
        print(f"copydesk {__version__}")
        return CLEAN
    if "stdout" in _opened_again():
        return _trouble("standard output is closed: there is nowhere to write to")
    # An empty entry of PYTHONPATH means the current directory too.
    sys.path[:] = [entry for entry in sys.path if entry not in ("", ".")]
    for stream in (sys.stdout, sys.stderr):
        _reconfigure(stream)
    from lint.arguments import parser
    from lint.schema import ConfigError

    try:
        options = parser(arguments).parse_args(arguments)
        code = _COMMANDS[options.command](options)
        sys.stdout.flush()
        return code
    except ConfigError as error:
        return _trouble(str(error))
    except OSError as error:
        # Python would try again to write what is left.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        if isinstance(error, BrokenPipeError):
            # The reader of our output (head, less) has seen enough.
            return FOUND
        return _trouble(f"standard output: {error.strerror}")
    except KeyboardInterrupt:
        return _INTERRUPTED


def _opened_again() -> list[str]:
    """The standard streams that are closed, opened again to nowhere: a file would take their place otherwise."""
    closed = [name for name in ("stdin", "stdout", "stderr") if getattr(sys, name) is None]
    for name in closed:
        setattr(sys, name, open(os.devnull, "r" if name == "stdin" else "w", encoding="utf-8"))  # noqa: SIM115
    return closed


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
    # Where both go to one place, what was printed first stands first.
    sys.stdout.flush()
    print(f"copydesk: {message}", file=sys.stderr)


def _trouble(message: str) -> int:
    _say(message)
    return TROUBLE


def _check(options: "argparse.Namespace") -> int:
    if not options.profile:
        return _lint(options)
    from lint.profiling import profiled

    with profiled() as clock:
        code = _lint(options)
    for line in clock.table():
        print(line, file=sys.stderr)
    return code


def _lint(options: "argparse.Namespace") -> int:
    from lint.checking import order
    from lint.targets import STDIN

    asked = order(options)
    stdin = (options.stdin_filename, sys.stdin.buffer.read()) if STDIN in options.paths else None
    failures = [failure.message for failure in asked.linters.registry.failures]
    for message in failures:
        _say(message)
    reports = asked.run.reports(options.paths, stdin)
    if sys.stderr.isatty():
        from lint.progress import shown

        reports = shown(reports, lambda: asked.run.total, sys.stderr)
    tally = _print(options, reports, asked.linters, failures)
    asked.patterns.save()
    if asked.baseline is not None:
        _tell_of(asked.baseline, failures, save=options.write_baseline is not None or options.prune_baseline)
    if stdin is not None and asked.mending is not None and asked.mending.write:
        from pathlib import Path

        sys.stdout.flush()
        sys.stdout.buffer.write(asked.mending.kept.get(Path(os.path.abspath(stdin[0])), stdin[1]))
    found = bool(tally.changed) if options.diff else asked.run.failing > 0
    return TROUBLE if failures else FOUND if found else CLEAN


def _tell_of(baseline: "Baseline", failures: list[str], *, save: bool) -> None:
    if not save:
        for notice in baseline.notices():
            _say(notice)
        return
    try:
        held, new, gone = baseline.save()
    except OSError as error:
        failures.append(f"{baseline.place}: cannot be written: {error.strerror}")
        _say(failures[-1])
    else:
        _say(f"wrote {os.path.relpath(baseline.place)}: {held:,} accepted, {new:,} of them new; {gone:,} gone")


def _print(
    options: "argparse.Namespace", reports: "Iterable[Report]", linters: "Linters", failures: list[str]
) -> "Tally":
    """Sends the reports where the user wants them, and what goes wrong to standard error."""
    from lint.outputs import STDOUT, OutputFile, contained, send, wanted
    from lint.writers.tally import Tally

    form = "diff" if options.diff else "statistics" if options.statistics else options.format or "text"
    outputs = wanted(form, options.output, linters.registry.writers)
    files = {output.path: OutputFile(output.path) for output in outputs if output.path != STDOUT}
    # What becomes of standard input goes to standard output; the report must make room for it.
    printed = sys.stderr if options.fix and not options.diff and "-" in options.paths else sys.stdout
    ways = [
        (
            contained(output.writer, _writes(output.writer, linters.rules, color), failures, _say),
            printed.write if output.path == STDOUT else files[output.path].put,
        )
        for output in outputs
        for color in (options.color if output.path == STDOUT else "never",)
    ]
    tally = Tally()
    try:
        send(_told(reports, tally, failures), ways)
    except BaseException:
        for file in files.values():
            file.drop()
        raise
    for file in files.values():
        file.keep()
        if file.failure:
            _say(file.failure)
            failures.append(file.failure)
    if not any(output.path == STDOUT and output.writer.name in ("text", "statistics") for output in outputs):
        for line in tally.hints():
            _say(line)
    return tally


def _told(reports: "Iterable[Report]", tally: "Tally", failures: list[str]) -> "Iterator[Report]":
    """The reports, while what went wrong is said on standard error and noted."""
    for report in reports:
        tally.add(report)
        if report.skipped:
            _say(f"{report.path}: passed over: {report.skipped}")
        for notice in report.notices:
            _say(f"{report.path}: {notice}" if report.path else notice)
        for failure in report.failures:
            place = f"{failure.path}: " if failure.path else ""
            check = f"[{failure.check}] " if failure.check else ""
            _say(f"{place}{check}{failure.message}")
            failures.append(failure.message)
        yield report


def _writes(writer: "Writer", rules: "Sequence[Rule]", color: str) -> "Callable[[Iterable[Report]], Iterator[str]]":
    """The writer, which needs no more than the reports."""
    plain, coloured = writer.write, writer.write_terminal
    if coloured is None or not _coloured(color):
        return lambda reports: plain(reports, rules)
    from shutil import get_terminal_size

    return lambda reports: coloured(reports, rules, get_terminal_size().columns)


def _coloured(color: str) -> bool:
    """https://no-color.org: NO_COLOR, when it is set and not empty, switches colours off."""
    if color != "auto":
        return color == "always"
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def _registry(options: "argparse.Namespace") -> "Registry":
    from lint.linters import root_config, with_packs
    from lint.plugins import load

    root = root_config((), options.config)
    registry = with_packs(load(root.plugins, options.plugin_dir), root)
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


def _config(options: "argparse.Namespace") -> int:
    from pathlib import Path

    from lint.linters import Linters, root_config
    from lint.origins import told
    from lint.plugins import load

    root = root_config((options.path,), options.config)
    registry = load(root.plugins, options.plugin_dir)
    for failure in registry.failures:
        _say(failure.message)
    linters = Linters(registry, root, explicit=options.config is not None, command_line={})
    if options.schema:
        from lint.docs import configuration_schema

        print(configuration_schema(linters.registry), end="")
        return CLEAN
    print(told(linters, Path(os.path.abspath(options.path))), end="")
    return CLEAN


def _test_pack(options: "argparse.Namespace") -> int:
    from pathlib import Path

    from lint.packtest import told, tried
    from lint.rules.loading import load

    outcomes = [outcome for path in options.paths for outcome in tried(load(Path(os.path.abspath(path))))]
    for line in told(outcomes):
        print(line)
    return FOUND if any(outcome.faults for outcome in outcomes) else CLEAN


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


def _cache(options: "argparse.Namespace") -> int:
    from lint.cache_folder import patterns_file, results_file, scanner_file
    from lint.database import removed, size_of

    place, others = results_file(), (patterns_file(), scanner_file())
    if options.action == "clear":
        print(f"Removed {place} ({removed(place, *others) / 1_000_000:,.1f} MB)")
    else:
        print(f"{place} ({size_of(place, *others) / 1_000_000:,.1f} MB)")
    return CLEAN


def _new_plugin(options: "argparse.Namespace") -> int:
    from lint.plugins import load_built_in
    from lint.scaffold import new_plugin, next_steps

    checks = load_built_in().checks
    taken = frozenset(checks) | {check.group for check in checks.values()}
    print(next_steps(new_plugin(options.name, options.folder, taken)), end="")
    return CLEAN


def _try(options: "argparse.Namespace") -> int:
    from lint.linters import root_config
    from lint.plugins import load
    from lint.trial.precision import told
    from lint.trial.sheet import entry, judgement, save
    from lint.trial.survey import linters_for, survey

    if options.judged is not None:
        print(told(options.check, judgement(options.judged, options.check)), end="")
        return CLEAN
    root = root_config(tuple(options.against), options.config)
    registry = load(root.plugins, options.plugin_dir)
    name, linters = linters_for(options.check, registry, root, explicit=options.config is not None)
    seen = survey(name, linters, options.against, size=options.sample, seed=options.seed)
    for failure in (*registry.failures, *seen.failures):
        _say(f"{failure.path}: {failure.message}" if failure.path else failure.message)
    print(seen.summary + ".")
    if seen.passed_over:
        print(f"Passed over for their language: {seen.passed_over:,}.")
    if not seen.sample:
        print("There is nothing to judge.")
    elif options.sheet is not None:
        save(options.sheet, seen)
        print(f"Wrote {options.sheet}. Fill it in, then: copydesk try {name} --judged {options.sheet}")
    elif sys.stdin.isatty() and sys.stdout.isatty():
        _ask(seen)
    else:
        for found in seen.sample:
            print("\n" + entry(found), end="")
        print("\nTo judge them: on a terminal, or with --sheet FILE and then --judged FILE.")
    return TROUBLE if seen.failures or registry.failures else CLEAN


def _ask(seen: "Survey") -> None:
    from lint.trial.precision import Precision, told
    from lint.trial.sheet import entry

    print("Is each of these findings right? y: yes, n: a false alarm, s: cannot tell, q: enough.")
    right = wrong = 0
    for number, found in enumerate(seen.sample, 1):
        print(f"\n{number} of {len(seen.sample)}: {entry(found)}", end="")
        answer = ""
        while answer not in ("y", "n", "s", "q"):
            try:
                answer = input("y/n/s/q: ").strip().lower()[:1]
            except EOFError:
                answer = "q"
        if answer == "q":
            break
        right += answer == "y"
        wrong += answer == "n"
    if right + wrong:
        print("\n" + told(seen.check, Precision(right, right + wrong)), end="")


_COMMANDS = {
    "cache": _cache,
    "check": _check,
    "explain": _explain,
    "checks": _checks,
    "config": _config,
    "init": _init,
    "new-plugin": _new_plugin,
    "test-pack": _test_pack,
    "try": _try,
}
