"""The public interface: what is recorded is what there is, documented and typed."""

import difflib
import runpy
from importlib import import_module

import pytest
from environments import ROOT

MODULES = ("lint", "lint.views", "lint.testing")
PUBLIC = [(module, name) for module in MODULES for name in import_module(module).__all__]


def test_nothing_changes_unannounced() -> None:
    recorded = (ROOT / "docs" / "interface.md").read_text(encoding="utf-8")
    actual = runpy.run_path(str(ROOT / "scripts" / "write_interface.py"))["interface"]()
    changed = "\n".join(
        difflib.unified_diff(recorded.splitlines(), actual.splitlines(), "recorded", "now", lineterm="")
    )
    assert not changed, (
        "What plugins rely on has changed. If it must (docs/stability.md), run `python scripts/write_interface.py` and "
        f"tell of it under “Interface” in CHANGELOG.md.\n{changed}"
    )


@pytest.mark.parametrize(("module", "name"), PUBLIC)
def test_every_name_is_there_and_documented(module: str, name: str) -> None:
    value = getattr(import_module(module), name)
    assert value.__doc__


@pytest.mark.parametrize("module", MODULES)
def test_the_names_are_in_order(module: str) -> None:
    names = import_module(module).__all__
    assert sorted(names) == list(names)
    assert len(set(names)) == len(names)


def test_what_is_recorded_names_no_place_of_this_machine() -> None:
    recorded = (ROOT / "docs" / "interface.md").read_text(encoding="utf-8")
    assert " at 0x" not in recorded
    assert "<function" not in recorded
