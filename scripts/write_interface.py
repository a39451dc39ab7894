"""Writes docs/interface.md: all that plugins may import, with signatures. A test holds that the file is up to date."""

import enum
import inspect
import re
from collections.abc import Iterator
from dataclasses import is_dataclass
from importlib import import_module
from pathlib import Path
from typing import Any

MODULES = ("lint", "lint.views", "lint.testing")
PAGE = Path(__file__).parents[1] / "docs" / "interface.md"
# Classes whose objects are never made by hand.
_NOT_MADE = ("Check", "LineIndex", "Word", "Words")
_OF_CHECKS = ("name", "group", "severity", "languages", "aliases")
_SPECIAL = ("__iter__", "__len__", "__contains__", "__getitem__")
_HEAD = """<!-- Made by scripts/write_interface.py from the code; edit docstrings instead. -->
# The public interface

All that a plugin may import: what stands in `__all__` of these three modules. What these promises are worth says
[stability.md](stability.md); how a plugin is made, [plugins.md](plugins.md). The hooks of a plugin are at the end.
"""


def interface() -> str:
    """The page."""
    parts = [_HEAD]
    for name in MODULES:
        module = import_module(name)
        parts.append(f"## {name}\n\n{_prose(module)}\n")
        parts += [_entry(each, getattr(module, each)) for each in sorted(module.__all__, key=str.lower)]
    hooks = vars(import_module("lint.hooks").Hooks).items()
    parts.append("## Hooks\n\nFunctions of a plugin's module, marked with `@hookimpl`; each is called once at start.\n")
    parts += [_entry(name, hook) for name, hook in hooks if name.startswith("lint_")]
    return "\n".join(parts)


def _entry(name: str, value: Any) -> str:
    if name == "hookimpl":
        return "### hookimpl\n\nMarks a function of a plugin's module as one of the hooks below: `@hookimpl`.\n"
    lines = "\n".join(_signatures(name, value))
    return f"### {name}\n\n```text\n{lines}\n```\n\n{_prose(value)}\n"


def _signatures(name: str, value: Any) -> Iterator[str]:
    if isinstance(value, type) and issubclass(value, enum.Enum):
        yield f"class {name}: " + ", ".join(member.name for member in value)
        yield from _members(value)
    elif isinstance(value, type):
        bases = ", ".join(base.__name__ for base in value.__bases__ if base is not object)
        made = "" if issubclass(value, Exception) or name in _NOT_MADE else _signature(value)
        yield f"class {name}{made}" + (f": {bases}" if bases else "")
        if name == "Check":
            yield from (f"    {field}: {_shown(value.__annotations__[field])}" for field in _OF_CHECKS)
            yield from (line for line in _members(value) if line.strip().startswith(("options:", "summary:")))
        else:
            yield from _members(value)
    elif callable(value) and hasattr(value, "__name__"):
        yield f"def {name}{_signature(value)}"
    else:
        # `check` and `hookimpl` are objects that are called.
        yield f"{name}{_signature(value.__call__)}"
        yield from (line.replace("    def ", f"{name}.") for line in _members(type(value)))


def _members(kind: type) -> Iterator[str]:
    fields = set(getattr(kind, "__dataclass_fields__", ())) if is_dataclass(kind) else set()
    for name, member in vars(kind).items():
        if (
            (name.startswith("_") and name not in _SPECIAL)
            or name in fields
            or (issubclass(kind, enum.Enum) and name in kind.__members__)
        ):
            continue
        if isinstance(member, classmethod):
            yield f"    classmethod {name}{_signature(member.__func__)}"
        elif inspect.isfunction(member):
            yield f"    def {name}{_signature(member)}"
        elif isinstance(member, property) or type(member).__name__ == "cached_property":
            function = getattr(member, "fget", None) or member.func
            yield f"    {name}: {_shown(inspect.signature(function).return_annotation)}"


def _signature(value: Any) -> str:
    signature = inspect.signature(value)
    parameters = [
        parameter.replace(annotation=_Shown(parameter.annotation))
        if parameter.annotation is not parameter.empty
        else parameter
        for parameter in signature.parameters.values()
        if parameter.name not in ("self", "cls")
    ]
    text = str(signature.replace(parameters=parameters, return_annotation=signature.empty))
    returned = signature.return_annotation
    if returned is signature.empty or returned is None or isinstance(value, type):
        return text
    return f"{text} -> {_shown(returned)}"


class _Shown:
    """An annotation as it is written."""

    def __init__(self, annotation: Any) -> None:
        self._text = _shown(annotation)

    def __repr__(self) -> str:
        return self._text


def _shown(annotation: Any) -> str:
    text = annotation if isinstance(annotation, str) else inspect.formatannotation(annotation)
    # Python 3.13 says Unpack[Ts] where 3.11 said *Ts.
    text = re.sub(r"\b(?:typing\.)?Unpack\[(\w+)\]", r"*\1", text)
    # Where a name comes from is noise; the names of typing and of collections are known.
    return re.sub(r"\b(?:[a-z_]+\.)+(?=[A-Z~])|[~\"']", "", text)


def _prose(value: Any) -> str:
    return inspect.cleandoc(value.__doc__ or "")


if __name__ == "__main__":
    PAGE.write_text(interface(), encoding="utf-8", newline="\n")
