"""Pages and lists made from the checks themselves; `python -m lint.docs DIR` writes them as Markdown."""

import sys
from importlib.resources import files
from pathlib import Path

from lint.kinds import Check
from lint.page import PageError
from lint.registry import Registry
from lint.schema import ConfigError
from lint.toml import key, toml

# The schema of the configuration, beside the folder of the pages.
SCHEMA = "copydesk.schema.json"
_GENERATED = "<!-- Made from the check's own page by `make docs`; edit the docstring instead. -->\n"


def explanation(registry: Registry, name: str) -> str:
    """The page of a check, or the list of a group's checks. Raises ConfigError for unknown names and bad pages."""
    checks = registry.named(name)
    if len(checks) > 1:
        return _list(checks)
    try:
        return page(checks[0])
    except PageError as error:
        raise ConfigError(f"the page of {checks[0].name} cannot be read: {error}") from None


def page(check: Check) -> str:
    """The page of a check in Markdown, with its place among the checks and the ways to silence it."""
    parts = [f"# {check.name}\n", f"{check.page.summary}\n", _facts(check)]
    if check.page.body:
        parts.append(check.page.body + "\n")
    parts.append(_silencing(check))
    return "\n".join(parts)


def _facts(check: Check) -> str:
    facts = [f"Group `{check.group}`", f"severity {check.severity}"]
    if check.languages:
        facts.append(f"articles in {', '.join(check.languages)}")
    if check.aliases:
        facts.append(f"also called {', '.join(f'`{alias}`' for alias in check.aliases)}")
    lines = ["; ".join(facts) + "."]
    for name, default in check.options.items():
        lines.append(f"Option `{name}`, default `{toml(default)}`.")
    return "\n".join(lines) + "\n"


def _silencing(check: Check) -> str:
    return f"""## To silence it

For some files, in `copydesk.toml`:

```toml
[[lint.overrides]]
paths = ["drafts/**"]
severity = {{ {key(check.name)} = "off" }}
```

In Markdown and HTML, for the next paragraph, heading, list or table (`ignore-start` and `ignore-end`: for what stands
between; `ignore-file`: for the file):

```html
<!-- copydesk: ignore {check.name} -- and a reason -->
```

Everywhere:

```toml
[lint.severity]
{key(check.name)} = "off"
```

For one run: `copydesk check --ignore {check.name}`. Words that are right in your house: `words = ["…"]` under `[lint]`.
"""


def listing(registry: Registry) -> str:
    """All checks, a line each, by group."""
    return _list(tuple(registry.checks.values()))


def _list(checks: tuple[Check, ...]) -> str:
    width = max(len(check.name) for check in checks)
    lines: list[str] = []
    group = None
    for check in sorted(checks, key=lambda check: (check.group, check.name)):
        if check.group != group:
            lines += [""] * bool(lines) + [check.group]
            group = check.group
        lines.append(f"  {check.name:<{width}}  {check.severity!s:<7}  {check.summary}")
    return "\n".join(lines) + "\n"


def starting_configuration() -> str:
    """The commented configuration that `copydesk init` writes."""
    return (files("lint") / "starting.toml").read_text(encoding="utf-8")


def pages(registry: Registry) -> dict[str, str]:
    """File name to content: a page for each check, and the list of them all."""
    made = {f"{name}.md": _GENERATED + page(check) for name, check in registry.checks.items()}
    rows = [
        f"| [{c.name}]({c.name}.md) | {c.group} | {c.severity} | {c.summary} |"
        for c in sorted(registry.checks.values(), key=lambda check: (check.group, check.name))
    ]
    head = "# The checks\n\n| check | group | severity | what it finds |\n|---|---|---|---|\n"
    return {**made, "README.md": _GENERATED + head + "\n".join(rows) + "\n"}


def configuration_schema(registry: Registry) -> str:
    """The JSON schema of configurations that name these checks, as it stands in a file."""
    import json

    from lint.completion import schema

    return json.dumps(schema(registry), ensure_ascii=False, indent=1) + "\n"


def write(folder: Path) -> None:
    """Writes the pages of the built-in checks, and takes away those of checks that are gone; above them the schema."""
    from lint.plugins import load_built_in

    registry = load_built_in()
    made = pages(registry)
    folder.mkdir(parents=True, exist_ok=True)
    (folder.parent / SCHEMA).write_text(configuration_schema(registry), encoding="utf-8", newline="\n")
    for stale in {path.name for path in folder.glob("*.md")} - made.keys():
        (folder / stale).unlink()
    for name, text in made.items():
        (folder / name).write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    write(Path(sys.argv[1]))
