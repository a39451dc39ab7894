"""HTML: what a page shows is found at its place, and nothing else is found."""

from contextlib import suppress

import pytest
from conftest import Desk
from hypothesis import given, settings
from hypothesis import strategies as st
from planted import Planter, check_markers, check_pieces

from lint.document import Document
from lint.readers import UnreadableError
from lint.readers.html import read
from lint.settings import Settings
from lint.span import Span

SNIPPETS = (
    "<p>«s» and «s»</p>",
    "<p class='«h»' title=\"«h»\" data-x=«h»>«s»<em>«s»</em>«s»\n      «s»</p>",
    "<p>«s»&nbsp;«s» &eacute;«s»&amp;«s»&lt;«s»&#8217;s &#x1F600;«s» &bogus;«s» & «s» &#0;«s»</p>",
    "<p>😀«s»👩‍👩‍👧 e\u0301«s» \u202eабв\u202c «s»</p>",
    "<p>«s»<br>«s»<br/>\n«s»<br><br>«s»",
    "<p>«s» <code>«h»</code> «s» <kbd>«h»</kbd><var>«h»</var>, «s»</p>",
    "<pre>«h»\n  <b>«h»</b></pre>",
    "<script>var a = '«h»'; if (a < b && c > d) {}</script>",
    "<style>p::before { content: '«h»' }</style>",
    "<!-- «h» -->",
    "<!-- «h» -- > «h» --!>",
    "<!doctype «h»>",
    "<?php echo '«h»' ?>",
    "<![CDATA[ «h» ]]>",
    "<ul><li>«s»<li>«s»<ul><li>«s» <b>«s»</b></ul>«s»<li><p>«s»<p>«s»</ul>",
    "<ol>\n\t<li>\n\t\t«s»\n\t\t<a href='http://x.y/«h»?a=1&b=2'>«s»</a>\n\t</li>\n</ol>",
    "<table><caption>«s»</caption><tr><th>«s»<td>«s»<tr><td colspan=2>«s»</table>",
    "<blockquote>«s»<p>«s»</blockquote>",
    "<h1>«s»</h1><h2>«s»<h3>«s»</h4>",
    "<figure><img src=«h» alt='«s» &amp; «s»'><figcaption>«s»</figcaption></figure>",
    '<p>«s» <img alt=«s» src="«h»"> «s»</p>',
    '<IMG SRC="«h»"\nALT = "«s»\n  «s»" />',
    "<p>«s» <img alt=''> <img src='«h»'> «s»</p>",
    "<svg><title>«h»</title><text>«h»</text></svg>",
    "<noscript>«h»</noscript><template><p>«h»</p></template><iframe>«h»</iframe>",
    "<div hidden><p>«h»</p><div>«h»</div></div>",
    "<p style='color: red; display: none'>«h»</p>«s»",
    "<p hidden>«h»<p>«s»",
    "<ul><li hidden>«h»<ul><li>«h»</ul>«h»<li>«s»</ul>",
    "<select><option>«h»</select><textarea>«h» <b>&amp;</textarea>",
    "</p></div></b></ul>«s»</></ «h»>«s»",
    "<p<p>«s»<<b>«s»</b>>«s» < «s» > «s» <3 «s» a<b «h»>«s»",
    "<dl><dt>«s»<dd>«s»<dt>«s»</dl>",
    "<p>«s»<code>«h»</p><p>«s»</p>",
    "<details><summary>«s»</summary>«s»</details>",
    "<td>«s»</td><li>«s»</li>",
    "«s» \t «s»\f«s»\n\n\n«s»",
    "<p lang=fr>«s»</p><div lang='de'><p>«s»</div>",
    "<p>«s»<sup>12</sup> «s»<sup>th</sup> x<sub>2</sub></p>",
    "<p>«s»<sup>1</sup>«s»<sup><a href='#«h»'>[2]</a>, <a>3</a></sup> «s»",
    "<p>AT&ampT «s»&copy «s»&notit «s»&amp«s»</p>",
    "<math><mi>«h»</mi></math> «s» <svg/>«s»",
    "<meta name=description content='«s» &quot;«s»&quot; &amp; «s»'>",
    '<a href="«h»\n«h»">«s»</a\n>«s»</A >«s»',
)
HEADS = (
    "",
    "<!doctype html>\n<html lang=de><head><meta charset=utf-8><title>«s» &amp; </> «s»</title></head><body>",
    "---\ntitle: «s» «s»\nslug: «h»\ntags: [«h»]\n---\n<p>",
    "<html>\n<head>\n<title>\n  «s»\n  «s»</title>\n<link rel='«h»'>\n",
)
TAILS = ("", "\n", "<p>«s»", "<p «h»", "<!-- «h»", "<script>«h»", "<textarea>«h»", "&", "<", "</", "<code>«h»", "&amp")
LINE_ENDS = ("\n", "\r\n", "\r")


def page(html: str | bytes) -> Document:
    return read("a.html", html.encode() if isinstance(html, str) else html, Settings())


def blocks(html: str) -> list[tuple[str, str]]:
    document = page(html)
    return [(b.kind + str(b.level or ""), document.text[b.start : b.end]) for b in document.blocks]


@pytest.mark.parametrize("line_end", LINE_ENDS, ids=repr)
@pytest.mark.parametrize("snippet", SNIPPETS)
def test_what_is_shown_is_found_at_its_place(snippet: str, line_end: str) -> None:
    planter = Planter()
    check_markers(page(planter.plant(f"<p>«s»</p>\n{snippet}\n<p>«s»</p>").replace("\n", line_end)))


@settings(max_examples=150, deadline=None)
@given(
    st.sampled_from(HEADS),
    st.lists(st.sampled_from(SNIPPETS), max_size=12),
    st.sampled_from(TAILS),
    st.sampled_from(LINE_ENDS),
    st.booleans(),
)
def test_pages_of_all_sorts(head: str, snippets: list[str], tail: str, line_end: str, bom: bool) -> None:
    text = Planter().plant(head + "\n".join(snippets) + tail).replace("\n", line_end)
    check_markers(page(("\ufeff" * bom + text).encode()))


@settings(max_examples=300, deadline=None)
@given(
    st.lists(
        st.one_of(
            st.sampled_from(
                "< > </ <p> </p> <b <li> <ul> </ul> <pre> </pre> <code> </code> <br> <img <img alt= ' \" = & "
                "&amp; &amp &# ; <!-- --> --!> <! <? ]]> <title> </title> <script> </script> <style> <table> <td> "
                "<sup> </sup> </> "
                "<html lang= <div hidden> </div> copydesk: ignore --- title:".split()
            ),
            st.text(max_size=8),
            st.sampled_from((" ", "\n", "\r\n", "\r", "\t", "\f", "\x00", "\u00a0", "\u2028")),
        ),
        max_size=40,
    )
)
def test_hostile_markup_does_no_harm(parts: list[str]) -> None:
    html = "".join(parts).encode("utf-8", "replace")
    if not html.startswith((b"\xff\xfe", b"\xfe\xff")) and b"\x00" not in html:
        check_pieces(page(html))


@pytest.mark.parametrize(
    "unit",
    [
        *(
            "<a ",
            "<a",
            "<",
            "</",
            "&",
            "&#",
            "<!--",
            "<![CDATA[",
            "<p>",
            "</p>",
            "<td>",
            "<code>",
            "<b>x</b> ",
            " ",
            "\n ",
        ),
        *(
            "<li>",
            "</div><p>",
            "<script>",
            "<div hidden>",
            "<p></code>",
            "<br>",
            "<img alt='",
            "<img alt=x>",
            "a\u0301",
        ),
        *(
            "<!-- copydesk: ignore x -->",
            "<!-- copydesk: ignore-start x -->a",
            "{{",
            "{% raw %}",
            "</>x",
            "&amp;",
            "<sup>1",
        ),
        *(
            "<div>x</div>",
            "<code>x</p>",
            "<h1>",
            "<title>",
            "<textarea>",
            "<svg>",
            "<pre>",
            "<p hidden>x",
            "\x0b\u2028",
        ),
    ],
)
def test_hostile_text_does_no_harm(unit: str) -> None:
    with suppress(UnreadableError):
        read = page(("---\ntitle: x\n---\n" + unit * (5_000 // len(unit))).encode())
        for block in read.blocks:
            assert read.source_span(block.span).end <= len(read.source)


def test_blocks_have_their_kinds() -> None:
    assert blocks(
        "<title>T</title><h2>H</h2><p>P<ul><li>I<ol><li>J</ol></ul><table><caption>C</caption><td>D</table>"
        "<blockquote>Q</blockquote><figure><img alt=A><figcaption>F</figcaption></figure>"
    ) == [
        ("title", "T"),
        ("heading2", "H"),
        ("paragraph", "P"),
        ("item1", "I"),
        ("item2", "J"),
        ("caption", "C"),
        ("cell", "D"),
        ("quotation", "Q"),
        ("caption", "A"),
        ("caption", "F"),
    ]


def test_white_space_folds_where_a_browser_folds_it() -> None:
    assert blocks("<p> one\n    two <b> three </b>\n four&nbsp; <i>five</i> </p>") == [
        ("paragraph", "one\ntwo three four\u00a0 five")
    ]


def test_what_is_no_text_keeps_words_apart() -> None:
    assert blocks("<p>Call <code>f()</code> now, see<img src=x> here.") == [
        ("paragraph", "Call \ufdd0 now, see\ufdd0 here.")
    ]
    assert blocks("<p>a<script>x</script>b<!-- c -->c <code>only</code>") == [("paragraph", "abc \ufdd0")]
    assert blocks("<p><code>only</code></p>") == []


def test_an_edit_reaches_over_no_markup() -> None:
    document = page("<p>one <b>two</b> <code>f</code> three<br>four &amp; five</p>")
    text = document.text

    def edited(part: str) -> str | None:
        start = text.index(part)
        span = document.source_edit_span(Span(start, start + len(part)))
        return None if span is None else span.of(document.source)

    assert edited("two") == "two"
    assert edited("one two") is None
    assert edited(" \ufdd0 ") is None
    assert edited("three\nfour") is None
    assert edited("four & five") == "four &amp; five"


def test_template_tags_are_objects_below_front_matter() -> None:
    html = "---\ntitle: x\n---\n<p>{{ a }} b {% c %}{{ d }} e\n{{ f\n}} <img alt='{{ g }} h'>"
    assert blocks(html)[1:] == [("paragraph", "\ufdd0 b \ufdd0 e\n\ufdd0\n\ufdd0"), ("caption", "\ufdd0 h")]
    check_pieces(page(html))
    assert blocks("<p>{{ a }}") == [("paragraph", "{{ a }}")]
    assert blocks("<p>{% for a in b %}{{ a }} c{% endfor %}") == [("paragraph", "\ufdd0 c\ufdd0")]


def test_languages_of_the_page_and_of_its_parts() -> None:
    document = page("<html lang=uk-UA><p>a<p lang=fr>b<div lang=de><p>c<ul><li>d</ul></div><p>e")
    assert document.meta["language"] == "uk-UA"
    assert [block.language for block in document.blocks] == ["", "fr", "de", "de", ""]


@pytest.mark.parametrize("value", ["", "x", "und", "{{ lang }}", "<?= $l ?>", "english please"])
def test_what_names_no_language_is_none(value: str) -> None:
    assert "language" not in page(f'<html lang="{value}"><p>a').meta


@pytest.mark.parametrize("name", ["windows-1251", "WINDOWS-1251", "cp1251"])
def test_a_page_that_names_its_encoding_is_believed(name: str) -> None:
    html = f'<meta http-equiv="Content-Type" content="text/html; charset={name}"><p>Вечер'.encode("cp1251")
    document = page(html)
    assert document.text == "Вечер"
    assert "guessed" not in document.meta


@pytest.mark.parametrize("name", ["utf-16", "hex", "unicode_escape", "no-such-thing"])
def test_nonsense_for_an_encoding_is_not_believed(name: str) -> None:
    html = f"<meta charset={name}><p>".encode() + "Le préfet a déclaré hier que l'école resterait fermée.".encode(
        "cp1252"
    )
    assert page(html).text.startswith("Le préfet")


def test_a_page_nested_too_deep_is_refused_in_words() -> None:
    with pytest.raises(UnreadableError, match="nests elements more than 5,000 deep"):
        page("<div>" * 6000)


def test_a_missing_library_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "turbohtml", None)
    with pytest.raises(UnreadableError, match=r"pip install 'copydesk\[html\]'"):
        page("<p>text")


def test_what_a_fix_writes_is_escaped(desk: Desk) -> None:
    desk.write({"a.html": "<title>Fish &amp;amp; chips</title><p>1 &amp;lt; 2 &amp;amp; 3 &amp;eacute;</p>"})
    desk.run("check", "a.html", "--select", "leftover-entities", "--fix", "--unsafe-fixes")
    assert (desk.folder / "a.html").read_text() == "<title>Fish &amp; chips</title><p>1 &lt; 2 &amp; 3 é</p>"
