"""Units, time zones and epochs that a house or a plugin adds."""

import sys
from math import inf

import pytest
from conftest import Desk

from lint.extensions import extensions
from lint.schema import ConfigError, check_extensions
from lint.testing import document
from lint.views import figures

CONCISE = ("--format", "concise", "--select", "numbers")


def test_a_house_adds_its_own(desk: Desk) -> None:
    desk.write(
        {
            "copydesk.toml": """
                [lint.units]
                verst = "1.0668 km"
                [lint.zones]
                NPT = "+05:45"
                [lint.epochs]
                "the siege" = 2022-02-24
                """,
            "a.txt": "It lay 30 verst (20 km) from the town.\n"
            "They left at 9:45 a.m. NPT (0345 GMT).\n"
            "On 24 March 2022, day 60 of the siege, it rained; on day 61 of the siege it did not.\n"
            "On 25 March 2022, the 30th day of the siege, and on 26 March 2022, day 90 of the siege, buses came.\n",
        }
    )
    outcome = desk.run("check", *CONCISE, "a.txt")
    assert outcome.out.splitlines() == [
        "a.txt:1:8: warning 30 verst is 32 km, the text says 20 km: check both figures [unit-conversions]",
        "a.txt:2:14: warning 9:45 a.m. NPT and 0345 GMT lie 6 h 0 min apart, but NPT is 5.75 hours ahead of GMT: "
        "check both times [time-zones]",
        "a.txt:3:19: warning 24 March 2022 is day 29 of the siege, the text says 60: check both [day-counters]",
    ]
    (desk.folder / "copydesk.toml").unlink()
    assert desk.run("check", *CONCISE, "a.txt").out == ""


@pytest.mark.parametrize(
    ("table", "message"),
    [
        ('units = {verst = "far"}', 'units.verst: must be a measure in another unit, such as "5.556 km"'),
        ('units = {verst = "1.07 kn"}', "units.verst: there is no unit “kn”"),
        ('zones = {NPT = "5.45"}', 'zones.NPT: must be the difference from GMT, such as "+05:45"'),
        ("epochs = {siege = 2022}", "epochs.siege: must be a day, such as 2022-02-24"),
        ('epochs = "2022-02-24"', "epochs: must be a table"),
        ("epoch = {siege = 2022-02-24}", "there is no key “epoch”: did you mean “epochs”?"),
    ],
)
def test_what_is_wrong_is_told(desk: Desk, table: str, message: str) -> None:
    desk.write({"copydesk.toml": f"[lint]\n{table}\n", "a.txt": "Text.\n"})
    outcome = desk.run("check", "a.txt")
    assert outcome.code == 2
    assert message in outcome.err


PLUGIN = """
from lint import hookimpl


@hookimpl
def lint_data():
    return [{"epochs": {"the strike": "2023-05-02", "the siege": "2000-01-01"}}, {"zone": {"X": "+01:00"}}]
"""


def test_a_plugin_brings_its_own_and_the_house_knows_better(desk: Desk) -> None:
    desk.write(
        {
            "plugins/brings.py": PLUGIN,
            "copydesk.toml": '[lint.epochs]\n"the siege" = 2022-02-24\n',
            "a.txt": "On 2 June 2023, day 90 of the strike, and nothing else.\n\n"
            "On 24 March 2022, day 29 of the siege, it rained.\n",
        }
    )
    try:
        outcome = desk.run("check", *CONCISE, "--plugin-dir", "plugins", "a.txt")
    finally:
        sys.modules.pop("brings", None)
    assert outcome.out.startswith("a.txt:1:17: warning 2 June 2023 is day 32 of the strike, the text says 90")
    assert outcome.out.count("\n") == 1
    assert "plugin “brings”: lint_data: there is no table “zone”: did you mean “zones”?" in outcome.err
    assert outcome.code == 2


def test_a_hedge_of_the_house_bounds_a_figure(desk: Desk) -> None:
    text = "He saw give or take 12 of the 9 boats sink.\n"
    desk.write({"copydesk.toml": "[lint]\n", "a.txt": text})
    assert "part-above-whole" in desk.run("check", *CONCISE, "a.txt").out
    desk.write({"copydesk.toml": '[lint.hedges]\n"give or take" = "about"\n'})
    assert desk.run("check", *CONCISE, "a.txt").out == ""
    desk.write({"copydesk.toml": '[lint.hedges]\n"north of" = "much"\n'})
    assert "must be one of “at least”, “at most”, “about”" in desk.run("check", "a.txt").err


def test_verbs_and_nouns_of_the_house_are_measures(desk: Desk) -> None:
    text = "Output cratered from 40 to 60 tons. It had 14 deckhands, eight Greeks and seven Turks.\n"
    desk.write({"copydesk.toml": "[lint]\n", "a.txt": text})
    assert desk.run("check", *CONCISE, "a.txt").out == ""
    desk.write({"copydesk.toml": '[lint.measures]\ncratered = "fall"\ndeckhands = "people"\n'})
    out = desk.run("check", *CONCISE, "a.txt").out
    assert "“cratered” does not fit" in out
    assert "8 + 7 = 15" in out
    desk.write({"copydesk.toml": '[lint.measures]\ncratered = "down"\n'})
    assert "must be one of “rise”, “fall”, “people”" in desk.run("check", "a.txt").err


def test_figures_know_hedges_and_names_of_sources() -> None:
    data = extensions({"hedges": {"north of": "at least"}, "sources": {"Defence Ministry": ["the ministry"]}})
    text = "The ministry said north of 40 boats sank. The Defence Ministry said 12 boats sank."
    first, second = figures(document(text, language="en", data=data))
    assert (first.low, first.high, first.source) == (40, inf, "Defence Ministry")
    assert second.source == first.source


def test_data_is_frozen_and_sorted() -> None:
    table = {"zones": {"ZZT": "-03:30", "AAT": "+01:00"}, "units": {"league": "3 miles"}}
    check_extensions(table, "here")
    data = extensions(table)
    assert data == {"units": (("league", (3.0, "miles")),), "zones": (("AAT", 60), ("ZZT", -210))}
    assert hash(tuple(data.items()))
    with pytest.raises(ConfigError, match="here: must be a mapping"):
        check_extensions([], "here")
