"""What may stand on the command line."""

import argparse
import os
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from math import inf
from typing import Any

from lint import __version__

_LEVELS = "error, warning (default) or info"


@cache
def _width() -> int:
    """The columns of the terminal. argparse asks for each option anew, and imports all compressors to do so."""
    try:
        return int(os.environ["COLUMNS"])
    except (KeyError, ValueError):
        try:
            return os.get_terminal_size().columns
        except OSError:
            return 80


class _Help(argparse.HelpFormatter):
    def __init__(self, prog: str) -> None:
        super().__init__(prog, width=_width() - 2)


class _Parser(argparse.ArgumentParser):
    def __init__(self, **settings: Any) -> None:
        super().__init__(**{"formatter_class": _Help, **settings})


def parser(arguments: Sequence[str] = ()) -> argparse.ArgumentParser:
    """The parser of the whole command; `command` is then the name of the subcommand.

    Where `arguments` begin with one, the parser knows that one alone: to make all of them takes two milliseconds.
    """
    whole = _Parser(prog="copydesk", description="Finds what translation, scraping and rewriting left in articles.")
    whole.add_argument("--version", action="version", version=f"copydesk {__version__}")
    commands = whole.add_subparsers(prog="copydesk", metavar="COMMAND", dest="command", required=True)
    asked = [name for name in arguments[:1] if name in _COMMANDS]
    for name in asked or _COMMANDS:
        about, fill = _COMMANDS[name]
        fill(commands.add_parser(name, help=about))
    return whole


def _common(command: argparse.ArgumentParser) -> None:
    command.add_argument("--config", metavar="FILE", help="use this configuration for every file")
    command.add_argument(
        "--plugin-dir", action="append", default=[], metavar="DIR", help="load the plugin modules in this folder"
    )


def _explain(explain: argparse.ArgumentParser) -> None:
    _common(explain)
    explain.add_argument("name", metavar="NAME", help="a check or a group")


def _config(config: argparse.ArgumentParser) -> None:
    _common(config)
    config.add_argument("path", nargs="?", default=".", metavar="PATH", help="a file or a folder (default: here)")
    config.add_argument(
        "--schema", action="store_true", help="print the JSON schema of configurations, for completion in editors"
    )


def _test_pack(packs: argparse.ArgumentParser) -> None:
    packs.add_argument("paths", nargs="+", metavar="PACK", help="a file of rules, or a folder of such files")


def _cache(cache: argparse.ArgumentParser) -> None:
    cache.add_argument("action", nargs="?", choices=("show", "clear"), default="show", help="default: show")


def _init(init: argparse.ArgumentParser) -> None:
    init.add_argument("folder", nargs="?", default=".", metavar="DIR", help="where to (default: here)")


def _new_plugin(new: argparse.ArgumentParser) -> None:
    new.add_argument("name", metavar="NAME", help="the group of its checks, such as that of your house: acme")
    new.add_argument("folder", nargs="?", metavar="DIR", help="where to (default: copydesk-NAME)")


def _check(check: argparse.ArgumentParser) -> None:
    _common(check)
    check.add_argument("paths", nargs="*", metavar="PATH", help="files or folders; “-” reads standard input")
    check.add_argument("--select", action="append", metavar="NAMES", help="only these checks or groups (a,b)")
    check.add_argument("--ignore", action="append", metavar="NAMES", help="not these checks or groups (a,b)")
    check.add_argument("--level", metavar="SEVERITY", help="report findings of this severity and above: " + _LEVELS)
    check.add_argument("--fail-level", metavar="SEVERITY", help="exit 1 from this severity on: " + _LEVELS)
    check.add_argument("--reader", metavar="NAME", help="read every file as text, markdown, html … whatever its name")
    check.add_argument("--stdin-filename", default="<stdin>", metavar="PATH", help="what standard input is called")
    check.add_argument(
        "--since", metavar="REVISION", help="only findings on lines that were changed since this revision of git"
    )

    speed = check.add_argument_group("many files")
    speed.add_argument("--jobs", type=_jobs, metavar="N", help="so many processes (default: by the amount of work)")
    speed.add_argument(
        "--timeout",
        type=_seconds,
        default=60.0,
        metavar="SECONDS",
        help="with several processes: give a file up after so long, and as long again for each MB (default: 60)",
    )
    speed.add_argument("--no-cache", action="store_true", help="neither use nor keep results of earlier runs")

    speed.add_argument(
        "--profile", action="store_true", help="tell where the time goes: one process, all anew, a table at the end"
    )

    fixes = check.add_argument_group("fixes")
    fixes.add_argument("--fix", action="store_true", help="carry out the safe fixes, then report what remains")
    fixes.add_argument(
        "--unsafe-fixes", action="store_true", help="with --fix or --diff: also the fixes that an editor should see"
    )

    baseline = check.add_argument_group("baseline, for an archive with many old findings")
    baseline.add_argument("--baseline", metavar="FILE", help="be silent about the findings that this file accepts")
    baseline.add_argument(
        "--write-baseline",
        nargs="?",
        const="",
        metavar="FILE",
        help="accept all findings of today (default: the baseline in use, or copydesk-baseline.json)",
    )
    baseline.add_argument("--prune-baseline", action="store_true", help="take out what is no longer found")
    baseline.add_argument("--reason", default="", metavar="TEXT", help="with --write-baseline: why, for the new ones")
    baseline.add_argument("--expires", default="", metavar="DAY", help="with --write-baseline: last day (2027-01-31)")

    output = check.add_argument_group("output")
    form = output.add_mutually_exclusive_group()
    form.add_argument(
        "--format",
        metavar="NAME",
        help="text (default), concise, json, jsonl, markdown, sarif, github, junit …",
    )
    form.add_argument("--statistics", action="store_true", help="how many findings each check has")
    form.add_argument("--diff", action="store_true", help="show what --fix would change, and change nothing")
    output.add_argument(
        "--output",
        action="append",
        default=[],
        metavar="[NAME:]FILE",
        help="write to a file; with the name of a format, besides what is printed (may be given again)",
    )
    output.add_argument("--color", choices=("auto", "always", "never"), default="auto", help="default: auto")


def _try(trial: argparse.ArgumentParser) -> None:
    _common(trial)
    trial.add_argument("check", metavar="CHECK", help="the name of the check")
    what = trial.add_mutually_exclusive_group(required=True)
    what.add_argument("--against", action="append", metavar="DIR", help="run it over these articles")
    what.add_argument("--judged", metavar="FILE", help="read a sheet that was filled in, and tell the precision")
    trial.add_argument("--sheet", metavar="FILE", help="with --against: write the sample to this file, to be filled in")
    trial.add_argument("--sample", type=_number, default=50, metavar="N", help="so many findings (default: 50)")
    trial.add_argument("--seed", type=int, default=1, metavar="N", help="choose another sample (default: 1)")


def _number(text: str) -> int:
    if not text.isdigit() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"{text}: a number, such as 50")
    return int(text)


def _jobs(text: str) -> int | None:
    if text == "auto":
        return None
    if not text.isdigit() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"{text}: a number of processes, such as 4, or auto")
    return int(text)


def _seconds(text: str) -> float:
    try:
        seconds = float(text)
    except ValueError:
        seconds = 0.0
    if not 0 < seconds < inf:
        raise argparse.ArgumentTypeError(f"{text}: a number of seconds, such as 60")
    return seconds


# Each with what it is for, and what fills its parser.
_COMMANDS: Mapping[str, tuple[str, Callable[[argparse.ArgumentParser], None]]] = {
    "check": ("lint articles", _check),
    "explain": ("show the page of a check", _explain),
    "checks": ("list all checks", _common),
    "config": ("show what holds for a file, and from where", _config),
    "test-pack": ("run the examples of rules that are written in TOML or YAML", _test_pack),
    "cache": ("where results of earlier runs are kept, and how to be rid of them", _cache),
    "init": ("write a commented configuration", _init),
    "try": ("how often a check speaks in an archive, and is right", _try),
    "new-plugin": ("write the package of a plugin, with a first check and its tests", _new_plugin),
}
