"""What others copy into their repositories: hooks and workflows say what the command understands."""

import re
import shlex
from collections.abc import Iterator
from typing import Any

import pytest
import yaml
from environments import ROOT

from lint.arguments import parser
from lint.formats import lint_readers

HOOKS = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
TEMPLATES = sorted((ROOT / "docs" / "ci").glob("*.yml"))


def commands(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        for item in value.values():
            yield from commands(item)
    elif isinstance(value, list):
        for item in value:
            yield from commands(item)
    elif isinstance(value, str) and value.startswith("copydesk "):
        yield value


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.name)
def test_templates_run_commands_that_exist(path: Any) -> None:
    found = list(commands(yaml.safe_load(path.read_text(encoding="utf-8"))))
    assert found
    for command in found:
        assert parser().parse_args(shlex.split(command)[1:]).since


def test_the_hooks_of_the_readme_exist() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    block = next(block for block in re.findall(r"```yaml\n(.*?)```", readme, re.DOTALL) if "repos:" in block)
    (repo,) = yaml.safe_load(block)["repos"]
    assert [hook["id"] for hook in repo["hooks"]] == [hook["id"] for hook in HOOKS]


def test_the_hooks_cover_every_suffix_that_a_reader_wants() -> None:
    assert all(parser().parse_args(shlex.split(hook["entry"])[1:]).command == "check" for hook in HOOKS)
    by_type = {".txt", ".md", ".markdown", ".html", ".htm", ".xhtml"}
    by_suffix = re.compile(HOOKS[1]["files"])
    suffixes = {suffix for reader in lint_readers() for suffix in reader.suffixes}
    assert {suffix for suffix in suffixes if not by_suffix.search("a" + suffix)} <= by_type
    assert not [suffix for suffix in by_type if by_suffix.search("a" + suffix)]
