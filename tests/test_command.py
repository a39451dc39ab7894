"""The command as a stranger meets it: what it prints, where, and with which exit code."""

import json
import os
import subprocess
import sys
from collections.abc import Callable

import pytest
from conftest import Desk

import lint

CAFE = "The café is open."


def test_version_and_help(desk: Desk) -> None:
    assert desk.run("--version").out == f"copydesk {lint.__version__}\n"
    assert "check" in desk.run("--help").out
    assert desk.run().code == 2


def test_an_unknown_path_is_named(desk: Desk) -> None:
    desk.write({"a.txt": "Fine."})
    outcome = desk.run("check", "a.txt", "missing.txt")
    assert outcome.code == 2
    assert outcome.err == "copydesk: missing.txt: there is no such file or folder\n"
    assert "1 article checked" in outcome.out, "the others are checked all the same"


def test_an_empty_folder_says_so(desk: Desk) -> None:
    outcome = desk.run("check", ".")
    assert outcome.code == 0
    assert "no articles found in this folder" in outcome.err
    assert outcome.out == "Nothing was checked.\n"


@pytest.mark.parametrize("content", [b"", b"\n\n", b"Fine.\r\nToo.\r\n", b"\xef\xbb\xbfFine.\n", "Süß\n".encode()])
def test_clean_files_are_clean(desk: Desk, content: bytes) -> None:
    desk.write({"a.txt": content})
    outcome = desk.run("check", "a.txt")
    assert (outcome.code, outcome.err) == (0, "")
    assert outcome.out == "No problems found; 1 article checked.\n"


def test_nul_bytes_are_passed_over_with_a_word(desk: Desk) -> None:
    desk.write({"a.txt": b"\0" * 100, "b.txt": "Fine."})
    outcome = desk.run("check", ".")
    assert outcome.code == 0
    assert outcome.err == "copydesk: a.txt: passed over: holds NUL bytes: not a text\n"


def test_places_count_code_points_in_the_file_whatever_its_encoding(desk: Desk) -> None:
    for name, content in (("l1.txt", CAFE.encode("cp1252")), ("u16.txt", CAFE.encode("utf-16"))):
        desk.write({name: b"" + content})
        outcome = desk.run("check", name, "--format", "concise")
        assert outcome.out.startswith(f"{name}:1:8: warning this file ")
        assert outcome.code == 1


def test_an_undecodable_file_is_trouble(desk: Desk) -> None:
    desk.write({"a.txt": b"\xff\xfe\x00\xd8"})
    outcome = desk.run("check", "a.txt")
    assert outcome.code == 2
    assert "a.txt: begins with the mark of UTF-16-LE" in outcome.err


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read everything")
def test_a_folder_without_permission_is_trouble(desk: Desk) -> None:
    desk.write({"in/a.txt": "Fine.", "b.txt": "Fine."})
    os.chmod(desk.folder / "in", 0)
    outcome = desk.run("check", ".")
    os.chmod(desk.folder / "in", 0o700)
    assert outcome.code == 2
    assert "in: cannot be read: Permission denied" in outcome.err
    assert "1 article checked" in outcome.out


def test_a_link_that_leads_nowhere_is_trouble_when_it_is_named(desk: Desk) -> None:
    os.symlink(desk.folder / "gone.txt", desk.folder / "a.txt")
    outcome = desk.run("check", "a.txt")
    assert outcome.code == 2
    assert "a.txt: cannot be read: No such file or directory" in outcome.err


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--select", "encodng"], "--select: there is no check or group “encodng”: did you mean “encoding”?"),
        (["--ignore", "nothing-like-it"], "--ignore: there is no check or group “nothing-like-it”"),
        (["--format", "json-l"], "--format: there is no format “json-l”: did you mean “jsonl”?"),
        (["--level", "loud"], "level: “loud” is no severity: use error, warning, info or off"),
        (["--config", "gone.toml"], "gone.toml: cannot be read: No such file or directory"),
        (["--plugin-dir", "gone"], "--plugin-dir gone: there is no such folder"),
    ],
)
def test_wrong_words_are_answered_with_the_right_ones(desk: Desk, arguments: list[str], message: str) -> None:
    desk.write({"a.txt": "Fine."})
    outcome = desk.run("check", "a.txt", *arguments)
    assert outcome.code == 2
    assert message in outcome.err
    assert outcome.out == ""


def test_select_ignore_and_levels(desk: Desk) -> None:
    desk.write({"a.txt": CAFE.encode("cp1252")})
    assert desk.run("check", "a.txt", "--select", "characters").code == 1
    assert desk.run("check", "a.txt", "--select", "numbers,boilerplate").code == 0
    assert desk.run("check", "a.txt", "--ignore", "encoding").code == 0
    assert desk.run("check", "a.txt", "--fail-level", "error").code == 0
    hidden = desk.run("check", "a.txt", "--level", "error")
    assert hidden.code == 0
    assert "1 finding of lower level is hidden" in hidden.out
    desk.write({"copydesk.toml": "[lint]\nignore = ['encoding']\n"})
    assert desk.run("check", "a.txt").code == 0
    assert desk.run("check", "a.txt", "--select", "encoding").code == 1, "selected by hand, it runs"


def test_standard_input_has_a_name(desk: Desk) -> None:
    outcome = desk.run("check", "-", "--stdin-filename", "in/a.txt", "--format", "jsonl", stdin=CAFE.encode("cp1252"))
    assert json.loads(outcome.out)["path"] == "in/a.txt"
    assert outcome.code == 1
    assert desk.run("check", "-", stdin=b"Fine.").out == "No problems found; 1 article checked.\n"


def test_folders_are_walked_and_gitignore_is_respected(desk: Desk, latin: Callable[[str], bytes]) -> None:
    article = latin(CAFE)
    desk.write(
        {
            ".gitignore": "ignored/\n*.tmp.txt\n!kept.tmp.txt\n",
            "a.txt": article,
            "ignored/b.txt": article,
            "c.tmp.txt": article,
            "in/kept.tmp.txt": article,
            "in/.gitignore": "/d.txt\n",
            "in/d.txt": article,
            "in/deep/d.txt": article,
            ".hidden/e.txt": article,
            "picture.png": b"\x89PNG\r\n",
        }
    )
    os.symlink(desk.folder, desk.folder / "in" / "circle")
    expected = ["a.txt", "in/deep/d.txt", "in/kept.tmp.txt"]

    def checked(*paths: str) -> list[str]:
        outcome = desk.run("check", "--select", "encoding", "--format", "concise", *paths)
        return [line.split(":")[0] for line in outcome.out.splitlines()]

    assert checked() == expected
    assert checked("in", "a.txt", "./a.txt", ".") == expected, "no file twice, in the order of the paths"
    subprocess.run(["git", "init", "-q"], cwd=desk.folder, check=True)
    assert checked() == expected, "git's own list is the same"


def test_json_lines_keep_the_contract(desk: Desk) -> None:
    desk.write({"a.txt": CAFE.encode("cp1252")})
    row = json.loads(desk.run("check", "a.txt", "--format", "jsonl").out)
    fingerprint = row.pop("fingerprint")
    assert len(fingerprint) == 20
    assert row == {
        "path": "a.txt",
        "line": 1,
        "column": 8,
        "end_line": 1,
        "end_column": 9,
        "check": "encoding",
        "group": "characters",
        "severity": "warning",
        "message": "this file seems to be CP1252, not UTF-8: save it as UTF-8",
        "notes": [],
        "fix": None,
    }


def test_colours_for_terminals_only(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    desk.write({"a.txt": CAFE.encode("cp1252")})
    assert "\x1b" not in desk.run("check", "a.txt").out
    assert "\x1b[" in desk.run("check", "a.txt", "--color", "always").out
    monkeypatch.setattr(type(sys.stdout), "isatty", lambda self: True, raising=False)
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b" not in desk.run("check", "a.txt").out


def test_explain_checks_and_init(desk: Desk) -> None:
    page = desk.run("explain", "encoding")
    assert page.code == 0
    assert page.out.startswith("# encoding\n")
    assert 'severity = { encoding = "off" }' in page.out
    assert desk.run("explain", "encodign").code == 2
    assert "encoding" in desk.run("checks").out
    assert desk.run("init").code == 0
    assert desk.run("check").code == 0, "what init writes is a valid configuration"
    again = desk.run("init")
    assert again.code == 2
    assert "is there already; it was left as it is" in again.err


def test_every_key_that_init_shows_exists(desk: Desk) -> None:
    desk.run("init")
    path = desk.folder / "copydesk.toml"
    shown = path.read_text(encoding="utf-8").split("# Options of a check")[0]
    lines = [line.removeprefix("# ") if "=" in line or line.startswith("# [") else line for line in shown.splitlines()]
    path.write_text("\n".join(lines), encoding="utf-8")
    rule = "extends: existence\nmessage: no\ntokens: [bread]\n"
    desk.write({"articles/a.txt": "Fine.", "style.toml": "", "styles/House/Bread.yml": rule})
    outcome = desk.run("check")
    assert (outcome.code, outcome.err) == (0, "")


def test_file_names_of_any_bytes_are_printed(desk: Desk) -> None:
    name = os.fsdecode(b"caf\xe9 \xf0\x9f\x91\x8d.txt")
    try:
        (desk.folder / name).write_bytes(CAFE.encode("cp1252"))
    except OSError:
        pytest.skip("this file system takes UTF-8 names only")
    assert json.loads(desk.run("check", ".", "--format", "jsonl").out)["path"] == name
    assert desk.run("check", ".").code == 1


def test_a_closed_pipe_is_no_trouble(desk: Desk) -> None:
    desk.write({f"{number:03}.txt": CAFE.encode("cp1252") for number in range(300)})
    command = f"{sys.executable} -m lint check . | head -1"
    done = subprocess.run(command, shell=True, cwd=desk.folder, capture_output=True, text=True, check=False)
    assert done.stdout.startswith("000.txt:1:8")
    assert done.stderr == ""


def test_what_a_clean_english_text_does_not_need_is_not_imported(desk: Desk) -> None:
    desk.write({"a.txt": "The council met on Tuesday evening to talk about the plans for the new bridge.\n" * 20})
    script = "import sys; from lint.cli import main; main(['check', 'a.txt']); print(*sorted(sys.modules))"
    done = subprocess.run([sys.executable, "-c", script], cwd=desk.folder, capture_output=True, text=True, check=True)
    modules = set(done.stdout.split())
    heavy = {"langdetect", "regex", "charset_normalizer", "pathspec", "wcwidth", "spellchecker", "ftfy", "rapidfuzz"}
    assert not heavy & modules
    assert "importlib.metadata" not in modules


@pytest.mark.skipif(sys.platform == "win32", reason="needs a shell of POSIX")
@pytest.mark.parametrize(("closed", "code"), [(">&-", 2), ("2>&-", 1), ("<&-", 1)])
def test_closed_streams_are_no_crash(desk: Desk, closed: str, code: int) -> None:
    desk.write({"a.txt": "She went to kyiv."})
    line = f"{sys.executable} -m lint check a.txt {closed}"
    done = subprocess.run(line, shell=True, cwd=desk.folder, capture_output=True, text=True, check=False)
    assert done.returncode == code
    assert "Traceback" not in done.stderr
    assert ("standard output is closed" in done.stderr) == (closed == ">&-")
