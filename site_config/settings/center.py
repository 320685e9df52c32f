"""This center's own facts, from `site_config/center.yml`. What is unset stays hidden."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any
from zoneinfo import available_timezones

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, PrivateAttr

from site_config.core import yaml_source
from site_config.core.issues import Issue, IssuesFound
from site_config.core.validation import valid_values, validated
from site_config.core.yaml_source import Located
from site_config.settings import us_states
from site_config.settings.center_dates import ONE_LINE
from site_config.settings.center_profile import Profile

if TYPE_CHECKING:
    from collections.abc import Iterator

NAME = "site_config/center.yml"
TIME_ZONE = "America/Los_Angeles"

_OR_NULL = "Write {}, or null to hide it"

# A quotation mark that is never closed swallows the lines below, up to the next one.
Text = Annotated[str, Field(pattern=ONE_LINE)]
Secure = Annotated[str, Field(pattern=r"^https://[^\s/]+\S*$")]
Folder = Annotated[str, Field(pattern=r"^https://[^\s/]+\S*/$")]
# Ten digits, as a phone in the United States dials them, or a country's code and the rest.
_TEN = r"(?:\+?1)?[\s().-]*[2-9](?:[\s().-]*[0-9]){9}"
_ABROAD = r"\+[2-9](?:[\s().-]*[0-9]){7,14}"
_SHORT_CODE = r"[0-9](?:[\s-]?[0-9]){4,5}"
Phone = Annotated[str, Field(pattern=rf"^(?:{_TEN}|{_ABROAD})$")]
TextLine = Annotated[str, Field(pattern=rf"^(?:{_TEN}|{_ABROAD}|{_SHORT_CODE})$")]
Mail = Annotated[str, Field(pattern=r"^[^@\s:<>]+@[^@\s]+\.[A-Za-z]+$")]
Color = Annotated[str, Field(pattern=r"^#[0-9a-fA-F]{6}$")]
Picture = Annotated[str, Field(pattern=r"^assets/\S+\.(svg|png)$")]
Language = Annotated[str, Field(pattern=r"^[a-z]{2}$")]
# "123 Main St #4": what is meant as a remark has a space after its #.
_CUT_SHORT = re.compile(r"\s*(?:- )?\w+:\s+[^\s'\"#\[{].*?\s(#\S.*)")
_COLOR_AS_COMMENT = re.compile(r"\s*(main|accent):\s+(#[0-9a-fA-F]{3,8})\b")


def _optional(what: str) -> Any:  # noqa: ANN401 (pydantic types its own Field like this)
    """A field that is hidden while it is null; `what` says what to write there."""
    return Field(default=None, description=_OR_NULL.format(what))


_TEXT = "a text on one line, in quotes if it has a colon"
_DIGITS = "a number with its area code, such as (213) 555-0142"
_ADDRESS = "an address that starts with https://"
_COLOR = 'a color such as "#2a6f6b"'
_PICTURE = "the name of an SVG or PNG file under content/, such as assets/logo.svg"


@cache  # it reads a few hundred files
def _zones() -> set[str]:
    return available_timezones()


def _known_zone(name: str) -> str:
    if name not in _zones():
        raise ValueError(name)
    return name


TimeZone = Annotated[str, AfterValidator(_known_zone)]


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class SelfCheck(_Strict):
    """What the browser's tab shows on the self-check: nothing revealing."""

    title: Text = Field(default="A short checklist", description=f"Write {_TEXT}")
    icon: Picture | None = _optional(_PICTURE)


class Colors(_Strict):
    """Colors in place of the site's own."""

    main: Color | None = _optional(_COLOR)
    accent: Color | None = _optional(_COLOR)


class Center(Profile):
    """All fields of `center.yml`."""

    name: Text = Field(description=f"Write the center's name, {_TEXT}")
    city: Text | None = _optional(_TEXT)
    region: Text | None = _optional(f"the state, {_TEXT}")
    site_url: Folder | None = _optional("an address that starts with https:// and ends with /")
    phone: Phone | None = _optional(_DIGITS)
    text_line: TextLine | None = _optional(_DIGITS)
    email: Mail | None = _optional("an address such as name@example.org")
    address: Text | None = _optional(_TEXT)
    contact_url: Secure | None = _optional(_ADDRESS)
    insurance_url: Secure | None = _optional(_ADDRESS)
    license: Text | None = _optional(_TEXT)
    logo: Picture | None = _optional(_PICTURE)
    languages: list[Language] = Field(
        default=["en"],
        min_length=1,
        description="Write [en], or [en, es] once content/es and locale/es are there",
    )
    time_zone: TimeZone = Field(
        default=TIME_ZONE, description="Write a time zone such as America/Los_Angeles"
    )
    leave_url: Secure = Field(
        default="https://www.weather.gov/", description=f"Write {_ADDRESS}: a neutral site"
    )
    leave_urls: dict[Language, Secure] = Field(
        default={},
        description="Write a language and an address below it, indented, such as "
        "es: https://www.usa.gov/es/; or remove the line",
    )
    selfcheck: SelfCheck = Field(
        default=SelfCheck(), description="Write `title:` and `icon:` below it, indented"
    )
    colors: Colors = Field(
        default=Colors(), description="Write `main:` and `accent:` below it, indented"
    )
    _places: Located = PrivateAttr(default_factory=Located)

    @property
    def language(self) -> str:
        """The language of content/ itself; the others have a folder each below it."""
        return self.languages[0]

    def line(self, *key: str | int) -> int:
        """Return the line of `center.yml` of the field `key`."""
        return self._places.line(*key)


DEFAULT = Center(name="This center")


def load(root: Path) -> Center:
    """Return the center's facts.

    Raises:
        IssuesFound: a field is unknown, missing or unusable, or names a picture that is not there;
            each issue names its line and a fix.
    """
    center, issues = read(root)
    if issues:
        raise IssuesFound(issues)
    return center


def read(root: Path) -> tuple[Center, list[Issue]]:
    """Return the center's facts as far as they can be used, and what is wrong with the others."""
    located = yaml_source.read(root / NAME, Path(NAME))
    if located.issues:
        return DEFAULT, located.issues
    center, issues = validated(Center, located.data, located, Path(NAME))
    if center is None:
        center = DEFAULT.model_copy(update=valid_values(Center, located.data))
    # A frozen model lets nobody set a field; a private attribute is set once, here.
    center._places = located  # noqa: SLF001
    return center, [
        *issues,
        *_missing_pictures(root, center),
        *_languages(center),
        *_state(center),
        *_colors_as_comments(root),
        *_cut_short(root),
        *_curly(center),
    ]


def _state(center: Center) -> Iterator[Issue]:
    """The facts of its law are found by the state's whole name."""
    if name := us_states.by_letters(center.region or ""):
        message = f"“region: {center.region}” isn't the state's name in full"
        yield Issue(Path(NAME), center.line("region"), message, f"Write {name}")


def _languages(center: Center) -> Iterator[Issue]:
    """The site is written in English and translated from it."""
    line = center.line("languages")
    if center.language != "en":
        fix = "Write en first, as in [en, es]: what has no translation is shown in English"
        yield Issue(Path(NAME), line, "“languages” doesn't begin with en", fix)
    for place, code in enumerate(center.languages):
        if code in center.languages[:place]:
            yield Issue(Path(NAME), line, f"“languages” names {code} twice", "Name it once")


def _colors_as_comments(root: Path) -> Iterator[Issue]:
    """Colors without quotes: in YAML, # begins a comment."""
    for number, row in enumerate((root / NAME).read_text("utf-8").splitlines(), 1):
        if found := _COLOR_AS_COMMENT.match(row):
            message = f"“{found[1]}: {found[2]}” is read as a comment, not as a color"
            yield Issue(Path(NAME), number, message, f'Write {found[1]}: "{found[2]}"')


def _curly(center: Center) -> Iterator[Issue]:
    """Word's quotation marks around a value are part of it, and would be shown."""
    for name, value in center:
        if isinstance(value, str) and value[:1] in "“„‘" and value[-1:] in "”“’" and value:
            message = f"The quotes around “{name}” are curly, so they would be shown"
            yield Issue(Path(NAME), center.line(name), message, "Retype them as straight quotes")


def _cut_short(root: Path) -> Iterator[Issue]:
    """A # that begins a comment in the middle of a value: the rest would silently be lost."""
    for number, row in enumerate((root / NAME).read_text("utf-8").splitlines(), 1):
        if (found := _CUT_SHORT.match(row)) and not _COLOR_AS_COMMENT.match(row):
            message = f"“{found[1]}” isn't read: # begins a comment"
            fix = 'Put the value in quotes, as in address: "123 Main St #4"'
            yield Issue(Path(NAME), number, message, fix)


def _missing_pictures(root: Path, center: Center) -> Iterator[Issue]:
    named = {("logo",): center.logo, ("selfcheck", "icon"): center.selfcheck.icon}
    for keys, name in named.items():
        if name and not (root / "content" / name).is_file():
            message = f"“{'.'.join(keys)}”: there is no file content/{name}"
            fix = "Put the picture there, or write null"
            yield Issue(Path(NAME), center.line(*keys), message, fix)
