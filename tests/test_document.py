"""Plain text and the way back to the source."""

import pickle

from hypothesis import given
from hypothesis import strategies as st

from lint.document import Block, Document, Piece
from lint.readers.text import TEXT
from lint.settings import Settings
from lint.span import Span
from lint.views.words import words

# “<b>caf&eacute;</b> au lait<p>fin” as an HTML reader gives it.
SOURCE = "<b>caf&eacute;</b> au lait<p>fin"
MARKUP = Document(
    "page.html",
    "café au lait\nfin",
    source=SOURCE,
    pieces=(Piece(0, 3, 3, 6), Piece(3, 4, 6, 14), Piece(4, 12, 18, 26), Piece(13, 16, 29, 32)),
    blocks=(Block(0, 12), Block(13, 16)),
)


def source_of(start: int, end: int) -> str:
    return MARKUP.source_span(Span(start, end)).of(SOURCE)


def test_spans_stay_inside_the_markup() -> None:
    assert source_of(0, 4) == "caf&eacute;"
    assert source_of(5, 7) == "au"
    assert source_of(3, 4) == "&eacute;"
    assert source_of(13, 16) == "fin"
    assert source_of(0, 7) == "caf&eacute;</b> au"


def test_an_edit_is_carried_out_inside_one_piece_or_over_whole_blocks_only() -> None:
    assert MARKUP.source_edit_span(Span(5, 7)) == Span(19, 21)
    assert MARKUP.source_edit_span(Span(0, 4)) == Span(3, 14)
    assert MARKUP.source_edit_span(Span(2, 6)) is None, "it would take </b> away"
    assert MARKUP.source_edit_span(Span(0, 12)) == Span(3, 26), "the whole block goes"
    assert MARKUP.source_edit_span(Span(5, 14)) is None


def test_a_view_is_computed_once() -> None:
    calls = []

    def shout(document: Document, mark: str) -> str:
        calls.append(mark)
        return document.text.upper() + mark

    assert MARKUP.view(shout, "!") == MARKUP.view(shout, "!") == "CAFÉ AU LAIT\nFIN!"
    assert MARKUP.view(shout, "?").endswith("?")
    assert calls == ["!", "?"]


def test_a_document_is_pickled_without_its_memo() -> None:
    MARKUP.view(words)
    copy = pickle.loads(pickle.dumps(MARKUP))
    assert copy == MARKUP
    assert not copy._memo


@given(st.text(st.sampled_from("ab \r\né👍“"), max_size=60))
def test_plain_text_maps_back_character_by_character(source: str) -> None:
    document = TEXT.read("a.txt", source.encode(), Settings())
    assert "\r" not in document.text
    for offset, character in enumerate(document.text):
        found = document.source_span(Span(offset, offset + 1)).of(source)
        assert found == character or (character == "\n" and found in ("\r", "\r\n"))
    for block in document.blocks:
        assert block.span.of(document.text).strip() == block.span.of(document.text) != ""


@given(st.text(st.sampled_from("ab \r\né"), max_size=60), st.data())
def test_edits_of_plain_text_are_always_carried_out(source: str, data: st.DataObject) -> None:
    document = TEXT.read("a.txt", source.encode(), Settings())
    start = data.draw(st.integers(0, len(document.text)))
    end = data.draw(st.integers(start, len(document.text)))
    place = document.source_edit_span(Span(start, end))
    assert place is not None
    edited = source[: place.start] + source[place.end :]
    kept = document.text[:start] + document.text[end:]
    assert edited.replace("\r\n", "\n").replace("\r", "\n") == kept or "\r" in source
