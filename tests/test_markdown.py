"""Markdown: what its rendering shows is found at its place, and nothing else is found."""

from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from planted import Planter, check_markers, check_pieces

from lint.document import Document
from lint.readers import UnreadableError
from lint.readers.markdown import read
from lint.settings import Settings
from lint.span import Span

SNIPPETS = (
    "«s» and «s»",
    "«s»\n«s»\n   «s»  \n«s»\\\n«s»",
    "# «s» *«s»* #",
    "«s»\n«s»\n====",
    "## «s» {#h .«h»}",
    "*«s»* **«s»** ~~«s»~~ _«s»_ ***«s»***«s»",
    "«s» `«h»` «s» ``«h» ` «h»`` «s»",
    "```«h»\n«h»\n```",
    "~~~\n«h» <b>«h»</b>\n\n«h»\n~~~",
    "    «h»\n\n    «h»",
    "[«s»](http://x.y/«h» \"«h»\") [«s»][r1] <http://x.y/> <a@b.c>\n\n[r1]: http://«h».z '«h»'",
    '![«s» *«s»*](«h».png "«h»")',
    "«s» ![«s»](«h».png) «s» [![«s»](«h»)](«h») «s»",
    "- «s»\n- «s»\n  «s»\n\n  «s»\n  - «s»\n    1. «s»\nlazy «s»\n+ «s»",
    "1) «s»\n\n   «s»\n\n       «h»\n2) «s»",
    "- [ ] «s»\n- [x] «s»",
    "> «s»\n> «s»\nlazy «s»\n>\n> - «s»\n>   «s»\n> > «s»",
    "> [!NOTE]\n> «s»",
    "> ```\n> «h»\n> ```\n> «s»",
    "| «s» | «s» |\n|:---|---:|\n| «s» `«h»` | «s» \\| «s» |\n| *«s»* &amp; «s»",
    "«s»[^1] «s»\n\n[^1]: «s»\n    «s»\nlazy «s»",
    "«s» &amp;«s» &nbsp;«s»&eacute;«s» &#65;«s» &#x1F600; «s» &bogus; & «s»",
    "\\*«s»\\* \\&amp; «s» \\\\«s» 😀«s» e\u0301«s» 👩‍👩‍👧«s» «s»…“«s»”",
    '«s» <b class="«h»">«s»</b> <kbd>«h»</kbd> «s» <br> «s» <!-- «h» --> «s» <?«h»?>',
    '<div class="«h»">\n«s» <b>«s»</b> &amp; «s»\n<pre>«h»</pre>\n</div>',
    '<p align=center>\n  <img src="«h»" alt="«s» &amp; «s»">\n</p>',
    "<script>\n«h»\n\n«h»\n</script>",
    "<!--\n«h»\n\n«h»\n-->",
    "> <div>\n> «s» &lt; <code>«h»</code>\n> «s»\n> </div>",
    "- <p>\n  «s»\n  «s»</p>\n\n  <details><summary>«s»</summary>\n\n  «s»\n\n  </details>",
    "<table><tr><td>\n\n«s»\n\n</td></tr></table>",
    "«s» <img alt='«s»' src=«h»> «s»",
    "«s»\n: «s»\n  «s»\n: «s»",
    "«s»\n\n---\n\n***\n\n«s»",
    "«s»\t«s» \t «s»",
    "[«s»][missing] [«s»] [[«s»]] ![«s»] [«s»](",
    "*«s» **«s»* `«s» <«s» _«s»",
    "«s» http://x.y «s» www.x.y «s»",
    "\u00a0«s»\u00a0\u2028«s»",
)
HEADS = (
    "",
    '---\ntitle: «s» «s»\nslug: «h»\ndate: 2024-01-01\ntags: [«h», «h»]\ndescription: "«s»"\n---\n',
    "---\n# «h»\ntitle: 'It''s «s» ''«s»'''\ndescription: >-\n  «s» é\n  «s»\n\n  «s»\nx:\n  title_x: «h»\n---\n",
    '---\ntitle: "«s» \\"«s»\\" \\u00e9 «s»"\ndescription: |\n    «s»\n      «s»\nx: &a «h»\ny: *a\n...\n',
    "---\nlayout: «h»\ntitle: «s»\n  «s»  # «h»\nsummary: «s»:«s»\n---\n",
    "+++\ntitle = \"«s» \\\"«s»\\\"\"\ndraft = false\ndescription = '''\n«s»\n«s»'''\n[extra]\ntitle = '«h»'\n+++\n",
    '+++\ndescription = \'«s»\' # «h»\n  title = """«s»\n  «s»"""\n+++\n',
    "---\ntitle: {broken: «h»\n---\n",
    "---\nlang: de\nauthor: «h»\n---\n{{< youtube «h» >}}\n{% include «h».html %}\n",
)
TEMPLATES = (
    '«s» {{< ref "«h»" >}} «s» {{ site.«h» }} «s»',
    "{% highlight ruby %}\n«h» *«h»*\n\n«h»\n{% endhighlight %}",
    "[«s»]({{ site.url }}/«h») {{% note %}}«s»{{% /note %}}",
    '{{< figure src="a_«h»_b.png"\n  caption="«h»" >}}\n\n«s»\n{: .«h»}',
)
TAILS = (
    "",
    "\n",
    "`«s»",
    "```\n«h»",
    "<!-- «h»",
    "<div «h»",
    "[«s»",
    "&",
    "\\",
    "| a |\n|--",
    "- ",
    "> ",
    "#",
    "[^9]:",
)
LINE_ENDS = ("\n", "\r\n", "\r")


def page(markdown: str | bytes) -> Document:
    return read("a.md", markdown.encode() if isinstance(markdown, str) else markdown, Settings())


def blocks(markdown: str) -> list[tuple[str, str]]:
    document = page(markdown)
    return [(b.kind + str(b.level or ""), document.text[b.start : b.end]) for b in document.blocks]


@pytest.mark.parametrize("line_end", LINE_ENDS, ids=repr)
@pytest.mark.parametrize("snippet", SNIPPETS)
def test_what_is_shown_is_found_at_its_place(snippet: str, line_end: str) -> None:
    check_markers(page(Planter().plant(f"«s»\n\n{snippet}\n\n«s»").replace("\n", line_end)))


@pytest.mark.parametrize("line_end", LINE_ENDS, ids=repr)
@pytest.mark.parametrize("snippet", TEMPLATES)
@pytest.mark.parametrize("head", HEADS[1:])
def test_front_matter_and_template_tags(head: str, snippet: str, line_end: str) -> None:
    check_markers(page(Planter().plant(f"{head}\n{snippet}\n\n«s»").replace("\n", line_end)))


@settings(max_examples=150, deadline=None)
@given(
    st.sampled_from(HEADS),
    st.lists(st.sampled_from(SNIPPETS), max_size=10),
    st.sampled_from(TAILS),
    st.sampled_from(LINE_ENDS),
    st.booleans(),
)
def test_pages_of_all_sorts(head: str, snippets: list[str], tail: str, line_end: str, bom: bool) -> None:
    # A comment between them: otherwise what is code on its own would belong to the list above it.
    parted = "\n\n<!-- parted -->\n\n".join((*snippets, tail))
    text = Planter().plant(f"{head}\n{parted}").replace("\n", line_end)
    check_markers(page(("\ufeff" * bom + text).encode()))


@settings(max_examples=300, deadline=None)
@given(
    st.lists(
        st.one_of(
            st.sampled_from(
                "* ** _ ` ``` ~~ [ ]( ) ![ ][ ]: > - + 1. # === --- +++ | |-| <b> </b> <!-- --> <div> </div> &amp; & "
                "\\ [^1] [^1]: : {{< >}} {% %} {{ }} {: } title: copydesk: http://a.b <br> <code> </code> !".split()
            ),
            st.text(max_size=6),
            st.sampled_from((" ", "    ", "\n", "\n\n", "\r\n", "\r", "\t", "\u00a0", "\n> ", "\n- ", "\n  ")),
        ),
        max_size=40,
    )
)
def test_hostile_markup_does_no_harm(parts: list[str]) -> None:
    markdown = "".join(parts).encode("utf-8", "replace")
    if not markdown.startswith((b"\xff\xfe", b"\xfe\xff")) and b"\x00" not in markdown:
        check_pieces(page(markdown))


UNITS = (
    *"*a ** _b_ __|` `` ``` ~~ [ [a]( ![ ]( ][ <b> <!-- &amp; &lt a\u0301 \\ #_# : [^1] ***a*** <kbd>x {{ {:".split(),
    *("> ", "- ", "* a\n", "\n", "a\n", "| a ", "| a |\n", "    a\n", "1. a\n\n", "<div>\n\n", "[^1]: a\n\n", "`a` "),
    *("{{< ", "{% raw %}", "{{< highlight >}}", "<p>a</p>\n\n", "<!-- copydesk: ignore-start x -->\n\na\n\n"),
    *("> a\n", "[a]: b\n\n[a]\n\n", "title: a\n", "<b <b ", "![a](b) ", "a  \n", "# a\n"),
)


@pytest.mark.parametrize("head", ["", "---\ntitle: x\n---\n"], ids=["", "front"])
@pytest.mark.parametrize("unit", UNITS)
def test_hostile_text_does_no_harm(unit: str, head: str) -> None:
    with suppress(UnreadableError):
        read = page((head + unit * (5_000 // len(unit))).encode())
        for block in read.blocks:
            assert read.source_span(block.span).end <= len(read.source)


def test_blocks_have_their_kinds() -> None:
    assert blocks(
        "---\ntitle: T\ndescription: D\n---\n# H\n\nP\n\n- I\n  1. J\n\n> Q\n\n"
        "| C | D |\n|--|--|\n| E | F |\n\n![A](b)\n"
    ) == [
        ("title", "T"),
        ("paragraph", "D"),
        ("heading1", "H"),
        ("paragraph", "P"),
        ("item1", "I"),
        ("item2", "J"),
        ("quotation", "Q"),
        *(("cell", letter) for letter in "CDEF"),
        ("caption", "A"),
    ]


def test_what_is_no_text_keeps_words_apart() -> None:
    assert blocks("Call `f()` now, see ![A](x) here.") == [
        ("paragraph", "Call \ufdd0 now, see \ufdd0 here."),
        ("caption", "A"),
    ]
    assert blocks("`only`") == []
    assert blocks("Text ![](x)\n\n![](y) text <!-- c --> text") == [("paragraph", "Text"), ("paragraph", "text text")]


def test_without_front_matter_braces_are_text() -> None:
    assert blocks("Dear {{name}}, hello.") == [("paragraph", "Dear {{name}}, hello.")]


ODD = ("? [a, b]\n: c", "title: [a]", "title: &a x\nother: *a", "copydesk: [x]", "copydesk: {ignore: {a: b}}")


@pytest.mark.parametrize("odd", ODD)
def test_odd_front_matter_does_no_harm(odd: str) -> None:
    assert blocks(f"---\n{odd}\ndescription: >\n  D\n---\nx")[-2:] == [("paragraph", "D"), ("paragraph", "x")]


def test_a_rule_above_the_text_is_no_front_matter() -> None:
    assert blocks("---\n\ntitle: x\n\n---\n") == [("paragraph", "title: x")]
    assert blocks("---\ntitle: x\n") == [("paragraph", "title: x")]


@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
@pytest.mark.parametrize(("above", "below"), [("", "\n"), ("\n", ""), (" \n\n", "\n# a comment: y\n")])
def test_blank_lines_around_the_fence_are_forgiven(above: str, below: str, line_end: str) -> None:
    head = f"{above}---\n{below}title: A day\n\ntopics:\n- emerging\n  - b\ndate: 2020-01-01\n\n---\nText\n"
    assert blocks(head.replace("\n", line_end)) == [("title", "A day"), ("paragraph", "Text")]


def test_an_edit_reaches_over_no_markup() -> None:
    document = page("one *two* `f` three\nfour &amp; five  \nsix")
    text = document.text

    def edited(part: str) -> str | None:
        start = text.index(part)
        span = document.source_edit_span(Span(start, start + len(part)))
        return None if span is None else span.of(document.source)

    assert edited("two") == "two"
    assert edited("one two") is None
    assert edited(" \ufdd0 ") is None
    assert edited("three\nfour & five") == "three\nfour &amp; five"
    assert edited("five\nsix") is None


@pytest.mark.parametrize("key", ["lang", "language", "locale"])
def test_the_language_is_that_of_the_front_matter(key: str) -> None:
    assert page(f"---\n{key}: uk-UA\n---\ntext").meta["language"] == "uk-UA"


def test_text_nested_too_deep_is_refused_in_words() -> None:
    with pytest.raises(UnreadableError, match="nests lists and quotations more than 200 deep"):
        page("> " * 300 + "x")


def test_a_missing_library_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "pyromark", None)
    with pytest.raises(UnreadableError, match=r"pip install 'copydesk\[markdown\]'"):
        page("text")
