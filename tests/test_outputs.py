"""Outputs for programs: what stands in them, where they go, and that nothing in an article can break them."""

import json
import os
import re
import subprocess
import sys
import xml.etree.ElementTree as ET
from pathlib import Path
from typing import Any

import pytest
from conftest import Desk
from hypothesis import example, given
from hypothesis import strategies as st

from lint.finding import (
    Diagnostic,
    Excerpt,
    Failure,
    PlacedEdit,
    PlacedFix,
    PlacedNote,
    Report,
    Rule,
    Severity,
)
from lint.plugins import load_built_in
from lint.span import LineIndex, Position

WRITERS = load_built_in().writers
RULES = [Rule(name="odd", group="odds", severity=Severity.WARNING, summary="Oddities.", page="What is odd.")]


def diagnostic(line: str = "An é odd line", path: str = "a b.txt", message: str = "odd", **changes: Any) -> Diagnostic:
    index = LineIndex(line)
    start, end = index.position(min(5, len(line))), index.position(min(8, len(line)))
    place = {"path": path, "start": start, "end": end, "excerpt": Excerpt(line, 1, more=False)}
    fields = {
        **place,
        "check": "odd",
        "group": "odds",
        "severity": Severity.WARNING,
        "message": message,
        "fix": PlacedFix("Write “even”", True, (PlacedEdit(start, end, "even"),)),
        "notes": (PlacedNote(**{**place, "path": "b.txt"}, message="here too"),),
        "fingerprint": "0123456789",
        **changes,
    }
    return Diagnostic(**fields)


def written(name: str, *reports: Report) -> str:
    return "".join(WRITERS[name].write(reports, RULES))


ONE = Report(path="a b.txt", diagnostics=(diagnostic(),))
BROKEN = Report(path="c.txt", failures=(Failure("c.txt", "cannot be read"), Failure("", "broken", check="odd")))


def test_json_is_an_array_of_what_json_lines_say() -> None:
    assert json.loads(written("json", ONE, ONE)) == [json.loads(written("jsonl", ONE))] * 2
    assert json.loads(written("json")) == []


def test_sarif_has_places_notes_fixes_fingerprints_rules_and_failures() -> None:
    log = json.loads(written("sarif", ONE, BROKEN))
    run = log["runs"][0]
    region = {"startLine": 1, "startColumn": 6, "endLine": 1, "endColumn": 9}
    assert (log["version"], run["columnKind"]) == ("2.1.0", "unicodeCodePoints")
    assert run["results"] == [
        {
            "ruleId": "odd",
            "ruleIndex": 0,
            "level": "warning",
            "message": {"text": "odd"},
            "locations": [{"physicalLocation": {"artifactLocation": {"uri": "a%20b.txt"}, "region": region}}],
            "partialFingerprints": {"copydesk/v1": "0123456789"},
            "relatedLocations": [
                {
                    "id": 1,
                    "message": {"text": "here too"},
                    "physicalLocation": {"artifactLocation": {"uri": "b.txt"}, "region": region},
                }
            ],
            "fixes": [
                {
                    "description": {"text": "Write “even”"},
                    "artifactChanges": [
                        {
                            "artifactLocation": {"uri": "a%20b.txt"},
                            "replacements": [{"deletedRegion": region, "insertedContent": {"text": "even"}}],
                        }
                    ],
                }
            ],
        }
    ]
    rule = run["tool"]["driver"]["rules"][0]
    assert (rule["id"], rule["help"]["markdown"]) == ("odd", "What is odd.")
    invocation = run["invocations"][0]
    assert invocation["executionSuccessful"] is False
    assert [said["message"]["text"] for said in invocation["toolExecutionNotifications"]] == [
        "cannot be read",
        "broken",
    ]
    assert json.loads(written("sarif"))["runs"][0]["results"] == []


def test_github_has_a_command_a_line() -> None:
    report = Report(path="a,b.txt", diagnostics=(diagnostic(path="a,b:c%\n.txt", message="two\nlines 5%"),))
    assert written("github", report, BROKEN) == (
        "::warning title=copydesk (odd),file=a%2Cb%3Ac%25%0A.txt,line=1,endLine=1,col=6,endColumn=8"
        "::two%0Alines 5%25%0Ab.txt:1:6: here too\n"
        "::error file=c.txt::cannot be read\n"
        "::error::broken\n"
    )


def test_gitlab_has_fingerprints_of_its_own() -> None:
    issues = json.loads(written("gitlab", ONE, ONE))
    assert [issue["fingerprint"] for issue in issues] == ["0123456789", "0123456789-2"]
    assert issues[0] == {
        "type": "issue",
        "check_name": "odd",
        "description": "odd",
        "categories": ["Style"],
        "fingerprint": "0123456789",
        "severity": "minor",
        "location": {
            "path": "a b.txt",
            "positions": {"begin": {"line": 1, "column": 6}, "end": {"line": 1, "column": 9}},
        },
    }
    assert json.loads(written("gitlab")) == []


def test_rdjson_counts_bytes() -> None:
    result = json.loads(written("rdjson", ONE))
    span = {"start": {"line": 1, "column": 7}, "end": {"line": 1, "column": 10}}
    assert result["source"] == {"name": "copydesk"}
    assert result["diagnostics"] == [
        {
            "message": "odd",
            "location": {"path": "a b.txt", "range": span},
            "severity": "WARNING",
            "code": {"value": "odd"},
            "suggestions": [{"range": span, "text": "even"}],
            "related_locations": [{"message": "here too", "location": {"path": "b.txt", "range": span}}],
        }
    ]
    assert json.loads(written("rdjson"))["diagnostics"] == []


def test_junit_has_a_suite_an_article() -> None:
    skipped = Report(path="d.png", skipped="holds NUL bytes")
    suites = ET.fromstring(written("junit", ONE, BROKEN, skipped, Report(path="e.txt")))
    found = {suite.get("name"): suite for suite in suites}
    assert found["a b.txt"].attrib == {"name": "a b.txt", "tests": "1", "failures": "1", "errors": "0", "skipped": "0"}
    case = found["a b.txt"][0]
    assert (case.get("name"), case.get("classname"), case.get("line")) == ("odd (1:6)", "a b.txt", "1")
    assert case[0].attrib == {"message": "odd", "type": "odd"}
    assert case[0].text == "a b.txt:1:6: warning: odd\nb.txt:1:6: here too"
    assert [case[0].tag for case in found["c.txt"]] == ["error", "error"]
    assert found["d.png"][0][0].get("message") == "holds NUL bytes"
    assert len(found["e.txt"][0]) == 0


def test_checkstyle_has_an_error_a_finding() -> None:
    tree = ET.fromstring(written("checkstyle", ONE, Report(path="e.txt")))
    assert [file.get("name") for file in tree] == ["a b.txt"]
    assert tree[0][0].attrib == {
        "line": "1",
        "column": "6",
        "severity": "warning",
        "message": "odd",
        "source": "copydesk.odds.odd",
    }


def test_markdown_is_a_summary_that_fits_a_page() -> None:
    many = Report(path="a`|.txt", diagnostics=(diagnostic(path="a`|.txt", message="[x](y) | <b>"),) * 250)
    page = written("markdown", many, BROKEN)
    assert page.startswith("## copydesk\n\n250 problems (250 warnings) in 1 article; 1 article checked.\n")
    assert "| `odd` | 250 |\n" in page
    assert "| `` a`\\|.txt `` | 250 |\n" in page
    assert "| `` a`\\|.txt:1:6 `` | \\[x\\](y) \\| &lt;b> | `odd` |\n" in page
    assert page.endswith("… and 150 more.\n")
    assert "- c.txt: cannot be read\n" in page
    assert written("markdown") == "## copydesk\n\nNothing was checked.\n"


def test_statistics_count_checks() -> None:
    unsafe = diagnostic(fix=None)
    report = Report(path="a.txt", diagnostics=(unsafe, diagnostic(), diagnostic(check="other", fix=None)))
    lines = written("statistics", report).splitlines()
    assert lines[:3] == ["2  [-]  odd", "1       other", ""]


NASTY = st.text(st.characters(max_codepoint=0x10FFFF), max_size=12)


@given(NASTY.filter(bool), NASTY.filter(bool), NASTY)
@example("\ud800", "0", "")
def test_no_article_breaks_a_format(path: str, message: str, line: str) -> None:
    found = diagnostic(line=line, path=path, message=message)
    report = Report(path=path, diagnostics=(found, found), failures=(Failure(path, message),))
    for name in ("json", "sarif", "gitlab", "rdjson"):
        json.loads(written(name, report).encode("utf-8", "backslashreplace"))
    for name in ("junit", "checkstyle"):
        ET.fromstring(written(name, report).encode("utf-8", "backslashreplace"))
    for name in ("github", "concise"):
        lines = written(name, report).split("\n")
        assert len(lines) == 3 + (name == "github")
        assert not any("\r" in line for line in lines)


# How the output is used


ARTICLE = "He lives in kyiv. She lives in kyiv and works in kharkiv.\n"


def test_output_takes_the_place_of_standard_output(desk: Desk) -> None:
    desk.write({"a.txt": ARTICLE})
    printed = desk.run("check", "a.txt", "--format", "json").out
    outcome = desk.run("check", "a.txt", "--format", "json", "--output", "out.json")
    assert (outcome.code, outcome.out) == (1, "")
    assert (desk.folder / "out.json").read_text(encoding="utf-8") == printed


def test_several_outputs_in_one_run(desk: Desk) -> None:
    desk.write({"a.txt": ARTICLE, "b.txt": ARTICLE})
    names = [name for name in WRITERS if name not in ("diff", "text")]
    outputs = [part for name in names for part in ("--output", f"{name}:out-{name}")]
    outcome = desk.run("check", "a.txt", "b.txt", *outputs)
    assert outcome.out == desk.run("check", "a.txt", "b.txt").out
    for name in names:
        single = desk.run("check", "a.txt", "b.txt", "--format", name).out
        assert (desk.folder / f"out-{name}").read_text(encoding="utf-8") == single
    assert not list(desk.folder.glob(".copydesk-*"))


@pytest.mark.parametrize(
    ("outputs", "message"),
    [
        (["chapter 2: the sea.json"], None),
        (["x", "y"], "--output y: name its format, as in --output sarif:y"),
        (["srif:y"], "--output srif:y: there is no format “srif”: did you mean “sarif”?"),
        (["x", "sarfi:y"], "--output sarfi:y: there is no format “sarfi”: did you mean “sarif”?"),
        (["sarif:x", "json:x"], "--output: two formats cannot go to x"),
        (["sarif:"], "--output: a file is missing behind the colon"),
        (["gone/x"], "--output gone/x: cannot be written: No such file or directory"),
        (["."], "--output .: cannot be written: it is a folder"),
    ],
)
def test_wrong_outputs_are_told_before_anything_runs(desk: Desk, outputs: list[str], message: str | None) -> None:
    desk.write({"a.txt": ARTICLE})
    outcome = desk.run("check", "a.txt", *(part for output in outputs for part in ("--output", output)))
    if message is None:
        assert outcome.code == 1, "a colon may stand in the name of a file"
        return
    assert (outcome.code, outcome.out) == (2, "")
    assert outcome.err == f"copydesk: {message}\n"


def test_a_full_disk_is_told_and_the_old_file_stays(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    desk.write({"a.txt": ARTICLE, "out.sarif": "old"})

    def full(handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    outcome = desk.run("check", "a.txt", "--output", "sarif:out.sarif", "--format", "concise")
    assert outcome.code == 2
    assert outcome.out.startswith("a.txt:1:13: warning")
    assert "copydesk: --output out.sarif: cannot be written: No space left on device\n" in outcome.err
    assert (desk.folder / "out.sarif").read_text() == "old"
    assert not list(desk.folder.glob(".copydesk-*"))


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no such device here")
@pytest.mark.parametrize("arguments", ["", "--output sarif:/dev/full", "--output sarif:out.sarif"])
def test_a_full_standard_output_is_trouble_without_a_traceback(desk: Desk, arguments: str) -> None:
    desk.write({"a.txt": ARTICLE * 300})
    command = f"{sys.executable} -m lint check a.txt {arguments} > /dev/full"
    done = subprocess.run(command, shell=True, cwd=desk.folder, capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert "No space left on device" in done.stderr
    assert "Traceback" not in done.stderr


def test_files_are_written_though_nobody_reads_standard_output(desk: Desk) -> None:
    desk.write({f"{number:03}.txt": ARTICLE for number in range(300)})
    command = f"{sys.executable} -m lint check . --output gitlab:out.json | head -1"
    subprocess.run(command, shell=True, cwd=desk.folder, capture_output=True, check=True)
    assert len(json.loads((desk.folder / "out.json").read_text(encoding="utf-8"))) >= 300


def test_file_names_of_any_kind(desk: Desk) -> None:
    names = ["a b.txt", "a\nb.txt", "👍.txt", os.fsdecode(b"bad\xff.txt"), '<&>".txt', "a,b:c%.txt"]
    try:
        for name in names:
            (desk.folder / name).write_text(ARTICLE, encoding="utf-8")
    except OSError:
        pytest.skip("this file system takes other names only")
    outputs = [part for name in WRITERS if name != "diff" for part in ("--output", f"{name}:out/{name}")]
    (desk.folder / "out").mkdir()
    outcome = desk.run("check", *names, *outputs)
    assert outcome.code == 1
    assert not re.search("Traceback|cannot", outcome.err)
    diff = subprocess.run(
        [sys.executable, "-m", "lint", "check", "--diff", "."], cwd=desk.folder, capture_output=True, check=False
    ).stdout
    subprocess.run(["git", "apply", "-"], input=diff, cwd=desk.folder, check=True)
    for name in names:
        assert "Kyiv" in (desk.folder / name).read_text(encoding="utf-8")


def test_position_is_compared_without_its_bytes() -> None:
    assert Position(1, 2, 3) == Position(1, 2)
