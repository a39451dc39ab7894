"""The built-in readers and writers, offered as a plugin would offer them."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from importlib import import_module

from lint.document import Document
from lint.finding import Report, Rule
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
    """For people, for editors' problem lists, for programs, for code hosts; imported once one is chosen."""
    return [
        *(Writer(name, _late(name)) for name in _WRITERS),
        Writer("text", _late("text"), _late_terminal),
    ]


# Each is a module of its name in lint.writers.
_WRITERS = (
    *("checkstyle", "concise", "diff", "github", "gitlab", "json", "jsonl", "junit", "markdown"),
    *("rdjson", "sarif", "statistics"),
)


def _late(name: str) -> Callable[[Iterable[Report], Sequence[Rule]], Iterator[str]]:
    def write(reports: Iterable[Report], rules: Sequence[Rule]) -> Iterator[str]:
        written: Iterator[str] = import_module(f"lint.writers.{name}").write(reports, rules)
        return written

    return write


def _late_terminal(reports: Iterable[Report], rules: Sequence[Rule], width: int) -> Iterator[str]:
    from lint.writers.text import write_terminal

    return write_terminal(reports, rules, width)
