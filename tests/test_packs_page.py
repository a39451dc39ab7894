"""docs/packs.md: its rules are tried, its files are written, its commands are run."""

import re
import shlex
from pathlib import Path

from conftest import Desk
from environments import ROOT

from lint.packtest import tried
from lint.rules.keys import KINDS
from lint.rules.loading import load

PAGE = (ROOT / "docs" / "packs.md").read_text(encoding="utf-8")
FENCES = re.findall(r"^```(\w+) ?(\S*)\n(.*?)^```$", PAGE, re.DOTALL | re.MULTILINE)


def test_the_commands_of_the_page_say_what_it_shows(desk: Desk) -> None:
    sessions = 0
    for kind, name, text in FENCES:
        if name:
            desk.write({name: text})
        elif kind == "console":
            command, _, shown = text.partition("\n")
            outcome = desk.run(*shlex.split(command.removeprefix("$ copydesk ")))
            assert outcome.out == shown, outcome.err
            sessions += 1
    assert sessions == 3


def test_the_rules_of_the_page_keep_their_examples(tmp_path: Path) -> None:
    kinds = set()
    for kind, name, text in FENCES:
        if kind == "toml" and not name:
            (tmp_path / "page.toml").write_text(text, encoding="utf-8")
            (outcome,) = tried(load(tmp_path / "page.toml"))
            assert outcome.examples
            assert not outcome.faults
            kinds.add(re.findall(r'extends = "(\w+)"', text)[0])
    assert kinds == set(KINDS)


def test_the_page_names_every_key() -> None:
    assert {key for keys in KINDS.values() for key in keys if f"`{key}`" not in PAGE} == set()
