"""Fixes: what is changed, what never is, and what is said of it."""

import json
import os
import re
import stat
import subprocess
from pathlib import Path

import pytest
from conftest import Desk
from environments import ROOT
from hypothesis import given
from hypothesis import strategies as st

from lint.document import Document
from lint.files import ChangedError, replace_file, write_file
from lint.finding import Diagnostic, Excerpt, PlacedEdit, PlacedFix, Report, Severity
from lint.fix import applied, mended
from lint.readers.text import TEXT
from lint.settings import Settings
from lint.span import LineIndex, Position

# Checks with fixes of every temper.
PLUGIN = '''
import re
from lint import Edit, Finding, Fix, Span, check, hookimpl

def found(document, pattern, text, *, safe):
    for match in re.finditer(pattern, document.text):
        span = Span(match.start(), match.end())
        yield Finding(span, f"write {text!r}", fix=Fix("Write it", (Edit(span, text),), safe=safe))

@check(severity="warning")
def colour(document):
    """Colour."""
    yield from found(document, "color", "colour", safe=True)

@check(severity="warning")
def very(document):
    """Very."""
    yield from found(document, "very ", "", safe=False)

@check(severity="warning")
def twice(document):
    """Needs a second round."""
    yield from found(document, "colourless", "pale", safe=True)

@check(severity="warning")
def split(document):
    """Breaks a line."""
    yield from found(document, r"; then ", ".\\n\\nThen ", safe=True)

@check(severity="off")
def ping(document):
    """Never settles."""
    yield from found(document, "ping", "pong", safe=True)

@check(severity="off")
def pong(document):
    """Never settles either."""
    yield from found(document, "pong", "ping", safe=True)

@check(severity="off")
def grows(document):
    """Goes on and on."""
    yield from found(document, "^a", "aa", safe=True)

@check(severity="off")
def dash(document):
    """Writes what few encodings know."""
    yield from found(document, "=>", "→", safe=True)

@check(severity="off")
def breaks(document):
    """Fails."""
    raise ValueError("broken")

@check(severity="off")
def still(document):
    """A fix that changes nothing."""
    yield from found(document, "same", "same", safe=True)

@hookimpl
def lint_checks():
    return [colour, very, twice, split, ping, pong, grows, dash, breaks, still]
'''


@pytest.fixture
def fixer(desk: Desk) -> Desk:
    """A desk whose checks have fixes, and no others run."""
    names = "colour,very,twice,split,ping,pong,grows,dash,breaks,still".split(",")
    desk.write({"plugins/tempers.py": PLUGIN, "copydesk.toml": f"[lint]\nselect = {names}\nexclude = ['plugins/']\n"})
    return desk


def fix(desk: Desk, *arguments: str, stdin: bytes = b"") -> tuple[int, str, str]:
    outcome = desk.run("check", "--plugin-dir", "plugins", *arguments, stdin=stdin)
    return outcome.code, outcome.out, outcome.err


def test_safe_fixes_alone_and_all_of_them(fixer: Desk) -> None:
    fixer.write({"a.txt": "A very good color.\n"})
    code, out, _ = fix(fixer, "a.txt")
    assert code == 1
    assert "write 'colour' [colour] [*]\n" in out
    assert "write '' [very]\n" in out
    assert "1 problem marked [*] can be fixed: copydesk check --fix (1 more with --fix --unsafe-fixes).\n" in out
    code, out, _ = fix(fixer, "a.txt", "--fix")
    assert (fixer.folder / "a.txt").read_text() == "A very good colour.\n"
    assert code == 1
    assert "Fixed 1 problem in 1 article.\n" in out
    assert "1 problem can be fixed, to be read again: copydesk check --fix --unsafe-fixes.\n" in out
    code, out, _ = fix(fixer, "a.txt", "--fix", "--unsafe-fixes")
    assert (fixer.folder / "a.txt").read_text() == "A good colour.\n"
    assert code == 0
    assert out == "No problems found; 1 article checked.\nFixed 1 problem in 1 article.\n"
    assert fix(fixer, "a.txt", "--fix", "--unsafe-fixes")[1] == "No problems found; 1 article checked.\n"


def test_unsafe_fixes_alone_are_a_slip(fixer: Desk) -> None:
    code, _, err = fix(fixer, "--unsafe-fixes")
    assert (code, err) == (2, "copydesk: --unsafe-fixes goes with --fix or --diff\n")


def test_a_diff_of_nothing_is_a_slip(fixer: Desk) -> None:
    for arguments in (("--format", "diff"), ("--output", "diff:x.diff")):
        outcome = fixer.run("check", ".", *arguments)
        assert (outcome.code, outcome.out) == (2, "")
        assert "it goes with --diff or --fix" in outcome.err


def test_fixes_go_on_until_nothing_is_left(fixer: Desk) -> None:
    fixer.write({"a.txt": "colorless"})
    assert fix(fixer, "--fix")[0] == 0
    assert (fixer.folder / "a.txt").read_text() == "pale"


@pytest.mark.parametrize(
    "before",
    [
        "A color; then\xa0naïve color\r\nand\rmore; then off.\r\n".encode(),
        b"\xef\xbb\xbf" + "color – é; then B".encode(),
        "\ufeffcolor – é\r\n".encode("utf-16-le"),
        "\ufeffcolor – é".encode("utf-16-be"),
        b"color\r; then B\r",
        ("Der Rat sprach über die Brücke, die Straße und die Müllabfuhr; color.\r\n" * 3).encode("cp1252"),
    ],
)
def test_encoding_mark_and_line_ends_stay(fixer: Desk, before: bytes) -> None:
    fixer.write({"a.txt": before})
    fix(fixer, "--fix", "a.txt")
    encoding = "cp1252" if before.startswith(b"Der") else "utf-16" if before[:1] in b"\xff\xfe" else "utf-8"
    text = before.decode(encoding)
    end = next((end for end in ("\r\n", "\n", "\r") if end in text), "\n")
    expected = text.replace("color", "colour").replace("; then ", f".{end}{end}Then ")
    after = (fixer.folder / "a.txt").read_bytes()
    assert after.decode(encoding) == expected
    assert after[:3] == before[:3] or encoding == "utf-8"


@pytest.mark.skipif(os.name == "nt", reason="modes and links as POSIX has them")
def test_mode_and_links_stay(fixer: Desk) -> None:
    fixer.write({"in/a.txt": "color"})
    os.chmod(fixer.folder / "in" / "a.txt", 0o640)
    os.symlink("in/a.txt", fixer.folder / "link.txt")
    assert fix(fixer, "--fix", "link.txt")[0] == 0
    assert (fixer.folder / "link.txt").is_symlink()
    assert (fixer.folder / "in" / "a.txt").read_text() == "colour"
    assert stat.S_IMODE((fixer.folder / "in" / "a.txt").stat().st_mode) == 0o640
    assert sorted(os.listdir(fixer.folder / "in")) == ["a.txt"]


@pytest.mark.parametrize(
    ("text", "select", "message"),
    [
        ("ping color", "ping,pong,colour", "a.txt: left as it was: the fixes of ping, pong never settle"),
        ("aaa color", "grows,colour", "a.txt: left as it was: the fixes of grows never settle"),
        ("color", "breaks,colour", "a.txt: [breaks] the check failed: ValueError: broken"),
    ],
)
def test_trouble_leaves_the_file_as_it_was(fixer: Desk, text: str, select: str, message: str) -> None:
    fixer.write({"a.txt": text, "b.txt": "color"})
    fixer.write({"copydesk.toml": "[lint.severity]\nping='warning'\npong='warning'\ngrows='warning'\nbreaks='warning'"})
    code, out, err = fix(fixer, "--fix", "a.txt", "--select", select)
    assert code == 2
    assert message in err
    assert (fixer.folder / "a.txt").read_text() == text
    assert "[colour] [*]" in out, "what was found is told all the same"
    if "breaks" not in select:
        fix(fixer, "--fix", ".", "--select", select)
        assert (fixer.folder / "b.txt").read_text() == "colour", "the others are mended"


def test_what_the_encoding_cannot_hold_is_not_written(fixer: Desk) -> None:
    before = ("Der Rat sprach über die Brücke => die Straße und die Müllabfuhr; color.\r\n" * 3).encode("cp1252")
    fixer.write({"a.txt": before, "copydesk.toml": "[lint]\nseverity = {dash = 'warning'}"})
    code, out, err = fix(fixer, "--fix", "a.txt", "--select", "dash,colour")
    assert (code, err) == (1, "")
    assert (fixer.folder / "a.txt").read_bytes() == before.replace(b"color", b"colour")
    assert out.count("[dash]") == 3


def test_a_fix_without_a_change_is_none(fixer: Desk) -> None:
    fixer.write({"a.txt": "same color", "copydesk.toml": "[lint]\nseverity = {still = 'warning'}"})
    assert fix(fixer, "--fix", "a.txt", "--select", "still,colour")[0] == 1
    assert (fixer.folder / "a.txt").read_text() == "same colour"


def test_a_diff_changes_nothing_and_can_be_applied(fixer: Desk) -> None:
    fixer.write({"a b.txt": "One.\nA color.\n", "c.txt": "color", "d.txt": "A very fine day.\n"})
    before = {path.name: path.read_bytes() for path in fixer.folder.glob("*.txt")}
    code, out, err = fix(fixer, "--diff", ".")
    assert code == 1
    assert err == "copydesk: Would fix 2 problems in 2 articles.\n"
    assert {path.name: path.read_bytes() for path in fixer.folder.glob("*.txt")} == before
    subprocess.run(["git", "apply", "-"], input=out.encode(), cwd=fixer.folder, check=True)
    assert (fixer.folder / "a b.txt").read_text() == "One.\nA colour.\n"
    assert (fixer.folder / "c.txt").read_text() == "colour"
    assert fix(fixer, "--diff", ".") == (0, "", "")
    code, out, _ = fix(fixer, "--diff", "--unsafe-fixes")
    assert code == 1
    assert "-A very fine day.\n+A fine day.\n" in out


def test_standard_input_comes_out_mended(fixer: Desk) -> None:
    code, out, err = fix(fixer, "--fix", "-", stdin=b"A very good color.\r\n")
    assert code == 1
    assert out == "A very good colour.\r\n"
    assert "<stdin>:1:3: warning: write '' [very]" in err
    code, out, _ = fix(fixer, "--fix", "-", stdin=b"\xef\xbb\xbfFine.")
    assert (code, out.encode()) == (0, b"\xef\xbb\xbfFine.")
    code, out, _ = fix(fixer, "--diff", "-", "--stdin-filename", "x.txt", stdin=b"color\n")
    assert (code, out) == (1, "--- a/x.txt\n+++ b/x.txt\n@@ -1 +1 @@\n-color\n+colour\n")


CORPUS = '''
from lint import Edit, Fix, Span, check, hookimpl

def judge(marks, corpus):
    for mark in marks[1:]:
        yield mark, "stands elsewhere too", ()

@check.corpus(severity="warning", judge=judge)
def again(document):
    """A line that another article has."""
    for block in document.blocks:
        end = min(block.end + 1, len(document.text))
        text = document.text[block.start:block.end]
        yield text, block.span, Fix("Take it out", (Edit(Span(block.start, end), ""),), safe=True)

@hookimpl
def lint_checks():
    return [again]
'''


@pytest.mark.parametrize("wanted", ["--fix", "--diff"])
def test_fixes_of_the_corpus_are_carried_out_before_anything_is_told(fixer: Desk, wanted: str) -> None:
    fixer.write({"plugins/again.py": CORPUS, "a.txt": "Same.\nOne.\n", "b.txt": "Same.\nA very red color.\n"})
    fixer.write({"c.txt": "Same.\n", "copydesk.toml": "[lint]\nselect = ['again', 'colour', 'very']"})
    code, out, _ = (
        fix(fixer, wanted, "a.txt", "b.txt", "--format", "concise")
        if wanted == "--fix"
        else fix(fixer, wanted, "a.txt", "b.txt")
    )
    assert code == 1
    if wanted == "--fix":
        assert out == "b.txt:1:3: warning write '' [very]\n"
        assert (fixer.folder / "b.txt").read_text() == "A very red colour.\n"
    else:
        assert out.endswith("-Same.\n-A very red color.\n+A very red colour.\n")
        assert (fixer.folder / "b.txt").read_text() == "Same.\nA very red color.\n"
    assert (fixer.folder / "a.txt").read_text() == "Same.\nOne.\n"
    assert (fixer.folder / "c.txt").read_text() == "Same.\n", "it belongs to the corpus, but was not given"


def test_fixes_of_the_corpus_that_never_settle_are_trouble(fixer: Desk) -> None:
    grows = CORPUS.replace('Edit(Span(block.start, end), "")', 'Edit(Span(block.end, block.end), "!")')
    fixer.write(
        {"plugins/growing.py": grows.replace("yield text,", 'yield "all",'), "a.txt": "Same.", "b.txt": "Same."}
    )
    fixer.write({"copydesk.toml": "[lint]\nselect = ['again']"})
    code, _, err = fix(fixer, "--fix", "a.txt", "b.txt")
    assert code == 2
    assert "b.txt: the fixes for lines that articles share never settle" in err


def test_a_file_changed_meanwhile_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"new")
    with pytest.raises(ChangedError):
        replace_file(path, b"old", b"mended")
    assert path.read_bytes() == b"new"
    path.unlink()
    with pytest.raises(FileNotFoundError):
        replace_file(path, b"old", b"mended")
    assert not list(tmp_path.iterdir())


def test_a_full_disk_leaves_the_old_file(fixer: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    fixer.write({"a.txt": "color"})

    def full(handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    code, out, err = fix(fixer, "--fix", "a.txt")
    assert code == 2
    assert err == "copydesk: a.txt: left as it was: No space left on device\n"
    assert "[colour] [*]" in out
    assert (fixer.folder / "a.txt").read_text() == "color"
    assert not list(fixer.folder.glob(".copydesk-*"))


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root may write everywhere")
def test_what_is_read_only_stays(fixer: Desk) -> None:
    fixer.write({"a.txt": "color", "in/b.txt": "color"})
    os.chmod(fixer.folder / "a.txt", 0o444)
    os.chmod(fixer.folder / "in", 0o555)
    code, _, err = fix(fixer, "--fix", ".")
    os.chmod(fixer.folder / "in", 0o755)
    assert code == 2
    assert "a.txt: left as it was: it is read-only\n" in err
    assert "in/b.txt: left as it was: Permission denied\n" in err


def test_a_device_is_written_to_as_it_is(tmp_path: Path) -> None:
    write_file(Path(os.devnull), b"text")
    assert not Path(os.devnull).is_file()
    with pytest.raises(IsADirectoryError):
        write_file(tmp_path, b"text")


def test_the_samples_settle_and_differ_only_where_a_finding_said_so(desk: Desk) -> None:
    originals = {f"seeds/{path.name}": path.read_text(encoding="utf-8") for path in (ROOT / "seeds").glob("*.txt")}
    desk.write({**originals, "config.toml": (ROOT / "config.toml").read_bytes()})
    for wanted in (["--fix"], ["--fix", "--unsafe-fixes"]):
        rows = _rows(desk)
        before = {name: (desk.folder / name).read_text(encoding="utf-8") for name in originals}
        desk.run("check", "seeds", *wanted)
        after = _rows(desk)
        assert not [row for row in after if row["fix"] and (row["fix"]["safe"] or len(wanted) > 1)]
        changed = {name: (desk.folder / name).read_bytes() for name in originals}
        for name, text in before.items():
            lines = {row["line"] for row in rows if row["path"] == name and row["fix"]} | {
                line
                for row in rows
                if row["path"] == name and row["fix"]
                for edit in row["fix"]["edits"]
                for line in range(edit["line"], edit["end_line"] + 1)
            }
            now = changed[name].decode()
            if text.count("\n") == now.count("\n"):
                different = [
                    n for n, (a, b) in enumerate(zip(text.split("\n"), now.split("\n"), strict=True), 1) if a != b
                ]
                assert set(different) <= lines
        desk.run("check", "seeds", *wanted)
        assert {name: (desk.folder / name).read_bytes() for name in originals} == changed


def _rows(desk: Desk) -> list[dict[str, object]]:
    return [json.loads(line) for line in desk.run("check", "seeds", "--format", "jsonl").out.splitlines()]


WORDS = st.lists(st.sampled_from(["a", "bb", "\r\n", "\n", "é", "🦊", " "]), max_size=30).map("".join)


@given(WORDS, st.data())
def test_fixes_carried_out_together_are_those_one_by_one(text: str, data: st.DataObject) -> None:
    """Each round changes exactly the places of its fixes, whatever their order."""
    lines = LineIndex(text)
    cuts = sorted(data.draw(st.sets(st.integers(0, len(text)), max_size=8)))
    spans = list(zip(cuts[::2], cuts[1::2], strict=False))
    fixes = [
        PlacedFix("x", True, (PlacedEdit(lines.position(start), lines.position(end), "ZZ"),)) for start, end in spans
    ]
    expected = text
    for start, end in reversed(spans):
        expected = expected[:start] + "ZZ" + expected[end:]
    assert applied(text, lines, data.draw(st.permutations(fixes))) == expected


@given(st.lists(st.tuples(st.integers(0, 12), st.integers(0, 4), st.sampled_from(["", "x", "yy"])), max_size=6))
def test_fixes_that_touch_wait_for_the_next_round(edits: list[tuple[int, int, str]]) -> None:
    """Whatever fixes are offered, in the first round none meets another, and the rest is offered again."""
    text = "abcdefghijklmnop"
    rounds: list[str] = []

    def look(data: bytes) -> tuple[Document, Report]:
        document = TEXT.read("a.txt", data, Settings())
        rounds.append(document.text)
        offered = edits if len(rounds) == 1 else []
        found = tuple(_diagnostic(start, start + length, new) for start, length, new in offered)
        return document, Report(path="a.txt", diagnostics=found)

    outcome = mended(text.encode(), look)
    assert re.fullmatch("[a-pxy]*", outcome.data.decode())
    fixes = outcome.report.change.fixes if outcome.report.change else 0
    assert fixes <= len(edits)
    if not fixes:
        assert outcome.data == text.encode()
    kept = [c for c in text if c in outcome.data.decode()]
    assert kept == sorted(kept)


def _diagnostic(start: int, end: int, text: str) -> Diagnostic:
    first, last = Position(1, start + 1), Position(1, end + 1)
    return Diagnostic(
        path="a.txt",
        start=first,
        end=last,
        check="odd",
        group="odds",
        severity=Severity.WARNING,
        message="odd",
        fix=PlacedFix("x", True, (PlacedEdit(first, last, text),)),
        notes=(),
        fingerprint="",
        excerpt=Excerpt("", 1, more=False),
    )
