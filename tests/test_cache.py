"""Results of earlier runs: the same answer with and without them, whatever becomes of their file."""

import os
import pickle
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Mapping
from contextlib import closing, suppress
from pathlib import Path

import pytest
from conftest import Desk
from hypothesis import given
from hypothesis import strategies as st

from lint.cache import Cache
from lint.finding import Diagnostic, Excerpt, Failure, Mark, PlacedEdit, PlacedFix, PlacedNote, Report, Severity
from lint.gathering import GatheringError
from lint.packing import UnpackError, packed, unpacked
from lint.roll import Target
from lint.span import Position

FOOTER = "The Harbour Post belongs to the Island Press"
STORIES = (
    "The bakery on Mill Street opens at six every morning, and by five the queue is long.",
    "A storm took the roof of the boathouse during the night, and nobody on the pier was hurt.",
    "The council put off its vote on the new ferry line until the autumn, as both sides had asked.",
    "The mayor went to kyiv by train and was back on Friday, tired and full of plans.",
)
SETTLED = 4_000_000_000


@pytest.fixture
def archive(desk: Desk) -> Desk:
    desk.write({"copydesk.toml": '[lint]\ninclude = ["*.txt"]\n'})
    desk.write({f"news/{n}.txt": f"{story}\n{FOOTER}\n" for n, story in enumerate(STORIES)})
    settle(desk.folder)
    return desk


def settle(folder: Path) -> None:
    """As if the files had been written an hour ago: times of the last seconds are not trusted."""
    for path in folder.rglob("*.*"):
        os.utime(path, ns=(time.time_ns() - 3600 * 10**9,) * 2)


def counted(cache: Path) -> int:
    with closing(sqlite3.connect(cache / "results.sqlite")) as db, db:
        return int(db.execute("SELECT count(*) FROM files").fetchone()[0])


def test_the_second_run_says_the_same(archive: Desk, cache: Path) -> None:
    first = archive.run("check", "--format", "jsonl")
    assert first.out.count("repeated-lines") == 4
    assert first.out.count("lowercase-names") == 1
    assert counted(cache) == 4
    assert archive.run("check", "--format", "jsonl") == first
    assert archive.run("check", "--format", "jsonl", "--no-cache") == first
    assert counted(cache) == 4


def test_what_is_known_is_not_looked_at_again(archive: Desk) -> None:
    known = archive.run("check", "--format", "jsonl")
    place = archive.folder / "news/3.txt"
    status = place.stat()
    place.write_text(place.read_text().replace("kyiv", "Kyiv"))
    os.utime(place, ns=(status.st_atime_ns, status.st_mtime_ns))
    # Nobody can see this change without reading the file, and it is not read.
    assert archive.run("check", "--format", "jsonl") == known
    os.utime(place)
    assert archive.run("check", "--format", "jsonl") != known


@pytest.mark.parametrize(
    ("edit", "expected"),
    [
        ({"news/3.txt": f"{STORIES[3].replace('kyiv', 'Kyiv')}\n{FOOTER}\n"}, (4, 0)),
        ({"news/3.txt": f"{STORIES[3]}\n"}, (3, 1)),
        ({"news/3.txt": f"{STORIES[3]}\n", "news/2.txt": f"{STORIES[2]}\n"}, (0, 1)),
        ({"news/4.txt": f"Two lighthouses were sold to a painter from the mainland.\n{FOOTER}\n"}, (5, 1)),
        ({"copydesk.toml": '[lint]\ninclude = ["*.txt"]\nignore = ["lowercase-names"]\n'}, (4, 0)),
        ({"copydesk.toml": '[lint]\ninclude = ["*.txt"]\n[lint.checks.repeated-lines]\ndocuments = 5\n'}, (0, 1)),
        ({"copydesk.toml": '[lint]\ninclude = ["[012].txt"]\n'}, (3, 0)),
        ({"copydesk.toml": '[lint]\ninclude = ["*.txt"]\nwords = ["kyiv"]\n'}, (4, 0)),
    ],
)
def test_every_change_counts(archive: Desk, edit: Mapping[str, str], expected: tuple[int, int]) -> None:
    archive.run("check")
    archive.write(edit)
    outcome = archive.run("check", "--format", "jsonl")
    assert (outcome.out.count("repeated-lines"), outcome.out.count("lowercase-names")) == expected
    assert outcome == archive.run("check", "--format", "jsonl", "--no-cache")


def test_a_vanished_file_leaves_the_corpus(archive: Desk) -> None:
    archive.run("check")
    for n in (0, 1):
        (archive.folder / f"news/{n}.txt").unlink()
    assert "repeated-lines" not in archive.run("check", "--format", "jsonl").out


def test_two_files_are_judged_by_the_whole_repository(archive: Desk, cache: Path) -> None:
    paths = ("news/1.txt", "news/2.txt")
    cold = archive.run("check", "--format", "jsonl", *paths)
    assert cold.out.count("repeated-lines") == 2
    assert "3 other articles" in cold.out
    warm = archive.run("check", "--format", "jsonl", *paths)
    assert warm == cold == archive.run("check", "--format", "jsonl", "--no-cache", *paths)
    assert counted(cache) == 4


def test_paths_are_told_from_where_the_command_runs(archive: Desk) -> None:
    archive.run("check")
    below = Desk(archive.folder / "news", archive._monkeypatch, archive._capfd)
    outcome = below.run("check", "--format", "jsonl", "3.txt")
    assert '"path": "3.txt"' in outcome.out
    assert '"path": "0.txt"' in outcome.out
    assert outcome == below.run("check", "--format", "jsonl", "3.txt", "--no-cache")


@pytest.mark.parametrize("content", [b"", b"no database at all", b"SQLite format 3\0" + bytes(5000)])
def test_a_damaged_cache_is_made_anew(archive: Desk, cache: Path, content: bytes) -> None:
    expected = archive.run("check", "--format", "jsonl", "--no-cache")
    (cache / "results.sqlite").write_bytes(content)
    assert archive.run("check", "--format", "jsonl") == expected
    assert counted(cache) == 4
    assert archive.run("check", "--format", "jsonl") == expected


def test_a_cache_of_another_version_is_made_anew(archive: Desk, cache: Path) -> None:
    with closing(sqlite3.connect(cache / "results.sqlite")) as db, db:
        db.execute("CREATE TABLE files (a, b)")
        db.execute("PRAGMA user_version = 999")
    expected = archive.run("check", "--format", "jsonl", "--no-cache")
    assert archive.run("check", "--format", "jsonl") == expected
    assert counted(cache) == 4


def test_damage_in_the_middle_of_the_file_changes_no_answer(archive: Desk, cache: Path) -> None:
    expected = archive.run("check", "--format", "jsonl")
    place = cache / "results.sqlite"
    data = bytearray(place.read_bytes())
    for start in range(4096, len(data), 1024):
        data[start : start + 512] = b"\x5a" * 512
    place.write_bytes(data)
    assert archive.run("check", "--format", "jsonl") == expected
    assert archive.run("check", "--format", "jsonl") == expected


def test_a_large_cache_forgets_what_was_not_used_for_long(
    archive: Desk, cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    expected = archive.run("check", "--format", "jsonl")
    old = int(time.time()) - 2 * 86_400
    with closing(sqlite3.connect(cache / "results.sqlite")) as db, db:
        db.execute("UPDATE files SET used = ? WHERE CAST(place AS TEXT) LIKE '%0.txt' OR id = 2", (old,))
    monkeypatch.setattr("lint.cache._LARGEST", 0)
    archive.write({"elsewhere/5.txt": "A boat was built.\n"})
    archive.run("check", "elsewhere", "--select", "fused-words")
    assert counted(cache) == 3
    assert archive.run("check", "news", "--format", "jsonl") == expected


def test_a_large_cache_keeps_what_the_run_used(archive: Desk, cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    archive.run("check")
    monkeypatch.setattr("lint.cache._LARGEST", 0)
    earlier = int(time.time()) - 12 * 3_600
    with closing(sqlite3.connect(cache / "results.sqlite")) as db, db:
        db.execute("UPDATE files SET used = ?", (earlier,))
    archive.write({"news/5.txt": "A boat was built.\n"})
    archive.run("check")
    assert counted(cache) == 5


def test_a_report_that_nobody_can_read_is_made_anew(archive: Desk, cache: Path) -> None:
    expected = archive.run("check", "--format", "jsonl")
    with closing(sqlite3.connect(cache / "results.sqlite")) as db, db:
        db.execute("UPDATE files SET report = ?", (pickle.dumps(os.getcwd),))
    assert archive.run("check", "--format", "jsonl") == expected
    with closing(sqlite3.connect(cache / "results.sqlite")) as db, db:
        db.execute("UPDATE marks SET mark = x'00'")
    assert archive.run("check", "--format", "jsonl") == expected


def test_a_cache_that_cannot_be_written_is_done_without(
    archive: Desk, cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    expected = archive.run("check", "--format", "jsonl")
    monkeypatch.setenv("COPYDESK_CACHE_DIR", str(cache / "results.sqlite" / "below-a-file"))
    assert archive.run("check", "--format", "jsonl") == expected
    monkeypatch.setenv("COPYDESK_CACHE_DIR", "/proc/nowhere")
    assert archive.run("check", "--format", "jsonl") == expected


def test_what_failed_is_tried_again(archive: Desk, cache: Path) -> None:
    archive.write(
        {
            "plugins/fails.py": """
from lint import check, hookimpl

@check(severity="warning")
def fails(document):
    '''Fails.

    ```bad
    ⟦a⟧
    ```
    '''
    raise ValueError("today")
    yield

@hookimpl
def lint_checks():
    return [fails]
"""
        }
    )
    try:
        outcome = archive.run("check", "--plugin-dir", "plugins", "--format", "jsonl")
        assert outcome.code == 2
        assert outcome.err.count("ValueError: today") == 4
        assert outcome.out.count("repeated-lines") == 4
        assert archive.run("check", "--plugin-dir", "plugins", "--format", "jsonl") == outcome
    finally:
        sys.modules.pop("fails", None)
    assert counted(cache) == 0


def test_changed_code_is_other_code(archive: Desk) -> None:
    def plugin(message: str) -> str:
        return f"""
from lint import Finding, Span, check, hookimpl

@check(severity="warning")
def speaks(document):
    '''Speaks.

    ```bad
    ⟦a⟧
    ```
    '''
    yield Finding(Span(0, 1), {message!r})

@hookimpl
def lint_checks():
    return [speaks]
"""

    for message in ("one", "three"):
        archive.write({"plugins/speaks.py": plugin(message)})
        try:
            outcome = archive.run("check", "--plugin-dir", "plugins", "--format", "concise", "--select", "speaks")
        finally:
            sys.modules.pop("speaks", None)
        assert outcome.out.count(message) == 4


def test_the_cache_can_be_found_and_cleared(archive: Desk, cache: Path) -> None:
    archive.run("check")
    assert str(cache) in archive.run("cache").out
    assert (cache / "results.sqlite").exists()
    assert "Removed" in archive.run("cache", "clear").out
    assert not list(cache.iterdir())
    assert archive.run("cache", "clear").code == 0


def test_nothing_is_kept_of_a_single_file_without_a_configuration(desk: Desk, cache: Path) -> None:
    desk.write({"story.txt": "Went to kyiv."})
    assert desk.run("check", "story.txt").code == 1
    assert not (cache / "results.sqlite").exists()


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="needs POSIX")
def test_whoever_kills_a_run_harms_nobody(archive: Desk, cache: Path) -> None:
    archive.write({f"more/{n}.txt": f"{STORIES[n % 4]} Part {n} of it.\n{FOOTER}\n" for n in range(300)})
    command = [sys.executable, "-m", "lint", "check", "--format", "jsonl", "--jobs", "2"]
    expected = subprocess.run([*command, "--no-cache"], cwd=archive.folder, capture_output=True, check=False).stdout
    for moment in (0.15, 0.3, 0.4, 0.5, 0.6):
        process = subprocess.Popen(
            command, cwd=archive.folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True
        )
        time.sleep(moment)
        process.kill()
        process.wait()
    done = subprocess.run(command, cwd=archive.folder, capture_output=True, check=False)
    assert done.stdout == expected
    shutil.rmtree(cache)


def test_runs_at_the_same_time_say_the_same(archive: Desk) -> None:
    archive.write({f"more/{n}.txt": f"{STORIES[n % 4]} Part {n} of it.\n{FOOTER}\n" for n in range(60)})
    command = [sys.executable, "-m", "lint", "check", "--format", "jsonl"]
    runs = [subprocess.Popen(command, cwd=archive.folder, stdout=subprocess.PIPE) for _ in range(4)]
    outcomes = {run.communicate()[0] for run in runs}
    assert len(outcomes) == 1
    assert next(iter(outcomes)).count(b"repeated-lines") >= 64


PLACE = Position(1, 2)
TEXT = st.text(max_size=8)
REPORT = st.builds(
    Report,
    path=st.just("a.txt"),
    diagnostics=st.lists(
        st.builds(
            Diagnostic,
            path=st.just("a.txt"),
            start=st.just(PLACE),
            end=st.just(PLACE),
            check=TEXT,
            group=TEXT,
            severity=st.sampled_from(Severity),
            message=TEXT,
            fix=st.none() | st.just(PlacedFix("Mend", True, (PlacedEdit(PLACE, PLACE, "x"),))),
            notes=st.just(
                (PlacedNote(path="a.txt", start=PLACE, end=PLACE, message="", excerpt=Excerpt("", 1, True)),)
            ),
            fingerprint=TEXT,
            excerpt=st.builds(Excerpt, TEXT, st.just(1), st.booleans()),
        ),
        max_size=2,
    ).map(tuple),
    hidden=st.integers(0, 3),
    passed_over=TEXT,
)


@given(REPORT)
def test_a_report_survives(report: Report) -> None:
    assert unpacked(packed(report)) == report


@given(st.binary(max_size=60))
def test_foreign_bytes_can_do_no_more_than_fail(data: bytes) -> None:
    with suppress(UnpackError):
        unpacked(data)


def test_a_pickle_calls_nothing() -> None:
    class Evil:
        def __reduce__(self) -> tuple[object, ...]:
            return os.mkdir, ("/tmp/never",)

    with pytest.raises(UnpackError):
        unpacked(pickle.dumps(Evil()))


def mark(path: str, key: str) -> Mark:
    return Mark(path=path, check="again", key=key, start=PLACE, end=PLACE, excerpt=Excerpt("", 1, False))


def test_a_database_that_fails_on_the_way_knows_nothing_any_more(tmp_path: Path) -> None:
    cache = Cache(tmp_path / "results.sqlite")
    target = Target("a.txt", "/a.txt")
    cache.add(target, b"k", b"c", (1, 1, SETTLED), Report(path="a.txt", marks=(mark("a.txt", "k"),)), given=True)
    assert [(check, key) for check, key, _ in cache.groups(lambda check: 1)] == [("again", "k")]
    assert cache.find(target, b"k", (1, 1, SETTLED), given=True) is not None
    cache._db.execute("DROP TABLE marks")
    with pytest.raises(GatheringError):
        list(cache.groups(lambda check: 1))
    assert cache.broken
    assert cache.find(target, b"k", (1, 1, SETTLED), given=True) is None
    cache.close()


def test_a_run_whose_database_fails_reads_its_files_again(archive: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    expected = archive.run("check", "--format", "jsonl")
    whole = Cache._groups

    def fail(self: Cache, least: object) -> None:
        raise sqlite3.OperationalError("disk full")

    monkeypatch.setattr(Cache, "_groups", fail)
    assert archive.run("check", "--format", "jsonl") == expected
    assert archive.run("check", "--format", "jsonl", "news/1.txt").out.count("repeated-lines") == 1
    monkeypatch.setattr(Cache, "_groups", whole)


def test_reports_with_failures_serve_one_run(tmp_path: Path) -> None:
    target = Target("a.txt", "/a.txt")
    for _ in range(2):
        cache = Cache(tmp_path / "results.sqlite")
        report = Report(path="a.txt", marks=(mark("a.txt", "k"),), failures=(Failure("a.txt", "no"),))
        assert cache.find_content(target, b"k", b"c", (1, 1, 1), given=True) is None
        cache.add(target, b"k", b"c", (1, 1, 1), report, given=True)
        assert cache.corpus.documents == 1
        cache.close()


def test_a_footer_of_forty_articles(desk: Desk) -> None:
    """One article alone gets the same answer as in a full run, before and after the footer is taken out of the rest."""
    numbers = range(200)
    places = [f"{n % 10}/{n:03}.txt" for n in numbers]
    stories = [f"{STORIES[n % 3]} {' '.join(chr(97 + int(digit)) * 3 for digit in str(n))} was there." for n in numbers]
    desk.write({place: f"{story}\n" for place, story in zip(places, stories, strict=True)})
    holders = places[::5]
    desk.write({place: f"{stories[int(place[2:5])]}\n{FOOTER}\n" for place in holders})
    desk.write({"copydesk.toml": '[lint]\ninclude = ["*.txt"]\nselect = ["repeated-lines"]\n'})

    def told(*paths: str) -> dict[str, str]:
        lines = desk.run("check", "--format", "concise", *paths).out.splitlines()
        return {line.split(":")[0]: line for line in lines}

    assert set(told()) == set(holders)
    assert all("in 39 other articles" in line for line in told().values())
    edited = holders[7]
    desk.write({edited: f"{stories[int(edited[2:5])]}\nIt was edited.\n{FOOTER}\n"})
    alone = told(edited)
    assert alone[edited].startswith(f"{edited}:3:1: warning this line stands in 39 other articles")
    assert alone[edited] == told()[edited]
    for place in holders[:-2]:
        desk.write({place: f"{stories[int(place[2:5])]}\n"})
    assert told(holders[-1]) == {} == told()
