"""What lint.records makes is what dataclasses make: the same class, sooner."""

import copy
import dataclasses
import inspect
import pickle
from collections.abc import Callable
from typing import Any

import pytest

from lint.finding import Finding, Fix
from lint.records import dataclass
from lint.span import Position, Span


class _Plain:
    """The fields of both classes below."""

    first: int
    second: str = "two"
    _: dataclasses.KW_ONLY
    third: tuple[int, ...] = ()
    fourth: list[int] = dataclasses.field(default_factory=list, repr=False, compare=False)
    fifth: list[int] = dataclasses.field(default_factory=list, init=False, compare=False)

    def __post_init__(self) -> None:
        if self.first < 0:
            raise ValueError("below zero")


def _both(**options: bool) -> list[Any]:
    body = {name: value for name, value in vars(_Plain).items() if name not in ("__dict__", "__weakref__")}
    ways: list[Callable[..., Any]] = [dataclass, dataclasses.dataclass]
    return [way(frozen=True, **options)(type("Both", (), dict(body))) for way in ways]


@pytest.mark.parametrize("options", [{}, {"slots": True}, {"order": True}, {"kw_only": True}])
def test_as_dataclasses_make_it(options: dict[str, bool]) -> None:
    told = []
    for made in _both(**options):
        one, same, other = made(first=1), made(first=1, fourth=[3]), made(first=2, third=(4,))
        assert one == same != other
        assert hash(one) == hash(same)
        assert one != "one"
        assert dataclasses.is_dataclass(made)
        with pytest.raises(ValueError, match="below zero"):
            made(first=-1)
        with pytest.raises(dataclasses.FrozenInstanceError, match="assign to field 'first'"):
            one.first = 5
        with pytest.raises(dataclasses.FrozenInstanceError, match="delete field 'first'"):
            del one.first
        parameters = inspect.signature(made).parameters.values()
        told.append(
            (
                repr(one),
                hash(one),
                made.__match_args__,
                [(each.name, each.kind, each.annotation) for each in parameters],
                [(field.name, field.init, field.kw_only) for field in dataclasses.fields(made)],
                dataclasses.asdict(other),
                dataclasses.replace(one, first=7).first,
                hasattr(one, "__dict__"),
                options.get("order") and (one < other, one >= other, sorted([other, one])[0].first),
            )
        )
    assert told[0] == told[1]


def test_no_order_where_none_was_asked_for() -> None:
    with pytest.raises(TypeError):
        Fix("a", ()) < Fix("b", ())  # type: ignore[operator]  # noqa: B015
    with pytest.raises(TypeError):
        Span(1, 2) < Position(1, 2)  # type: ignore[operator]  # noqa: B015


def test_instances_travel() -> None:
    found = Finding(Span(1, 2), "so", fix=Fix("mend", (), safe=True))
    assert pickle.loads(pickle.dumps(found)) == found == copy.deepcopy(found)


def test_a_class_may_inherit() -> None:
    @dataclasses.dataclass(frozen=True)
    class Longer(Span):
        more: int = 0

    class Other(Finding):
        pass

    assert Longer(1, 2, 3).more == 3
    assert Longer(1, 2, 3) != Span(1, 2)
    other = Other(Span(1, 2), "so")
    other.own = 1  # type: ignore[attr-defined]
    with pytest.raises(dataclasses.FrozenInstanceError):
        other.message = "else"  # type: ignore[misc]


def test_what_is_not_frozen_is_made_elsewhere() -> None:
    with pytest.raises(TypeError, match="there is dataclasses"):
        dataclass(frozen=False)
