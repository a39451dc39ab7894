"""What the pages do not show: several articles, the reader, the writer."""

from lint import Report
from lint.testing import document, findings, judged

from newsdesk import relative_days, same_headline
from newsdesk.spreadsheet import write
from newsdesk.subtitles import SUBTITLES

CUES = """1
00:00:01,000 --> 00:00:03,500
Good evening.

2
00:00:04,000 --> 00:00:06,000
More tomorrow.
""".replace("\n", "\r\n")


def test_capitals_make_no_difference() -> None:
    [found] = findings(relative_days, "Tomorrow it rains.")
    assert found.message == "“Tomorrow” is another day for every reader: name the day"


def test_the_note_leads_to_the_other_article() -> None:
    [found] = judged(same_headline, {"a.md": "# News\n\nOne.", "b.md": "# News\n\nTwo.", "c.md": "# Olds"})
    assert found.path == "b.md"
    assert [note.path for note in found.notes] == ["a.md"]


def test_an_option_of_the_judge() -> None:
    assert not judged(same_headline, {"a.md": "# News\n\nOne.", "b.md": "# News\n\nTwo."}, articles=3)


def test_what_is_spoken_is_text() -> None:
    read = document(CUES, path="film.srt", reader=SUBTITLES)
    assert read.text == "Good evening.\n\nMore tomorrow."
    assert [block.span.of(read.text) for block in read.blocks] == ["Good evening.", "More tomorrow."]


def test_the_place_is_that_in_the_file() -> None:
    [found] = findings(relative_days, CUES, path="film.srt", reader=SUBTITLES)
    assert (found.start.line, found.start.column, found.end.column) == (7, 6, 14)


def test_no_cell_is_a_formula() -> None:
    [found] = findings(relative_days, "It rains tomorrow.", path="=1+1.txt")
    rows = list(write([Report(path=found.path, diagnostics=(found,))], []))
    assert rows[1].startswith("'=1+1.txt,1,10,info,relative-days,")
