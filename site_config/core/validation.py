"""Pydantic's errors in plain words, with the line they are on."""

from __future__ import annotations

from contextlib import suppress
from difflib import get_close_matches
from typing import TYPE_CHECKING, Any, get_args

from pydantic import BaseModel, ValidationError

from site_config.core.issues import Issue

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from pydantic_core import ErrorDetails

    from site_config.core.located import Key, Located, YamlValue


def validated[Model: BaseModel](
    model: type[Model], data: YamlValue, where: Located, path: Path, key: Key = ()
) -> tuple[Model | None, list[Issue]]:
    """Return `data` as `model`, or None and a issue for everything that does not fit.

    `key` is where `data` stands in the file, so that each issue names its own line.
    """
    if not isinstance(data, dict):
        message = "Settings are expected here, as lines of `name: value`"
        return None, [Issue(path, where.line(*key), message, "Compare with a file that works")]
    try:
        return model.model_validate(data), []
    except ValidationError as error:
        return None, [_issue(model, one, where, path, key) for one in error.errors()]


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
    near = get_close_matches(word, [str(one) for one in known], n=1, cutoff=0.6)
    return f" (did you mean “{near[0]}”?)" if near else ""


def _issue(
    model: type[BaseModel], error: ErrorDetails, where: Located, path: Path, key: Key
) -> Issue:
    # Pydantic adds words of its own ("function-before[...]") to the place: keep names that exist.
    place = tuple(part for part in error["loc"] if "[" not in str(part))
    line = where.line(*key, *place)
    name = ".".join(str(part) for part in place if isinstance(part, str))
    field = _field_description(model, place)
    value = error["input"]
    match error["type"]:
        case "missing":
            return Issue(path, line, f"“{name}” is missing", f"Add a line `{name}: …`. {field}")
        case "extra_forbidden":
            hint = suggestion(str(place[-1]), model.model_fields)
            return Issue(
                path, line, f"“{name}” is not a setting we know{hint}", "Correct or delete it"
            )
        case "string_too_short" | "string_too_long":
            count = len(str(value))
            return Issue(path, line, f"“{name}” has {count} characters", field)
        case "list_type":
            return Issue(path, line, f"“{name}” must be a list", f"Write [one, two]. {field}")
        case _ if value is None or value == "":
            return Issue(path, line, f"“{name}” is empty", field)
        case _:
            wrong = "is no day of the calendar" if "date" in error["type"] else "does not fit"
            return Issue(path, line, f"“{name}: {value}” {wrong}", field)


def _field_description(model: type[BaseModel], place: Key) -> str:
    """Return the description of the deepest field that `place` names."""
    found = "See docs/for-writers.md"
    current: type[BaseModel] | None = model
    for part in place:
        field = current.model_fields.get(str(part)) if current else None
        if field is None:
            continue
        found = field.description or found
        current = _inner_model(field.annotation)
    return found


def _inner_model(annotation: object) -> type[BaseModel] | None:
    for one in (annotation, *get_args(annotation)):
        if isinstance(one, type) and issubclass(one, BaseModel):
            return one
    return None
