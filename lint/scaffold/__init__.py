"""`copydesk new-plugin`: a complete package with one check, to be read, renamed and replaced."""

import re
from collections.abc import Mapping
from importlib.resources import files
from pathlib import Path

from lint import __version__
from lint.schema import ConfigError

_NAME = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*")
_LONGEST_NAME = 40
_PREFIX = "copydesk-"
_RESERVED = frozenset({"all", "copydesk", "lint", "plugin"})

# Where each template goes.
_FILES = {
    "pyproject.toml.in": "pyproject.toml",
    "README.md.in": "README.md",
    "LICENSE.in": "LICENSE",
    "gitignore.in": ".gitignore",
    "pre-commit-config.yaml.in": ".pre-commit-config.yaml",
    "pre-commit-hooks.yaml.in": ".pre-commit-hooks.yaml",
    "init.py.in": "src/PLUGIN_PACKAGE/__init__.py",
    "shouting.py.in": "src/PLUGIN_PACKAGE/shouting.py",
    "test_shouting.py.in": "tests/test_shouting.py",
}
_TYPED = "src/PLUGIN_PACKAGE/py.typed"


def new_plugin(name: str, folder: str | None, taken: frozenset[str]) -> Path:
    """Writes the package of a plugin and gives its folder, by default one called as its distribution.

    Raises ConfigError for a name that cannot be used or is `taken`, for a folder that holds something already, and for
    one that cannot be written.
    """
    group = _group(name, taken)
    place = Path(folder or _PREFIX + group)
    try:
        if place.is_dir() and any(place.iterdir()):
            raise ConfigError(f"{place} is there already and holds something; nothing was written")
        for path, text in plugin_files(group).items():
            target = place / path
            target.parent.mkdir(parents=True, exist_ok=True)
            with target.open("x", encoding="utf-8", newline="\n") as file:
                file.write(text)
    except OSError as error:
        raise ConfigError(f"{error.filename or place}: cannot be written: {error.strerror}") from None
    return place


def next_steps(place: Path) -> str:
    """What to do with a new package, as it is told to its author."""
    return f"""Wrote {place}. Next, in the environment that copydesk is installed in:

  cd {place}
  pip install -e ".[test]"
  pytest
  echo "This is AMAZING news." | copydesk check -
"""


def plugin_files(group: str) -> Mapping[str, str]:
    """The files of a plugin whose checks form this group, by path."""
    from datetime import date

    values = {
        "PLUGIN_DISTRIBUTION": _PREFIX + group,
        "PLUGIN_PACKAGE": (_PREFIX + group).replace("-", "_"),
        "PLUGIN_GROUP": group,
        "PLUGIN_VERSION": __version__,
        "PLUGIN_YEAR": str(date.today().year),
    }

    def filled(text: str) -> str:
        for key, value in values.items():
            text = text.replace(key, value)
        return text

    templates = files("lint.scaffold") / "template"
    made = {filled(path): filled((templates / name).read_text("utf-8")) for name, path in _FILES.items()}
    return made | {filled(_TYPED): ""}


def _group(name: str, taken: frozenset[str]) -> str:
    group = name.removeprefix(_PREFIX)
    if not _NAME.fullmatch(group) or len(group) > _LONGEST_NAME:
        usable = "-".join(re.findall("[a-z0-9]+", group.lower()))[:_LONGEST_NAME].strip("-")
        hint = f", such as “{usable}”" if _NAME.fullmatch(usable) else ""
        raise ConfigError(
            f"“{name}” cannot name a plugin: use small letters a to z, figures and single hyphens, "
            f"a letter first, at most {_LONGEST_NAME} characters{hint}"
        )
    if group in _RESERVED or group in taken:
        raise ConfigError(f"“{group}” is taken: choose another name, for that of your house or subject")
    return group
