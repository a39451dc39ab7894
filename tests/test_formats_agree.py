"""The same article as plain text, Markdown and HTML: the same findings, each at its place; none in what is no text."""

import html
import re
from pathlib import Path

import pytest

from lint.config import Profile
from lint.document import Document
from lint.finding import Severity
from lint.linter import Linter
from lint.plugins import load_built_in
from lint.readers.html import read as read_html
from lint.readers.markdown import read as read_markdown
from lint.readers.text import read as read_text
from lint.settings import Settings

SEEDS = sorted(Path(__file__).parent.parent.joinpath("seeds").glob("*.txt"))
LINTER = Linter(Profile(level=Severity.INFO), load_built_in())

# Each holds faults that some check finds in a plain text.
FAULTY = "The losseshuman in kyiv were said said to be high . Read more: “unclosed"
HIDING = (
    "`{}`",
    "```\n{}\n```",
    "    {}",
    "Read [all of it](<https://example.org/{}> 'it says {}') today.",
    "<div title='{}' data-x='{}'></div>",
    "<!-- {} -->",
    "<script>\n{}\n</script>",
    "<pre>{}</pre>",
    "![](<{}>)",
    "[a]: <{}>\n\n[a]",
)


def findings(document: Document) -> list[tuple[str, str]]:
    """What is found: the checks and the words that they flag, without markup."""
    report = LINTER.lint(document)
    assert not report.failures
    offset = document.lines.offset
    flagged = [(d.check, document.source[offset(d.start) : offset(d.end)]) for d in report.diagnostics]
    plain = [(check, html.unescape(re.sub(r"</?p>|\\(?=[^\w\s])", "", text))) for check, text in flagged]
    return [(check, " ".join(text.split())) for check, text in plain]


def as_markdown(text: str) -> str:
    escaped = re.sub(r"([\\`*_{}\[\]<>#+|~&-])", r"\\\1", text)
    return escaped.replace("\n", "\n\n")


def as_html(text: str) -> str:
    return "<!doctype html>\n" + "\n".join(f"<p>{html.escape(line)}</p>" for line in text.split("\n"))


@pytest.mark.parametrize("seed", SEEDS, ids=lambda seed: seed.stem)
def test_the_same_article_has_the_same_faults_in_every_format(seed: Path) -> None:
    text = seed.read_text(encoding="utf-8")
    expected = findings(read_text("a.txt", text.encode(), Settings()))
    assert expected
    assert findings(read_markdown("a.md", as_markdown(text).encode(), Settings())) == expected
    assert findings(read_html("a.html", as_html(text).encode(), Settings())) == expected


@pytest.mark.parametrize("hiding", HIDING)
def test_nothing_is_found_in_what_is_no_text(hiding: str) -> None:
    assert findings(read_text("a.txt", FAULTY.encode(), Settings()))
    page = f"---\nslug: {FAULTY!r}\ntags: [{FAULTY!r}]\n---\nThe mayor said that the bridge is open.\n\n"
    page += hiding.replace("{}", FAULTY) + "\n\nThe council agreed to pay for it.\n"
    assert findings(read_markdown("a.md", page.encode(), Settings())) == []
