"""How many changed figures the checks of the group `numbers` find: real sentences, one figure or word changed.

    python benchmarks/number_mutations.py [--half tuning|held-out] [--family NAME] [--missed] PATH …

A PATH is a folder of text files, a file, or JSON lines (also packed) with `id` and `text`. Articles are split in two by
a hash of their name: rules are written looking at the half `tuning` only, and the figures that count are those of the
half `held-out`. The sentences are sought by patterns that are looser than those of the checks, so that what a check
cannot read counts as missed. Up to 200 changes a family, each in another sentence.

For each family: distinct sentences, how many changed ones its checks find, and how many of the same sentences raise an
alarm as they stand (where one does, the sentence is not counted among the changed).
"""

import argparse
import gzip
import hashlib
import json
import random
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from lint.config import Profile
from lint.finding import Severity
from lint.linter import Linter
from lint.plugins import load_built_in
from lint.testing import document

MOST = 200
LONGEST = 600
SENTENCE = re.compile(r"(?<=[.!?”\"])\s+(?=[A-Z“\"])|\n")
WORDS = "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen".split()
WORD = rf"(?:{'|'.join(WORDS)})"
INT = rf"(?:\d{{1,3}}(?:,\d{{3}})+|\d+|{WORD})"
DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?"
UNIT = (
    r"(?:k?m|cm|mm|kg|lbs?|mi|ft|mph|kph|km/h|°?[CF]|(?:square )?(?:miles?|feet|foot|met(?:er|re)s?|"
    r"kilomet(?:er|re)s?)|acres?|hectares?|inch(?:es)?|pounds?|kilograms?|ounces?|grams?|lit(?:er|re)s?|gallons?|"
    r"yards?|degrees? (?:Celsius|Fahrenheit))"
)
UP = r"(?:rose|risen|rises?|rising|increas\w+|grew|grow(?:n|s|ing)?|climb\w*|jump\w*|soar\w*|surg\w+|rais\w+|up)"
DOWN = (
    r"(?:fell|fall(?:en|s|ing)?|drop\w*|declin\w+|decreas\w+|shr[aiu]nk\w*|slip\w*|plung\w+|lower\w*|reduc\w+|cut|"
    r"slash\w*|down)"
)
CHANGES = re.compile(rf"\b(?:{UP}|{DOWN}|higher|lower|more|less|compar\w+|yield\w*|rates?|over|under)\b")
SHARED = re.compile(
    r"\b(?:stakes?|interest|own(?:s|ed)|h[eo]lds?|remaining|remainder|rest|vot\w+|cash|split|shares?|account\w* for|"
    r"said|against|favou?r\w*|oppos\w+|agree\w*|approv\w+|came from|divided|balance|partners)\b"
)
VALUE = r"[$£€]?\d[\d,.]*\d|[$£€]?\d"


@dataclass(frozen=True)
class Family:
    """A kind of change: the checks that are to find it, where it can be made, and how. None: not in this sentence."""

    checks: tuple[str, ...]
    place: re.Pattern[str]
    change: Callable[[re.Match[str], random.Random], str | None]


def number(text: str) -> float:
    """The value of a figure or a number word."""
    if text.lower() in WORDS:
        return float(WORDS.index(text.lower()) + 1)
    # “3.3.7” is a version; nothing compares its parts.
    whole, _, places = re.sub(r"[^\d.]", "", text).partition(".")
    return float(f"{whole or 0}.{places.partition('.')[0] or 0}")


def like(model: str, value: int) -> str:
    """A number written as another one is: as a word, or with commas."""
    if model.lower() in WORDS and 0 < value <= len(WORDS):
        word = WORDS[value - 1]
        return word.capitalize() if model[0].isupper() else word
    return f"{value:,}" if "," in model else str(value)


def instead(match: re.Match[str], group: str, text: str) -> str:
    """The sentence with another text in place of a group."""
    return match.string[: match.start(group)] + text + match.string[match.end(group) :]


def swapped(match: re.Match[str], first: str, second: str) -> str:
    """The sentence with two groups in each other's place, the first before the second."""
    text = match.string
    between = text[match.end(first) : match.start(second)]
    return text[: match.start(first)] + match[second] + between + match[first] + text[match.end(second) :]


def weekday(match: re.Match[str], rng: random.Random) -> str | None:
    return instead(match, "day", rng.choice([day for day in DAYS if day != match["day"]]))


def impossible(match: re.Match[str], _: random.Random) -> str | None:
    return instead(match, "day", "32" if match["month"][:3] not in ("Feb",) else "30")


def larger_part(match: re.Match[str], rng: random.Random) -> str | None:
    part, whole = number(match["part"]), number(match["whole"])
    if not 0 < part <= whole or whole > 10_000 or match["whole"].lower() == "one":
        return None
    return instead(match, "part", like(match["part"], int(whole) + rng.randint(1, 9)))


def other_measure(match: re.Match[str], rng: random.Random) -> str | None:
    value = number(match["second"])
    if match["unit"] == match["unit2"] or not value:
        return None
    factor = rng.choice((0.5, 0.65, 1.4, 1.7, 2))
    changed = value * factor
    written = f"{changed:.1f}" if changed < 10 else f"{changed:,.0f}"
    return instead(match, "second", written)


def other_way(match: re.Match[str], _: random.Random) -> str | None:
    first, second = number(match["first"]), number(match["second"])
    before, after = (first, second) if match["link"].strip().startswith("from") else (second, first)
    if before == after or 1900 <= first <= 2100 or (after > before) != bool(match["up"]):
        return None
    return swapped(match, "first", "second")


def other_count(match: re.Match[str], rng: random.Random) -> str | None:
    value = int(number(match["count"]))
    commas = match["list"].count(",")
    if not 2 <= value <= 12 or not value - 2 <= commas < value:
        return None
    return instead(match, "count", like(match["count"], value + rng.choice((1, 2) if value < 4 else (-2, -1, 1, 2))))


def more_than_total(match: re.Match[str], rng: random.Random) -> str | None:
    total, part = number(match["total"]), number(match["part"])
    if not 1 < part <= total or 1900 < total < 2100:
        return None
    return instead(match, "part", like(match["part"], int(total) + rng.randint(1, 9)))


def other_total(match: re.Match[str], _: random.Random) -> str | None:
    total = number(match["total"])
    if total != number(match["one"]) + number(match["two"]):
        return None
    return instead(match, "total", like(match["total"], int(total) - 1))


def other_percent(match: re.Match[str], rng: random.Random) -> str | None:
    first, second = number(match["first"]), number(match["second"])
    if not first or not second:
        return None
    changed = number(match["percent"]) * rng.choice((1.5, 2, 3)) + 5
    return instead(match, "percent", f"{changed:.1f}" if "." in match["percent"] else f"{changed:.0f}")


def other_share(match: re.Match[str], rng: random.Random) -> str | None:
    shares = [number(share) for share in re.findall(r"(\d[\d.]*)(?:%| per ?cent)", match.string)]
    if (
        len(shares) < 2
        or not SHARED.search(match.string)
        or CHANGES.search(match.string)
        or not 98 <= sum(shares) <= 101.5
    ):
        return None
    return instead(match, "percent", f"{number(match['percent']) + rng.randint(8, 25):g}")


def other_share_of_count(match: re.Match[str], rng: random.Random) -> str | None:
    part, whole, percent = number(match["part"]), number(match["whole"]), number(match["percent"])
    if not 0 < part <= whole or abs(100 * part / whole - percent) > 1:
        return None
    return instead(match, "percent", f"{(percent + rng.randint(5, 30)) % 100:.0f}")


def smaller_toll(match: re.Match[str], _: random.Random) -> str | None:
    deaths, toll = number(match["deaths"]), number(match["toll"])
    if not 1 < deaths < toll:
        return None
    return instead(match, "toll", like(match["toll"], int(deaths) - 1))


def backwards(match: re.Match[str], _: random.Random) -> str | None:
    return swapped(match, "first", "second") if int(match["first"]) < int(match["second"]) else None


def other_hour(match: re.Match[str], rng: random.Random) -> str | None:
    minutes = (int(match["minutes"]) + rng.choice((7, 13, 22, 37, 41))) % 60
    return instead(match, "minutes", f"{minutes:02d}")


FAMILIES = {
    "weekdays": Family(
        ("weekday-mismatch",),
        re.compile(
            rf"\b(?P<day>{'|'.join(DAYS)}),? (?:the )?(?:{MONTH} \d{{1,2}}|\d{{1,2}}(?:st|nd|rd|th)? (?:of )?{MONTH})"
            r",? (?:19|20)\d\d\b"
        ),
        weekday,
    ),
    "impossible dates": Family(
        ("impossible-dates",),
        re.compile(rf"\b(?P<month>{MONTH}) (?P<day>\d{{1,2}}),? (?:19|20)\d\d\b"),
        impossible,
    ),
    "part above whole": Family(
        ("part-above-whole",),
        re.compile(
            rf"(?<![\w-])(?P<part>{INT}) (?:out )?of (?:the|its|their|his|her|our|those|these) (?P<whole>{INT})"
            r" [a-z]{3,}",
            re.I,
        ),
        larger_part,
    ),
    "units": Family(
        ("unit-conversions",),
        re.compile(
            rf"\b(?P<first>\d[\d,.]*)[ -]?(?P<unit>{UNIT})(?: ?\(|,? or |/)(?:about |around |nearly |some )?"
            rf"(?P<second>\d[\d,.]*)[ -]?(?P<unit2>{UNIT})(?!\w)"
        ),
        other_measure,
    ),
    "direction": Family(
        ("direction",),
        re.compile(
            rf"\b(?:(?P<up>{UP})|{DOWN})\b[^.;]{{0,70}}?(?P<link> from | to )(?P<first>{VALUE})[^.;]{{0,40}}?"
            rf"(?: from | to )(?P<second>{VALUE})"
        ),
        other_way,
    ),
    "list length": Family(
        ("list-length",),
        re.compile(
            rf"\b(?P<count>{WORD}) (?!of )(?:[a-z-]+ ){{0,4}}?(?!weeks|months|years|days|hours)[a-z]+s"
            r"(?: of|:| [-–—]{1,2}|,|—)?(?P<list>(?: |—|\()(?:the )?[A-Z]"
            r"[\w’'.-]*(?: [A-Z][\w’'.-]*| of| the){0,4}(?:, (?:the )?[A-Z][\w’'.-]*(?: [A-Z][\w’'.-]*| of| the){0,4})*"
            r",? and (?:the )?[A-Z][\w’'-]+)"
        ),
        other_count,
    ),
    "including": Family(
        ("breakdown",),
        re.compile(
            rf"\b(?P<total>{INT}) (?:[a-z]+ ){{0,3}}?(?:people|men|women|children|soldiers|civilians|officers|dead|"
            rf"killed|wounded|injured|passengers|students|members|workers|players|victims|residents|patients)\b"
            rf"[^.;]{{0,40}}?including (?P<part>{INT}) (?:[a-z]+ )?(?:men|women|children|soldiers|civilians|officers|"
            r"people|girls|boys|students|members|players|passengers|workers|victims|residents|patients)",
            re.I,
        ),
        more_than_total,
    ),
    "breakdown": Family(
        ("breakdown",),
        re.compile(
            rf"\b(?P<total>{INT}) (?:[a-z]+ ){{0,4}}?[a-z]+(?::|,| ?[-–—]{{1,2}}| ?\() ?(?P<one>{INT}) [\w-]+"
            rf"(?: [a-z-]+){{0,4}}? and (?P<two>{INT}) [\w-]+",
            re.I,
        ),
        other_total,
    ),
    "change recomputed": Family(
        ("change-recomputed",),
        re.compile(
            rf"\b(?:{UP}|{DOWN})\b[^.;]{{0,20}}? (?P<percent>\d[\d.]*)(?:%| per ?cent)[^.;]{{0,50}}? (?:from|to) "
            rf"(?P<first>{VALUE})[^.;%]{{0,40}}? (?:from|to) (?P<second>{VALUE})(?!\d|%| per)"
        ),
        other_percent,
    ),
    "shares": Family(("shares",), re.compile(r"(?P<percent>\d[\d.]*)(?:%| per ?cent)"), other_share),
    "count against percent": Family(
        ("count-against-percent",),
        re.compile(
            rf"\b(?P<part>{INT})(?: out)? of (?:the |its |their )?(?P<whole>{INT})\b[^.;%]{{0,40}}?"
            r"(?P<percent>\d[\d.]*)(?:%| per ?cent)",
            re.I,
        ),
        other_share_of_count,
    ),
    "toll": Family(
        ("toll-update",),
        re.compile(
            rf"\b(?:kill(?:ed|ing) )?(?P<deaths>{INT})\b[^.;]{{0,60}}?\b(?:bringing|raising|taking|pushing)\b"
            rf"[^.;]{{0,20}}?(?:toll|total|number)[^.;]{{0,40}}? to (?P<toll>{INT})",
            re.I,
        ),
        smaller_toll,
    ),
    "ranges": Family(
        ("reversed-ranges",),
        re.compile(
            r"\b(?:from|between|From|Between) (?P<first>(?:19|20)\d\d) (?:to|and|until) (?P<second>(?:19|20)\d\d)\b"
        ),
        backwards,
    ),
    "time zones": Family(
        ("time-zones",),
        re.compile(
            r"\b\d{1,2}[:.]?\d\d(?: ?[ap]\.?m\.?)?[^.;\d]{0,30}\((?P<hours>\d\d):?(?P<minutes>\d\d) (?:GMT|UTC)\b"
        ),
        other_hour,
    ),
}


def articles(path: Path) -> Iterator[tuple[str, str]]:
    """The names and texts of the articles under a path."""
    if path.is_dir():
        for file in sorted(path.rglob("*.txt")):
            yield file.name, file.read_text(encoding="utf-8", errors="replace")
    elif ".jsonl" in path.name:
        with gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8") as lines:
            for row in map(json.loads, lines):
                if "text" in row:
                    yield row.get("id") or str(row.get("doc", "")), row["text"]
    else:
        yield path.name, path.read_text(encoding="utf-8", errors="replace")


def half_of(name: str) -> str:
    """The half that an article belongs to, by its name alone."""
    return ("tuning", "held-out")[hashlib.sha256(name.encode()).digest()[0] % 2]


def sentences(paths: list[Path], half: str) -> Iterator[str]:
    """The distinct sentences of one half."""
    seen = set()
    for path in paths:
        for name, text in articles(path):
            if half_of(name) == half:
                for sentence in SENTENCE.split(text):
                    if 20 < len(sentence) < LONGEST and sentence not in seen:
                        seen.add(sentence)
                        yield sentence


def changed(family: Family, pool: list[str]) -> list[tuple[str, str]]:
    """Sentences of the pool and what the family makes of them."""
    made = []
    for sentence in pool:
        match = family.place.search(sentence)
        rng = random.Random(sentence)
        mutated = family.change(match, rng) if match else None
        if mutated and mutated != sentence:
            made.append((sentence, mutated))
    random.Random(0).shuffle(made)
    return made[:MOST]


def finds(linter: Linter, text: str) -> bool:
    """Whether anything is said of a text."""
    report = linter.lint(document(text, language="en"))
    assert not report.failures, report.failures
    return bool(report.diagnostics)


def measure(name: str, family: Family, pool: list[str], *, missed: bool) -> None:
    """Prints the figures of a family."""
    registry = load_built_in()
    known = tuple(check for check in family.checks if check in registry.checks)
    if not known:
        print(f"{name:24} no such check")
        return
    severity = {check: max(registry.checks[check].severity, Severity.INFO) for check in known}
    linter = Linter(Profile(select=known, level=Severity.INFO, severity=severity), registry)
    pairs = changed(family, pool)
    alarms = [sentence for sentence, _ in pairs if finds(linter, sentence)]
    counted = [mutated for sentence, mutated in pairs if sentence not in alarms]
    lost = [mutated for mutated in counted if not finds(linter, mutated)]
    found = len(counted) - len(lost)
    recall = f"{found / len(counted):.3f}" if counted else "n.a."
    print(
        f"{name:24} {len(pairs):5} sentences  {found:4} of {len(counted):4} found  {recall:>6}  {len(alarms):3} alarms"
    )
    if missed:
        for text in lost:
            print(f"    missed: {text}")
        for text in alarms:
            print(f"    alarm:  {text}")


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("paths", nargs="+", type=Path, metavar="PATH")
    parser.add_argument("--half", choices=("tuning", "held-out"), default="held-out")
    parser.add_argument("--family", choices=FAMILIES, action="append")
    parser.add_argument("--missed", action="store_true", help="show what was missed, and the alarms")
    options = parser.parse_args()
    pool = list(sentences(options.paths, options.half))
    print(f"{options.half}: {len(pool):,} sentences")
    for name in options.family or FAMILIES:
        measure(name, FAMILIES[name], pool, missed=options.missed)


if __name__ == "__main__":
    main()
