"""A made-up center for the tests of what it tells about itself."""

from __future__ import annotations

import datetime as dt

from site_config.settings.center import Center

TODAY = dt.date(2027, 2, 3)
OPEN = {"days": ["Monday", "Tuesday", "Wednesday", "Friday"], "opens": "09:00", "closes": "17:30"}
EVENT = {"name": "Open house", "day": "2027-02-03", "starts": "18:00", "ends": "19:30"}
JOB = {"title": "Therapist", "about": "Groups.", "posted": "2027-01-01", "until": "2027-02-03"}


def center(**facts):
    return Center.model_validate({"name": "Some Center"} | facts)
