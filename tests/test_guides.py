"""The pages of docs/: their commands are run, their files used, their lists complete, their links alive."""

import json
import re
import shlex
import sys
from pathlib import Path

import pytest
import yaml
from conftest import Desk
from environments import ROOT
from guides import DOCS, FENCE, environment, played

from lint import Diagnostic, Excerpt, Position, Report, Severity, docs
from lint.arguments import parser
from lint.hooks import Hooks
from lint.plugins import load_built_in
from lint.schema import FILE_KEYS, SHARED_KEYS

GUIDES = ("editors", "repositories", "plugins", "reference")
READ = (*ROOT.glob("*.md"), *DOCS.glob("*.md"), *ROOT.glob("examples/*/*.md"))
PAGES = {path: path.read_text(encoding="utf-8") for path in READ}
FENCES = [(path, fence) for path, text in PAGES.items() for fence in FENCE.finditer(text)]


@pytest.fixture(scope="module")
def commands(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the commands of a fresh environment lie."""
    return environment(tmp_path_factory.mktemp("reader") / "venv")


@pytest.mark.skipif(sys.platform == "win32", reason="the sessions are of a POSIX shell")
@pytest.mark.parametrize("name", GUIDES)
def test_the_commands_of_a_page_print_what_it_shows(name: str, commands: Path, tmp_path: Path) -> None:
    ran = 0
    for one in played((DOCS / f"{name}.md").read_text(encoding="utf-8"), commands, tmp_path):
        assert one.as_shown, f"$ {one.command}\nThe page shows:\n{one.shown}\nIt printed:\n{one.printed}"
        assert "Traceback" not in one.printed
        ran += 1
    assert ran


def test_every_command_that_is_shown_without_output_exists() -> None:
    lines = [line for _, fence in FENCES if fence["kind"] == "sh" for line in fence["text"].splitlines()]
    commands = [shlex.split(line, comments=True) for line in lines if line.startswith("copydesk ")]
    assert commands
    for command in commands:
        arguments = command[1 : command.index("<")] if "<" in command else command[1:]
        assert parser().parse_args(arguments).command == arguments[0]


def test_configurations_are_valid(desk: Desk) -> None:
    rule = "[very]\nextends = 'existence'\nmessage = 'Out.'\ntokens = ['very']\n"
    desk.write({"style.toml": rule, "styles/House/house.toml": rule})
    for path, fence in FENCES:
        if fence["kind"] == "toml" and not fence["name"] and "[lint" in fence["text"] and path.name != "packs.md":
            desk.write({"copydesk.toml": fence["text"]})
            outcome = desk.run("config")
            assert outcome.code == 0, f"{path.name}: {outcome.err}"


def test_hooks_of_pre_commit_exist() -> None:
    offered = {hook["id"] for hook in yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))}
    found = 0
    for _, fence in FENCES:
        if fence["kind"] == "yaml":
            for repo in yaml.safe_load(fence["text"]).get("repos", ()):
                assert {hook["id"] for hook in repo["hooks"]} <= offered
                found += 1
    assert found


@pytest.mark.parametrize("path", PAGES, ids=lambda path: str(path.relative_to(ROOT)))
def test_links_lead_somewhere(path: Path) -> None:
    prose = FENCE.sub("", PAGES[path])
    for target in re.findall(r"\]\(([^)\s]+)\)", prose):
        if not re.match(r"https?://|#", target):
            place, _, anchor = target.partition("#")
            assert (path.parent / place).exists(), target
            if anchor:
                headings = re.findall(r"^#+ (.+)$", (path.parent / place).read_text(encoding="utf-8"), re.MULTILINE)
                assert anchor in {re.sub(r"[^\w -]", "", heading).lower().replace(" ", "-") for heading in headings}


def test_the_reference_is_complete() -> None:
    page = (DOCS / "reference.md").read_text(encoding="utf-8")
    subcommands = next(action.choices for action in parser()._actions if action.dest == "command")
    named = set(re.findall(r"`([^`]+)`", FENCE.sub("", page)))
    words = {word for each in named for word in re.findall(r"[\w-]+", each.replace("\\", ""))}
    assert isinstance(subcommands, dict)
    for command, options in subcommands.items():
        assert command in words
        flags = {flag for action in options._actions for flag in action.option_strings if flag.startswith("--")}
        assert flags - words <= {"--help"}, command
    assert SHARED_KEYS.keys() | FILE_KEYS.keys() <= words
    assert load_built_in().writers.keys() <= words
    assert {name for name in vars(Hooks) if name.startswith("lint_")} <= words


def test_every_page_is_in_the_index() -> None:
    index = (DOCS / "README.md").read_text(encoding="utf-8")
    for path in DOCS.glob("*.md"):
        assert path.name == "README.md" or f"]({path.name})" in index


def test_explain_the_pages_and_sarif_say_the_same() -> None:
    registry = load_built_in()
    at = {"path": "a.txt", "start": Position(1, 1), "end": Position(1, 2), "excerpt": Excerpt("Fine.", 1, more=False)}
    rest = {"group": "", "severity": Severity.INFO, "message": "here", "fix": None, "notes": (), "fingerprint": ""}
    reports = [Report(path="a.txt", diagnostics=(Diagnostic(check=name, **at, **rest),)) for name in registry.checks]
    log = json.loads("".join(registry.writers["sarif"].write(reports, registry.rules)))
    rules = {rule["id"]: rule for rule in log["runs"][0]["tool"]["driver"]["rules"]}
    assert rules.keys() == registry.checks.keys()
    levels = {"error": "error", "warning": "warning", "info": "note", "off": "none"}
    for name, rule in rules.items():
        explained = docs.explanation(registry, name)
        written = (DOCS / "checks" / f"{name}.md").read_text(encoding="utf-8")
        assert written.partition("\n")[2] == explained
        assert explained.startswith(f"# {name}\n\n{rule['shortDescription']['text']}\n")
        assert rule["help"]["markdown"].strip() in explained
        assert rule["defaultConfiguration"]["level"] == levels[re.findall(r"; severity (\w+)", explained)[0]]
