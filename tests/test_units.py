"""Units and their conversions."""

import time

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from lint.checks.numbers.unit_conversions import unit_conversions
from lint.testing import findings
from lint.views.units import units


@pytest.mark.parametrize(
    ("first", "second", "value"),
    [
        ("mile", "km", 1.609344),
        ("acres", "hectares", 0.40468564224),
        ("pounds", "kg", 0.45359237),
        ("mph", "km/h", 1.609344),
    ],
)
def test_units_convert_exactly(first: str, second: str, value: float) -> None:
    one, other = units()[first], units()[second]
    assert one.dimension == other.dimension
    assert one.in_base(1) / other.in_base(1) == pytest.approx(value)


def test_degrees_have_their_zero() -> None:
    assert units()["fahrenheit"].in_base(212) == pytest.approx(100)
    assert units()["f"].in_base(32) == pytest.approx(0)


PAIRS = [("miles", "km"), ("acres", "hectares"), ("pounds", "kg"), ("inches", "cm"), ("mph", "km/h"), ("feet", "m")]


@given(st.sampled_from(PAIRS), st.integers(11, 9999), st.floats(0.2, 5))
def test_a_conversion_is_right_within_its_rounding(pair: tuple[str, str], value: int, wrong: float) -> None:
    first, second = units()[pair[0]], units()[pair[1]]
    exact = first.in_base(value) / second.factor
    assume(exact >= 10)
    right = f"It measures {value} {pair[0]} ({exact:.0f} {pair[1]}) by now."
    assert not findings(unit_conversions, right)
    turned = f"It measures {exact:.0f} {pair[1]} ({value} {pair[0]}) by now."
    assert not findings(unit_conversions, turned)
    # Beyond rounding to two digits, tolerance, and the sea mile.
    assume(not 0.8 < wrong < 1.3)
    assume(exact * wrong >= 10)
    assert findings(unit_conversions, f"It measures {value} {pair[0]} ({exact * wrong:.0f} {pair[1]}) by now.")


@given(st.integers(-40, 120))
def test_degrees_convert_both_ways(fahrenheit: int) -> None:
    celsius = (fahrenheit - 32) * 5 / 9
    assume(celsius >= 0)
    assert not findings(unit_conversions, f"At noon it was {fahrenheit}F ({celsius:.0f}C) in the shade.")
    assert findings(unit_conversions, f"At noon it was {fahrenheit}F ({celsius + 6:.0f}C) in the shade.")


@pytest.mark.parametrize("text", ["9" * 200_000, "9 m " * 50_000, "5 miles (" * 20_000, "9" * 10_000 + " miles (5 km)"])
def test_hostile_figures_take_no_time(text: str) -> None:
    start = time.perf_counter()
    assert not findings(unit_conversions, text)
    assert time.perf_counter() - start < 5
