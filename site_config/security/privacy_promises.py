"""What the site promises about privacy, and the tests that hold each promise."""

from __future__ import annotations

import ast
from pathlib import Path
from typing import TYPE_CHECKING, Any

from site_config.core import yaml_source
from site_config.core.issues import Issue, IssuesFound

if TYPE_CHECKING:
    from collections.abc import Iterator

NAME = Path("content/_data/promises.yml")
FIELDS = {"id", "promise", "limit"}

Held = dict[str, list[str]]
"""The names of the tests that hold each promise, by its id."""


def table(root: Path) -> str:
    """Return the promises as a Markdown table: promise, limit, tests.

    Raises:
        IssuesFound: the file cannot be used, or a promise has no test that holds it.
    """
    promises, held = yaml_source.load(root / NAME, root), held_by(root / "tests")
    issues = list(_issues(promises, held))
    if issues:
        raise IssuesFound(issues)
    rows = [
        f"| {one['promise']} | {one['limit']} | {_words(held[one['id']])} |" for one in promises
    ]
    head = ["| What you can count on | What it does not cover | Tested before each release |"]
    body = "\n".join([*head, "| --- | --- | --- |", *rows])
    return f'<div class="compare" markdown>\n\n{body}\n\n</div>'


def held_by(tests: Path) -> Held:
    """Read from the test files which test is marked with which promise; nothing is run."""
    held: Held = {}
    for file in sorted(tests.rglob("test_*.py")):
        text = file.read_text("utf-8")
        for node in ast.walk(ast.parse(text if "mark.promise" in text else "")):
            if isinstance(node, ast.FunctionDef) and node.name.startswith("test_"):
                for promise in _marked(node):
                    held.setdefault(promise, []).append(node.name)
    return held


def _marked(function: ast.FunctionDef) -> Iterator[str]:
    """The ids in the function's `@pytest.mark.promise("id", ...)`."""
    for mark in function.decorator_list:
        if isinstance(mark, ast.Call) and ast.unparse(mark.func) == "pytest.mark.promise":
            yield from (str(ast.literal_eval(given)) for given in mark.args)


def _issues(promises: Any, held: Held) -> Iterator[Issue]:  # noqa: ANN401 (as YAML gives it)
    if not isinstance(promises, list):
        yield Issue(NAME, 1, "This is not a list of promises", "Begin each with `- id:`")
        return
    for number, one in enumerate(promises, start=1):
        fields = set(one) if isinstance(one, yaml_source.Mapping) else set()
        if fields != FIELDS or not all(isinstance(text, str) and text for text in one.values()):
            line = one.line if isinstance(one, yaml_source.Mapping) else 1
            message = f"Promise number {number} is not made of {', '.join(sorted(FIELDS))}"
            yield Issue(NAME, line, message, "Write each of the three, and nothing else")
        elif one["id"] not in held:
            message = f"No test holds the promise “{one['id']}”"
            fix = f'Take it out, or mark the test: @pytest.mark.promise("{one["id"]}")'
            yield Issue(NAME, one.line, message, fix)


def _words(tests: list[str]) -> str:
    """The tests' names as words, one a line."""
    return "<br>".join(
        name.removeprefix("test_").replace("_", " ").capitalize() for name in sorted(set(tests))
    )
