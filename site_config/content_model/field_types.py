"""The types of the fields that writers fill in: a day, a moment, a name, a line, an address."""

from __future__ import annotations

import datetime as dt
import re
from typing import Annotated

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

from site_config.content_model.publication import moment

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


def _day(value: object) -> object:
    """Let only YYYY-MM-DD through: pydantic alone would read 2026 as seconds since 1970."""
    if isinstance(value, str) and not _DAY.fullmatch(value):
        raise ValueError("not a day")
    if isinstance(value, int | float):
        raise ValueError("not a day")  # noqa: TRY004 (pydantic expects ValueError)
    return value


Day = Annotated[dt.date, BeforeValidator(_day)]
# A day is allowed for the editor's sake, which then offers a calendar; the value has a time.
Moment = Annotated[dt.datetime | dt.date, BeforeValidator(moment)]
Name = Annotated[str, Field(pattern=r"^[a-z0-9][a-z0-9_]*$")]
Line = Annotated[str, Field(pattern=r"^[^\n]+$")]
Url = Annotated[str, Field(pattern=r"^https?://[^\s]+$")]


class Strict(BaseModel):
    """A model that refuses keys which it does not know."""

    model_config = ConfigDict(extra="forbid", str_strip_whitespace=True)
