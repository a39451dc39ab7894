"""The examples of a rule: texts that it must find something in, and texts that it must leave alone."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from lint.page import Example, PageError, unpin
from lint.rules.keys import Keys


@dataclass(frozen=True, slots=True)
class Case:
    """One example; `markdown` says that it is a whole article, and not one part of the kind that the rule is for."""

    example: Example
    markdown: bool = False


def cases(keys: Keys) -> tuple[Case, ...]:
    """The examples in `bad`, `good` and Vale's `tests`. Raises ConfigError."""
    return (*_listed(keys, "bad"), *_listed(keys, "good"), *_tests(keys))


def _listed(keys: Keys, kind: str) -> Iterator[Case]:
    for item in keys.items(kind):
        if isinstance(item, Mapping):
            if unknown := set(item) - {"text", "fixed"}:
                raise keys.error(f"an example has the keys text and fixed, not “{min(unknown)}”", kind)
            if kind == "good" and "fixed" in item:
                raise keys.error("what is good needs no `fixed`", kind)
        text = item.get("text") if isinstance(item, Mapping) else item
        fixed = item.get("fixed") if isinstance(item, Mapping) else None
        if not isinstance(text, str) or not isinstance(fixed, str | None):
            raise keys.error(f"`{kind}` is a list of sentences", kind)
        yield Case(_example(keys, kind, text, fixed))


def _tests(keys: Keys) -> Iterator[Case]:
    for item in keys.items("tests"):
        if not isinstance(item, Mapping) or not isinstance(item.get("input"), str):
            raise keys.error("a test needs an `input`; examples may stand in the lists `bad` and `good` too", "tests")
        if unknown := set(item) - {"name", "description", "input", "want", "contains", "absent"}:
            raise keys.error(f"the key “{min(unknown)}” of a test is not supported: use `bad` and `good`", "tests")
        fires = bool(str(item.get("want") or "").strip() or item.get("contains"))
        yield Case(_example(keys, "bad" if fires else "good", item["input"], None), markdown=True)


def _example(keys: Keys, kind: str, text: str, fixed: Any) -> Example:
    try:
        plain, spans = unpin(text)
    except PageError as error:
        raise keys.error(str(error), kind) from None
    if kind == "good" and spans:
        raise keys.error(f"a good example has nothing to pin: “{text}”", kind)
    return Example(kind, plain, spans=spans, context={}, fixed=fixed)
