"""Configurations over one another: what is inherited, what a file is told of it, and what editors know of it."""

import json
import tomllib
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from conftest import Desk
from environments import ROOT

from lint.docs import SCHEMA, configuration_schema, starting_configuration
from lint.plugins import load_built_in
from lint.toml import toml

HOUSE = """
[lint]
level = "info"
words = ["alpha"]
[lint.severity]
encoding = "error"
[lint.house]
Kyiv = ["Kiev"]
[[lint.overrides]]
paths = ["drafts/**"]
fail_level = "error"
"""
OWN = """
[lint]
extend = "shared/house.toml"
words = ["beta"]
[lint.house]
Lviv = ["Lvov"]
[[lint.overrides]]
paths = ["drafts/raw/**"]
fail_level = "info"
"""


@pytest.fixture
def house(desk: Desk) -> Desk:
    """A configuration that is laid over another one."""
    desk.write({"shared/house.toml": HOUSE, "copydesk.toml": OWN, "drafts/raw/a.txt": "Fine."})
    return desk


def test_a_configuration_is_laid_over_those_it_extends(house: Desk) -> None:
    said = house.run("config", "drafts/raw/a.txt").out
    held = tomllib.loads(said)["lint"]
    assert (held["level"], held["fail_level"], held["words"]) == ("info", "info", ["beta"])
    assert held["house"] == {"Kyiv": ["Kiev"], "Lviv": ["Lvov"]}
    assert held["severity"] == {"encoding": "error"}
    assert tomllib.loads(house.run("config", "drafts/b.txt").out)["lint"]["fail_level"] == "error"


def test_each_value_has_its_origin(house: Desk) -> None:
    lines = house.run("config", "drafts/raw/a.txt").out.splitlines()
    assert lines[:3] == [
        "# drafts/raw/a.txt obeys copydesk.toml.",
        "# It extends shared/house.toml.",
        "# It is read as text.",
    ]
    origins = {line.split(" = ")[0]: line.rpartition("  # ")[2] for line in lines if " = " in line}
    assert origins["level"] == origins["Kyiv"] == origins["encoding"] == "shared/house.toml"
    assert origins["words"] == origins["Lviv"] == "copydesk.toml"
    assert origins["fail_level"] == "copydesk.toml, override 1: drafts/raw/**"
    assert origins["language"] == "default"


def test_what_is_left_out_is_said(desk: Desk) -> None:
    desk.write({"copydesk.toml": "[lint]\nignore = ['numbers']\nexclude = ['old/']\ninclude = ['*.md']\n"})
    desk.write({"in/copydesk.toml": "[lint.severity]\ncharacters = 'off'\n"})
    assert "# It is excluded: it is never linted." in desk.run("config", "old/a.md").out
    assert "# It is not included: it is linted only where it is named." in desk.run("config", "a.txt").out
    assert "# It is read as markdown." in desk.run("config", "a.md").out
    assert "ignored: " in desk.run("config").out
    inner = desk.run("config", "in/a.xyz").out
    assert "in/a.xyz obeys in/copydesk.toml" in inner
    assert "# No reader wants its suffix" in inner
    assert "# Off: " in inner


def test_without_a_configuration_the_defaults_hold(desk: Desk) -> None:
    assert desk.run("config", "a.txt").out.startswith("# a.txt: no configuration holds; these are the defaults.\n")


@pytest.mark.parametrize(
    ("extend", "message"),
    [
        ("'gone.toml'", "lint.extend: there is no file "),
        ("'copydesk.toml'", "lint.extend: goes round in a circle: copydesk.toml → copydesk.toml"),
        ("'in/loop.toml'", "lint.extend: goes round in a circle: "),
        ("'other.toml'", "other.toml holds no configuration of copydesk"),
        ("3", "lint.extend: must be a list of strings"),
        ("['in/names.toml']", "names.toml: lint.ignore: there is no check or group “nobers”: did you mean “numbers”?"),
        ("'in/typo.toml'", "typo.toml: lint: there is no key “levle”: did you mean “level”?"),
    ],
)
def test_trouble_below_is_told_with_its_place(desk: Desk, extend: str, message: str) -> None:
    desk.write(
        {
            "copydesk.toml": f"[lint]\nextend = {extend}\n",
            "in/loop.toml": "[lint]\nextend = '../copydesk.toml'\n",
            "in/names.toml": "[lint]\nignore = ['nobers']\n",
            "in/typo.toml": "[lint]\nlevle = 'info'\n",
            "other.toml": "[server]\nport = 80\n",
        }
    )
    outcome = desk.run("check")
    assert outcome.code == 2
    assert message in outcome.err


def test_a_nested_configuration_may_extend_the_one_above(desk: Desk) -> None:
    desk.write(
        {
            "copydesk.toml": "[lint]\nplugins = ['lint.unused']\nwords = ['alpha']\nbaseline = 'base.json'\n",
            "base.json": '{"version": 1, "entries": []}',
            "in/copydesk.toml": "[lint]\nextend = '../copydesk.toml'\nlevel = 'info'\n",
            "in/a.txt": "Fine.",
        }
    )
    assert desk.run("check", ".").code == 0
    assert desk.run("check", "in").code == 0
    held = tomllib.loads(desk.run("config", "in/a.txt").out)["lint"]
    assert (held["words"], held["level"]) == (["alpha"], "info")


# The schema


def schema() -> dict[str, Any]:
    made: dict[str, Any] = json.loads(configuration_schema(load_built_in()))
    return made


def test_the_schema_in_the_repository_is_up_to_date() -> None:
    # `make docs` writes it anew.
    assert json.loads((ROOT / "docs" / SCHEMA).read_text(encoding="utf-8")) == schema()


def test_the_schema_is_one() -> None:
    jsonschema.Draft7Validator.check_schema(schema())


@pytest.mark.parametrize("text", [HOUSE, OWN, (ROOT / "config.toml").read_text(encoding="utf-8")])
def test_right_configurations_fit_the_schema(text: str) -> None:
    jsonschema.validate(tomllib.loads(text), schema())


def test_what_init_shows_fits_the_schema() -> None:
    shown = starting_configuration().split("# Options of a check")[0]
    lines = [line.removeprefix("# ") if "=" in line or line.startswith("# [") else line for line in shown.splitlines()]
    table = tomllib.loads("\n".join(lines))
    assert len(table["lint"]) > 5
    jsonschema.validate(table, schema())


@pytest.mark.parametrize(
    "text",
    [
        "levels = 'info'",
        "level = 'high'",
        "select = ['nobers']",
        "severity = {encoding = 'loud'}",
        "severity = {encodign = 'off'}",
        "checks = {encoding = {nothing = 3}}",
        "spelling = 'welsh'",
        "house = {Kyiv = 'Kiev'}",
        "overrides = [{level = 'info'}]",
        "max_file_size = 0",
    ],
)
def test_wrong_configurations_do_not_fit_the_schema_either(text: str) -> None:
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(tomllib.loads(f"[lint]\n{text}"), schema())


def test_the_schema_knows_the_checks_of_plugins(desk: Desk) -> None:
    plugin = """
from lint import check, hookimpl

@check(severity="info")
def odd(document, *, most: int = 3, words: tuple[str, ...] = ("a",)):
    \"\"\"Odd things.

    - `most`: how many are too many.
    \"\"\"
    yield from ()

@hookimpl
def lint_checks():
    return [odd]
"""
    desk.write({"plugins/acme.py": plugin})
    made = json.loads(desk.run("config", "--schema", "--plugin-dir", "plugins").out)
    option = made["definitions"]["checks"]["properties"]["odd"]["properties"]
    assert option["most"] == {"description": "how many are too many.", "type": "integer", "default": 3}
    assert option["words"] == {"description": "", "type": "array", "items": {"type": "string"}, "default": ["a"]}
    assert "odd" in made["definitions"]["severity"]["properties"]


@pytest.mark.parametrize("value", ['a"b\\c\n\x7f', ["x", ["y"]], {"a b": 1, "c": True}, 1.5, 10**20, ""])
def test_values_survive_toml(value: object, tmp_path: Path) -> None:
    assert tomllib.loads(f"key = {toml(value)}") == {"key": value}
