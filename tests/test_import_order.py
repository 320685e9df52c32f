"""Imports point one way through the packages of site_config; the engine knows none of them."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

ORDER = (
    *("hooks", "pipeline", "authoring", "linter", "rendering", "hosting", "content_model"),
    *(
        "security",
        "translation",
        "questionnaire",
        "discovery",
        "browser_runtime",
        "settings",
        "core",
    ),
)
"""A package may import what stands to its right."""


def imported(tree):
    """The module names that a file imports, also inside functions and by `import_module`."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield from (f"{node.module}.{name.name}" for name in node.names)
        elif isinstance(node, ast.Call) and node.args and isinstance(node.args[0], ast.Constant):
            called = node.func.attr if isinstance(node.func, ast.Attribute) else node.func
            name = called if isinstance(called, str) else getattr(called, "id", "")
            if name == "import_module":
                yield str(node.args[0].value)


def package(name):
    """The package of site_config that a module belongs to, None for any other module."""
    parts = name.split(".")
    return parts[1] if parts[0] == "site_config" and len(parts) > 1 else None


def module_name(file, root):
    return ".".join(file.relative_to(root).with_suffix("").parts)


def imported_file(root, name):
    """The file that holds the module `name`, or the one that `name` is defined in."""
    path = root.joinpath(*name.split("."))
    for one in (path, path.parent):
        for file in (one.with_suffix(".py"), one / "__init__.py"):
            if file.is_file():
                return file.relative_to(root)
    raise AssertionError(f"no file holds {name}")


def against_the_order(root):
    """Each import that points the wrong way, naming both files."""
    for file in sorted(root.glob("site_config/**/*.py")):
        own = package(module_name(file, root))
        for name in imported(ast.parse(file.read_text("utf-8"))):
            other = package(name)
            if other and own != "__init__" and ORDER.index(other) < ORDER.index(own):
                yield f"{file.relative_to(root)} imports {imported_file(root, name)}"


def of_the_engine(root):
    """Each import of the engine that leads out of it, standard library aside."""
    for file in sorted(root.glob("checker/**/*.py")):
        for name in imported(ast.parse(file.read_text("utf-8"))):
            if package(name):
                yield f"{file.relative_to(root)} imports {imported_file(root, name)}"


def test_every_package_has_its_place_in_the_order(root):
    folders = {path.parent.name for path in root.glob("site_config/*/__init__.py")}
    assert {*ORDER} == folders | {"hooks"}


def test_no_import_points_against_the_order(root):
    assert [*against_the_order(root)] == []


def test_the_engine_imports_nothing_of_the_site(root):
    assert [*of_the_engine(root)] == []


@pytest.mark.parametrize(
    "line",
    [
        "from site_config.pipeline import schedule",
        "from site_config.pipeline.schedule import unpublished",
        "import site_config.pipeline.schedule",
        "def late():\n    import site_config.pipeline.schedule",
        "import importlib\nimportlib.import_module('site_config.pipeline.schedule')",
    ],
)
def test_an_import_against_the_order_names_both_files(tmp_path, line):
    schedule = Path("site_config/pipeline/schedule.py")
    for name, text in {
        "site_config/core/wrong.py": line,
        schedule: "",
        "checker/a.py": line,
    }.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, "utf-8")
    assert [*against_the_order(tmp_path)] == [f"site_config/core/wrong.py imports {schedule}"]
    assert [*of_the_engine(tmp_path)] == [f"checker/a.py imports {schedule}"]
