"""What search engines and maps read of the center itself: a clinic, its events, its jobs.

The words are those of schema.org. What center.yml does not set is left out.
"""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from babel.dates import format_date, get_day_names

from site_config.settings import languages
from site_config.settings.center_dates import DAYS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from site_config.settings.center import Center
    from site_config.settings.center_dates import Event, Job, Opening

Data = dict[str, Any]

_EMPLOYMENT = {
    "full time": "FULL_TIME",
    "part time": "PART_TIME",
    "contractor": "CONTRACTOR",
    "temporary": "TEMPORARY",
    "internship": "INTERN",
    "volunteer": "VOLUNTEER",
}
_ONLINE = "https://schema.org/OnlineEventAttendanceMode"
_IN_PERSON = "https://schema.org/OfflineEventAttendanceMode"
_NOON = "12:00"


def center_data(center: Center) -> list[Data]:
    """Return the clinic, then each event and each job."""
    return [
        clinic(center),
        *(event_data(event, center) for event in center.events),
        *(job_data(job, center) for job in center.jobs),
    ]


def clinic(center: Center) -> Data:
    """Return the center as a clinic, with where it is and when someone is there."""
    return _set(
        {
            "@type": "MedicalClinic",
            "name": center.name,
            "url": center.site_url,
            "telephone": center.phone,
            "email": center.email,
            "address": _address(center),
            "openingHours": [_schema_hours(one) for one in center.opening_hours],
            "paymentAccepted": ", ".join(center.insurance),
            "employee": [
                _set(
                    {
                        "@type": "Person",
                        "name": person.name,
                        "honorificSuffix": person.credential,
                        "jobTitle": person.role,
                    }
                )
                for person in center.team
            ],
        }
    )


def event_data(event: Event, center: Center) -> Data:
    """Return an event with its times in the center's zone."""
    online = event.is_online
    place = (
        _set({"@type": "VirtualLocation", "url": event.url or center.site_url})
        if online
        else {"@type": "Place", "name": event.where, "address": event.where}
    )
    return _set(
        {
            "@type": "Event",
            "name": event.name,
            "startDate": _moment(event.day, event.starts, center),
            "endDate": _moment(event.day, event.ends, center),
            "eventAttendanceMode": _ONLINE if online else _IN_PERSON,
            "location": place,
            "description": event.about,
            "url": event.url,
            "organizer": _organization(center),
        }
    )


def job_data(job: Job, center: Center) -> Data:
    """Return a job with the days between which one can apply."""
    address = _address(center)
    return _set(
        {
            "@type": "JobPosting",
            "title": job.title,
            "description": job.about,
            "datePosted": str(job.posted),
            "validThrough": str(job.until),
            "employmentType": _EMPLOYMENT[job.kind] if job.kind else None,
            "hiringOrganization": _organization(center),
            "jobLocation": {"@type": "Place", "address": address} if address else None,
            "url": job.url,
        }
    )


def opening_lines(
    hours: Iterable[Opening], _: Callable[[str], str] = str, language: str = languages.SOURCE
) -> Iterator[str]:
    """Give each entry as people read it: "Monday to Friday, 9 a.m. to 5 p.m."."""
    names = get_day_names("wide", "stand-alone", language)
    between = _("%(start)s to %(end)s")
    for one in hours:
        runs = [[names[DAYS.index(day)] for day in run] for run in _runs(one.days)]
        times = between % {"start": clock(one.opens, _), "end": clock(one.closes, _)}
        yield f"{', '.join(_said_run(run, between) for run in runs)}, {times}"


def _said_run(days: list[str], between: str) -> str:
    return days[0] if len(days) == 1 else between % {"start": days[0], "end": days[-1]}


def clock(time: str, _: Callable[[str], str] = str) -> str:
    """Return "17:30" as "5:30 p.m."; noon and midnight by name."""
    hour, minute = map(int, time.split(":"))
    if not minute and not hour % 12:
        return _("noon") if hour else _("midnight")
    part = f":{minute:02}" if minute else ""
    return f"{hour % 12 or 12}{part} {'p.m.' if time >= _NOON else 'a.m.'}"


def long_day(day: dt.date, language: str = languages.SOURCE) -> str:
    """Return a day as people read it: "Wednesday, February 3, 2027"."""
    return format_date(day, "full", language)


def _schema_hours(one: Opening) -> str:
    """Return "Mo-Fr,Su 09:00-17:00"."""
    short = [_run([day[:2] for day in run], "-") for run in _runs(one.days)]
    return f"{','.join(short)} {one.opens}-{one.closes}"


def _runs(days: Iterable[str]) -> list[list[str]]:
    """Return the days in the week's order, those that follow each other together."""
    runs: list[list[str]] = []
    last = -2
    for place, day in enumerate(DAYS):
        if day in days:
            if place == last + 1:
                runs[-1].append(day)
            else:
                runs.append([day])
            last = place
    return runs


def _run(days: list[str], between: str) -> str:
    return days[0] if len(days) == 1 else f"{days[0]}{between}{days[-1]}"


def _moment(day: dt.date, time: str, center: Center) -> str:
    zone = ZoneInfo(center.time_zone)
    return dt.datetime.combine(day, dt.time.fromisoformat(time), zone).isoformat()


def _address(center: Center) -> Data | None:
    parts = {
        "streetAddress": center.address,
        "addressLocality": center.city,
        "addressRegion": center.region,
        "postalCode": center.postal_code,
    }
    return {"@type": "PostalAddress", **_set(parts)} if any(parts.values()) else None


def _organization(center: Center) -> Data:
    return _set({"@type": "Organization", "name": center.name, "url": center.site_url})


def _set(data: Data) -> Data:
    """Return `data` without what is unset."""
    return {name: value for name, value in data.items() if value}
