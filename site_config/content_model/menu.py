"""The menu of mkdocs.yml: the pages it lists, and a line for one more."""

from __future__ import annotations

from typing import TYPE_CHECKING

import yaml

if TYPE_CHECKING:
    from collections.abc import Iterator


def entries(node: yaml.Node) -> Iterator[tuple[str, int]]:
    """Give each page of the menu `node` with its line."""
    if isinstance(node, yaml.SequenceNode):
        for item in node.value:
            yield from entries(item)
    elif isinstance(node, yaml.MappingNode):
        for _name, value in node.value:
            yield from entries(value)
    else:
        yield str(node.value), node.start_mark.line + 1


def menu_line(words: str, name: str) -> str:
    """Return the line of the menu that leads to the page `name`."""
    quoted = words.replace("\\", "\\\\").replace('"', '\\"')
    return f'- "{quoted}": {name}'
