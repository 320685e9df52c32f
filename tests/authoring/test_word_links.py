"""A link leads where its words say, tracks nobody, and dials what people read."""

from __future__ import annotations

import pytest

from site_config.authoring.word_links import checked
from tests.word_files import paragraph, run

SAFE = (
    "https://nam02.safelinks.protection.outlook.com/?url=https%3A%2F%2Ffindtreatment.gov%2Fa"
    "&data=05%7C01%7Canna%40center.example"
)


@pytest.mark.parametrize(
    ("words", "target"),
    [
        ("988", "tel:911"),
        ("911", "tel:988"),
        ("988", "sms:741741"),
        ("988", "tel:1988"),
        ("Call 988 now", "tel:9-1-1"),
        ("call or text 988 or 911", "tel:988"),
        ("1-800-662-4357", "tel:988"),
        ("(310) 555-0147", "tel:+13105550148"),
        ("1-800-662-HELP", "tel:18006624358"),
    ],
)
def test_a_link_that_dials_another_number_than_people_read_is_left_out(words, target):
    link = checked(words, target)
    assert link.target == ""
    assert f"people read “{words}”, and the link in Word dialed" in link.todo
    assert link.todo in link.note


@pytest.mark.parametrize(
    ("words", "target"),
    [
        ("988", "tel:988"),
        ("Call 988", "TEL:988"),
        ("988 (24 hours)", "tel:988"),
        ("Help 24/7: 988", "tel:988"),
        ("(310) 555-0147", "tel:+1-310-555-0147"),
        ("1-800-662-HELP", "tel:18006624357"),
        ("988", "sms:988?body=Hi"),
        ("call the line", "tel:988"),
        ("us@center.example", "mailto:us@center.example"),
        ("findtreatment.gov", "https://www.findtreatment.gov/locator"),
        ("what the law says", "https://example.org/a?page=2&q=x%20y"),
    ],
)
def test_a_link_that_does_what_it_says_stays_as_it_is(words, target):
    assert checked(words, target).target == target
    assert checked(words, target).todo == ""


@pytest.mark.parametrize(
    ("target", "clean"),
    [
        (SAFE, "https://findtreatment.gov/a"),
        ("https://findtreatment.gov/a?utm_source=x&page=2", "https://findtreatment.gov/a?page=2"),
        ("https://findtreatment.gov/a?fbclid=x", "https://findtreatment.gov/a"),
        (
            "https://www.google.com/url?sa=t&url=https%3A%2F%2Ffindtreatment.gov%2Fa",
            "https://findtreatment.gov/a",
        ),
        (
            "https://l.facebook.com/l.php?u=https%3A%2F%2Ffindtreatment.gov%2Fa%3Ffbclid%3D1",
            "https://findtreatment.gov/a",
        ),
        (
            "https://urldefense.com/v3/__https://findtreatment.gov/a__;!!abc$",
            "https://findtreatment.gov/a",
        ),
    ],
)
def test_what_tracks_is_taken_off(target, clean):
    link = checked("FindTreatment.gov", target)
    assert link.target == clean
    assert clean in link.note
    assert "center.example" not in link.note


@pytest.mark.parametrize(
    "target",
    [
        "https://bit.ly/3abc",
        "https://nam02.safelinks.protection.outlook.com/?data=05",
        "https://localhost:8000/a",
        "https://center.sharepoint.com/sites/a",
        "https://example.org/?who=anna%40center.example",
        "https://findtreatment.gov@example.org/",
        "https://[broken/",
        "javascript:alert(1)",
        "https://www.google.com/url?q=javascript%3Aalert(1)",
    ],
)
def test_a_link_that_hides_or_leaks_is_left_out(target):
    link = checked("the guide", target)
    assert link.target == ""
    assert link.todo
    assert "anna" not in link.todo + link.note


def test_an_address_that_people_read_is_where_they_go():
    assert "led to example.org" in checked("https://findtreatment.gov", "https://example.org").todo
    assert "wrote to" in checked("us@center.example", "mailto:me@center.example").todo


def test_the_draft_asks_for_the_right_number(imported):
    link = f'<w:hyperlink r:id="out">{run("988")}</w:hyperlink>'
    found = imported(paragraph("Call ", link, " now."), links={"out": "tel:911"})
    assert found.body == (
        "Call 988 (TODO: people read “988”, and the link in Word dialed 911; write the right "
        "number in both) now.\n"
    )
    assert "tel:911" not in found.body


def test_a_tip_on_a_link_is_no_part_of_its_address():
    assert checked("988", 'tel:988" \\o "Call').target == "tel:988"
