"""Collections of files, a few or a million."""

import io
from collections.abc import Iterator
from pathlib import PurePath

from hypothesis import given
from hypothesis import strategies as st

from lint.finding import Failure, Report
from lint.progress import shown
from lint.roll import Roll, Target

NAMES = st.text(st.sampled_from("ab.-é /"), min_size=1, max_size=6).map(
    lambda name: "/".join(filter(None, name.split("/")))
)
PATHS = st.lists(NAMES.filter(lambda name: name not in ("", ".") and str(PurePath(name)) == name), max_size=12)


@given(PATHS, st.sampled_from([0, 3, 100]))
def test_files_come_once_and_in_the_order_of_their_parts(paths: list[str], in_memory: int) -> None:
    roll = Roll(in_memory)
    for path in paths:
        roll.add(Target(path, f"/{PurePath(path)}"))
    expected = sorted({PurePath(path).parts for path in paths})
    assert [PurePath(target.path).parts for target in roll] == expected
    assert all(f"/{PurePath(path)}" in roll for path in paths)
    assert len(roll) == len(expected)
    assert "/nowhere" not in roll
    roll.close()


def test_standard_input_keeps_its_content() -> None:
    roll = Roll(1)
    roll.add(Target("m.txt", "/m.txt", b"text"))
    for name in "azx":
        roll.add(Target(name, f"/{name}"))
    roll.add(Target("other", "/m.txt"))
    assert [(target.path, target.data) for target in roll] == [
        ("a", None),
        ("m.txt", b"text"),
        ("x", None),
        ("z", None),
    ]
    roll.close()


def test_a_bar_stands_on_the_terminal_after_a_second() -> None:
    reports = [Report(path=str(n)) for n in range(30)]
    reports[25] = Report(path="25", failures=(Failure("25", "no"),))
    times = iter(n / 10 for n in range(100))
    stream = io.StringIO()
    seen = []
    for report in shown(reports, lambda: 24, stream, lambda: next(times)):
        seen.append(report)
        if report.path == "25":
            assert stream.getvalue().endswith("\r\x1b[K")
    assert seen == reports
    assert stream.getvalue().startswith("\r[##########--------------] 10 of 24 articles\r[###########----")
    assert "\r[########################] 24 of 24 articles\r\x1b[K" in stream.getvalue()
    assert stream.getvalue().endswith("\r\x1b[K")


def test_a_short_run_draws_nothing() -> None:
    def clock() -> Iterator[float]:
        yield from (n / 100 for n in range(90))

    times = clock()
    stream = io.StringIO()
    list(shown([Report(path=str(n)) for n in range(50)], lambda: 50, stream, lambda: next(times)))
    assert stream.getvalue() == ""
