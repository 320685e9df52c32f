"""YAML that remembers on which line each part stands, so that a issue can name it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import yaml

from site_config.core.issues import Issue, IssuesFound

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from yaml import SafeLoader as SafeLoader  # noqa: PLC0414 (others take it from here)
else:
    # libyaml where PyYAML brings it, as its wheels do: eight times faster, the same marks.
    SafeLoader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


Raw = Any  # whatever YAML can hold


class Mapping(dict[str, Any]):
    """A YAML mapping; `line` is its first line, `lines` the line of each key."""

    line: int
    lines: dict[str, int]


class _Loader(SafeLoader):
    """The safe loader, with line numbers, and no silent loss of a repeated key."""

    def construct_lined(self, node: yaml.MappingNode) -> Mapping:
        mapping = Mapping()
        mapping.line = node.start_mark.line + 1
        mapping.lines = {}
        for key_node, value_node in node.value:
            key = self.construct_object(key_node, deep=True)
            if not isinstance(key, str):
                problem = f"the name before the colon is read as {key!r}, put it in quotes"
                raise yaml.constructor.ConstructorError(None, None, problem, key_node.start_mark)
            if key in mapping:
                raise yaml.constructor.ConstructorError(
                    None, None, f"the key {key!r} stands twice", key_node.start_mark
                )
            mapping[key] = self.construct_object(value_node, deep=True)
            mapping.lines[key] = key_node.start_mark.line + 1
        return mapping


_Loader.add_constructor(
    yaml.resolver.BaseResolver.DEFAULT_MAPPING_TAG,
    _Loader.construct_lined,
)


def load(path: Path, root: Path) -> Raw:
    """The content of a YAML file, mappings as `Mapping`.

    Raises IssuesFound (one issue, with the line) if the file is missing or is not YAML.
    """
    name = path.relative_to(root)
    try:
        return yaml.load(path.read_text("utf-8"), Loader=_Loader)  # noqa: S506 (a safe loader)
    except FileNotFoundError:
        raise IssuesFound([Issue(name, 1, "the file is missing", "Put it back")]) from None
    except UnicodeDecodeError:
        fix = "Save the file again with the encoding UTF-8"
        raise IssuesFound([Issue(name, 1, "the file is not UTF-8 text", fix)]) from None
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
        if "quoted scalar" in str(getattr(error, "context", "")):
            mark = getattr(error, "context_mark", None)  # where the quotation mark is opened
        line = mark.line + 1 if mark else 1
        problem = getattr(error, "problem", None) or str(error).split("\n", maxsplit=1)[0]
        fix = "Check the spaces at the start of the line, the colons and the quotes"
        raise IssuesFound([Issue(name, line, f"this is not YAML: {problem}", fix)]) from None
    except ValueError as error:
        fix = "Put it in quotes if it is meant as text"
        raise IssuesFound([Issue(name, 1, f"a value cannot be read: {error}", fix)]) from None


def line_of(node: Raw, keys: Iterable[str | int]) -> int:
    """The line of the part at `keys`, or of the nearest one around it; 1 if none is known."""
    line = 1
    for key in keys:
        if isinstance(node, Mapping) and isinstance(key, str) and key in node:
            line, node = node.lines[key], node[key]
        elif isinstance(node, list) and isinstance(key, int) and key < len(node):
            node = node[key]
            line = getattr(node, "line", line)
        else:
            break
    return line
