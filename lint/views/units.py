"""Units of measure and their factors, from lint/packs/numbers/units.tsv."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

_PACK = Path(__file__).parents[1] / "packs" / "numbers" / "units.tsv"
_FAHRENHEIT_ZERO = -160 / 9
# A gallon is also the imperial one, a ton one of three: these are equal to either.
_OTHER = {"gallon": 4.54609, "gallons": 4.54609}


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit: its dimension, the factor to the base unit, and another factor where the name has two meanings."""

    name: str
    dimension: str
    factor: float
    other: float | None = None

    def in_base(self, value: float, *, other: bool = False) -> float:
        """The value in the base unit; degrees Fahrenheit have a zero of their own."""
        factor = self.other if other and self.other else self.factor
        zero = _FAHRENHEIT_ZERO if self.dimension == "temperature" and self.factor != 1 else 0.0
        return value * factor + zero


@cache
def units() -> dict[str, Unit]:
    """The units by name, in lower case, with spaces."""
    found: dict[str, Unit] = {}
    for line in _PACK.read_text(encoding="utf-8").splitlines():
        if line.startswith("#"):
            continue
        dimension, factor, names = line.split("\t")
        for name in names.split(" "):
            plain = name.replace("-", " ")
            found[plain] = Unit(plain, dimension, float(factor), _OTHER.get(plain))
    return found
