"""Compiled patterns that are kept find what freshly compiled ones find."""

import re
from pathlib import Path

import pytest
from conftest import Desk
from hypothesis import given
from hypothesis import strategies as st

from lint.views import compiled, patterns
from lint.views.compiled import Store

SOURCES = [
    (r"(?P<day>\d{1,2})(?:st|nd)? (?P<month>May|June)\b", 0),
    (r"[Ͱ-Ͽἀ-῿]+|(?<!\w)ab(?=c)", re.IGNORECASE),
    (r"^a(b*)c\Z", re.MULTILINE | re.DOTALL),
    (r"(x)(?:(y)|z){2,3}?\1", 0),
    ("", 0),
]


@pytest.fixture
def place(tmp_path: Path) -> Path:
    store = Store(tmp_path / "kept" / "patterns")
    for source, flags in SOURCES:
        store.compile(source, flags)
    store.save()
    return tmp_path / "kept" / "patterns"


def told(pattern: re.Pattern[str], text: str) -> list[object]:
    return [(match.span(), match.groups(), match.groupdict(), match.lastgroup) for match in pattern.finditer(text)]


@given(st.text("abcxyz 12May\nὈδυσ", max_size=30))
def test_kept_patterns_find_the_same(text: str) -> None:
    for source, flags in SOURCES:
        fresh = re.compile(source, flags)
        kept = compiled._made(source, *compiled._code(source, flags, fresh))
        assert told(kept, text) == told(fresh, text)
        assert (kept.flags, kept.pattern, kept.groups) == (fresh.flags, fresh.pattern, fresh.groups)


def test_what_is_kept_is_not_compiled_again(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise AssertionError("compiled again")

    store = Store(place)
    monkeypatch.setattr(re, "compile", fail)
    for source, flags in SOURCES:
        assert store.compile(source, flags).pattern == source


def test_of_too_many_patterns_those_in_use_are_kept(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(compiled, "_MOST", len(SOURCES))
    store = Store(place)
    store.compile(*SOURCES[0])
    store.compile("a new one", 0)
    store.save()
    assert set(Store(place)._codes) == {(SOURCES[0][0], int(SOURCES[0][1])), ("a new one", 0)}


@pytest.mark.parametrize("damage", ["cut", "turned", "gone", "empty"])
def test_a_damaged_file_is_not_used(place: Path, damage: str) -> None:
    data = place.read_bytes()
    place.write_bytes(
        {"cut": data[:-9], "turned": data[:30] + bytes([data[30] ^ 1]) + data[31:], "empty": b""}.get(damage, b"?")
    )
    store = Store(place)
    for source, flags in SOURCES:
        assert told(store.compile(source, flags), "12 May abc") == told(re.compile(source, flags), "12 May abc")
    store.save()
    assert place.read_bytes()[:16] == data[:16]


def test_where_the_code_of_patterns_is_another_they_are_compiled(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise TypeError("another Python")

    monkeypatch.setattr(compiled, "_made", fail)
    monkeypatch.setattr(compiled, "_code", fail)
    store = Store(place)
    assert store.compile("a+", 0).findall("caat") == ["aa"]
    assert store.compile(*SOURCES[0]).search("12 May")


def test_a_disk_that_cannot_be_written_to_is_no_trouble(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    store = Store(tmp_path / "file" / "patterns")
    store.compile("a", 0)
    store.save()


def test_the_command_keeps_its_patterns(desk: Desk, cache: Path) -> None:
    desk.write({"story.txt": "She went to kyiv on 12 May, 50 miles (80 km) away.\n"})
    first = desk.run("check", "story.txt", "--format", "jsonl")
    patterns.compile_by(re.compile)
    assert "kyiv" in first.out
    assert (cache / "patterns").exists()
    assert desk.run("check", "story.txt", "--format", "jsonl") == first
    # They are no results: a run that neither uses nor keeps those has its patterns all the same.
    (cache / "results.sqlite").unlink(missing_ok=True)
    assert desk.run("check", "story.txt", "--format", "jsonl", "--no-cache") == first
    assert (cache / "patterns").exists()
    assert not (cache / "results.sqlite").exists()
