"""Texts that would make the checks of numbers slow or make them fail."""

import time
from functools import cache

import pytest

from lint.config import Profile
from lint.finding import Severity
from lint.linter import Linter
from lint.plugins import load_built_in
from lint.testing import document

DIGITS = "9" * 10_000
SIZE = 100_000


def repeated(text: str) -> str:
    return (text * (SIZE // len(text) + 1))[:SIZE]


TEXTS = {
    "number of 10,000 digits": f"It killed {DIGITS} people, raising the toll to {DIGITS}; {DIGITS} of the {DIGITS}.",
    "percentage of 10,000 digits": f"It rose {DIGITS}% to ${DIGITS} from ${DIGITS}, {DIGITS} miles ({DIGITS} km).",
    "decimals": f"It rose 5% to 1.{DIGITS} from 2.{DIGITS}; {DIGITS}.{DIGITS} percent for and 60 percent against.",
    "date of 10,000 digits": f"Born in {DIGITS}, on Monday, May {DIGITS}, {DIGITS}, day {DIGITS} of {DIGITS}.",
    "scales": "It killed " + "nine hundred thousand million billion trillion " * 2_000 + "people.",
    "nested brackets": "12 dead " + "(" * (SIZE // 2) + "12 men and 8 women" + ")" * (SIZE // 2),
    "brackets around figures": repeated("(12 men (8 women (3 of the 2 "),
    "table in one line": repeated("1,234 5.6% $7m 8:30 "),
    "table of lines": repeated("12\t34%\t56 km\t2024\n"),
    "one list": repeated("three cities of Ab, Cd, "),
    "capitals": "four cities: " + repeated("Ab Cd of the "),
    "numbered": "".join(f"{number}. Go on.\n" for number in range(1, 8_000)),
    "changes": repeated("rose from 10 to 9, "),
    "shares": repeated("52% for and 51% against "),
    "shares side by side": "62% Finns, " + repeated("31% Swedes and 9% others, "),
    "shares of sentences": repeated("Finns own 62 percent of the mill, Swedes 31 percent and others about 9 percent. "),
    "labels of shares": repeated("62% of the people of the town and its mills and of the county and its farms, "),
    "portions": repeated("Of the 46 halls, 13 are red and 34 are green and 9 "),
    "parts in brackets": repeated("22 sailors (12 of which are old and ten new and "),
    "parts behind commas": repeated("22 medals, ten gold, seven silver and "),
    "parts behind colons": "22 halls: " + repeated("ten old ones in the east of the town, seven new ones and six "),
    "parts of parts": repeated("22 halls (ten old, seven new (six of which are red) and six, "),
    "and": repeated("and 9 in Ab, 8 in Cd "),
    "ordinals": repeated("the fourth of three of the third "),
    "tolls": repeated("killed 89, raising the toll to "),
    "periods": repeated("from May 9 to May 3, 2014 to "),
    "times": repeated("from 9 p.m. to 2 a.m. (2200 GMT "),
    "firstly": repeated("firstly, thirdly "),
}


@cache
def linter() -> Linter:
    registry = load_built_in()
    loud = {
        name: max(check.severity, Severity.INFO) for name, check in registry.checks.items() if check.group == "numbers"
    }
    return Linter(Profile(select=("numbers",), level=Severity.INFO, severity=loud), registry)


@pytest.mark.parametrize("name", TEXTS)
def test_nothing_fails_and_nothing_is_slow(name: str) -> None:
    start = time.process_time()
    report = linter().lint(document(TEXTS[name], language="en"))
    assert not report.failures, report.failures
    assert time.process_time() - start < 5
