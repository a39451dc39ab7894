"""How many changed figures the checks of the group `numbers` find: real sentences, one figure or word changed.

    python benchmarks/number_mutations.py [--half tuning|held-out] [--family NAME] [--missed] PATH …

A PATH is a folder of text files, a file, or JSON lines (also packed) with `id` and `text`. Articles are split in two by
a hash of their name: rules are written looking at the half `tuning` only, and the figures that count are those of the
half `held-out`. `number_families.py` says which sentences are chosen, and why; it knows nothing of the checks.
Sentences that begin alike but for their figures count once. Up to 200 changes a family, each in another sentence.

For each family: sentences that are of it, how many of them are changed, how many changed ones its checks find, and how
many of the same sentences raise an alarm as they stand (where one does, it is not counted among the changed).
"""

import argparse
import gzip
import hashlib
import json
import random
import re
from collections.abc import Iterator
from pathlib import Path

from number_families import FAMILIES, Family

from lint.config import Profile
from lint.finding import Severity
from lint.linter import Linter
from lint.plugins import load_built_in
from lint.testing import document

MOST = 200
LONGEST = 600
ALIKE = 60
# “At 5 p.m. EDT” goes on.
SENTENCE = re.compile(r"(?<=[.!?”\"])(?<![ap]\.m\.)\s+(?=[A-Z“\"])|\n")
LETTERS = re.compile(r"[^a-z]+")


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
    """The distinct sentences of one half; those that begin alike but for their figures count once."""
    seen = set()
    for path in paths:
        for name, text in articles(path):
            if half_of(name) == half:
                for sentence in SENTENCE.split(text):
                    letters = LETTERS.sub("", sentence.lower())[:ALIKE]
                    if 20 < len(sentence) < LONGEST and letters not in seen:
                        seen.add(letters)
                        yield sentence


def places(pattern: re.Pattern[str], sentence: str) -> Iterator[re.Match[str]]:
    """All places of a pattern, those within another one too."""
    match = pattern.search(sentence)
    while match:
        yield match
        match = pattern.search(sentence, match.start() + 1)


def changed(family: Family, pool: list[str]) -> list[tuple[str, str]]:
    """Sentences of the pool and what the family makes of them."""
    made = []
    for sentence in pool:
        rng = random.Random(sentence)
        changes = (family.change(match, rng) for match in places(family.place, sentence))
        mutated = next((change for change in changes if change and change != sentence), None)
        if mutated:
            made.append((sentence, mutated))
    random.Random(0).shuffle(made)
    return made


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
    made = changed(family, pool)
    pairs = made[:MOST]
    alarms = [sentence for sentence, _ in pairs if finds(linter, sentence)]
    counted = [mutated for sentence, mutated in pairs if sentence not in alarms]
    lost = [mutated for mutated in counted if not finds(linter, mutated)]
    found = len(counted) - len(lost)
    recall = f"{found / len(counted):.3f}" if counted else "n.a."
    print(
        f"{name:22} {len(made):5} sentences, {len(pairs):3} changed  {found:3} of {len(counted):3} found {recall:>6}"
        f"  {len(alarms):2} alarms"
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
