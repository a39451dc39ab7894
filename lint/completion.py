"""The JSON schema of the configuration, made from its keys and from the checks: editors complete and check with it."""

from collections.abc import Mapping
from typing import Any

from lint.config import ALL
from lint.extensions import HEDGES, MEASURES
from lint.finding import Severity
from lint.kinds import Check
from lint.registry import Registry
from lint.schema import FILE_KEYS, OVERRIDE_KEYS, SHARED_KEYS, SPELLINGS, Key

_DRAFT = "http://json-schema.org/draft-07/schema#"
_STRING = {"type": "string"}
_STRINGS = {"type": "array", "items": _STRING}
_SEVERITY = {"enum": [str(severity) for severity in sorted(Severity, reverse=True)]}

Shape = dict[str, Any]


def schema(registry: Registry) -> Shape:
    """The schema of `copydesk.toml`, with the names, severities and options of these checks."""
    table = _table(_described(SHARED_KEYS | FILE_KEYS))
    return {
        "$schema": _DRAFT,
        "title": "Configuration of copydesk",
        "type": "object",
        "properties": {"lint": {"description": "Everything that copydesk is to know.", **table}},
        "definitions": {
            "names": _names(registry),
            "severity": _severities(registry),
            "checks": _options(registry),
        },
    }


def _described(keys: Mapping[str, Key]) -> Shape:
    return {name: {"description": key.about, **_SHAPES[name]} for name, key in keys.items()}


def _table(properties: Mapping[str, Any], **more: Any) -> Shape:
    return {"type": "object", "properties": properties, "additionalProperties": False, **more}


def _names(registry: Registry) -> Shape:
    checks = registry.checks.values()
    names = {ALL, *registry.checks, *(c.group for c in checks), *(alias for c in checks for alias in c.aliases)}
    return {"type": "array", "items": {"enum": sorted(names)}}


def _severities(registry: Registry) -> Shape:
    properties: dict[str, Shape] = {}
    for check in registry.checks.values():
        properties[check.group] = {"description": f"All checks of the group {check.group}.", **_SEVERITY}
    for name, check in _called(registry):
        properties[name] = {"description": check.summary, "default": str(check.severity), **_SEVERITY}
    return _table(dict(sorted(properties.items())))


def _options(registry: Registry) -> Shape:
    properties = {
        name: _table(
            {
                option: {"description": check.page.options.get(option, ""), **_typed(default)}
                for option, default in check.options.items()
            },
            description=check.summary,
        )
        for name, check in _called(registry)
    }
    return _table(dict(sorted(properties.items())))


def _called(registry: Registry) -> list[tuple[str, Check]]:
    return [(name, check) for check in registry.checks.values() for name in (check.name, *check.aliases)]


def _typed(default: Any) -> Shape:
    if isinstance(default, tuple):
        kind = _typed(default[0])["type"] if default else "string"
        return {"type": "array", "items": {"type": kind}, "default": list(default)}
    names: tuple[tuple[type, str], ...] = ((bool, "boolean"), (int, "integer"), (float, "number"), (str, "string"))
    return {"type": next((name for kind, name in names if isinstance(default, kind)), "string"), "default": default}


def _defined(name: str) -> Shape:
    # A reference alone would hide what stands beside it.
    return {"allOf": [{"$ref": f"#/definitions/{name}"}]}


# A key without a shape is an error: the tests make the schema.
_SHAPES: dict[str, Shape] = {
    "select": _defined("names"),
    "ignore": _defined("names"),
    "level": _SEVERITY,
    "fail_level": _SEVERITY,
    "severity": _defined("severity"),
    "max_file_size": {"type": "number", "exclusiveMinimum": 0},
    "language": _STRING,
    "source_languages": _STRINGS,
    "spelling": {"enum": list(SPELLINGS)},
    "house": {"type": "object", "additionalProperties": _STRINGS},
    "words": _STRINGS,
    "packs": _STRINGS,
    "units": {"type": "object", "additionalProperties": _STRING},
    "zones": {"type": "object", "additionalProperties": _STRING},
    "epochs": {"type": "object"},
    "hedges": {"type": "object", "additionalProperties": {"enum": list(HEDGES)}},
    "measures": {"type": "object", "additionalProperties": {"enum": list(MEASURES)}},
    "sources": {"type": "object", "additionalProperties": _STRINGS},
    "checks": _defined("checks"),
    "extend": {"anyOf": [_STRING, _STRINGS]},
    "include": _STRINGS,
    "exclude": _STRINGS,
    "plugins": _STRINGS,
    "baseline": _STRING,
    "paths": _STRINGS,
}
_SHAPES["overrides"] = {
    "type": "array",
    "items": _table(_described(OVERRIDE_KEYS | SHARED_KEYS), required=["paths"]),
}
