"""What configurations say, where they are found, and what is wrong with them."""

from pathlib import Path

import pytest
from conftest import Desk

from lint.config import load, nearest
from lint.finding import Severity
from lint.schema import ConfigError


@pytest.mark.parametrize(
    ("name", "text", "found"),
    [
        ("copydesk.toml", "[lint]\nlevel = 'info'", True),
        ("copydesk.toml", "", True),
        ("config.toml", "[lint]\nlevel = 'info'", True),
        ("config.toml", "[server]\nport = 80", False),
        ("config.toml", "this is = = no toml", False),
        ("pyproject.toml", "[tool.copydesk]\nlevel = 'info'", True),
        ("pyproject.toml", "[tool.other]\nx = 1", False),
    ],
)
def test_each_file_name_counts_where_it_is_ours(tmp_path: Path, name: str, text: str, found: bool) -> None:
    (tmp_path / name).write_text(text)
    config = nearest(tmp_path)
    assert (config is not None and config.path == str(tmp_path / name)) == found


def test_the_nearest_configuration_holds(tmp_path: Path) -> None:
    (tmp_path / "copydesk.toml").write_text("[lint]\n")
    inner = tmp_path / "a" / "b"
    inner.mkdir(parents=True)
    (tmp_path / "a" / "config.toml").write_text("[lint]\n")
    (inner / "config.toml").write_text("[other]\n")
    config = nearest(inner)
    assert config is not None
    assert config.root == tmp_path / "a"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("[lint]\nlevels = 'info'", "there is no key “levels”: did you mean “level”?"),
        ("[lint]\nlevel = 'high'", "lint.level: “high” is no severity: use error, warning, info or off"),
        ("[lint]\nlevel = 3", "lint.level: must be a string, not a number"),
        ("[lint]\nselect = 'numbers'", "lint.select: must be a list of strings, such as .*, not “numbers”"),
        ("[lint]\nselect = [1]", "lint.select: must hold strings in quotation marks only, not a number"),
        ("[lint]\nspelling = 'welsh'", "lint.spelling: must be british or american, not “welsh”"),
        ("[lint]\nseverity = 'error'", "lint.severity: must be a table"),
        ("[lint.severity]\nencoding = 'loud'", "lint.severity.encoding: “loud” is no severity"),
        ("[lint.checks]\nencoding = 3", "lint.checks.encoding: must be a table of options, not a number"),
        ("[lint]\nhouse = ['Kyiv']", "lint.house: must be a table"),
        ("[lint]\noverrides = 3", "lint.overrides: must be an array of tables"),
        ("[[lint.overrides]]\nlevel = 'info'", "an override needs `paths`"),
        ("[[lint.overrides]]\npaths = ['a']\nplugins = ['x']", "overrides 1: there is no key “plugins”"),
        ("level = 'info'\n[lint]", "“level” stands outside \\[lint\\]: put it under that heading"),
        ("[lint]\nmax_file_size = 0", "lint.max_file_size: must be more than 0 megabytes, not 0"),
        ("[lnt]\nlevel = 'info'", "“lnt” stands outside \\[lint\\]: did you mean “lint”?"),
        ("[lint]\nlanguage = 'english'", "lint.language: “english” is no code of a language: write “en”"),
        ("[lint]\nsource_languages = ['fr', 'Elvish']", "“Elvish” is no code of a language: write two letters"),
        ("[lint\n", "copydesk.toml: .*line 1"),
    ],
)
def test_trouble_is_told_with_its_place(tmp_path: Path, text: str, message: str) -> None:
    path = tmp_path / "copydesk.toml"
    path.write_text(text)
    with pytest.raises(ConfigError, match=message) as caught:
        load(path)
    assert str(caught.value).startswith(str(path))


def test_overrides_merge_in_order_and_key_by_key(tmp_path: Path) -> None:
    path = tmp_path / "copydesk.toml"
    path.write_text(
        """
        [lint]
        level = "error"
        words = ["one"]
        [lint.severity]
        encoding = "info"
        numbers = "error"
        [lint.house]
        Kyiv = ["Kiev"]
        [[lint.overrides]]
        paths = ["drafts/**"]
        level = "info"
        severity = { encoding = "off" }
        [[lint.overrides]]
        paths = ["*.draft.txt"]
        language = "de"
        house = { Lviv = ["Lvov"] }
        """
    )
    config = load(path)
    assert config is not None
    plain = config.profile(config.overrides_for(tmp_path / "a.txt"))
    both = config.profile(config.overrides_for(tmp_path / "drafts" / "deep" / "a.draft.txt"))
    assert (plain.level, plain.severity["encoding"]) == (Severity.ERROR, Severity.INFO)
    assert (both.level, both.severity) == (Severity.INFO, {"encoding": Severity.OFF, "numbers": Severity.ERROR})
    assert both.settings.language == "de"
    assert both.settings.house == (("Kyiv", ("Kiev",)), ("Lviv", ("Lvov",)))
    assert both.settings.words == {"one"}


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("select = ['encodng']", "lint.select: there is no check or group “encodng”: did you mean “encoding”?"),
        ("ignore = ['number']", "lint.ignore: there is no check or group “number”: did you mean “numbers”?"),
        ("severity = {encodin = 'off'}", "lint.severity: there is no check or group “encodin”"),
        ("checks = {encoding = {size = 3}}", "encoding has no option “size”"),
        ("checks = {numbers = {size = 3}}", "“numbers” is a group"),
        ("overrides = [{paths = ['*'], ignore = ['x']}]", "lint.overrides 1.ignore: there is no check or group “x”"),
    ],
)
def test_names_of_checks_are_checked(desk: Desk, text: str, message: str) -> None:
    desk.write({"copydesk.toml": f"[lint]\n{text}\n", "a.txt": "Fine."})
    outcome = desk.run("check", "a.txt")
    assert outcome.code == 2
    assert message in outcome.err
    assert not outcome.out


def test_a_broken_nested_configuration_stops_its_own_files_only(desk: Desk, latin) -> None:  # type: ignore[no-untyped-def]
    desk.write(
        {
            "a.txt": latin("The café is open."),
            "in/copydesk.toml": "[lint]\nlevle = 'info'\n",
            "in/b.txt": latin("The café is closed."),
            "in/c.txt": "Fine.",
        }
    )
    outcome = desk.run("check", ".", "--format", "concise")
    assert outcome.code == 2
    assert outcome.out.startswith("a.txt:1:8: warning")
    assert outcome.err.count("did you mean “level”?") == 1
    assert "b.txt" not in outcome.out


def test_plugins_belong_in_the_configuration_of_the_root(desk: Desk) -> None:
    desk.write({"copydesk.toml": "[lint]\n", "in/copydesk.toml": "[lint]\nplugins = ['json']\n", "in/b.txt": "Fine."})
    outcome = desk.run("check", ".")
    assert outcome.code == 2
    assert "`plugins` belongs in the configuration of the root" in outcome.err


def test_include_exclude_and_overrides_decide_by_path(desk: Desk, latin) -> None:  # type: ignore[no-untyped-def]
    article = latin("The café is open.")
    desk.write(
        {
            "copydesk.toml": """
                [lint]
                include = ["articles/**", "*.news"]
                exclude = ["old/"]
                [[lint.overrides]]
                paths = ["articles/quiet/**"]
                severity = { encoding = "off" }
                """,
            "articles/a.txt": article,
            "articles/quiet/b.txt": article,
            "articles/old/c.txt": article,
            "d.news": article,
            "e.txt": article,
        }
    )
    concise = ("check", "--select", "encoding", "--format", "concise")
    found = desk.run(*concise).out.splitlines()
    assert [line.split(":")[0] for line in found] == ["articles/a.txt", "d.news"]
    named = desk.run(*concise, "articles/old/c.txt", "e.txt").out.splitlines()
    assert [line.split(":")[0] for line in named] == ["e.txt"], "exclude holds for named files, include does not"
