"""What mkdocs.yml says of pages: its menu, and what stays out of the site."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

import yaml
from pathspec import GitIgnoreSpec

from site_config.core import yaml_source
from site_config.settings import center, languages
from site_config.settings.languages import SOURCE

if TYPE_CHECKING:
    from pathlib import Path

    from site_config.core.issues import Issue

SETTINGS = "mkdocs.yml"


def settings(root: Path) -> dict[str, yaml.Node]:
    """Return the settings of mkdocs.yml as YAML nodes, which know their lines; {} without it."""
    file = root / SETTINGS
    return _settings_of(file.read_text("utf-8")) if file.is_file() else {}


def settings_issues(root: Path) -> list[Issue]:
    """Return what makes mkdocs.yml unreadable: its menu is typed by hand."""
    file = root / SETTINGS
    text = file.read_text("utf-8") if file.is_file() else ""
    try:
        yaml.compose(text, yaml.SafeLoader)
    except yaml.YAMLError as error:
        return [yaml_source.unreadable(error, text, file.relative_to(root))]
    return []


@lru_cache(maxsize=4)
def _settings_of(text: str) -> dict[str, yaml.Node]:
    try:
        node = yaml.compose(text, yaml.SafeLoader)
    except yaml.YAMLError:
        return {}  # said once, by read_project
    if not isinstance(node, yaml.MappingNode):
        return {}
    return {name.value: value for name, value in node.value}


def patterns(root: Path, *names: str) -> GitIgnoreSpec:
    """Return the pages that these settings of mkdocs.yml list, one pattern a line."""
    found = settings(root)
    lines = [line for name in names if name in found for line in found[name].value.splitlines()]
    return GitIgnoreSpec.from_lines(lines)


def left_out(root: Path) -> GitIgnoreSpec:
    """Return what mkdocs.yml keeps out of a published site."""
    listed = center.read(root)[0].languages if (root / center.NAME).is_file() else [SOURCE]
    others = languages.left_out(root / "content", listed)
    named = patterns(root, "exclude_docs", "draft_docs")
    return GitIgnoreSpec.from_lines(["/_data/", *others]) + named
