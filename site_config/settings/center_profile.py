"""What a center tells about itself in `center.yml`: hours, program, license, team, notices."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field

from site_config.settings.center_dates import ONE_LINE, Day, Event, Job, Opening

if TYPE_CHECKING:
    import datetime as dt

Words = Annotated[
    str, Field(pattern=ONE_LINE, description="Write a text on one line, or null to hide it")
]
Address = Annotated[
    str,
    Field(
        pattern=r"^https://[^\s/]+\S*$",
        description="Write an address that starts with https://, or null to hide it",
    ),
]
Listed = Annotated[
    list[Words], Field(description="Write a list, each entry on its own line after `- `, or []")
]


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Offers(_Strict):
    """What the program has: tracks, when it meets, therapies by name."""

    tracks: Listed = []
    times: Listed = []
    therapies: Listed = []


class Member(_Strict):
    """One person of the team."""

    name: Words = Field(description="Write the person's name")
    credential: Words | None = None
    role: Words | None = None


class Notices(_Strict):
    """Addresses of the notices that the law asks of a health care provider."""

    privacy_practices: Address | None = None
    privacy_policy: Address | None = None
    good_faith_estimate: Address | None = None
    nondiscrimination: Address | None = None
    terms: Address | None = None


class Profile(_Strict):
    """The part of `center.yml` that is shown on the page about the center."""

    postal_code: str | None = Field(
        default=None,
        pattern=r"^\d{5}(?:-\d{4})?$",
        description='Write five digits in quotes, such as "90012", or null to hide it',
    )
    hours: Words | None = None
    opening_hours: list[Opening] = Field(
        default=[], description="Write a list, each entry with days, opens and closes, or []"
    )
    admissions: Listed = []
    offers: Offers = Field(
        default=Offers(),
        description="Write `tracks:`, `times:` and `therapies:` below it, indented",
    )
    insurance: Listed = []
    license_kind: Literal["certified", "licensed"] | None = Field(
        default=None, description="Write certified or licensed, as the state calls it, or null"
    )
    license_body: Words | None = None
    license_expires: Day | None = Field(
        default=None, description="Write a day such as 2027-06-30, or null"
    )
    license_url: Address | None = None
    license_status_url: Address | None = None
    accreditation: Listed = []
    team: list[Member] = Field(
        default=[], description="Write a list, each person with `- name:`, or []"
    )
    events: list[Event] = Field(
        default=[], description="Write a list, each entry with name, day, starts, ends, where"
    )
    jobs: list[Job] = Field(
        default=[], description="Write a list, each entry with title, about, posted, until"
    )
    notices: Notices = Field(default=Notices(), description="Write the notices below it, indented")


SHOWN = (
    *("phone", "text_line", "email", "address", "contact_url", "insurance_url", "license"),
    *("hours", "opening_hours", "admissions", "insurance", "license_body", "license_url", "team"),
    *("accreditation", "events", "jobs"),
)
"""Fields of `center.yml` that the page about the center shows, besides the program's."""


def without_past[P: Profile](center: P, today: dt.date) -> P:
    """Return the center's facts without events that are over and jobs that have ended."""
    if not (center.events or center.jobs):
        return center
    return center.model_copy(
        update={
            "events": sorted(
                (event for event in center.events if today <= event.last_day),
                key=lambda event: (event.day, event.starts),
            ),
            "jobs": [job for job in center.jobs if job.posted <= today <= job.last_day],
        }
    )


def has_contact_page(center: Any) -> bool:  # noqa: ANN401 (center.Center, which builds on Profile)
    """Whether anything is set that a page about the center could show."""
    program = center.offers.model_dump().values()
    return any(program) or any(getattr(center, name) for name in SHOWN)
