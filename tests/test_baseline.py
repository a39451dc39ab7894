"""The baseline: what it accepts, what survives edits, what expires and what goes stale."""

import json
import random
from pathlib import Path

import pytest
from conftest import Desk
from environments import ROOT

ARTICLE = "They drove from kyiv to the coast.\n\nThe road from kyiv to the south is closed.\n"
FILE = "copydesk-baseline.json"


def entries(desk: Desk, name: str = FILE) -> list[dict[str, str]]:
    found: list[dict[str, str]] = json.loads((desk.folder / name).read_text(encoding="utf-8"))["entries"]
    return found


@pytest.fixture
def archive(desk: Desk) -> Desk:
    """A desk with an old article, whose two findings are accepted."""
    desk.write({"copydesk.toml": f"[lint]\nselect = ['lowercase-names']\nbaseline = '{FILE}'\n", "in/a.txt": ARTICLE})
    outcome = desk.run("check", "--write-baseline", "--reason", "old", "--expires", "2030-01-31")
    assert (outcome.code, outcome.err) == (0, f"copydesk: wrote {FILE}: 2 accepted, 2 of them new; 0 gone\n")
    return desk


def test_accepted_findings_are_silent(archive: Desk) -> None:
    outcome = archive.run("check")
    assert (outcome.code, outcome.err) == (0, "")
    assert outcome.out == "No problems found; 1 article checked.\n2 findings are accepted by the baseline.\n"
    assert archive.run("check", "in/a.txt", "--format", "jsonl").out == ""
    assert archive.run("check", "--fix").code == 0
    assert (archive.folder / "in/a.txt").read_text() == ARTICLE, "what is accepted is not mended either"


def test_entries_can_be_read_and_kept_under_version_control(archive: Desk) -> None:
    rows = entries(archive)
    assert [{**row, "fingerprint": ""} for row in rows] == [
        {
            "path": "in/a.txt",
            "check": "lowercase-names",
            "text": "kyiv",
            "fingerprint": "",
            "reason": "old",
            "expires": "2030-01-31",
        }
    ] * 2
    before = (archive.folder / FILE).read_bytes()
    assert before.count(b"\n") == 4, "an entry a line"
    archive.run("check", "--write-baseline")
    assert (archive.folder / FILE).read_bytes() == before


def test_news_is_reported(archive: Desk) -> None:
    archive.write({"in/a.txt": ARTICLE + "\nBuses to kyiv run again.\n", "b.txt": ARTICLE})
    outcome = archive.run("check", "--format", "concise")
    assert outcome.code == 1
    assert [line.split(" ")[0] for line in outcome.out.splitlines()] == ["b.txt:1:17:", "b.txt:3:15:", "in/a.txt:5:10:"]


def test_a_finding_is_known_when_the_words_around_it_change(archive: Desk) -> None:
    archive.write({"in/a.txt": "New.\n\nMany roads out of kyiv lead south.\n\nThey drove from kyiv to the coast.\n"})
    assert archive.run("check").code == 0


def test_an_expired_entry_holds_no_longer(archive: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1896048000")  # 2030-01-31
    assert archive.run("check").code == 0
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1896134400")
    outcome = archive.run("check")
    assert outcome.code == 1
    assert "copydesk: 2 entries of the baseline expired: look at the findings again\n" in outcome.err
    archive.run("check", "--write-baseline", "--expires", "2031-01-31")
    assert archive.run("check").code == 0
    assert [(row["reason"], row["expires"]) for row in entries(archive)] == [("old", "2031-01-31")] * 2


def test_stale_entries_are_told_of_and_pruned(archive: Desk) -> None:
    archive.write({"in/a.txt": ARTICLE.replace("to the coast", "").replace("from kyiv .", "away."), "b.txt": ARTICLE})
    outcome = archive.run("check", "in")
    assert outcome.code == 0
    assert outcome.err == (
        "copydesk: 1 entry of the baseline is stale (in/a.txt: “kyiv” [lowercase-names]): prune with --prune-baseline\n"
    )
    assert archive.run("check", "in", "--select", "numbers").err == "", "a check that did not run found nothing"
    assert archive.run("check", "b.txt").err == "", "a file that was not looked at may hold it still"
    outcome = archive.run("check", "--prune-baseline")
    assert outcome.code == 1
    assert outcome.err == f"copydesk: wrote {FILE}: 1 accepted, 0 of them new; 1 gone\n"
    assert len(entries(archive)) == 1, "and nothing of b.txt was accepted"
    (archive.folder / "in/a.txt").unlink()
    assert "in/a.txt: “kyiv”" in archive.run("check", "b.txt").err, "the file is gone"
    archive.run("check", "b.txt", "--prune-baseline")
    assert entries(archive) == []


def test_entries_of_files_that_were_not_given_stay(archive: Desk) -> None:
    archive.write({"b.txt": ARTICLE})
    archive.run("check", "b.txt", "--write-baseline", "--reason", "also old")
    assert [(row["path"], row["reason"]) for row in entries(archive)] == [("b.txt", "also old")] * 2 + [
        ("in/a.txt", "old")
    ] * 2


def test_the_folder_of_the_run_does_not_matter(archive: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    inner = Desk(archive.folder / "in", archive._monkeypatch, archive._capfd)
    assert inner.run("check", "a.txt").code == 0
    assert inner.run("check", ".").code == 0
    assert inner.run("check", str(archive.folder)).code == 0


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--reason", "x"], "--reason and --expires go with --write-baseline"),
        (["--write-baseline", "--fix"], "--write-baseline accepts everything that is found"),
        (["--write-baseline", "--expires", "2020-02-29"], "--expires: 2020-02-29 is past"),
        (["--write-baseline", "--expires", "soon"], "--expires: “soon” is no day: write it as 2027-01-31"),
        (["--write-baseline", "in"], "in: is a folder: a baseline is a file, such as copydesk-baseline.json"),
        (["--write-baseline", "in/a.txt"], "in/a.txt: is no baseline of copydesk"),
        (["--baseline", "gone.json"], "gone.json: there is no such baseline: write it with --write-baseline gone.json"),
        (["--baseline", "list.json"], "list.json: is no baseline of copydesk: it has no “entries”"),
        (["--baseline", "old.json"], "old.json: is a baseline of version 0; this copydesk knows 1"),
        (["--baseline", "bad.json"], "bad.json: entry 1: there is no “paht” in an entry"),
        (["--baseline", "short.json"], "short.json: entry 1: “fingerprint” is missing"),
        (["--baseline", "day.json"], "day.json: entry 1.expires: “soon” is no day"),
    ],
)
def test_wrong_baselines_are_told_of(archive: Desk, arguments: list[str], message: str) -> None:
    row = {"path": "a", "check": "b", "text": "c"}
    archive.write(
        {
            "list.json": "[]",
            "old.json": '{"version": 0, "entries": []}',
            "bad.json": json.dumps({"version": 1, "entries": [{"paht": "a"}]}),
            "short.json": json.dumps({"version": 1, "entries": [row]}),
            "day.json": json.dumps({"version": 1, "entries": [{**row, "fingerprint": "d", "expires": "soon"}]}),
        }
    )
    outcome = archive.run("check", *arguments)
    assert (outcome.code, outcome.out) == (2, "")
    assert message in outcome.err
    assert (archive.folder / "in/a.txt").read_text() == ARTICLE


def test_a_baseline_that_cannot_be_written_is_trouble(archive: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(handle: int) -> None:
        raise OSError(28, "No space left on device")

    before = (archive.folder / FILE).read_bytes()
    monkeypatch.setattr("os.fsync", full)
    outcome = archive.run("check", "--write-baseline")
    assert outcome.code == 2
    assert f"{FILE}: cannot be written: No space left on device" in outcome.err
    assert (archive.folder / FILE).read_bytes() == before


def test_two_hundred_edits_elsewhere_are_no_news_and_a_new_fault_is(desk: Desk) -> None:
    """Prose is put in and moved about, away from what is accepted; nothing is reported until a fault is planted."""
    desk.write({"config.toml": (ROOT / "config.toml").read_bytes()})
    desk.write({f"seeds/{path.name}": path.read_bytes() for path in (ROOT / "seeds").glob("*.txt")})
    rows = [json.loads(line) for line in desk.run("check", "--format", "jsonl").out.splitlines()]
    desk.run("check", "--write-baseline", FILE)
    flagged = {(row["path"], line) for row in rows for line in range(row["line"], row["end_line"] + 1)}
    chance = random.Random(9)
    for path in sorted((desk.folder / "seeds").glob("*.txt")):
        lines = path.read_text(encoding="utf-8").split("\n")
        marked = [(line, (f"seeds/{path.name}", number) in flagged) for number, line in enumerate(lines, 1)]
        for _ in range(40):
            if chance.random() < 0.5:
                edit = (_sentence(chance), False)
            else:
                edit = marked.pop(chance.choice([n for n, (line, fault) in enumerate(marked) if line and not fault]))
            marked.insert(_spot(marked, chance), edit)
        path.write_text("\n".join(line for line, _ in marked), encoding="utf-8")
    assert desk.run("check", "--baseline", FILE, "--format", "concise").out == ""
    path = desk.folder / "seeds" / "french-wind.txt"
    path.write_text(path.read_text(encoding="utf-8") + "\nThe ship left for lisbon at noon.\n", encoding="utf-8")
    news = desk.run("check", "--baseline", FILE, "--format", "concise").out.splitlines()
    assert len(news) == 1
    assert "“lisbon” is a name" in news[0]


_THINGS = "council river harvest bridge winter minister teacher market signal engine paper valley border ticket".split()
_DEEDS = "visited measured described opened repaired counted praised studied painted watched closed".split()


def _sentence(chance: random.Random) -> str:
    a, b, c, d, e = (chance.choice(_THINGS) for _ in range(5))
    return f"The {a} near the {b} {chance.choice(_DEEDS)} another {c} while one {d} {chance.choice(_DEEDS)} the {e}."


def _spot(marked: list[tuple[str, bool]], chance: random.Random) -> int:
    """Between two lines that are not both flagged: a finding over several lines stays in one piece."""
    while True:
        spot = chance.randrange(len(marked) + 1)
        above = next((fault for line, fault in reversed(marked[:spot]) if line.strip()), False)
        below = next((fault for line, fault in marked[spot:] if line.strip()), False)
        if not (above and below):
            return spot


def test_the_file_is_the_same_on_every_machine(archive: Desk, tmp_path: Path) -> None:
    text = (archive.folder / FILE).read_text(encoding="utf-8")
    assert str(tmp_path) not in text
