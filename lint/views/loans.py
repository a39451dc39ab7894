"""Foreign sayings that English writers use as they are."""

from functools import cache
from pathlib import Path

from lint.views.patterns import pattern

_PACK = Path(__file__).parents[1] / "packs" / "wording" / "loans.txt"
_WORD = pattern(r"[^\W\d_]+")


def is_loan(text: str) -> bool:
    """Whether a text holds a well-known foreign saying or title."""
    line = f" {' '.join(_WORD.findall(text.lower()))} "
    return any(f" {loan} " in line for loan in _loans())


@cache
def _loans() -> tuple[str, ...]:
    lines = _PACK.read_text(encoding="utf-8").splitlines()
    return tuple(" ".join(_WORD.findall(line.lower())) for line in lines if line and not line.startswith("#"))
