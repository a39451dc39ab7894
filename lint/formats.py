"""The built-in readers and writers, offered as a plugin would offer them."""

from lint.document import Document
from lint.hooks import hookimpl
from lint.readers import Reader
from lint.settings import Settings
from lint.writers import Writer


@hookimpl
def lint_readers() -> list[Reader]:
    """Plain text, Markdown, HTML."""
    from lint.readers.text import TEXT

    return [TEXT, Reader("markdown", _MARKDOWN, _read_markdown), Reader("html", _HTML, _read_html)]


# The modules of markup are imported when the first file of their kind is met.
_MARKDOWN = (".md", ".markdown", ".mdown", ".mkd", ".mdx", ".qmd", ".rmd")
_HTML = (".html", ".htm", ".xhtml")


def _read_markdown(path: str, data: bytes, settings: Settings) -> Document:
    from lint.readers.markdown import read

    return read(path, data, settings)


def _read_html(path: str, data: bytes, settings: Settings) -> Document:
    from lint.readers.html import read

    return read(path, data, settings)


@hookimpl
def lint_writers() -> list[Writer]:
    """For people, for editors' problem lists, for programs."""
    from lint.writers.concise import CONCISE
    from lint.writers.jsonl import JSONL
    from lint.writers.text import TEXT

    return [TEXT, CONCISE, JSONL]
