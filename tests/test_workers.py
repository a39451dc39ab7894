"""Several processes: the same output as one, and what dies or hangs in one file takes nothing else along."""

import multiprocessing
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from conftest import Desk

from lint.examining import Examined, Examiner
from lint.linters import Linters, root_config
from lint.plugins import load
from lint.roll import Target
from lint.workers import Crew, answers

POSIX = pytest.mark.skipif(not hasattr(signal, "SIGUSR1"), reason="needs signals")
PLUGIN = '''
import os
import time

from lint import Finding, Span, check, hookimpl


@check(severity="warning")
def troubles(document):
    """Makes trouble where the text asks for it.

    ```bad
    ⟦x⟧
    ```
    """
    if "dies" in document.text:
        os._exit(3)
    if "is killed" in document.text:
        os.kill(os.getpid(), 9)
    while "hangs" in document.text:
        time.sleep(0.01)
    yield Finding(Span(0, 1), "checked")


def waiting(document):
    while "waits" in document.text:
        time.sleep(0.01)
    return ()


@check(severity="warning", view=waiting)
def waits(document):
    """Waits in its view."""
    yield from document.view(waiting)


@hookimpl
def lint_checks():
    return [troubles, waits]
'''
OPTIONS = ("--plugin-dir", "plugins", "--select", "troubles,waits", "--format", "concise")


@pytest.fixture
def archive(desk: Desk) -> Desk:
    desk.write({"plugins/troublesome.py": PLUGIN})
    desk.write({f"news/{n:02}.txt": f"Story number {n} of the week.\n" for n in range(40)})
    return desk


def run(desk: Desk, *options: str) -> "subprocess.CompletedProcess[str]":
    command = [sys.executable, "-m", "lint", "check", *OPTIONS, *options]
    return subprocess.run(command, cwd=desk.folder, capture_output=True, text=True, check=False, timeout=60)


def test_any_number_of_processes_says_the_same(archive: Desk) -> None:
    archive.write({"news/05.txt": "No \0 text.\n", "news/copydesk.toml": "[lint]\nexclude = ['33.txt']\n"})
    one = run(archive, "news", "--jobs", "1", "--no-cache")
    assert one.stdout.count("checked") == 38
    for jobs in ("2", "5"):
        several = run(archive, "news", "--jobs", jobs, "--no-cache")
        assert (several.returncode, several.stdout, several.stderr) == (one.returncode, one.stdout, one.stderr)


@POSIX
def test_troubles_are_contained_and_named(archive: Desk) -> None:
    archive.write({"news/07.txt": "It dies.\n", "news/11.txt": "It hangs.\n", "news/23.txt": "It is killed.\n"})
    archive.write({"news/31.txt": "It waits.\n"})
    done = run(archive, "news", "--jobs", "2", "--timeout", "0.5")
    assert done.returncode == 2
    assert done.stdout.count("checked [troubles]") == 36
    told = done.stderr.splitlines()
    assert [line for line in told if "not checked" in line] == [
        "copydesk: news/07.txt: the process that checked it died (exit code 3): this file was not checked",
        "copydesk: news/11.txt: [troubles] given up after 1 seconds: this file was not checked",
        "copydesk: news/23.txt: the process that checked it died (signal 9): this file was not checked",
        "copydesk: news/31.txt: [waits] given up after 1 seconds: this file was not checked",
    ]


@POSIX
def test_ctrl_c_ends_all_processes_at_once(archive: Desk) -> None:
    archive.write({"news/00.txt": "It hangs.\n", "news/01.txt": "It hangs.\n"})
    command = [sys.executable, "-m", "lint", "check", *OPTIONS, "news", "--jobs", "2"]
    process = subprocess.Popen(
        command, cwd=archive.folder, stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True
    )
    wait_for(lambda: len(children(process.pid)) == 2)
    workers = children(process.pid)
    os.killpg(process.pid, signal.SIGINT)
    _, err = process.communicate(timeout=10)
    assert (process.returncode, err) == (130, b"")
    wait_for(lambda: not any(alive(worker) for worker in workers))


@POSIX
def test_nothing_stays_behind_when_the_first_process_is_killed(archive: Desk) -> None:
    archive.write({"news/00.txt": "It hangs.\n", "news/01.txt": "It hangs.\n"})
    command = [sys.executable, "-m", "lint", "check", *OPTIONS, "news", "--jobs", "2"]
    with subprocess.Popen(command, cwd=archive.folder, stdout=subprocess.DEVNULL) as process:
        wait_for(lambda: len(children(process.pid)) == 2)
        workers = children(process.pid)
        process.kill()
    wait_for(lambda: not any(alive(worker) for worker in workers))


def children(pid: int) -> list[int]:
    places = Path(f"/proc/{pid}/task/{pid}/children")
    return [int(child) for child in places.read_text().split()] if places.exists() else []


def alive(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


def wait_for(condition: "object") -> None:
    assert callable(condition)
    for _ in range(1000):
        if condition():
            return
        time.sleep(0.01)
    raise AssertionError("it never came")


@pytest.mark.parametrize("method", multiprocessing.get_all_start_methods())
def test_every_way_to_start_a_process_serves(archive: Desk, method: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(archive.folder)
    monkeypatch.setattr(sys, "path", list(sys.path))
    folders = [str(archive.folder / "plugins")]
    linters = Linters(
        load((), folders),
        root_config(("news",)),
        explicit=False,
        command_line={"select": ("troubles",)},
        plugin_folders=folders,
    )
    targets = [Target(f"news/{n:02}.txt", str(archive.folder / f"news/{n:02}.txt")) for n in range(6)]
    with Crew[int](Examiner(linters), 2, 60, method=method) as crew:
        told = [(n, examined) for n, examined in crew.answers(enumerate([*targets, None]))]
    assert [n for n, _ in told] == list(range(7))
    assert told[6][1] is None
    assert all(examined and len(examined.report.diagnostics) == 1 for _, examined in told[:6])
    sys.modules.pop("troublesome", None)


def test_little_work_needs_no_processes(archive: Desk) -> None:
    folders = [str(archive.folder / "plugins")]
    registry = load((), folders)
    linters = Linters(registry, root_config((str(archive.folder),)), explicit=False, command_line={})
    examine = answers(Examiner(linters), None, 60)
    target = Target("a.txt", "nowhere", b"Some text.")
    told = list(examine([(n, target) for n in range(3)]))
    assert [n for n, _ in told] == [0, 1, 2]
    assert all(isinstance(examined, Examined) for _, examined in told)
    assert not multiprocessing.active_children()
    sys.modules.pop("troublesome", None)
