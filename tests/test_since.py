"""Findings on changed lines only."""

import subprocess

import pytest
from conftest import Desk

OPTIONS = ("--select", "lowercase-names", "--format", "concise")


def git(desk: Desk, *arguments: str) -> None:
    names = ("-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "init.defaultBranch=main")
    subprocess.run(["git", *names, *arguments], cwd=desk.folder, check=True, capture_output=True)


@pytest.fixture
def archive(desk: Desk) -> Desk:
    desk.write({"a.txt": "She went to kyiv.\n\nHe stayed.\n\nThey met in june.\n", "b.txt": "It was in berlin.\n"})
    git(desk, "init")
    git(desk, "add", ".")
    git(desk, "commit", "-m", "first")
    return desk


def test_only_changed_lines_are_told_of(archive: Desk) -> None:
    assert archive.run("check", *OPTIONS).out.count("\n") == 3
    assert archive.run("check", *OPTIONS, "--since", "HEAD").out == ""
    archive.write({"a.txt": "She went to kyiv.\n\nHe stayed in paris.\n\nThey met in june.\n", "new.txt": "In kyiv.\n"})
    out = archive.run("check", *OPTIONS, "--since", "HEAD").out
    assert [line.split(" ")[0] for line in out.splitlines()] == ["a.txt:3:14:", "new.txt:1:4:"]
    git(archive, "add", ".")
    git(archive, "commit", "-m", "second")
    assert archive.run("check", *OPTIONS, "--since", "HEAD~1").out == out
    assert archive.run("check", *OPTIONS, "--since", "HEAD").out == ""


def test_before_the_first_commit_all_is_new(desk: Desk) -> None:
    desk.write({"a.txt": "She went to kyiv.\n", "b.txt": "It was in berlin.\n"})
    git(desk, "init")
    git(desk, "add", "a.txt")
    out = desk.run("check", *OPTIONS, "--since", "HEAD").out
    assert [line.split(":")[0] for line in out.splitlines()] == ["a.txt", "b.txt"]


def test_named_files_count_as_well(archive: Desk) -> None:
    archive.write({"b.txt": "It was in odesa.\n", "a.txt": "Nothing.\n"})
    assert archive.run("check", *OPTIONS, "--since", "HEAD", "a.txt", "b.txt").out.startswith("b.txt:1:11:")
    assert archive.run("check", *OPTIONS, "--since", "HEAD", "a.txt").out == ""


def test_a_folder_may_be_reached_by_a_link(archive: Desk, tmp_path_factory: pytest.TempPathFactory) -> None:
    archive.write({"sub/b.txt": "In odesa.\n", "a.txt": "In kyiv.\n"})
    for name, meant, found in (("all", ".", ["a.txt:1:4:", "sub/b.txt:1:4:"]), ("part", "sub", ["b.txt:1:4:"])):
        link = tmp_path_factory.mktemp("elsewhere") / name
        try:
            link.symlink_to(archive.folder / meant, target_is_directory=True)
        except OSError:
            pytest.skip("this system makes no links")
        out = archive.run("check", *OPTIONS, "--since", "HEAD", str(link)).out
        assert [line.split(" ")[0].removeprefix(f"{link}/") for line in out.splitlines()] == found


def test_what_the_other_branch_did_is_not_ours(archive: Desk) -> None:
    git(archive, "branch", "ours")
    archive.write({"b.txt": "It was in odesa.\n"})
    git(archive, "commit", "-am", "theirs")
    git(archive, "branch", "theirs")
    git(archive, "checkout", "ours")
    archive.write({"a.txt": "In kyiv, in june.\n"})
    git(archive, "commit", "-am", "mine")
    out = archive.run("check", *OPTIONS, "--since", "theirs").out
    assert [line.split(":")[0] for line in out.splitlines()] == ["a.txt", "a.txt"]


def test_a_finding_counts_where_its_other_place_was_changed(archive: Desk) -> None:
    story = "The blast killed 37 people on {day}.\n\nIt raised the death toll to 29, officials said.\n"
    archive.write({"toll.txt": "The floods killed 17 people, raising the death toll to 29.\n"})
    git(archive, "add", ".")
    git(archive, "commit", "-m", "toll")
    archive.write({"toll.txt": "The floods killed 37 people, raising the death toll to 29.\n"})
    assert "toll-update" in archive.run("check", "--since", "HEAD", "toll.txt").out, story


def test_unusual_names_are_found(archive: Desk) -> None:
    for name in ("two words.txt", "кіт.txt", 'quo"te.txt', "tab\there.txt"):
        archive.write({name: "Nothing here.\n"})
    git(archive, "add", ".")
    git(archive, "commit", "-m", "names")
    for name in ("two words.txt", "кіт.txt", 'quo"te.txt', "tab\there.txt"):
        archive.write({name: "Nothing here.\nBut in kyiv.\n"})
    assert archive.run("check", *OPTIONS, "--since", "HEAD").out.count(":2:8: ") == 4


def test_lines_that_look_like_heads_of_a_diff_are_lines(archive: Desk) -> None:
    archive.write({"a.txt": "++ b/other.txt\n@@ -1 +1 @@\n\nShe went to kyiv.\n\nHe stayed.\n"})
    assert archive.run("check", *OPTIONS, "--since", "HEAD", "a.txt").out == ""
    archive.write({"a.txt": "++ b/other.txt\n\nHe went to berlin.\n"})
    assert archive.run("check", *OPTIONS, "--since", "HEAD", "a.txt").out.startswith("a.txt:3:12:")


def test_trouble_is_told(archive: Desk, tmp_path_factory: pytest.TempPathFactory) -> None:
    outcome = archive.run("check", "--since", "nothing")
    assert (outcome.code, outcome.err) == (2, "copydesk: --since nothing: git knows no such revision\n")
    outcome = archive.run("check", "--since", "--output=x")
    assert outcome.code == 2
    outside = Desk(tmp_path_factory.mktemp("outside"), archive._monkeypatch, archive._capfd)
    outcome = outside.run("check", "--since", "HEAD")
    assert outcome.code == 2
    assert "--since: git says: fatal: not a git repository" in outcome.err
    outcome = archive.run("check", "--since", "HEAD", "--write-baseline")
    assert outcome.code == 2
