"""Puts front matter into the form in which the editor writes it, so that its edits stay small.

`python -m site_config.content_model.front_matter` goes over all pages. Names stand in the order
of the schema, lists one entry a line; empty values go, and comments; the text below stays as it is.
"""

from __future__ import annotations

import sys
from pathlib import Path

import yaml

from site_config.content_model.article_schema import field_order
from site_config.content_model.page import split_front
from site_config.core.files import visible
from site_config.core.source_text import read_text
from site_config.core.yaml_source import Loader, YamlValue, load

_WIDE = 10**6  # no value is broken over two lines


class _Dumper(yaml.SafeDumper):
    """Leaves days without quotes, as the editor does."""


_Dumper.yaml_implicit_resolvers = Loader.yaml_implicit_resolvers


def _represent_text(dumper: yaml.SafeDumper, text: str) -> yaml.ScalarNode:
    """Quote where it must be, with double quotes around a text that has an apostrophe."""
    must = "'" in text and '"' not in text and yaml.safe_dump(text, width=_WIDE).startswith("'")
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style='"' if must else None)


_Dumper.add_representer(str, _represent_text)


def front_matter(data: dict[str, YamlValue]) -> str:
    """Return `data` as the lines between the two `---`, without what is empty."""
    names = [*field_order(), *data]
    kept = {
        name: data[name] for name in names if name in data and data[name] not in (None, "", [], {})
    }
    return yaml.dump(kept, Dumper=_Dumper, sort_keys=False, allow_unicode=True, width=_WIDE)


def tidied(text: str, path: Path) -> str:
    """Return a page's `text` with its front matter in the editor's form.

    What cannot be read, or names something twice, comes back as it is: the check reports it.
    """
    front, body = split_front(text)
    located = load(front or "", path)
    if not isinstance(located.data, dict) or located.issues:
        return text
    return f"---\n{front_matter(located.data)}---\n\n{body.lstrip()}"


def main() -> int:
    """Tidy every page under content/ and name those that changed."""
    for file in visible(Path("content"), "*.md"):
        text, _issues = read_text(file, file)
        if text is not None and (new := tidied(text, file)) != text:
            file.write_text(new, encoding="utf-8")
            sys.stdout.write(f"{file}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
