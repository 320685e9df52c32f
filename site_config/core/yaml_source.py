"""YAML loader that records line numbers."""

from __future__ import annotations

import re
import textwrap
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING, Any

import yaml

from site_config.core.issues import Issue, IssuesFound
from site_config.core.source_text import read_text

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from yaml import SafeLoader
else:
    # libyaml where PyYAML brings it, as its wheels do: eight times faster, the same marks.
    SafeLoader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

YamlValue = Any  # whatever YAML can hold
Key = tuple[str | int, ...]

_DEEPEST = 20
_LONGEST_QUOTE = 60
_TOO_DEEP = "a value that contains itself, or too many levels"
_NO_NAME = "a name that is a list"
_IN_QUOTES = 'Put the whole value in quotes, as in title: "Who: me"'
_NAMED_OR_QUOTED = (
    f"{_IN_QUOTES}. If it repeats a step by its name, write the name as it stands after & above"
)
_OTHER_QUOTES = "Put it in double quotes, and single ones within: \"My 'own' room\""
_NEVER_CLOSED = "A quotation mark is opened and never closed"
_OPENS = re.compile(r"""\s*(?:- )?[\w-]+:\s+(["'])""")
_FAR = 10
_HELP = (
    (_TOO_DEEP, "Write the value out"),
    ("found unexpected end of stream", _NEVER_CLOSED),
    ("found undefined alias", _NAMED_OR_QUOTED),
)
# Recognized by the line's own text; each fix is in words that need no knowledge of YAML.
_ON_THE_LINE = (
    (
        re.compile(r"\s*(?:- )?[\w-]+:\s*[“”„‘‚].*[”’“]\s*\S"),
        'Put straight quotes around the whole value, as in title: "“Who”: me"',
    ),
    (
        re.compile(r"\s*(?:- )?[\w-]+:\s*[“”„‘‚]"),
        'Retype the curly quotes as straight ones, as in title: "Who: me"',
    ),
    (
        re.compile(r"\s*(?:- )?[\w-]+\s*(?::\s*[\u00a0\u202f\u2007\u3000]|\uff1a)"),
        "Delete what is between the name and its value, and type a colon and a space by hand",
    ),
    (
        re.compile(r"\s*[—–−•·‐‑]\s*\S"),
        "Type a hyphen and a space in front by hand, `- value`: Word changes the hyphen",
    ),
    (re.compile(r"\s*-[A-Za-z]"), "Leave a space after the hyphen: `- value`"),
    (re.compile(r"\t"), "Use spaces in place of the tab"),
    (re.compile(r"\s*[\w-]+:\S"), "Leave a space after the colon: `name: value`"),
    (
        re.compile(r"\s*(?:- )?(?:[\w-]+: )?\[?\{(?:.*, *)?[A-Za-z_]+:[^\s/]"),
        "Leave a space after each colon: {name: value, name: value}",
    ),
    (re.compile(r"\s*(?:- )?(?:[\w-]+: )?'[^']*'\s*\S"), _OTHER_QUOTES),
    (re.compile(r'\s*(?:- )?(?:[\w-]+: )?"[^"]*"\s*\S'), _OTHER_QUOTES),
    (re.compile(r"\s*(?:- )?(?:[\w-]+: )?(?:[@`*&!|>%?]|[{\[].*[^}\],]$)"), _IN_QUOTES),
    (re.compile(r".*: .*:(?: |$)"), _IN_QUOTES),
    (
        re.compile(r"\w[^:#]* [^:#]*$"),
        "Write the value above in one line, with these words at its end",
    ),
    (re.compile(r"\s*[\w-]+\s*$"), "Write it as `name: value`, with a colon and a space"),
)
_ELSE = "Line it up with the lines around it, each as `name: value` or `- value`"


@dataclass
class Located:
    """Data with positions: `lines[("sources", 0)]` is the line of the first source."""

    data: YamlValue = None
    lines: dict[Key, int] = field(default_factory=dict)
    issues: list[Issue] = field(default_factory=list)

    def line(self, *key: str | int) -> int:
        """Return the line of `key`, or of the nearest thing around it that has one."""
        while key and key not in self.lines:
            key = key[:-1]
        return self.lines.get(key, 1)

    def line_of(self, part: YamlValue) -> int:
        """Return the line of a mapping or list that is a part of `data`; 1 for anything else."""
        return next((self.line(*key) for key, one in _parts(self.data, ()) if one is part), 1)


def _parts(node: YamlValue, key: Key) -> Iterator[tuple[Key, YamlValue]]:
    """Give all mappings and lists in `node`, each with its key."""
    if isinstance(node, dict | list):
        yield key, node
        for name, value in node.items() if isinstance(node, dict) else enumerate(node):
            yield from _parts(value, (*key, name))


class Loader(SafeLoader):
    """Leaves days and times as the text a person typed.

    `2026-02-30` must reach the schema, not crash; and 17:30 is no number, though YAML 1.1 counts it
    as 1050 minutes.
    """


class _NoTimes:
    """What YAML takes for a number, times of day excepted."""

    def __init__(self, number: re.Pattern[str]) -> None:
        self._number = number

    def match(self, text: str) -> bool:
        return ":" not in text and bool(self._number.match(text))


def _as_typed(tag: str, pattern: re.Pattern[str]) -> re.Pattern[str] | _NoTimes:
    return _NoTimes(pattern) if tag.endswith((":int", ":float")) else pattern


Loader.yaml_implicit_resolvers = {
    first: [(tag, _as_typed(tag, rule)) for tag, rule in rules if not tag.endswith(":timestamp")]
    for first, rules in SafeLoader.yaml_implicit_resolvers.items()
}


def load(text: str, path: Path, first_line: int = 1) -> Located:
    """Read YAML `text` found in file `path` from line `first_line` on.

    Returns the data and the line of every key. What cannot be read, and a key given twice, become
    issues in `.issues`; `.data` is None if nothing can be read. Dates stay text.
    """
    builder = _Builder(path, first_line)
    try:
        builder.read(text)
    except yaml.YAMLError as error:
        builder.result.data = None
        builder.result.issues.append(unreadable(error, text, path, first_line))
    return builder.result


def read(file: Path, path: Path) -> Located:
    """Read the YAML file `file`; `path` is the name that its issues carry."""
    if not file.is_file():
        return Located(issues=[Issue(path, 1, "The file is missing", "Put it back")])
    text, issues = read_text(file, path)
    located = load(text, path) if text is not None else Located()
    located.issues[:0] = issues
    return located


def load_or_raise(file: Path, root: Path) -> YamlValue:
    """Return the data of the YAML file `file`, which is under `root`.

    Raises:
        IssuesFound: the file is missing or some of it cannot be read.
    """
    located = read(file, file.relative_to(root))
    if located.issues:
        raise IssuesFound(located.issues)
    return located.data


@lru_cache(maxsize=4096)
def _parsed(text: str) -> yaml.Node | None:
    """What nobody changes: several steps of a build read a file, and so does each rebuild."""
    node: yaml.Node | None = Loader(text).get_single_node()
    return node


class _Builder:
    """Makes plain data from the parser's nodes and notes the line of each."""

    def __init__(self, path: Path, first_line: int) -> None:
        self.path, self.first, self.result = path, first_line, Located()

    def read(self, text: str) -> None:
        self.loader = Loader("")
        node = _parsed(text)
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
        # What PyYAML raises for a tag that doesn't fit its value, such as !!bool maybe.
        except (ValueError, KeyError, IndexError, AttributeError) as error:
            mark = node.start_mark
            raise yaml.MarkedYAMLError(problem=str(error), problem_mark=mark) from error

    def mapping(self, node: yaml.MappingNode, key: Key) -> dict[str, YamlValue]:
        data: dict[str, YamlValue] = {}
        for name_node, value_node in node.value:
            if not isinstance(name_node, yaml.ScalarNode):
                mark = name_node.start_mark
                raise yaml.MarkedYAMLError(problem=_NO_NAME, problem_mark=mark)
            name = str(name_node.value)
            line = name_node.start_mark.line + self.first
            if name in data:
                message, fix = f"“{name}” is given twice", "Keep one of the two"
                self.result.issues.append(Issue(self.path, line, message, fix))
                continue
            self.result.lines[*key, name] = line
            data[name] = self.build(value_node, (*key, name))
        return data


def _indented_above(rows: list[str], row: int) -> int | None:
    """Return the place of the first line if it alone has spaces in front."""
    first = next((at for at, one in enumerate(rows) if one.strip()), 0)
    if first != row - 1 or not re.match(r" +[\w-]+:", rows[first]):
        return None
    return None if rows[row][:1] == " " else first


def _below_empty(rows: list[str], row: int) -> str | None:
    """Return the fix for an entry below a list that says it is empty: `team: []`."""
    above = next(
        (one for one in reversed(rows[:row]) if one.strip() and one.lstrip()[0] != "#"), ""
    )
    empty = re.match(r"\s*([\w-]+):\s*\[\s*\]", above)
    if not empty or not re.match(r"\s*- ", rows[row]):
        return None
    return f"`{empty[1]}:` says [] above. Take the [] out, and leave the entries below it"


def _left_open(rows: list[str], row: int) -> int | None:
    """Return the place of a line above that opens a quotation mark which `row` then closes."""
    for at in range(row - 1, max(row - _FAR, -1), -1):
        if found := _OPENS.match(rows[at]):
            return at if sum(one.count(found[1]) for one in rows[at:row]) % 2 else None
    return None


def unreadable(error: yaml.YAMLError, text: str, path: Path, first_line: int = 1) -> Issue:
    """Return the issue for YAML `text` that cannot be read, on the line where the slip is."""
    mark = getattr(error, "problem_mark", None)
    if "quoted scalar" in str(getattr(error, "context", "")):
        mark = getattr(error, "context_mark", None)  # where the quotation mark is opened
    problem = str(getattr(error, "problem", None) or error)
    rows = text.split("\n")
    row = min(mark.line if mark else 0, len(rows) - 1)
    known = next((fix for part, fix in _HELP if part in problem), None) or _below_empty(rows, row)
    if not known and (opened := _left_open(rows, row)) is not None:
        row, known = opened, _NEVER_CLOSED
    if not known and (first := _indented_above(rows, row)) is not None:
        row, known = first, "Delete the spaces in front of this line"
    for at in (row, row - 1):  # the reader often notices only on the line after
        fix = next((help_ for sign, help_ in _ON_THE_LINE if sign.match(rows[at])), None)
        if fix and at >= 0 and not known:
            row, known = at, fix
    shortened = textwrap.shorten(rows[row], _LONGEST_QUOTE, placeholder=" …")
    message = f"This line can't be read: “{shortened}”"
    return Issue(path, row + first_line, message, known or _ELSE)
