"""From the options of `copydesk check` to a run."""

import os
from argparse import Namespace
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from lint.config import Config
from lint.examining import Examiner
from lint.gathering import Overflowing
from lint.linter import Linter
from lint.linters import Linters, root_config
from lint.plugins import load
from lint.readers import Reader
from lint.registry import Registry
from lint.runs import Answers, Run, Sieve
from lint.schema import SHARED_KEYS, ConfigError, Table, suggestion
from lint.targets import STDIN

if TYPE_CHECKING:
    from lint.baseline import Baseline
    from lint.cache import Cache
    from lint.mending import Mending
    from lint.views.compiled import Store


class Order(NamedTuple):
    """A run, and the parts of it that the command asks about afterwards."""

    run: Run
    linters: Linters
    mending: "Mending | None"
    baseline: "Baseline | None"
    patterns: "Store"


def order(options: Namespace) -> Order:
    """The run that the options ask for. Raises ConfigError."""
    places = tuple(options.stdin_filename if path == STDIN else path for path in options.paths)
    command_line = _command_line(options)
    root = root_config(places, options.config)
    registry = load(root.plugins, options.plugin_dir)
    mending = _mending(options)
    baseline = _baseline(options, root)
    sieves: list[Sieve] = [baseline] if baseline is not None else []
    only = None
    if options.since is not None:
        from lint.since import since

        only = since(options.since, root.root)
        sieves.append(only)
    linters = Linters(
        registry,
        root,
        explicit=options.config is not None,
        command_line=command_line,
        plugin_folders=options.plugin_dir,
    )
    reader = _reader(registry, options.reader)
    kept = mending is None and _keeps_results(options, root)
    examiner = Examiner(linters, reader, digests=kept)
    run = Run(
        examiner,
        _cache() if kept else Overflowing(_temporary),
        mending=mending,
        sieves=sieves,
        only=only,
        answers=_answers(options, examiner),
        identify=_identify(examiner) if kept else None,
    )
    return Order(run, linters, mending, baseline, _patterns())


def _command_line(options: Namespace) -> Table:
    said = {
        "select": _names(options.select),
        "ignore": _names(options.ignore),
        "level": options.level,
        "fail_level": options.fail_level,
    }
    table = {key: value for key, value in said.items() if value is not None}
    for key in ("level", "fail_level"):
        if key in table:
            SHARED_KEYS[key].check(table[key], f"--{key.replace('_', '-')}")
    return table


def _names(values: list[str] | None) -> tuple[str, ...] | None:
    if values is None:
        return None
    return tuple(name.strip() for value in values for name in value.split(",") if name.strip())


def _reader(registry: Registry, name: str | None) -> Reader | None:
    if name is None:
        return None
    named = {reader.name: reader for reader in registry.readers}
    if name not in named:
        known = suggestion(name, named) or f": there are {', '.join(sorted(named))}"
        raise ConfigError(f"--reader: there is no reader “{name}”{known}")
    return named[name]


def _mending(options: Namespace) -> "Mending | None":
    if not (options.fix or options.diff):
        if options.unsafe_fixes:
            raise ConfigError("--unsafe-fixes goes with --fix or --diff")
        if options.format == "diff" or any(output.startswith("diff:") for output in options.output):
            raise ConfigError("the format “diff” shows what fixes change: it goes with --diff or --fix")
        return None
    from lint.mending import Mending

    return Mending(unsafe=options.unsafe_fixes, write=not options.diff)


def _baseline(options: Namespace, root: Config) -> "Baseline | None":
    writing = options.write_baseline is not None
    if (options.reason or options.expires) and not writing:
        raise ConfigError("--reason and --expires go with --write-baseline")
    if writing and (options.fix or options.diff or options.prune_baseline):
        raise ConfigError("--write-baseline accepts everything that is found: fix or prune first, in a run of its own")
    if (writing or options.prune_baseline) and options.since is not None:
        raise ConfigError("--since looks at a part of the findings: a baseline is written and pruned without it")
    path = options.write_baseline or options.baseline or root.baseline
    if not (path or writing or options.prune_baseline):
        return None
    from lint.baseline import NAME, coming_day, load

    adding = (options.reason, coming_day(options.expires, "--expires")) if writing else None
    return load(Path(os.path.abspath(path or root.root / NAME)), adding=adding)


def _answers(options: Namespace, examiner: Examiner) -> Answers | None:
    """One process is enough for what is mended, and for a few files."""
    alone = options.fix or options.diff or options.profile or options.jobs == 1
    if alone or (options.jobs is None and _single(options)):
        return None
    from lint.workers import answers

    return answers(examiner, options.jobs, options.timeout)


def _patterns() -> "Store":
    """The compiled patterns of earlier runs, put to use; like the bytecode of Python they are no results."""
    from lint.cache_folder import patterns_file, scanner_file
    from lint.views.compiled import Store
    from lint.views.patterns import compile_by
    from lint.views.scanning import keep_at

    store = Store(patterns_file())
    compile_by(store.compile)
    keep_at(scanner_file())
    return store


def _keeps_results(options: Namespace, root: Config) -> bool:
    """Of a single file without a configuration nothing is kept."""
    return not (options.no_cache or options.profile or (_single(options) and not root.path))


def _cache() -> "Cache":
    """The results of earlier runs."""
    from lint.cache import Cache
    from lint.cache_folder import results_file

    return Cache(results_file())


def _temporary() -> "Cache":
    from lint.cache import Cache

    return Cache(None)


def _single(options: Namespace) -> bool:
    return len(options.paths) == 1 and not os.path.isdir(options.paths[0])


def _identify(examiner: Examiner) -> Callable[[Linter], bytes]:
    from lint.identity import code_of, digest_of

    linters = examiner.linters
    code = code_of(linters.registry)
    reader = examiner.reader.name if examiner.reader else ""
    return lambda linter: digest_of(code, reader, linters.identity(linter))
