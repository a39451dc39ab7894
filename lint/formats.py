"""The built-in readers and writers, offered as a plugin would offer them."""

from lint.hooks import hookimpl
from lint.readers import Reader
from lint.writers import Writer


@hookimpl
def lint_readers() -> list[Reader]:
    """Plain text."""
    from lint.readers.text import TEXT

    return [TEXT]


@hookimpl
def lint_writers() -> list[Writer]:
    """For people, for editors' problem lists, for programs."""
    from lint.writers.concise import CONCISE
    from lint.writers.jsonl import JSONL
    from lint.writers.text import TEXT

    return [TEXT, CONCISE, JSONL]
