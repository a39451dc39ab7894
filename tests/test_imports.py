"""Which way data flows, held by the imports: no part may reach uphill, no circle, and only the command prints."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import lint

PACKAGE = Path(lint.__file__).parent
FILES = {
    ".".join(("lint", *path.relative_to(PACKAGE).with_suffix("").parts)).removesuffix(".__init__"): path
    for path in PACKAGE.rglob("*.py")
}


def imported(module: str) -> set[str]:
    """The modules of the package that a module imports, anywhere in it."""
    found = set()
    for node in ast.walk(ast.parse(FILES[module].read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{module}: imports are absolute"
            for alias in node.names:
                inner = f"{node.module}.{alias.name}"
                found.add(inner if inner in FILES else str(node.module))
    return {name for name in found if name in FILES and name != module}


GRAPH = {module: imported(module) for module in FILES}


def within(module: str, *packages: str) -> bool:
    return any(module == package or module.startswith(package + ".") for package in packages)


def reachable(module: str) -> set[str]:
    pending, seen = [module], set()
    while pending:
        for target in GRAPH[pending.pop()] - seen:
            seen.add(target)
            pending.append(target)
    return seen


@pytest.mark.parametrize("module", FILES)
def test_no_circle_of_imports(module: str) -> None:
    assert module not in reachable(module)


@pytest.mark.parametrize("module", [m for m in FILES if m.count(".") >= 3 and within(m, "lint.checks")])
def test_checks_import_public_names_and_views_only(module: str) -> None:
    strangers = {name for name in GRAPH[module] if name != "lint" and not within(name, "lint.views")}
    assert not strangers


@pytest.mark.parametrize("module", [m for m in FILES if within(m, "lint.checks") and m.count(".") == 2])
def test_groups_import_public_names_and_their_checks_only(module: str) -> None:
    assert not {name for name in GRAPH[module] if name != "lint" and not within(name, module)}


@pytest.mark.parametrize("module", [m for m in FILES if within(m, "lint.writers")])
def test_writers_know_neither_documents_nor_checks(module: str) -> None:
    allowed = ("lint.finding", "lint.records", "lint.span", "lint.writers")
    assert not {name for name in GRAPH[module] if not within(name, *allowed)}


@pytest.mark.parametrize("module", [m for m in FILES if within(m, "lint.views", "lint.readers")])
def test_views_and_readers_know_no_engine(module: str) -> None:
    foundation = ("digests", "document", "packs", "readers", "records", "settings", "span", "views")
    allowed = tuple(f"lint.{part}" for part in foundation)
    assert not {name for name in GRAPH[module] if not within(name, *allowed)}


@pytest.mark.parametrize("module", [m for m in FILES if within(m, "lint.rules")])
def test_rules_know_no_engine_and_no_command(module: str) -> None:
    foundation = ("document", "finding", "kinds", "page", "registry", "rules", "schema", "settings", "span", "views")
    assert not {name for name in GRAPH[module] if not within(name, *(f"lint.{part}" for part in foundation))}


def test_nothing_below_the_engine_imports_it() -> None:
    above = (
        "lint.linters",
        "lint.examining",
        "lint.workers",
        "lint.profiling",
        "lint.runs",
        "lint.checking",
        "lint.cli",
        "lint.testing",
        "lint.packtest",
    )
    importers = {module for module, targets in GRAPH.items() if "lint.linter" in targets}
    assert all(within(module, *above) for module in importers)
    doors = {module for module, targets in GRAPH.items() if targets & {"lint.cli", "lint.runs"}}
    assert doors <= {"lint.checking", "lint.cli", "lint.__main__"}


def calls_print(tree: ast.AST) -> Iterator[int]:
    for node in ast.walk(tree):
        prints = isinstance(node, ast.Call) and ast.unparse(node.func) == "print"
        if prints or (isinstance(node, ast.Attribute) and ast.unparse(node) in ("sys.stdout", "sys.stderr")):
            yield node.lineno


# What plugins print is sent to standard error.
@pytest.mark.parametrize("module", [m for m in FILES if m not in ("lint.cli", "lint.containing")])
def test_only_the_command_prints(module: str) -> None:
    assert not list(calls_print(ast.parse(FILES[module].read_text(encoding="utf-8"))))


@pytest.mark.parametrize("module", FILES)
def test_no_file_outgrows_its_purpose(module: str) -> None:
    assert FILES[module].read_text(encoding="utf-8").count("\n") <= 400


def public_definitions(tree: ast.Module) -> Iterator[ast.FunctionDef | ast.ClassDef]:
    for node in tree.body:
        if isinstance(node, ast.FunctionDef | ast.ClassDef) and not node.name.startswith("_"):
            yield node
            if isinstance(node, ast.ClassDef):
                yield from (
                    inner
                    for inner in node.body
                    if isinstance(inner, ast.FunctionDef) and not inner.name.startswith("_")
                )


@pytest.mark.parametrize("module", FILES)
def test_every_public_name_has_a_docstring(module: str) -> None:
    tree = ast.parse(FILES[module].read_text(encoding="utf-8"))
    assert ast.get_docstring(tree), module
    undocumented = [node.name for node in public_definitions(tree) if not ast.get_docstring(node)]
    assert not undocumented
