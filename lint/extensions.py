"""What a house or a plugin adds to the data of the checks: units, zones, epochs, hedges, measures, names of sources.

The same tables stand in a configuration and in what the hook `lint_data` gives; checks find them, frozen, in
`document.settings.data` under their names.
"""

import datetime
from collections.abc import Callable, Mapping
from typing import Any

from lint.views.patterns import pattern

_MEASURE = pattern(r"(\d{1,12}(?:\.\d{1,12})?) ([^\s\d].*)")
_OFFSET = pattern(r"([+-])(\d\d):(\d\d)")


def _measure(value: object) -> tuple[float, str]:
    from lint.views.units import units

    match = _MEASURE.fullmatch(value) if isinstance(value, str) else None
    if match is None:
        raise ValueError('must be a measure in another unit, such as "5.556 km"')
    if match[2].lower() not in units():
        raise ValueError(f"there is no unit “{match[2]}”")
    return float(match[1]), match[2].lower()


def _offset(value: object) -> int:
    match = _OFFSET.fullmatch(value) if isinstance(value, str) else None
    if match is None:
        raise ValueError('must be the difference from GMT, such as "+05:45"')
    return (int(match[2]) * 60 + int(match[3])) * (-1 if match[1] == "-" else 1)


def _day(value: object) -> str:
    if isinstance(value, datetime.date) and not isinstance(value, datetime.datetime):
        return value.isoformat()
    try:
        return datetime.date.fromisoformat(str(value)).isoformat()
    except ValueError:
        raise ValueError("must be a day, such as 2022-02-24") from None


def _hedge(value: object) -> str:
    if value not in HEDGES:
        raise ValueError(f"must be one of {', '.join(f'“{hedge}”' for hedge in HEDGES)}")
    return str(value)


def _moved_or_counted(value: object) -> str:
    if value not in MEASURES:
        raise ValueError(f"must be one of {', '.join(f'“{measure}”' for measure in MEASURES)}")
    return str(value)


def _names(value: object) -> tuple[str, ...]:
    if not isinstance(value, list | tuple) or not all(isinstance(name, str) and name for name in value):
        raise ValueError('must be a list of names, such as ["MoD", "the ministry"]')
    return tuple(value)


HEDGES = ("at least", "at most", "about")
# What a word of the house says of a figure: that it went up or down, or that it counts people.
MEASURES = ("rise", "fall", "people")
READ: Mapping[str, Callable[[object], Any]] = {
    "units": _measure,
    "zones": _offset,
    "epochs": _day,
    "hedges": _hedge,
    "measures": _moved_or_counted,
    "sources": _names,
}


def extensions(table: Mapping[str, Any]) -> dict[str, tuple[tuple[str, Any], ...]]:
    """The data of these tables as checks see it: by name of the table, pairs of name and value, sorted.

    A unit is a number and the unit that it counts, a zone minutes ahead of GMT, an epoch an ISO date, a hedge what
    it means, a measure what it says, a source its other names. Raises ValueError.
    """
    return {
        key: tuple(sorted((name, read(value)) for name, value in table[key].items()))
        for key, read in READ.items()
        if table.get(key)
    }
