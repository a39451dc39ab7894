"""Folders as they are found: other encodings, what vanishes, circles of links, files that are no articles."""

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from conftest import Desk

from lint import targets

FAULT = "She went to kyiv – by train.\n"
CONCISE = ("--format", "concise", "--select", "lowercase-names")


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_articles_of_every_encoding_in_one_folder(desk: Desk, jobs: str) -> None:
    encodings = ("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-32", "cp1252")
    marks = {"utf-16-le": b"\xff\xfe"}
    for encoding in encodings:
        desk.write({f"{encoding}.txt": marks.get(encoding, b"") + FAULT.encode(encoding)})
    desk.write({"empty.txt": "", "picture.txt": bytes(range(256)) * 8})
    outcome = desk.run("check", *CONCISE, "--jobs", jobs, ".")
    assert [line.split(":")[0] for line in outcome.out.splitlines()] == sorted(f"{name}.txt" for name in encodings)
    assert all(":1:13: " in line for line in outcome.out.splitlines())
    assert outcome.err.startswith("copydesk: picture.txt: passed over:")
    assert outcome.code == 1


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_a_folder_that_vanishes_on_the_way(desk: Desk, jobs: str, monkeypatch: pytest.MonkeyPatch) -> None:
    desk.write({"a.txt": FAULT, "gone/b.txt": FAULT, "gone/c.txt": FAULT, "z.txt": FAULT})
    listed = targets.files

    def files(folder: Path, trouble: Callable[[str, OSError], None]) -> Iterator[str]:
        yield from list(listed(folder, trouble))
        shutil.rmtree(desk.folder / "gone", ignore_errors=True)

    monkeypatch.setattr(targets, "files", files)
    outcome = desk.run("check", *CONCISE, "--jobs", jobs, ".")
    assert [line.split(":")[0] for line in outcome.out.splitlines()] == ["a.txt", "z.txt"]
    assert [line.split(": ")[1] for line in outcome.err.splitlines()[:-1]] == ["gone/b.txt", "gone/c.txt"]
    assert outcome.code == 2


def test_links_lead_to_files_but_not_in_circles(desk: Desk) -> None:
    desk.write({"in/a.txt": FAULT})
    (desk.folder / "link.txt").symlink_to("in/a.txt")
    (desk.folder / "in" / "circle").symlink_to(desk.folder)
    (desk.folder / "broken.txt").symlink_to("nowhere.txt")
    outcome = desk.run("check", *CONCISE, ".")
    assert [line.split(":")[0] for line in outcome.out.splitlines()] == ["in/a.txt"]
    desk.write({"there/link.txt": ""})
    (desk.folder / "there" / "link.txt").unlink()
    (desk.folder / "there" / "link.txt").symlink_to("../in/a.txt")
    assert desk.run("check", *CONCISE, "there").out.startswith("there/link.txt:")
    assert desk.run("check", *CONCISE, "link.txt").out.startswith("link.txt:")
    assert "broken.txt: cannot be read" in desk.run("check", *CONCISE, "broken.txt").err


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs POSIX")
def test_what_is_no_file_is_not_waited_for(desk: Desk) -> None:
    desk.write({"a.txt": FAULT})
    os.mkfifo(desk.folder / "pipe.txt")
    assert desk.run("check", *CONCISE, ".").out.startswith("a.txt:1:13:")


def test_a_large_article_is_checked_where_it_is_wanted(desk: Desk) -> None:
    desk.write({"large.txt": "Nothing happened here all day long.\n" * 4000 + FAULT})
    desk.write({"copydesk.toml": "[lint]\nmax_file_size = 0.1\n"})
    outcome = desk.run("check", *CONCISE)
    assert "large.txt: holds 0.144 MB, more than an article: not checked" in outcome.err
    assert outcome.code == 2
    desk.write({"copydesk.toml": "[lint]\nmax_file_size = 100\n"})
    assert desk.run("check", *CONCISE).out.startswith("large.txt:4001:13:")
