"""Frozen dataclasses, made in a fifth of the time.

`dataclasses.dataclass` compiles the text of six methods for each class, which takes a quarter of a millisecond; forty
classes of a run took a tenth of the time that one article takes. Here the text of `__init__` alone is compiled, when it
is first used; the other methods are the same functions for every class. What comes out is a dataclass as any other:
`fields`, `replace`, `asdict` and a match statement take it as one.
"""

import operator
from collections.abc import Callable, Sequence
from dataclasses import MISSING, Field, FrozenInstanceError, fields
from types import MemberDescriptorType, MethodType
from typing import TYPE_CHECKING, Any

__all__ = ["dataclass"]

# What is compared and hashed of an instance.
_Values = Callable[[Any], Any]


class _Made:
    """Stands for a default that is made anew for each instance."""

    def __repr__(self) -> str:
        return "<factory>"


_MADE = _Made()


class _Initializer:
    """Stands for `__init__` until the class has an instance or is looked at; half of them never have in a short run."""

    def __init__(self, cls: type) -> None:
        self._cls = cls

    def __get__(self, instance: object, owner: type) -> Any:
        made = _initializer(self._cls, fields(self._cls))
        type.__setattr__(self._cls, "__init__", made)
        return made if instance is None else MethodType(made, instance)


def _initializer(cls: type, own: Sequence[Field[Any]]) -> Callable[..., None]:
    """`__init__` with the parameters that the fields ask for."""
    known: dict[str, Any] = {"_set": object.__setattr__, "_made": _MADE}
    places: list[str] = []
    named: list[str] = []
    body: list[str] = []
    for field in own:
        name, value = field.name, field.name
        parameter = name
        if field.default is not MISSING:
            known[f"_default_{name}"] = field.default
            parameter = f"{name}=_default_{name}"
        elif field.default_factory is not MISSING:
            known[f"_make_{name}"] = field.default_factory
            parameter = f"{name}=_made"
            value = f"_make_{name}() if {name} is _made else {name}" if field.init else f"_make_{name}()"
        if field.init:
            (named if field.kw_only else places).append(parameter)
        # A slot sets its value sooner than the method that looks for it.
        slot = vars(cls).get(name)
        if isinstance(slot, MemberDescriptorType):
            known[f"_set_{name}"] = slot.__set__
            body.append(f" _set_{name}(self, {value})")
        else:
            body.append(f" _set(self, {name!r}, {value})")
    if hasattr(cls, "__post_init__"):
        body.append(" self.__post_init__()")
    parameters = ", ".join(("self", *places, *(("*", *named) if named else ())))
    exec("\n".join((f"def __init__({parameters}):", *body)), known)  # noqa: S102 - names of fields, nothing else
    made: Callable[..., None] = known["__init__"]
    made.__qualname__ = f"{cls.__qualname__}.__init__"
    made.__module__ = cls.__module__
    made.__annotations__ = {field.name: field.type for field in own if field.init} | {"return": None}
    return made


def _frozen(cls: type, names: frozenset[str]) -> dict[str, Callable[..., None]]:
    """The methods that let nobody change a field; a class that inherits may have attributes of its own."""

    def assign(self: Any, name: str, value: Any) -> None:
        if type(self) is cls or name in names:
            raise FrozenInstanceError(f"cannot assign to field {name!r}")
        object.__setattr__(self, name, value)

    def delete(self: Any, name: str) -> None:
        if type(self) is cls or name in names:
            raise FrozenInstanceError(f"cannot delete field {name!r}")
        object.__delattr__(self, name)

    return {"__setattr__": assign, "__delattr__": delete}


def _compared(values: _Values) -> dict[str, Callable[..., Any]]:
    def equal(self: Any, other: Any) -> bool:
        return values(self) == values(other) if other.__class__ is self.__class__ else NotImplemented

    def hashed(self: Any) -> int:
        return hash(values(self))

    return {"__eq__": equal, "__hash__": hashed}


def _ordered(values: _Values) -> dict[str, Callable[..., bool]]:
    def method(compare: Callable[[Any, Any], bool]) -> Callable[[Any, Any], bool]:
        def sorts(self: Any, other: Any) -> bool:
            return compare(values(self), values(other)) if other.__class__ is self.__class__ else NotImplemented

        return sorts

    return {f"__{name}__": method(getattr(operator, name)) for name in ("lt", "le", "gt", "ge")}


def _shown(self: Any) -> str:
    told = ", ".join(f"{field.name}={getattr(self, field.name)!r}" for field in fields(self) if field.repr)
    return f"{type(self).__qualname__}({told})"


# With slots, nothing but these can give values to a frozen instance that is unpickled.
def _state(self: Any) -> list[Any]:
    return [getattr(self, field.name) for field in fields(self)]


def _restore(self: Any, state: list[Any]) -> None:
    for field, value in zip(fields(self), state, strict=True):
        object.__setattr__(self, field.name, value)


if TYPE_CHECKING:
    from dataclasses import dataclass
else:
    import dataclasses

    def dataclass(*, frozen: bool, slots: bool = False, order: bool = False, kw_only: bool = False):
        """`dataclasses.dataclass`, for classes that are frozen and inherit from no other dataclass."""
        if not frozen:
            raise TypeError("for a class that is not frozen there is dataclasses.dataclass")
        bare = dataclasses.dataclass(init=False, repr=False, eq=False, slots=slots, kw_only=kw_only)

        def made(cls):
            said = frozenset(vars(cls))
            cls = bare(cls)
            own = fields(cls)
            values = operator.attrgetter(*(field.name for field in own if field.compare))
            methods = {
                "__init__": _Initializer(cls),
                "__repr__": _shown,
                **_frozen(cls, frozenset(field.name for field in own)),
                **_compared(values),
                **(_ordered(values) if order else {}),
                **({"__getstate__": _state, "__setstate__": _restore} if slots else {}),
            }
            for name, method in methods.items():
                if name not in said:
                    setattr(cls, name, method)
            # Classes that inherit from this one have to be frozen, too.
            cls.__dataclass_params__.frozen = True
            return cls

        return made
