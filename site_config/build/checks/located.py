"""YAML read together with the line of every value, so that a fault can name its line."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import yaml

from site_config.build.faults import Fault
from site_config.build.yaml_lines import SafeLoader

if TYPE_CHECKING:
    from pathlib import Path

YamlValue = Any  # whatever YAML can hold
Key = tuple[str | int, ...]

_DEEPEST = 20
_TOO_DEEP = "a value that contains itself, or too many levels"
_HELP = (
    ("mapping values are not allowed", 'A value with a colon in it needs quotes: "like: this"'),
    ("\\t", "Use spaces at the start of the line, not a tab"),
    ("found unexpected end of stream", "A quotation mark is opened and never closed"),
    ("expected <block end>", "Line this up with the lines above it, by spaces"),
    ("found undefined alias", "A value that starts with * needs quotes"),
    ("could not find expected ':'", "Write it as `name: value`"),
    ("cannot start any token", "Put the value in quotes"),
)


@dataclass
class Located:
    """Data with positions: `lines[("sources", 0)]` is the line of the first source."""

    data: YamlValue = None
    lines: dict[Key, int] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)

    def line(self, *key: str | int) -> int:
        """Return the line of `key`, or of the nearest thing around it that has one."""
        while key and key not in self.lines:
            key = key[:-1]
        return self.lines.get(key, 1)


class Loader(SafeLoader):
    """Leaves dates as the text a person typed: `2026-02-30` must reach the schema, not crash."""


Loader.yaml_implicit_resolvers = {
    first: [(tag, rule) for tag, rule in rules if not tag.endswith(":timestamp")]
    for first, rules in SafeLoader.yaml_implicit_resolvers.items()
}


def load(text: str, path: Path, first_line: int = 1) -> Located:
    """Read YAML `text` found in file `path` from line `first_line` on.

    Returns the data and the line of every key; what cannot be read becomes a fault in `.faults`,
    with `.data` None. Dates stay text. A name given twice is a fault as well.
    """
    builder = _Builder(path, first_line)
    try:
        builder.read(text)
    except yaml.YAMLError as error:
        builder.result.data = None
        builder.result.faults.append(_unreadable(error, path, first_line))
    return builder.result


class _Builder:
    """Makes plain data from the parser's nodes and notes the line of each."""

    def __init__(self, path: Path, first_line: int) -> None:
        self.path, self.first, self.result = path, first_line, Located()

    def read(self, text: str) -> None:
        self.loader = Loader(text)
        node = self.loader.get_single_node()
        if node is not None:
            self.result.data = self.build(node, ())

    def build(self, node: yaml.Node, key: Key) -> YamlValue:
        if len(key) > _DEEPEST:
            raise yaml.MarkedYAMLError(problem=_TOO_DEEP, problem_mark=node.start_mark)
        self.result.lines.setdefault(key, node.start_mark.line + self.first)
        if isinstance(node, yaml.MappingNode):
            return self.mapping(node, key)
        if isinstance(node, yaml.SequenceNode):
            return [self.build(item, (*key, index)) for index, item in enumerate(node.value)]
        try:
            return self.loader.construct_object(node)
        except ValueError as error:
            mark = node.start_mark
            raise yaml.MarkedYAMLError(problem=str(error), problem_mark=mark) from error

    def mapping(self, node: yaml.MappingNode, key: Key) -> dict[str, YamlValue]:
        data: dict[str, YamlValue] = {}
        for name_node, value_node in node.value:
            name = str(name_node.value)
            line = name_node.start_mark.line + self.first
            if name in data:
                message, remedy = f"“{name}” is given twice", "Keep one of the two"
                self.result.faults.append(Fault(self.path, line, message, remedy))
                continue
            self.result.lines[*key, name] = line
            data[name] = self.build(value_node, (*key, name))
        return data


def _unreadable(error: yaml.YAMLError, path: Path, first_line: int) -> Fault:
    mark = getattr(error, "problem_mark", None)
    problem = str(getattr(error, "problem", None) or error).split("\n")[0]
    remedy = next(
        (words for part, words in _HELP if part in problem), "Compare it with a file that works"
    )
    line = (mark.line if mark else 0) + first_line
    return Fault(path, line, f"The settings here cannot be read ({problem})", remedy)
