"""Patterns that a scan rules out do not occur, and findings are the same with and without it."""

import re
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from conftest import Desk
from hypothesis import given
from hypothesis import strategies as st

from lint.config import Profile
from lint.document import Block
from lint.finding import Severity
from lint.linter import Linter
from lint.plugins import load_built_in
from lint.readers.text import TEXT
from lint.settings import Settings
from lint.views import patterns, scanner, scanning
from lint.views.patterns import SOUGHT, sought
from lint.views.scanning import Scans, matches, may_occur

pytest.importorskip("hyperscan")

REGISTRY = load_built_in()
SEEDS = sorted(Path(__file__).parents[1].joinpath("seeds").glob("*.txt"))
EXAMPLES = [example.text for check in REGISTRY.checks.values() for example in check.page.examples]
ARTICLES = [*(path.read_text(encoding="utf-8") for path in SEEDS), "\n\n".join(EXAMPLES), *EXAMPLES]


@pytest.fixture(autouse=True)
def sought_before() -> Iterator[None]:
    """Takes out the patterns of a test."""
    before = set(SOUGHT)
    yield
    for each in set(SOUGHT) - before:
        del SOUGHT[each]


@pytest.fixture
def at_once(monkeypatch: pytest.MonkeyPatch) -> Iterator[Scans]:
    """Scans that have a scanner from the beginning."""
    scans = Scans(0, 0)
    monkeypatch.setattr(scanning, "_SCANS", scans)
    return scans


@pytest.fixture(scope="module")
def ready() -> scanner.Scanner:
    for text in ARTICLES[:40]:
        told(text)
    made = scanner.made(None)
    assert made is not None
    return made


def absent(of: scanner.Scanner | Scans, text: str) -> set[re.Pattern[str]]:
    """The patterns that certainly do not match in a text of one block."""
    found = of.found(text, [Block(0, len(text))])
    return set() if found.unread else set(found.known) - set(found.places)


def told(text: str) -> object:
    settings = Settings(source_languages=("fr", "ru"))
    linter = Linter(Profile(level=Severity.INFO, settings=settings), REGISTRY)
    return linter.lint(TEXT.read("article.txt", text.encode(), settings))


def test_findings_are_the_same(ready: scanner.Scanner, monkeypatch: pytest.MonkeyPatch) -> None:
    texts = [
        *ARTICLES[: len(SEEDS) + 1],
        *(" ".join(EXAMPLES[start : start + 9]) for start in range(0, len(EXAMPLES), 9)),
    ]
    monkeypatch.setattr(scanning, "_SCANS", Scans(10**9, 10**9))
    plain = [told(text) for text in texts]
    ruling = Scans(10**9, 10**9)
    ruling._scanner = ready
    monkeypatch.setattr(scanning, "_SCANS", ruling)
    assert [told(text) for text in texts] == plain


def test_what_is_ruled_out_does_not_occur(ready: scanner.Scanner) -> None:
    ruled_out = 0
    for text in ARTICLES:
        none_of = absent(ready, text)
        ruled_out += len(none_of)
        assert not [pattern.pattern for pattern in none_of if pattern.search(text)]
    assert ruled_out > 0.8 * len(SOUGHT) * len(ARTICLES)


def test_blocks_that_are_ruled_out_hold_no_match(ready: scanner.Scanner) -> None:
    for text in ARTICLES:
        document = TEXT.read("article.txt", text.encode(), Settings())
        found = ready.found(document.text, document.blocks)
        for number, block in enumerate(document.blocks):
            for pattern in found.known:
                if number not in (*found.unread, *found.places.get(pattern, ())):
                    assert not pattern.search(document.text, block.start, block.end), pattern.pattern


@given(st.integers(0, 10**6), st.integers(0, 10**6), st.text("0123456789 .,-–:/%$£€()’“”\n", max_size=6))
def test_nor_in_broken_texts(ready: scanner.Scanner, first: int, second: int, between: str) -> None:
    whole = "\n".join(EXAMPLES)
    parts = whole[first % len(whole) :][:60], whole[second % len(whole) :][:60]
    text = f"{parts[0]}{between}{parts[1]}"
    for pattern in absent(ready, text):
        assert not pattern.search(text), pattern.pattern


def test_all_patterns_of_the_checks_are_known(ready: scanner.Scanner) -> None:
    plan, _ = scanner._planned(list(SOUGHT))
    assert not plan.others
    assert not ready.outdated


def test_a_short_run_gets_no_scanner(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "hyperscan", None)
    scans = Scans(loading=100, making=200)
    assert not absent(scans, "a" * 99)
    scans.place = tmp_path / "scanner"
    assert not absent(scans, "a" * 99)
    assert not absent(scans, "a" * 99)
    assert not absent(scans, "a" * 99)


def test_a_pattern_that_is_ruled_out(at_once: Scans) -> None:
    rare, other = sought(r"Xanadu \d"), patterns.pattern(r"Xanadu \d")
    document = TEXT.read("a.txt", b"Kubla Khan in Xanadu.", Settings())
    assert not may_occur(document, rare)
    assert may_occur(document, rare, other)
    assert not list(matches(document, rare))
    present = TEXT.read("a.txt", "He said “Xanadu 7”.".encode(), Settings())
    assert may_occur(present, rare)
    assert [match[0] for match in matches(present, rare)] == ["Xanadu 7"]
    # A text with other characters is not scanned.
    assert may_occur(TEXT.read("a.txt", "Ксанаду".encode(), Settings()), rare)


def test_a_scanner_is_made_once_and_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    sought("scanned once")
    place = tmp_path / "cache" / "scanner"
    first = Scans(loading=100, making=200)
    first.place = place
    absent(first, "a" * 150)
    assert not place.exists()
    assert absent(first, "a" * 150)
    assert place.exists()

    monkeypatch.setattr(scanner, "_compiled", None)
    second = Scans(loading=100, making=200)
    second.place = place
    assert not absent(second, "a" * 50)
    assert absent(second, "a" * 60) == absent(first, "a")
    assert absent(second, "a" * 150) == absent(first, "a")


def test_patterns_are_known_that_are_made_late(tmp_path: Path) -> None:
    late = sought("made late")
    assert scanner.made(tmp_path / "scanner") is not None
    del SOUGHT["made late", 0, False]
    kept = scanner.kept(tmp_path / "scanner")
    assert kept is not None
    assert late not in absent(kept, "nothing")
    assert not kept.outdated
    late = sought("made late")
    assert late in absent(kept, "nothing")
    assert late not in absent(kept, "It was made late.")
    sought("made later")
    assert kept.outdated


def test_patterns_that_are_made_no_more_are_not_kept(tmp_path: Path) -> None:
    sought("of an earlier version")
    assert scanner.made(tmp_path / "scanner") is not None
    del SOUGHT["of an earlier version", 0, False]
    assert scanner.kept(tmp_path / "scanner") is not None
    assert ("of an earlier version", 0, False) not in SOUGHT


@pytest.mark.parametrize("damage", ["cut", "turned", "gone", "empty", "foreign"])
def test_a_damaged_file_is_not_used(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, damage: str) -> None:
    place = tmp_path / "scanner"
    scanner.made(place)
    data = place.read_bytes()
    assert scanner.kept(place) is not None
    turned = data[:90] + bytes([data[90] ^ 1]) + data[91:]
    place.write_bytes({"cut": data[:-9], "turned": turned, "empty": b"", "foreign": data}.get(damage, b"?"))
    if damage == "foreign":
        monkeypatch.setattr(scanner, "_build", lambda: b"another Python")
    if damage == "gone":
        place.unlink()
    assert scanner.kept(place) is None


def test_patterns_that_the_library_refuses_are_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    import hyperscan

    def compiled(expressions: list[bytes], compile_: Callable[[list[bytes]], Any] = scanner._compiled) -> Any:
        if any(b"refused" in expression for expression in expressions):
            raise hyperscan.error
        return compile_(expressions)

    monkeypatch.setattr(scanner, "_compiled", compiled)
    refused, mistaken, long, every = sought("refused"), sought("x("), sought("ab" * 10_000), sought("a*")
    made = scanner.made(None)
    assert made is not None
    assert not {refused, mistaken, long, every} & set(absent(made, "nothing"))
    assert len(absent(made, "nothing")) > 30
    assert not made.outdated


def test_a_scan_that_fails_rules_nothing_out(ready: scanner.Scanner, monkeypatch: pytest.MonkeyPatch) -> None:
    class Failing:
        def scan(self, *_: object) -> None:
            raise ready._error

    monkeypatch.setattr(ready, "_database", Failing())
    assert not absent(ready, "a text")


def test_a_disk_that_cannot_be_written_to_is_no_trouble(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    assert scanner.made(tmp_path / "file" / "scanner") is not None


def test_the_command_keeps_its_scanner(desk: Desk, cache: Path, at_once: Scans) -> None:
    desk.write({"story.txt": "She went to kyiv on 12 May, 50 miles (80 km) away.\n"})
    first = desk.run("check", "story.txt", "--format", "jsonl")
    assert "kyiv" in first.out
    assert (cache / "scanner").exists()
    at_once._scanner, at_once._due = None, [0]
    assert desk.run("check", "story.txt", "--format", "jsonl").out == first.out
    assert re.match("Removed", desk.run("cache", "clear").out)
    assert not (cache / "scanner").exists()
