"""This center's own facts, from `site_config/center.yml`. What is unset stays hidden."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any
from zoneinfo import available_timezones

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationError

from site_config.core import yaml_source
from site_config.core.issues import Issue, IssuesFound
from site_config.settings.center_profile import Profile

if TYPE_CHECKING:
    from collections.abc import Iterator

NAME = "site_config/center.yml"
TIME_ZONE = "America/Los_Angeles"

# A quotation mark that is never closed swallows the lines below, up to the next one.
Text = Annotated[
    str,
    Field(
        pattern=r"^[^\n]+$", description="Write a text on one line, quoted on both sides, or null"
    ),
]
Secure = Annotated[
    str,
    Field(pattern=r"^https://[^\s/]+\S*$", description="Write an address with https:// or null"),
]
Folder = Annotated[
    str,
    Field(
        pattern=r"^https://[^\s/]+\S*/$", description="Start with https:// and end with /, or null"
    ),
]
Phone = Annotated[
    str,
    Field(
        pattern=r"^\+?[\d\s().-]{7,}$", description="Write digits, spaces and ( ) - only, or null"
    ),
]
Mail = Annotated[
    str, Field(pattern=r"^[^@\s]+@[^@\s]+\.[a-z]+$", description="Write name@example.org, or null")
]
Color = Annotated[
    str, Field(pattern=r"^#[0-9a-fA-F]{6}$", description='Write a color such as "#2a6f6b", or null')
]
Picture = Annotated[
    str,
    Field(
        pattern=r"^assets/\S+\.(svg|png)$", description="Name an SVG or PNG below content/assets/"
    ),
]
_COLOR_AS_NOTE = re.compile(r"\s*(main|accent):\s+(#[0-9a-fA-F]{3,8})\b")
Language = Annotated[str, Field(pattern=r"^[a-z]{2}$", description="Write two letters, such as en")]


def _known_zone(name: str) -> str:
    if name not in available_timezones():
        raise ValueError(name)
    return name


TimeZone = Annotated[str, AfterValidator(_known_zone)]


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class SelfCheck(_Strict):
    """What the browser's tab shows on the self-check: nothing revealing."""

    title: Text = "A short checklist"
    icon: Picture | None = None


class Colors(_Strict):
    """Colors in place of the site's own."""

    main: Color | None = None
    accent: Color | None = None


class Center(Profile):
    """All fields of `center.yml`."""

    name: Text
    city: Text | None = None
    region: Text | None = None
    site_url: Folder | None = None
    phone: Phone | None = None
    text_line: Phone | None = None
    email: Mail | None = None
    address: Text | None = None
    contact_url: Secure | None = None
    insurance_url: Secure | None = None
    license: Text | None = None
    logo: Picture | None = None
    language: Language = "en"
    time_zone: TimeZone = Field(
        default=TIME_ZONE, description="Write a time zone such as America/Los_Angeles"
    )
    leave_url: Secure = "https://www.weather.gov/"
    selfcheck: SelfCheck = SelfCheck()
    colors: Colors = Colors()


DEFAULT: dict[str, Any] = Center(name="This center").model_dump()


def load(root: Path) -> dict[str, Any]:
    """Return the center's facts.

    Raises:
        IssuesFound: a field is unknown, missing or unusable, or names a picture that is not there;
            each names its line and a fix.
    """
    raw = yaml_source.load(root / NAME, root)
    try:
        center = Center.model_validate(raw).model_dump()
    except ValidationError as error:
        raise IssuesFound(_issue(raw, dict(problem)) for problem in error.errors()) from error
    if wrong := [*_missing_pictures(root, raw, center), *_lost_colors(root)]:
        raise IssuesFound(wrong)
    return center


def _lost_colors(root: Path) -> Iterator[Issue]:
    """Colors without quotes, of which YAML makes a note."""
    for number, row in enumerate((root / NAME).read_text("utf-8").splitlines(), 1):
        if found := _COLOR_AS_NOTE.match(row):
            message = f"`{found[1]}: {found[2]}` is read as a note, not as a color"
            yield Issue(Path(NAME), number, message, f'Write {found[1]}: "{found[2]}"')


def _missing_pictures(root: Path, raw: Any, center: dict[str, Any]) -> Iterator[Issue]:  # noqa: ANN401
    named = {("logo",): center["logo"], ("selfcheck", "icon"): center["selfcheck"]["icon"]}
    for keys, name in named.items():
        if name and not (root / "content" / name).is_file():
            message = f"`{'.'.join(keys)}`: there is no file content/{name}"
            yield Issue(Path(NAME), _line(raw, keys), message, "Put the picture there, or null")


def _issue(raw: Any, problem: dict[str, Any]) -> Issue:  # noqa: ANN401
    keys = problem["loc"]
    field = ".".join(str(key) for key in keys) or "the whole file"
    line = _line(raw, keys)
    if problem["type"] == "extra_forbidden":
        return Issue(
            Path(NAME), line, f"There is no field `{field}`", "Remove it, or mend its name"
        )
    return Issue(Path(NAME), line, _message(field, problem), _fix(keys))


def _message(field: str, problem: dict[str, Any]) -> str:
    if problem["type"] == "missing":
        return f"`{field}` is missing"
    if problem["type"] == "model_type":
        return f"`{field}` needs lines of `name: value`, each below it and indented"
    given = " ".join(str(problem["input"]).split())
    return f"`{field}` cannot be used: it is “{given[:60]}”"


def _line(node: Any, keys: tuple[str | int, ...]) -> int:  # noqa: ANN401
    """The line of the entry at `keys`, or of the nearest one above it."""
    line = 1
    for key in keys:
        if not isinstance(node, yaml_source.Mapping) or key not in node:
            break
        line, node = node.lines[str(key)], node[str(key)]
    return line


def _fix(keys: tuple[str | int, ...]) -> str:
    """The description of the field at `keys`, which says what to write."""
    schema = Center.model_json_schema()
    node = schema
    for key in keys:
        node = node.get("properties", {}).get(key, {})
        node = schema["$defs"].get(str(node.get("$ref", "")).rpartition("/")[2], node)
    choices = [node, *node.get("anyOf", [])]
    return next((c["description"] for c in choices if "description" in c), "Write a value")
