"""What people and programs are shown."""

from hypothesis import given
from hypothesis import strategies as st

from lint.finding import Diagnostic, Excerpt, PlacedFix, PlacedNote, Report, Severity
from lint.span import Position
from lint.writers.concise import write as concise
from lint.writers.tally import Tally
from lint.writers.text import write as text
from lint.writers.text import write_terminal
from lint.writers.visible import visible, width
from lint.writers.window import window


def diagnostic(line: str, start: int, end: int, message: str = "odd", column: int = 1) -> Diagnostic:
    return Diagnostic(
        path="a.txt",
        start=Position(3, start),
        end=Position(3, end),
        check="oddity",
        group="words",
        severity=Severity.WARNING,
        message=message,
        fix=PlacedFix("write “even”", safe=False, edits=()),
        notes=(
            PlacedNote(
                path="b.txt",
                start=Position(9, 1),
                end=Position(9, 4),
                message="here too",
                excerpt=Excerpt("odd", 1, more=False),
            ),
        ),
        fingerprint="",
        excerpt=Excerpt(line, column, more=False),
    )


def test_text_shows_the_sentence_the_caret_the_note_and_the_fix() -> None:
    report = Report(path="a.txt", diagnostics=(diagnostic("An odd line.", 4, 7),), hidden=2, passed_over="")
    french = Report(path="c.txt", passed_over="fr")
    assert "".join(text([report, french], [])) == (
        "a.txt:3:4: warning: odd [oddity]\n"
        "    3 | An odd line.\n"
        "      |    ^^^\n"
        "  note: here too (b.txt:9:1)\n"
        "    9 | odd\n"
        "      | ^^^\n"
        "  fix: write “even”\n"
        "\n"
        "1 problem (1 warning) in 1 article; 2 articles checked.\n"
        "1 problem can be fixed, to be read again: copydesk check --fix --unsafe-fixes.\n"
        "2 findings of lower level are hidden: show them with --level info.\n"
        "1 article passed over by the checks that know other languages only (fr 1): set `language` if that is wrong.\n"
    )


def test_a_long_line_is_cut_around_the_place() -> None:
    line = "word " * 100 + "HERE" + " word" * 100
    view = window(Excerpt(line, 1, more=True), Position(1, 501), Position(1, 505), 60)
    assert view.marked == "HERE"
    assert view.line.startswith("…")
    assert view.line.endswith("…")
    assert width(view.line) <= 60


def test_the_caret_stands_by_display_width() -> None:
    view = window(Excerpt("北京 e\u0301 HERE", 1, more=False), Position(1, 7), Position(1, 11), 80)
    assert view.underline == " " * 7 + "^^^^"


@given(st.text(max_size=80), st.integers(1, 90), st.integers(0, 90), st.integers(20, 120), st.integers(1, 500))
def test_a_window_fits_and_marks_the_place(line: str, start: int, length: int, columns: int, first: int) -> None:
    begin = Position(1, first + start - 1)
    view = window(Excerpt(line, first, more=False), begin, Position(1, begin.column + length), columns)
    assert width(view.line) <= columns
    assert view.underline.endswith("^")
    assert "\x1b" not in view.line
    assert "\n" not in view.line


def test_no_article_can_move_the_cursor() -> None:
    line = "\x1b[31mred\x1b[0m \u202edesrever\u202c a\u200bb"
    shown = "".join(write_terminal([Report(path="\x1b]0;x\x07", diagnostics=(diagnostic(line, 1, 4, line),))], [], 80))
    assert "\x1b[31m" not in shown
    assert "‹U+001B›" in shown
    assert "\u202e" not in shown
    assert "a‹U+200B›b" in shown
    assert visible("a\tb\u00a0c") == "a b c"


def test_concise_is_one_line_a_finding() -> None:
    report = Report(path="a.txt", diagnostics=(diagnostic("x", 1, 2, "two\nlines"),))
    assert list(concise([report], [])) == ["a.txt:3:1: warning two lines [oddity]\n"]


def test_the_footer_counts_a_path_once() -> None:
    tally = Tally()
    report = Report(path="a.txt", diagnostics=(diagnostic("x", 1, 2),))
    tally.add(report)
    tally.add(report)
    assert tally.footer()[0] == "2 problems (2 warnings) in 1 article; 1 article checked."
