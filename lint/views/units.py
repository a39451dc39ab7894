"""Units of measure and their factors, from lint/packs/numbers/units.tsv."""

from functools import cache
from pathlib import Path
from typing import NamedTuple, TypeAlias

from lint.settings import Settings

_PACK = Path(__file__).parents[1] / "packs" / "numbers" / "units.tsv"
_FAHRENHEIT_ZERO = -160 / 9


class Unit(NamedTuple):
    """A unit: its dimension and the factors to the base unit, several where the name has several meanings."""

    name: str
    dimension: str
    factors: tuple[float, ...]

    @property
    def factor(self) -> float:
        """The factor of the first meaning."""
        return self.factors[0]

    def in_base(self, value: float, factor: float | None = None) -> float:
        """The value in the base unit; degrees Fahrenheit have a zero of their own."""
        zero = _FAHRENHEIT_ZERO if self.dimension == "temperature" and self.factor != 1 else 0.0
        return value * (self.factor if factor is None else factor) + zero


Added: TypeAlias = tuple[tuple[str, tuple[float, str]], ...]


def added_units(settings: Settings) -> Added:
    """The units that the house or a plugin adds: name, number, and the unit that it counts."""
    added: Added = settings.data.get("units", ())
    return added


@cache
def units(added: Added = ()) -> dict[str, Unit]:
    """The units by name, in lower case, with spaces; `added` ones replace those of their name."""
    if added:
        known = units()
        more = ((name.lower(), number, known[other]) for name, (number, other) in added if other in known)
        return known | {n: Unit(n, other.dimension, (number * other.factor,)) for n, number, other in more}
    found: dict[str, Unit] = {}
    for line in _PACK.read_text(encoding="utf-8").splitlines():
        if line.startswith("#"):
            continue
        dimension, factors, names = line.split("\t")
        for name in names.split(" "):
            plain = name.replace("-", " ")
            found[plain] = Unit(plain, dimension, tuple(float(factor) for factor in factors.split(" ")))
    return found
