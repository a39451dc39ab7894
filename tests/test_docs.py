"""What is made from the checks is what stands in the repository, and what the README shows is what happens."""

import re
import shlex
import sys

import pytest
from environments import ROOT

from lint.cli import main
from lint.docs import pages, starting_configuration
from lint.plugins import load_built_in

README = (ROOT / "README.md").read_text(encoding="utf-8")


def test_the_pages_of_the_checks_are_up_to_date() -> None:
    folder = ROOT / "docs" / "checks"
    # `make docs` writes them anew.
    assert {path.name: path.read_text(encoding="utf-8") for path in folder.glob("*.md")} == pages(load_built_in())


def test_the_starting_configuration_is_plain_toml() -> None:
    assert starting_configuration().startswith("# Configuration of copydesk.")


SESSIONS = [
    (match[1].splitlines()[0].removeprefix("$ "), "\n".join(match[1].splitlines()[1:]))
    for match in re.finditer(r"```console\n(\$ copydesk .*?)```", README, re.DOTALL)
]


@pytest.mark.parametrize(("command", "shown"), SESSIONS, ids=[command for command, _ in SESSIONS])
def test_the_readme_shows_real_output(
    command: str, shown: str, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(ROOT)
    main(shlex.split(command)[1:])
    sys.stdout.flush()
    printed = capfd.readouterr().out
    # “[...]” stands for what the README leaves out.
    pattern = re.escape(shown.strip()).replace(re.escape("[...]"), r"[\s\S]*")
    assert re.fullmatch(pattern, printed.strip()), printed


def test_the_readme_shows_something() -> None:
    assert SESSIONS
