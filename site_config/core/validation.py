"""Converts pydantic errors to plain-language issues with line numbers."""

from __future__ import annotations

import datetime as dt
import re
from contextlib import suppress
from difflib import get_close_matches
from typing import TYPE_CHECKING, Any, NamedTuple, get_args

from pydantic import BaseModel, ValidationError
from pydantic.fields import FieldInfo

from site_config.core.issues import Issue

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from pydantic_core import ErrorDetails

    from site_config.core.yaml_source import Key, Located, YamlValue

WORDING = "wording"
"""Type of a PydanticCustomError whose message is already in words for writers."""

_LONGEST_VALUE = 60
_ALIKE = 0.72
"""Below that, a suggestion is a guess: two words that only share a beginning."""
_FIXES = {
    "literal_error": "Use one of {expected}",
    "too_short": "Add at least one",
    "list_type": "Write a list: [one, two], or lines that begin with `- `",
    "bool_type": "Write true or false",
    "string_type": "Write a text; put a number or a date in quotes",
    "dict_type": "Write lines of `name: value` below it, indented",
    "model_type": "Write lines of `name: value` below it, indented",
}
_CURLY = tuple("“”„«»‘’")
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_DAYS = ("%m/%d/%y", "%m/%d/%Y", "%m-%d-%Y", "%Y-%m-%d", "%Y/%m/%d", "%B %d, %Y", "%b %d, %Y")
_ELSEWHERE = {
    **dict.fromkeys(
        ("date", "published", "publish_date"),
        "A later day on which the page appears goes into publish_on.",
    ),
    **dict.fromkeys(("category", "categories"), "The page's folder says where it belongs."),
    **dict.fromkeys(("slug", "permalink", "url"), "The file's name is the address."),
    **dict.fromkeys(
        ("image", "featured_image", "thumbnail", "cover"), "A picture goes into the text: ![…](…)."
    ),
    **dict.fromkeys(("excerpt", "summary", "seo_description"), "That is called description here."),
    **dict.fromkeys(("layout", "status", "draft"), "publish_on keeps a page back."),
}
"""What pages of WordPress and its kind have at their top, and where it belongs here."""
_COMPARE = "Compare it with its neighbors"


def validated[Model: BaseModel](
    model: type[Model], data: YamlValue, where: Located, path: Path, key: Key = ()
) -> tuple[Model | None, list[Issue]]:
    """Return `data` as `model`, or None and an issue for everything that does not fit.

    `key` is the place of `data` in the file, so that each issue names its own line.
    """
    if not isinstance(data, dict):
        message = "Settings are expected here, as lines of `name: value`"
        return None, [Issue(path, where.line(*key), message, "Compare with a file that works")]
    try:
        return model.model_validate(data), []
    except ValidationError as error:
        problems = [_problem(model, data, one) for one in error.errors()]
    issues = [Issue(path, where.line(*key, *at), what, fix) for at, what, fix in problems]
    return None, issues


def valid_values(model: type[BaseModel], data: YamlValue) -> dict[str, Any]:
    """Return the fields of `data` that fit `model`, each by itself, as the model reads them.

    So that one wrong line does not hide what is wrong in the others.
    """
    values: dict[str, Any] = {}
    for name, value in data.items() if isinstance(data, dict) else ():
        if name in model.model_fields:
            with suppress(ValidationError):
                empty = model.model_construct()
                model.__pydantic_validator__.validate_assignment(empty, name, value)
                values[name] = getattr(empty, name)
    return values


def suggestion(word: str, known: Iterable[object]) -> str:
    """Return " (did you mean “x”?)" for the nearest known word, or nothing."""
    near = get_close_matches(word, [str(one) for one in known], n=1, cutoff=_ALIKE)
    return f" (did you mean “{near[0]}”?)" if near else ""


class _Value(NamedTuple):
    """The name of a value, and what it belongs to."""

    name: str
    owner: str
    """Such as " of the question 'sleep'"; empty at the top of the file."""


def _problem(model: type[BaseModel], data: YamlValue, error: ErrorDetails) -> tuple[Key, str, str]:
    """Return where in `data` the error is, what is wrong, and how to fix it."""
    # Pydantic adds words of its own ("function-before[...]") to the place: keep names that exist.
    keys = tuple(part for part in error["loc"] if "[" not in str(part))
    fields, description = _fields_around(model, keys)
    return keys, *_in_words(error, _named(data, keys), fields, description)


def _in_words(
    error: ErrorDetails, at: _Value, fields: Iterable[str], description: str
) -> tuple[str, str]:
    """Return what is wrong, and how to fix it."""
    kind, value, named = error["type"], error["input"], f"“{at.name}”{at.owner}"
    last = at.name.rpartition(".")[2]
    fix = description or _FIXES.get(kind, _COMPARE).format(**error.get("ctx", {}))
    match kind:
        case "missing":
            line = "" if "." in at.name or at.owner else "a line "  # it may be within { }
            what, fix = f"{named} is missing", f"Add {line}`{last}: …`. {description}"
        case "extra_forbidden":
            hint = suggestion(last, fields)
            what, fix = f"{named} isn't a setting we know{hint}", _unknown(last, hint, fields)
        case "wording":
            what = f"{named}: {error['msg']}"
        case "string_too_short" | "string_too_long" if value:
            what = f"{named} has {len(str(value))} characters"
        case "list_type" if value:
            shown = "[" in description or description.startswith("Write a list")
            form = "" if shown else "Write [one, two]. "
            what, fix = f"{named} must be a list", f"{form}{description}"
        case _ if value is None or value in ("", [], {}):
            what = f"{named} is empty"
        case _ if isinstance(value, dict | list):
            what = f"{named} isn't the kind of value expected here"
        case "string_type" if isinstance(value, int | float) and not isinstance(value, bool):
            # 01002 is 514 to YAML: to show that number would only confuse.
            what = f"{named} has no quotes, so it is read as a number"
            fix = f'Put what you wrote in quotes, as in {last}: "…". {description}'
        case _ if isinstance(value, bool) and kind != "bool_type":
            # `no` and `off` are false to YAML, and a writer who typed them meant a word.
            what = f"{named} is read as {'yes' if value else 'no'}, not as words"
        case _:
            no_day = "date" in kind and _DAY.fullmatch(str(value))
            wrong = "isn't a real date" if no_day else "doesn't fit"
            given = " ".join(str(value).split())[:_LONGEST_VALUE]
            fix = _typed_by_hand(given) or fix
            what = f"“{at.name}: {given}”{at.owner} {wrong}"
    return what, fix.strip()


def _unknown(name: str, hint: str, fields: Iterable[str]) -> str:
    """Return the fix for a setting that there isn't."""
    if not hint and name.lower() in _ELSEWHERE and "publish_on" in fields:
        return f"{_ELSEWHERE[name.lower()]} Delete this line"
    return "Correct the name, or delete it"


def _typed_by_hand(value: str) -> str:
    """Return the fix for what Word made of quotation marks and hyphens, or nothing."""
    if value[:1] in _CURLY and value[-1:] in _CURLY:
        return "Take the curly quotes out: the value needs none"
    if re.fullmatch(r"\d+[\u2010-\u2015\u2212]\d+[\u2010-\u2015\u2212]\d+", value):
        return "Retype the hyphens by hand, as in 2026-11-23. Word turned them into dashes"
    if day := _day_meant(value):
        return f"Write {day} (year-month-day)"
    return ""


def _day_meant(value: str) -> dt.date | None:
    """Return the day in an American form, or with a digit too few, if `value` is one."""
    for form in () if _DAY.fullmatch(value) else _DAYS:
        with suppress(ValueError):
            return dt.datetime.strptime(value, form).date()  # noqa: DTZ007 (a day has no zone)
    return None


def _named(data: YamlValue, keys: Key) -> _Value:
    """Find the nearest thing with an id around `keys`, and name the value from there on."""
    owner, names, kind = "", [], ""
    for key in keys:
        if isinstance(key, str):
            kind = key.removesuffix("s")
            names.append(key)
        data = _inside(data, key)
        if isinstance(data, dict) and "id" in data and key != keys[-1]:
            owner, names = f" of the {kind} {data['id']!r}", []
    return _Value(".".join(names) or kind or "the file", owner)


def _inside(data: YamlValue, key: str | int) -> YamlValue:
    try:
        return data[key]
    except (KeyError, IndexError, TypeError):
        return None


def _fields_around(model: type[BaseModel], keys: Key) -> tuple[list[str], str]:
    """Return the fields of the model that holds the value at `keys`, and the value's description.

    The description is that of the deepest field that `keys` names.
    """
    current: type[BaseModel] | None = model
    fields, found = list(model.model_fields), ""
    for part in keys:
        field = current.model_fields.get(str(part)) if current else None
        if current and isinstance(part, str):
            fields = list(current.model_fields)
        if field is not None:
            found = _description(field)
            current = _inner_model(field.annotation)
    return fields, found


def _description(field: FieldInfo) -> str:
    """Return the field's own description, or that of the type it is made of."""
    return field.description or next(_descriptions(field.annotation), "")


def _descriptions(annotation: object) -> Iterator[str]:
    for one in getattr(annotation, "__metadata__", ()):
        if isinstance(one, FieldInfo) and one.description:
            yield one.description
    for one in get_args(annotation):
        yield from _descriptions(one)


def _inner_model(annotation: object) -> type[BaseModel] | None:
    """Return the model in an annotation such as `list[Question]` or `Search | None`."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    inner = (_inner_model(one) for one in get_args(annotation))
    return next((one for one in inner if one), None)
