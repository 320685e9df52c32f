"""No address that was published leads nowhere."""

from __future__ import annotations

import shutil

import pytest

from site_config.authoring.published import add_addresses
from tests.small_site import PAGE, TODAY

LIST = "content/_data/addresses.txt"


@pytest.mark.parametrize(
    ("was", "said"),
    [
        ("https://example.org/a/", "isn't an address on this site"),
        ("old page", "isn't an address on this site"),
        ("understand/page/", "is the address of this page"),
        ("help/", "is the address of content/help.md"),
    ],
)
def test_an_earlier_address_that_cannot_be_one(small, was, said):
    small.page("Some words.", was=f"['{was}']")
    (issue,) = small.errors(f"content/{PAGE}")
    assert said in issue.what
    assert issue.line == 7


def test_two_pages_cannot_take_over_one_address(small):
    small.page("Some words.", was="[old/]")
    small.page("Some other words.", name="understand/zebra.md", was="[old.md]")
    (issue,) = small.errors("content/understand/zebra.md")
    assert "content/understand/page.md was at" in issue.what


def test_a_page_that_went_asks_for_the_one_in_its_place_and_obeying_helps(small):
    small.page("Some other words.", name="understand/paging.md")
    add_addresses(small.root, TODAY)
    (small.root / "content" / PAGE).rename(small.root / "content/understand/pages.md")
    (issue,) = small.errors(LIST)
    assert "/understand/page/ was on the site" in issue.what
    assert "content/understand/pages.md" in issue.fix
    assert "was: [understand/page/]" in issue.fix
    assert "understand/page/" in (small.root / LIST).read_text("utf-8").splitlines()[issue.line - 1]
    (small.root / "content/understand/pages.md").unlink()
    small.page("Some words.", name="understand/pages.md", was="[understand/page/]")
    assert small.errors(LIST) == []


def test_an_address_that_went_is_not_given_to_a_page_in_another_language(small):
    small.write("site_config/center.yml", "name: Some Center\nlanguages: [en, es]\n")
    small.page("Palabras.", name="es/understand/page.md")
    add_addresses(small.root, TODAY)
    (small.root / "content" / PAGE).unlink()
    (issue,) = [one for one in small.errors(LIST) if "/understand/page/ was" in one.what]
    assert "es/" not in issue.fix


def test_a_page_that_is_kept_back_again_is_named(small):
    add_addresses(small.root, TODAY)
    small.page("Some words.", publish_on="2027-01-01")
    (issue,) = small.errors(LIST)
    assert "kept back" in issue.what


def test_a_page_that_was_taken_off_on_purpose_is_not_asked_for(small):
    add_addresses(small.root, TODAY)
    small.page("Some words.", unpublish_on=str(TODAY))
    assert small.errors(LIST) == []


def test_a_release_asks_for_the_addresses_of_new_pages(small):
    add_addresses(small.root, TODAY)
    small.page("Some words.", name="understand/new.md")
    assert small.issues(LIST) == []
    (issue,) = small.issues(LIST, release=True)
    assert "understand/new/" in issue.what
    assert "make addresses" in issue.fix
    assert add_addresses(small.root, TODAY) == ["understand/new/"]
    assert small.issues(LIST, release=True) == []


def test_an_address_is_never_taken_out(small):
    add_addresses(small.root, TODAY)
    (small.root / "content" / PAGE).unlink()
    add_addresses(small.root, TODAY)
    assert "understand/page/" in (small.root / LIST).read_text("utf-8").splitlines()


def test_a_language_that_the_center_takes_off_is_said_once_and_stops_nothing(small):
    center = small.root / "site_config/center.yml"
    one = center.read_text("utf-8")
    center.write_text(f"{one}languages: [en, es]\n", "utf-8")
    for name in (PAGE, "help.md"):
        small.page("Algunas palabras.", name=f"es/{name}")
    add_addresses(small.root, TODAY)
    center.write_text(f"{one}languages: [en]\n", "utf-8")
    (issue,) = small.issues("site_config/center.yml")
    assert issue.severity == "warning"
    assert issue.line == 4
    assert "2 addresses" in issue.what
    assert small.errors(LIST) == []
    shutil.rmtree(small.root / "content/es")
    assert len(small.errors(LIST)) == 2
