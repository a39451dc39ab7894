"""Bytes to documents: encodings, line ends, paragraphs."""

import pytest
from conftest import Desk

from lint.readers import BinaryError, UnreadableError
from lint.readers.decoding import decode
from lint.readers.text import TEXT
from lint.settings import Settings

FRENCH = "Le préfet a déclaré hier que l'école resterait fermée jusqu'à lundi. C'était prévu, à peu près, dès l'été."


def blocks(text: str) -> list[str]:
    document = TEXT.read("a.txt", text.encode(), Settings())
    return [block.span.of(document.text) for block in document.blocks]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_a_byte_order_mark_names_the_encoding(encoding: str) -> None:
    mark = {"utf-16-le": b"\xff\xfe", "utf-16-be": b"\xfe\xff"}.get(encoding, b"")
    decoded = decode(mark + FRENCH.encode(encoding))
    assert decoded.text == FRENCH
    assert not decoded.guessed


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (FRENCH, "latin-1"),
        (FRENCH, "cp1252"),
        ("The “café” reopened — at last — on Monday, said the owner’s sister.", "cp1252"),
        ("Вчера вечером в городе произошёл пожар. Спасатели эвакуировали жителей.", "cp1251"),
        ("Вчера вечером в городе произошёл пожар. Спасатели эвакуировали жителей.", "koi8-r"),
        ("Wczoraj wieczorem w mieście doszło do pożaru. Nikt nie został ranny.", "cp1250"),
        ("市长昨天表示，学校将关闭至下周一。居民们感到不满。", "gb18030"),
    ],
)
def test_other_encodings_are_guessed(text: str, encoding: str) -> None:
    decoded = decode(text.encode(encoding))
    assert decoded.text == text
    assert decoded.guessed


def test_of_equally_good_guesses_the_usual_encoding_is_meant() -> None:
    assert decode("The café reopened on Monday.".encode("latin-1")).encoding == "cp1252"


def test_nul_bytes_mean_no_text() -> None:
    with pytest.raises(BinaryError, match="NUL"):
        decode(b"\0" * 100)


def test_a_broken_utf_16_file_is_unreadable_at_a_place() -> None:
    with pytest.raises(UnreadableError, match="byte 2 is not UTF-16-LE"):
        decode(b"\xff\xfe\x00\xd8")


def test_each_line_is_a_paragraph() -> None:
    assert blocks("Title\n\n  One line.  \n\u00a0\nAnother.\n") == ["Title", "One line.", "Another."]


def test_lines_that_wrap_at_a_margin_are_one_paragraph() -> None:
    text = (
        "The council met on Tuesday evening to discuss the plans for the new\n"
        "bridge, which had been delayed twice since the spring because of the\n"
        "high water and the low spirits of everybody who was asked to pay.\n"
        "\n"
        "Nobody spoke against the plans this time, although the mayor had been\n"
        "warned that the costs might rise again before the end of the decade,\n"
        "and that the ferry would have to be paid for all the same.\n"
    )
    assert [block.count("\n") for block in blocks(text)] == [2, 2]
    address = "https://www.example.org/" + "a-long-address/" * 8
    assert [block.count("\n") for block in blocks(f"{text}\n{address}\n")] == [2, 2, 0]


def test_a_list_of_short_lines_is_not_a_paragraph() -> None:
    text = "\n".join(f"Item number {n} of the list, of some length {'x' * (n % 7)}" for n in range(12))
    assert len(blocks(text)) == 12


def test_a_reader_can_be_named(desk: Desk) -> None:
    desk.write({"a.txt": "<p>Fine <!-- copydesk: ignore encoding --></p>", "b.md": "# Fine"})
    outcome = desk.run("check", "a.txt", "--reader", "html", "--format", "concise")
    assert outcome.out.startswith("a.txt:1:9: warning")
    assert desk.run("check", "a.txt", "--select", "unused-suppression").code == 0
    assert desk.run("check", "-", "--reader", "markdown", stdin=b"Fine.\n").code == 0
    outcome = desk.run("check", "a.txt", "--reader", "markdwon")
    assert (outcome.code, "did you mean “markdown”?" in outcome.err) == (2, True)


def test_a_file_too_large_for_an_article_is_told_of(desk: Desk) -> None:
    desk.write({"a.txt": "Fine. " * 200, "b.txt": "Fine.", "copydesk.toml": "[lint]\nmax_file_size = 0.001\n"})
    outcome = desk.run("check", ".")
    assert outcome.code == 2
    assert "a.txt: holds 0.0012 MB" in outcome.err
    assert "raise `max_file_size` (now 0.001)" in outcome.err
    desk.write(
        {"copydesk.toml": '[lint]\nmax_file_size = 0.001\n[[lint.overrides]]\npaths = ["a.txt"]\nmax_file_size = 1\n'}
    )
    assert desk.run("check", ".").code == 0
    desk.write({"copydesk.toml": '[lint]\nmax_file_size = "big"\n'})
    assert "must be a number of megabytes" in desk.run("check", ".").err


@pytest.mark.parametrize("suffix", ["md", "html", "htm", "markdown"])
def test_the_suffix_chooses_the_reader(desk: Desk, suffix: str) -> None:
    desk.write({f"a.{suffix}": "<!-- copydesk: ignore encoding -->\n\nFine."})
    assert "unused-suppression" in desk.run("check", ".", "--format", "concise").out
