"""Shows that time grows with the text and no faster: every check, over hostile texts of growing size.

    python benchmarks/growth.py [NAME …]

Prints CPU seconds for each size, and how the last two compare: a ratio near the step in size is linear growth.
"""

import sys
import time

from lint.config import Profile
from lint.finding import Severity
from lint.linter import Linter
from lint.plugins import load_built_in
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


def seconds(linter: Linter, unit: str, size: int) -> float:
    """CPU time of one text of about that many characters."""
    made = document(unit * (size // len(unit)), language="en")
    started = time.process_time()
    linter.lint(made)
    return time.process_time() - started


def main() -> None:
    """Prints a line for each text."""
    linter = Linter(Profile(level=Severity.INFO), load_built_in())
    linter.lint(document("A first text, so that nothing is imported while the clock runs.", language="en"))
    print("  ".join(f"{size:>9,}" for size in SIZES), " ratio  text")
    for name, unit in TEXTS.items():
        if len(sys.argv) > 1 and name not in sys.argv[1:]:
            continue
        taken = [seconds(linter, unit, size) for size in SIZES]
        ratio = taken[-1] / max(taken[-2], 1e-3)
        print("  ".join(f"{value:9.3f}" for value in taken), f"{ratio:6.1f}  {name}")


if __name__ == "__main__":
    main()
