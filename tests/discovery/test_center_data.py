"""The center for maps and search engines: a clinic, its events and its jobs."""

from __future__ import annotations

import pytest

from site_config.discovery.center_data import center_data, clinic, clock, long_day, opening_lines
from site_config.settings.center_profile import has_contact_page
from tests.center_facts import EVENT, JOB, OPEN, TODAY, center


def test_what_is_unset_is_left_out():
    assert center_data(center()) == [{"@type": "MedicalClinic", "name": "Some Center"}]
    assert not has_contact_page(center())


def test_a_clinic_says_where_it_is_and_when_it_is_open():
    found = clinic(
        center(
            city="Los Angeles",
            region="California",
            address="1 Example Street",
            postal_code="90012",
            opening_hours=[OPEN],
            insurance=["Example Health", "Other Plan"],
            team=[{"name": "R. Example", "credential": "LCSW", "role": "Director"}],
        )
    )
    assert found["address"] == {
        "@type": "PostalAddress",
        "streetAddress": "1 Example Street",
        "addressLocality": "Los Angeles",
        "addressRegion": "California",
        "postalCode": "90012",
    }
    assert found["openingHours"] == ["Mo-We,Fr 09:00-17:30"]
    assert found["paymentAccepted"] == "Example Health, Other Plan"
    assert found["employee"] == [
        {
            "@type": "Person",
            "name": "R. Example",
            "honorificSuffix": "LCSW",
            "jobTitle": "Director",
        }
    ]


@pytest.mark.parametrize(("day", "offset"), [("2027-02-03", "-08:00"), ("2027-07-03", "-07:00")])
def test_an_event_s_time_is_the_center_s_summer_and_winter(day, offset):
    found = center_data(center(events=[EVENT | {"day": day, "where": "Online"}]))[1]
    assert found["startDate"] == f"{day}T18:00:00{offset}"
    assert found["endDate"] == f"{day}T19:30:00{offset}"
    assert found["location"]["@type"] == "VirtualLocation"


def test_an_event_at_a_place():
    found = center_data(center(events=[EVENT | {"where": "1 Example Street"}]))[1]
    assert found["location"] == {
        "@type": "Place",
        "name": "1 Example Street",
        "address": "1 Example Street",
    }


def test_a_job():
    found = center_data(center(city="Los Angeles", jobs=[JOB | {"kind": "part time"}]))[1]
    assert found == {
        "@type": "JobPosting",
        "title": "Therapist",
        "description": "Groups.",
        "datePosted": "2027-01-01",
        "validThrough": "2027-02-03",
        "employmentType": "PART_TIME",
        "hiringOrganization": {"@type": "Organization", "name": "Some Center"},
        "jobLocation": {
            "@type": "Place",
            "address": {"@type": "PostalAddress", "addressLocality": "Los Angeles"},
        },
    }


@pytest.mark.parametrize(
    ("days", "said"),
    [
        (["Monday"], "Monday"),
        (["Sunday", "Saturday"], "Saturday to Sunday"),
        (["Friday", "Monday", "Wednesday"], "Monday, Wednesday, Friday"),
    ],
)
def test_days_as_people_read_them(days, said):
    (line,) = opening_lines(center(opening_hours=[OPEN | {"days": days}]).opening_hours)
    assert line == f"{said}, 9 a.m. to 5:30 p.m."


@pytest.mark.parametrize(
    ("time", "said"),
    [
        ("00:00", "midnight"),
        ("00:30", "12:30 a.m."),
        ("09:05", "9:05 a.m."),
        ("12:00", "noon"),
        ("12:30", "12:30 p.m."),
        ("23:59", "11:59 p.m."),
    ],
)
def test_times_as_people_read_them(time, said):
    assert clock(time) == said


def test_a_day_as_people_read_it():
    assert long_day(TODAY) == "Wednesday, February 3, 2027"
