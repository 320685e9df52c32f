"""What the site promises about privacy, and the tests that hold each promise."""

from __future__ import annotations

import ast
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from pydantic import BaseModel, ConfigDict, Field

from site_config.core import yaml_source
from site_config.core.issues import Issue, IssuesFound
from site_config.core.validation import validated

if TYPE_CHECKING:
    from collections.abc import Iterator

NAME = Path("content/_data/promises.yml")

Text = Annotated[str, Field(pattern=r"^[^\n]+\n?$")]


class Promise(BaseModel):
    """One entry of the file."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    id: Text = Field(description="Write a short name, such as answers_stay")
    promise: Text = Field(description="Say what a visitor can count on, in a sentence or two")
    limit: Text = Field(description="Say what the promise does not cover, in a sentence or two")


Held = dict[str, list[str]]
"""The names of the tests that hold each promise, by its id."""


def table(root: Path) -> str:
    """Return the promises as a Markdown table: promise, limit, how many tests hold it.

    Raises:
        IssuesFound: the file cannot be used, or a promise has no test that holds it.
    """
    held = held_by(root / "tests")
    promises, issues = _read(root, held)
    if issues:
        raise IssuesFound(issues)
    rows = [f"| {one.promise} | {one.limit} | {_tested(held[one.id])} |" for one in promises]
    head = ["| What you can count on | What it does not cover | Tested before each release |"]
    body = "\n".join([*head, "| --- | --- | --- |", *rows])
    return f'<div class="compare" markdown>\n\n{body}\n\n</div>'


def names(root: Path) -> list[str]:
    """Return the ids of the promises."""
    listed = yaml_source.load_or_raise(root / NAME, root)
    return [str(one["id"]) for one in listed or () if isinstance(one, dict) and "id" in one]


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


def _read(root: Path, held: Held) -> tuple[list[Promise], list[Issue]]:
    """Return the promises, and what is wrong with the file or with a promise that no test holds."""
    located = yaml_source.read(root / NAME, NAME)
    if not located.issues and not isinstance(located.data, list):
        return [], [Issue(NAME, 1, "This is not a list of promises", "Begin each with `- id:`")]
    promises, issues = [], list(located.issues)
    for index, entry in enumerate(located.data or ()):
        promise, found = validated(Promise, entry, located, NAME, (index,))
        issues += found
        if promise and promise.id not in held:
            message = f"No test holds the promise “{promise.id}”"
            fix = f'Take it out, or mark the test: @pytest.mark.promise("{promise.id}")'
            issues.append(Issue(NAME, located.line(index), message, fix))
        promises += [promise] if promise else []
    return promises, issues


def _tested(tests: list[str]) -> str:
    """How many tests hold a promise. Their names are for those who read the code."""
    count = len(set(tests))
    return f"Yes, {count} test{'s' if count > 1 else ''}"
