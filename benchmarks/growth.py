"""Shows that time grows with the text and no faster: every reader and check, over hostile texts of growing size.

    python benchmarks/growth.py [NAME …]

Prints CPU seconds for each size, and how the last two compare: a ratio near the step in size is linear growth.
"""

import sys
import time
from collections.abc import Callable
from contextlib import suppress

from lint.config import Profile
from lint.finding import Severity
from lint.linter import Linter
from lint.plugins import load_built_in
from lint.readers import Reader, UnreadableError, by_suffix
from lint.settings import Settings
from lint.testing import document

SIZES = (50_000, 200_000, 800_000)
TEXTS = {
    "quotes": "“",
    "quotes and letters": "“a”b",
    "straight quotes": "\"x '",
    "stops and spaces": " .",
    "combining marks": "e\u0301",
    "one letter": "a",
    "bars": "a | b | ",
    "digits": "1",
    "figures": "12,345 67% of the 8 ",
    "parentheses": "(",
    "invisible": "a\u200bb ",
    "mojibake": "Ã©",
    "entities": "&amp;",
    "tags": "<a b=",
    "braces": "{{",
    "tolls": "killed 89 soldiers, raising the death toll to 63, ",
    "weekdays": "Monday ",
    "headings": "Leave a Reply\n",
    "empty lines": "\n",
    "short lines": "a\n\n",
    "prose": "The council met on Tuesday evening and talked of the bridge, which had been late for years. ",
}


# Beginnings of markup that a reader has to carry along, or to give up.
MARKUP = {
    ".md": (
        "*a **",
        "_b_ ",
        "__|`",
        "```",
        "[a](",
        "![",
        "[^1]",
        "> ",
        "1. a\n\n",
        "| a |\n",
        "<div>\n\n",
        "{{< ",
        "a  \n",
    ),
    ".html": (
        "<a <a",
        "</>x",
        "&amp;",
        "<div>x</div>",
        "<code>x</p>",
        "<h1>",
        "<textarea>",
        "<svg>",
        "<pre>",
        "<p hidden>x",
    ),
}


def seconds(linter: Linter, unit: str, size: int) -> float:
    """CPU time of one text of about that many characters."""
    made = document(unit * (size // len(unit)), language="en")
    started = time.process_time()
    linter.lint(made)
    return time.process_time() - started


def seconds_to_read(reader: Reader, unit: str, size: int) -> float:
    """CPU time to read one page of about that many characters; a page nested too deep is refused, and soon."""
    data = (unit * (size // len(unit))).encode()
    started = time.process_time()
    with suppress(UnreadableError):
        reader.read("page", data, Settings())
    return time.process_time() - started


def show(name: str, measure: Callable[[int], float]) -> None:
    """Prints a line for one text, if it was asked for."""
    if len(sys.argv) > 1 and name not in sys.argv[1:]:
        return
    taken = [measure(size) for size in SIZES]
    ratio = taken[-1] / max(taken[-2], 1e-3)
    print("  ".join(f"{value:9.3f}" for value in taken), f"{ratio:6.1f}  {name}")


def main() -> None:
    """Prints a line for each text."""
    registry = load_built_in()
    linter = Linter(Profile(level=Severity.INFO), registry)
    linter.lint(document("A first text, so that nothing is imported while the clock runs.", language="en"))
    print("  ".join(f"{size:>9,}" for size in SIZES), " ratio  text")
    for name, unit in TEXTS.items():
        show(name, lambda size, unit=unit: seconds(linter, unit, size))
    for suffix, units in MARKUP.items():
        reader = by_suffix(registry.readers, f"page{suffix}")
        for unit in units if reader else ():
            show(f"{suffix} {unit!r}", lambda size, unit=unit, reader=reader: seconds_to_read(reader, unit, size))


if __name__ == "__main__":
    main()
