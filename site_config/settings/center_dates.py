"""What a center announces in `center.yml`: opening hours, events, jobs. Each ends by itself."""

from __future__ import annotations

import datetime as dt
import re
from typing import Annotated, Literal, Self

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, model_validator
from pydantic_core import PydanticCustomError

from site_config.core.validation import WORDING

DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")

DayName = Literal["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
JobKind = Literal["full time", "part time", "contractor", "temporary", "internship", "volunteer"]

ONE_LINE = r"^[^\n]*\S[^\n]*$"
"""Words on one line, not spaces alone."""
_TIME = "Write a time such as 17:30 or 5:30 pm"
_DAY = "Write a day such as 2027-06-30"
_AFTERNOON = "5 in the afternoon is 17:00, or 5 pm"
_NOON = 12
_TYPED = re.compile(
    r"(?P<hour>\d{1,2})(?::(?P<minute>\d\d))?(?:\s*(?P<half>[ap])\.?\s*m\.?)?", re.IGNORECASE
)


def _day(value: object) -> object:
    """Let only YYYY-MM-DD through: pydantic alone would read a number as seconds since 1970."""
    if isinstance(value, str) and len(value) == len("2027-06-30"):
        return value
    if isinstance(value, dt.date):
        return value
    raise ValueError("not a day")


def _clock_time(value: object) -> object:
    """Return a time as people type it, such as 9:00, 9 am or 5:30 p.m., in the form 17:30."""
    found = _TYPED.fullmatch(value.strip()) if isinstance(value, str) else None
    if not found or not (found["minute"] or found["half"]):
        return value
    hour, half = int(found["hour"]), (found["half"] or "").lower()
    if half and not 1 <= hour <= _NOON:
        return value
    hour = hour % _NOON + _NOON * (half == "p") if half else hour
    return f"{hour:02}:{found['minute'] or '00'}"


Time = Annotated[
    str,
    BeforeValidator(_clock_time),
    Field(pattern=r"^(?:[01]\d|2[0-3]):[0-5]\d$", description=_TIME),
]
Day = Annotated[dt.date, BeforeValidator(_day), Field(description=_DAY)]
Line = Annotated[str, Field(pattern=ONE_LINE, description="Write a text on one line")]
Link = Annotated[
    str,
    Field(
        pattern=r"^https://[^\s/]+\S*$",
        description="Write an address that starts with https://, or leave the line out",
    ),
]


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


def _wrong(words: str) -> PydanticCustomError:
    return PydanticCustomError(WORDING, "{wrong}", {"wrong": words})


class Opening(_Strict):
    """When someone is there, on one or more days of the week."""

    days: list[DayName] = Field(
        min_length=1, description="Write each day by its name, such as [Monday, Tuesday, Wednesday]"
    )
    opens: Time
    closes: Time

    @model_validator(mode="after")
    def _closes_later(self) -> Self:
        if self.closes <= self.opens:
            raise _wrong(
                f"it closes before it opens; {_AFTERNOON}. For midnight, write 23:59; past "
                "midnight is two entries"
            )
        return self


class Event(_Strict):
    """A meeting that anyone may come to, such as an open house."""

    name: Line
    day: Day
    starts: Time
    ends: Time
    where: Line = Field(description="Write the address, or: Online")
    about: Line | None = None
    url: Link | None = None

    @model_validator(mode="after")
    def _ends_later(self) -> Self:
        if self.ends <= self.starts:
            raise _wrong(f"it ends before it starts; {_AFTERNOON}")
        return self

    @property
    def last_day(self) -> dt.date:
        """The last day on which the site shows it."""
        return self.day

    @property
    def is_online(self) -> bool:
        """Whether people join it from home."""
        return self.where.strip().lower() == "online"


class Job(_Strict):
    """A position that the center wants to fill."""

    title: Line
    about: Line = Field(description="Say in a few sentences on one line what the work is")
    posted: Day
    until: Day
    kind: JobKind | None = None
    pay: Line | None = None
    url: Link | None = None

    @model_validator(mode="after")
    def _until_later(self) -> Self:
        if self.until < self.posted:
            raise _wrong("it ends before it was posted")
        return self

    @property
    def last_day(self) -> dt.date:
        """The last day on which the site shows it."""
        return self.until
