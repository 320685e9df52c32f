"""`make center NAME="…"`: a fresh `center.yml`, and a list of what still speaks of the old center.

Every other field goes back to what it is when unset: a phone number, a license or a logo of
another center must never stay by accident.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import yaml

from site_config.core import yaml_source
from site_config.core.files import visible
from site_config.core.issues import Issue, IssuesFound
from site_config.settings import center, published_addresses, shared_data

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

TEXTS = ("content", "checker", "site_config")
KINDS = frozenset({".md", ".yml", ".svg"})
NEVER_REWRITTEN = ("_data/states/", "_data/sources.yml")
"""Laws and publications: with another name in them, they would be made up."""

NEXT = """\
{file} is now for {name}; all else in it is unset and hidden.
Next, in this order:
  1. In {file}: city, region, time_zone, phone, contact_url, insurance_url, colors, logo, site_url.
  2. In content/about/: who makes the site. In content/_data/people.yml: who writes and reviews.
  3. make build: it names whatever it cannot use, with line and fix.
"""
LAW = """\
Facts of {state} law are hidden while region is another state. Leave {file} as it is, and never
rename it: your state's facts are other facts. docs/another-center.md says how to write them.
"""
_OF_CENTER = "Write it for your center"
_OF_STATE = (
    "Is it so in your state? Write what is, with a source, or leave the state out; never put "
    "another name into a law"
)


def renew(root: Path, name: str) -> list[Issue]:
    """Write a fresh `center.yml` for the center called `name`; return what is left of the old one.

    Raises:
        IssuesFound: the present center.yml cannot be read, or the name cannot be used.
    """
    file = root / center.NAME
    name = " ".join(name.split())
    if not name:
        message, fix = "There is no name", 'Write: make center NAME="Willow Center"'
        raise IssuesFound([Issue(Path(center.NAME), 1, message, fix)])
    old = center.load(root)
    left = [*_left(root, old, name), *_pictures(old), *_signatures(root)]
    file.write_text(fresh(file.read_text("utf-8"), name), "utf-8")
    if (root / published_addresses.PUBLISHED).is_file():  # nothing of the new center was online
        published_addresses.write_published(root, set())
    return sorted(left)


def fresh(text: str, name: str) -> str:
    """Return the text of a center.yml with this name, all else unset and the comments kept."""
    unset = center.Center(name=name).model_dump()
    found = list(_values(yaml.compose(text, yaml.SafeLoader), unset))
    for start, end, value in sorted(found, reverse=True):
        gap = " " if start == end or text[start - 1] == ":" else ""  # `phone:`, nothing after it
        text = f"{text[:start]}{gap}{json.dumps(value, ensure_ascii=False)}{text[end:]}"
    return text


def _values(node: yaml.Node | None, unset: dict[str, Any]) -> Iterator[tuple[int, int, Any]]:
    """The place of each single value in the text, and what it is when unset.

    What stands under a name that anyone may choose, such as a language, is kept: it is no fact of
    the old center.
    """
    for key, value in node.value if isinstance(node, yaml.MappingNode) else ():
        if isinstance(value, yaml.MappingNode):
            yield from _values(value, unset[key.value])
        elif key.value in unset and not isinstance(unset[key.value], dict):
            yield _start(key, value), _end(value), unset[key.value]


def _start(key: yaml.Node, value: yaml.Node) -> int:
    """Where the text of a value begins; a list on lines of its own begins after its key."""
    below = value.start_mark.line > key.end_mark.line
    return int(key.end_mark.index + 1 if below else value.start_mark.index)


def _end(node: yaml.Node) -> int:
    """Where the text of a value ends; a list on lines of its own ends with its last entry."""
    if isinstance(node, yaml.CollectionNode) and not node.flow_style and node.value:
        last = node.value[-1]
        return _end(last[1] if isinstance(last, tuple) else last)
    return int(node.end_mark.index)


def _left(root: Path, old: center.Center, name: str) -> Iterator[Issue]:
    """The lines that hold a fact of the old center, outside center.yml."""
    unset = center.Center(name=name).model_dump()
    facts_of_old = old.model_dump(exclude={"languages"})
    known = [v for k, v in facts_of_old.items() if isinstance(v, str) and v not in (unset[k], name)]
    of_state = {old.region, *_words_of_state(root, old)}
    for path in _texts(root):
        for number, line in _lines(path):
            said = (one for one in (*known, *of_state) if one and one.lower() in line.lower())
            if found := next(said, None):
                message = f"This line still says “{found}”"
                fix = _OF_STATE if found in of_state else _OF_CENTER
                yield Issue(path.relative_to(root), number, message, fix)


def _words_of_state(root: Path, old: center.Center) -> list[str]:
    """Names that only the old center's state has, from the file of its facts."""
    name = shared_data.state_file(old)
    data = yaml_source.read(root / name, Path(name)).data if name else None
    words = data.get("words") if isinstance(data, dict) else None
    return [str(word) for word in words or ()]


def _lines(path: Path) -> Iterator[tuple[int, str]]:
    """The numbered lines of a text, without those that are shown only with a fact of the state."""
    hidden = False
    for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
        hidden = hidden or "<!-- if-state:" in line
        if not hidden:
            yield number, line
        hidden = hidden and "<!-- end-state" not in line


def _texts(root: Path) -> Iterable[Path]:
    files = (path for top in TEXTS for path in visible(root / top, "*"))
    own = (p for p in files if p.suffix in KINDS and p != root / center.NAME)
    return (p for p in own if not any(part in p.as_posix() for part in NEVER_REWRITTEN))


def _pictures(old: center.Center) -> Iterator[Issue]:
    """Files below content/ go out with the site, named in a page or not."""
    for name in filter(None, (old.logo, old.selfcheck.icon)):
        message = "This picture is the old center's"
        yield Issue(Path("content", name), 1, message, "Remove the file")


def _signatures(root: Path) -> Iterator[Issue]:
    """A reviewer signed for the old center, and cannot be taken over with its pages."""
    path = Path("content/_data/people.yml")
    people = yaml_source.read(root / path, path)
    reviewer = people.data.get("reviewer") if isinstance(people.data, dict) else None
    if isinstance(reviewer, dict):
        message = f"{reviewer.get('name')} is named as the reviewer"
        fix = "Set reviewer to null, and reviewed_by in the pages, until someone signs for you"
        yield Issue(path, people.line("reviewer"), message, fix)


def main(words: list[str]) -> int:
    """Make the center named in `words`; return 1 when it cannot be done."""
    name = " ".join(words)
    root = Path.cwd()
    try:
        old = center.load(root)
        left = renew(root, name)
    except IssuesFound as caught:
        sys.stderr.write(f"{caught}\n")
        return 1
    sys.stdout.write(NEXT.format(file=center.NAME, name=name))
    law = shared_data.state_file(old)
    if law and (root / law).is_file():
        sys.stdout.write(LAW.format(state=old.region, file=law))
    if left:
        lines = "".join(f"  {issue}\n" for issue in left)
        sys.stdout.write(f"Still of the old center ({len(left)}):\n{lines}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
