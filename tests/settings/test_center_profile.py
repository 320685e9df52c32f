"""What of a center's facts is shown today, and whether there is a page about it."""

from __future__ import annotations

import datetime as dt

import pytest
from pydantic import ValidationError

from site_config.settings.center_profile import has_contact_page, without_past
from tests.center_facts import EVENT, JOB, TODAY, center


def test_events_and_jobs_leave_by_themselves():
    later = EVENT | {"name": "Later", "day": "2027-05-01", "where": "Online"}
    now = EVENT | {"where": "Online"}
    facts = center(events=[later, now], jobs=[JOB])
    shown = without_past(facts, TODAY)
    assert [event.name for event in shown.events] == ["Open house", "Later"]
    assert len(shown.jobs) == 1
    shown = without_past(facts, TODAY + dt.timedelta(1))
    assert [event.name for event in shown.events] == ["Later"]
    assert shown.jobs == []
    assert without_past(facts, dt.date(2026, 12, 31)).jobs == []
    assert not has_contact_page(without_past(facts, dt.date(2028, 1, 1)))


@pytest.mark.parametrize(
    "facts",
    [
        {"phone": "(213) 555-0142"},
        {"hours": "Weekdays 9 to 5"},
        {"offers": {"tracks": ["Evening"]}},
        {"team": [{"name": "R. Example"}]},
        {"jobs": [JOB]},
    ],
)
def test_one_fact_to_show_makes_a_page(facts):
    assert has_contact_page(center(**facts))


@pytest.mark.parametrize("facts", [{}, {"city": "Los Angeles"}, {"offers": {"tracks": []}}])
def test_without_a_fact_to_show_there_is_none(facts):
    assert not has_contact_page(center(**facts))


@pytest.mark.parametrize(
    ("field", "wrong"),
    [
        ("license_url", "http://example.org/"),
        ("hours", "two\nlines"),
        ("license_kind", "registered"),
        ("postal_code", "9001"),
        ("offers", {"courses": ["A"]}),
        ("team", [{"credential": "LCSW"}]),
        ("notices", {"terms": "example.org"}),
    ],
)
def test_a_wrong_fact_is_refused_by_its_name(field, wrong):
    with pytest.raises(ValidationError, match=field):
        center(**{field: wrong})
