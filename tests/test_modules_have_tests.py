"""The tests of a module are found by its name: `test_rules.py` for `checker/rules.py`."""

from __future__ import annotations

from pathlib import Path

import pytest

FOLDERS = ("checker", "site_config", "scripts")
ENTRY_POINTS = {"__init__.py", "__main__.py"}
WITHOUT_TESTS = {
    "checker/sign_words.py": "reads what each sign says, for checker/decision_table.py",
    "checker/examples.py": "reads the made-up people; tests/checker/test_cli.py goes through all",
    "checker/ids.py": "ids alone; tests/questionnaire/test_compiler.py compares them with the code",
    "checker/model.py": "reads the compiled data; every test of the engine uses it",
    "scripts/audit_tools.py": "runs four auditors that `make audit` alone installs",
    "scripts/load.py": "measures with wrk, by `make load` alone",
    "scripts/lock.py": "one call of uv, by `make lock` alone",
    "scripts/preview/report.py": "needs two builds: tests/scripts/test_preview.py reads its page",
    "scripts/servers.py": "tests/hosting/test_servers.py asks the servers that it starts",
    "site_config/authoring/form_words.py": "words; tests/authoring/test_cms_config.py has them",
    "site_config/browser_runtime/trace_in_pyodide.py": "runs in Pyodide, by test_find_unused.py",
    "site_config/discovery/social_cards.py": "needs a build: test_feeds.py looks at its pictures",
    "site_config/hooks.py": "no logic; tests/pipeline/test_build.py sees what it leads to",
}
"""Modules that need none of their own, and why."""


def expected_tests(module):
    """Where the tests of a module are: the same folders again, without `site_config`."""
    return Path("tests") / module.with_name(f"test_{module.name}").as_posix().removeprefix(
        "site_config/"
    )


def modules(root):
    for folder in FOLDERS:
        for file in sorted((root / folder).rglob("*.py")):
            if file.name not in ENTRY_POINTS:
                yield file.relative_to(root)


def complaints(root, without_tests):
    """Each module without tests, and each exception that is none."""
    names = {module.as_posix(): module for module in modules(root)}
    for name, module in names.items():
        has_tests = (root / expected_tests(module)).is_file()
        if not has_tests and name not in without_tests:
            yield f"{name} has no tests: write {expected_tests(module)}"
        if has_tests and name in without_tests:
            yield f"{name} has tests: remove it from WITHOUT_TESTS"
    for name in without_tests.keys() - names:
        yield f"{name} does not exist: remove it from WITHOUT_TESTS"


def test_every_module_has_its_tests(root):
    assert [*complaints(root, WITHOUT_TESTS)] == []


@pytest.mark.parametrize(
    ("files", "exceptions", "said"),
    [
        (
            {"checker/rules.py"},
            {},
            ["checker/rules.py has no tests: write tests/checker/test_rules.py"],
        ),
        (
            {"site_config/core/files.py"},
            {},
            ["site_config/core/files.py has no tests: write tests/core/test_files.py"],
        ),
        ({"site_config/core/files.py"}, {"site_config/core/files.py": "data"}, []),
        ({"scripts/a.py", "tests/scripts/test_a.py"}, {}, []),
        (
            {"scripts/a.py", "tests/scripts/test_a.py"},
            {"scripts/a.py": "data"},
            ["scripts/a.py has tests: remove it from WITHOUT_TESTS"],
        ),
        ({"scripts/__main__.py"}, {}, []),
        (
            set(),
            {"scripts/b.py": "data"},
            ["scripts/b.py does not exist: remove it from WITHOUT_TESTS"],
        ),
    ],
)
def test_what_is_said_of_a_module(tmp_path, files, exceptions, said):
    for name in files:
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("", "utf-8")
    assert [*complaints(tmp_path, exceptions)] == said
