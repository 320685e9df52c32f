"""Every button and field of the editor, used as a writer does: the linter agrees."""

from __future__ import annotations

import datetime as dt
import re

import pytest
from playwright.sync_api import expect

from site_config.authoring.form_words import FIELDS
from site_config.settings import calendar
from tests.authoring.writer import DESCRIPTION, writing
from tests.photo_files import from_phone, secrets_in


@pytest.fixture(scope="module")
def writer(browser, tmp_path_factory):
    with writing(browser, tmp_path_factory.mktemp("site")) as someone:
        yield someone


TABLE = "| First column | Second column |\n| --- | --- |\n| Words | Words |"
PRESSED = [
    ("Bold", "words", "Some **words** stand here."),
    ("Bold", " words ", "Some **words** stand here."),
    ("Heading", "", "## Some words stand here."),
    ("Smaller heading", "", "## Some words stand here."),
    ("List", "Some words stand here.", "- Some words stand here."),
    ("Numbered list", "Some words stand here.", "1. Some words stand here."),
    (
        "Table",
        "words",
        f"Some words stand here.\n\n{TABLE}",
    ),
    (
        "Warning box",
        "words",
        'Some words stand here.\n\n!!! warning "Before you go on"\n\n    Words of the warning.',
    ),
    ("Crisis lines", "", "Some words stand here.\n\n<!-- crisis-lines -->"),
    ("Treatment lines", "", "Some words stand here.\n\n<!-- treatment-lines -->"),
]


@pytest.mark.parametrize(("button", "selected", "written"), PRESSED)
def test_what_a_button_writes_is_saved_and_has_no_errors(writer, button, selected, written):
    _, body = writer.start().select(selected).press(button).save()
    assert body == written
    assert writer.found == []


def test_a_smaller_heading_goes_below_a_larger_one(writer):
    writer.start("Some words.\n\n## First\n\nMore words\n\nThe end.")
    body = writer.select("More words").press("Smaller heading").save()[1]
    assert body == "Some words.\n\n## First\n\n### More words\n\nThe end."
    assert writer.found == []


def test_several_lines_become_one_list_with_space_around_it(writer):
    writer.start("Bring these:\n• a pen\n• paper\nThat's all.")
    body = writer.select("• a pen\n• paper").press("List").save()[1]
    assert body == "Bring these:\n\n- a pen\n- paper\n\nThat's all."
    assert writer.found == []


def test_what_a_button_wrote_can_be_taken_back(writer):
    writer.start().select("words").press("Bold")
    writer.page.keyboard.press("Control+z")
    expect(writer.page.locator("textarea.page-text")).to_have_value("Some words stand here.")


def test_control_b_is_bold_too(writer):
    writer.start().select("words")
    writer.page.keyboard.press("Control+b")
    expect(writer.page.locator("textarea.page-text")).to_have_value("Some **words** stand here.")


def test_a_link_to_a_page_is_chosen_by_its_title(writer):
    writer.start().select("").press("Link")
    expect(writer.dialog.get_by_role("button", name="Insert")).to_be_disabled()
    writer.dialog.get_by_label("Search the pages").fill("a pag")
    writer.dialog.get_by_label("Page of this site").select_option(label="A page")
    body = writer.insert().save()[1]
    assert body == "Some words stand here.[A page](../understand/page.md)"
    assert writer.found == []


def test_selected_words_become_the_link_and_a_neighbor_is_named_alone(writer):
    writer.start().select("words").press("Link")
    writer.dialog.get_by_label("Page of this site").select_option(label="Starting")
    assert writer.insert().save()[1] == "Some [words](index.md) stand here."
    assert writer.found == []


@pytest.mark.parametrize("wrong", ["javascript:alert(1)", "http://example.org", "example.org"])
def test_a_link_to_another_site_needs_a_safe_address(writer, wrong):
    writer.start().select("words").press("Link")
    writer.dialog.get_by_label("Or a page of another site").fill(wrong)
    expect(writer.dialog.get_by_role("button", name="Insert")).to_be_disabled()
    writer.dialog.get_by_label("Or a page of another site").fill("https://example.org/a")
    assert writer.insert().save()[1] == "Some [words](https://example.org/a) stand here."
    assert writer.found == []


def test_a_source_is_chosen_by_its_title_and_listed_at_the_top(writer):
    writer.start("Half of them, 50%, came.").select("came").press("Source")
    writer.dialog.get_by_label("Choose one").select_option(label="Hours, An agency, 2024")
    fields, body = writer.insert().save()
    assert body == "Half of them, 50%, came [@hours]."
    assert fields["sources"] == ["hours"]
    assert writer.found == []


def test_a_fact_of_the_state_is_chosen_by_its_words(writer):
    writer.start().select("words").press("State fact")
    writer.dialog.get_by_label("Choose one").select_option(label="You have a right to leave work.")
    assert writer.insert().save()[1] == "Some words stand here.\n\n<!-- state: leave -->"
    assert writer.found == []


def test_a_closed_dialog_writes_nothing(writer):
    writer.start().select("words").press("Source")
    writer.page.keyboard.press("Escape")
    expect(writer.dialog).to_have_count(0)
    expect(writer.page.locator("textarea.page-text")).to_have_value("Some words stand here.")


def words_for(writer, said):
    writer.dialog.get_by_label(re.compile("What does it show")).fill(said)


def test_a_picture_is_chosen_and_needs_words(writer):
    writer.start().select("words").press("Picture")
    writer.page.get_by_role("option", name="chairs.svg").click()
    writer.page.get_by_role("button", name="Insert").click()
    for nothing in ("", "IMG_2041", "chairs.svg"):
        words_for(writer, nothing)
        expect(writer.dialog.get_by_role("button", name="Insert")).to_be_disabled()
    words_for(writer, "Six chairs in a circle")
    body = writer.insert().save()[1]
    assert (
        body == "Some words stand here.\n\n![Six chairs in a circle](../assets/pictures/chairs.svg)"
    )
    assert writer.found == []


def test_a_photo_from_a_phone_loses_its_place_and_gets_a_usable_name(writer, tmp_path):
    photo = tmp_path / "Group Room (1).JPG"
    photo.write_bytes(from_phone())
    writer.start().select("words").press("Picture")
    with writer.page.expect_file_chooser() as chooser:
        writer.page.get_by_role("button", name="Upload").first.click()
    chooser.value.set_files(photo)
    writer.page.get_by_role("button", name="Insert").click()
    words_for(writer, "An empty group room")
    body = writer.insert().save()[1]
    assert body.endswith("![An empty group room](../assets/pictures/group-room-1.webp)")
    saved = (writer.small.root / "content/assets/pictures/group-room-1.webp").read_bytes()
    assert secrets_in(saved) == secrets_in(b"")
    assert writer.small.issues("content/assets/pictures/group-room-1.webp") == []
    assert writer.found == []


def test_every_field_of_the_form_is_saved(writer):
    page = writer.start().page
    today = calendar.today_at(writer.small.root)

    def field(name):
        return page.locator(f'section.field[data-key-path="{name}"]')

    field("tags").get_by_role("button", name=re.compile("Add")).click()
    field("tags").get_by_role("textbox").first.fill("work")
    field("signs").get_by_role("checkbox", name="sign_two").click()
    field("last_reviewed").locator("input").fill(str(today - dt.timedelta(1)))
    field("next_review").locator("input").fill(str(today + dt.timedelta(30)))
    field("publish_on").locator("input").fill(str(today + dt.timedelta(9)))
    field("unpublish_on").locator("input").fill(str(today + dt.timedelta(20)))
    field("quick_exit").get_by_role("switch").click()
    field("reviewed_by").get_by_role("radio", name="Ada Reed").click()
    field("was").get_by_role("button", name=re.compile("Add")).click()
    field("was").get_by_role("textbox").first.fill("start/old-name/")
    field("author").get_by_role("radio", name="Editorial team").click()
    fields, _ = writer.save()
    assert fields == {
        "title": writer.title,
        "description": DESCRIPTION.format(writer.count),
        "author": "editorial",
        "last_reviewed": str(today - dt.timedelta(1)),
        "next_review": str(today + dt.timedelta(30)),
        "tags": ["work"],
        "publish_on": str(today + dt.timedelta(9)),
        "unpublish_on": str(today + dt.timedelta(20)),
        "quick_exit": True,
        "reviewed_by": "Ada Reed",
        "signs": ["sign_two"],
        "was": ["start/old-name/"],
    }
    assert writer.found == []


def test_an_error_is_named_on_its_line_and_keeps_the_page_from_being_saved(writer):
    writer.start("Some words.\n\nSee [here](index.md).")
    issues = writer.page.locator(".page-issues")
    expect(issues).to_contain_text("doesn't say where the link leads")
    writer.page.get_by_role("button", name="Save").click()
    expect(issues).to_contain_text("Fix this before you save")
    expect(writer.page).to_have_url(re.compile("/new$"))
    issues.get_by_role("button", name="Line 3").first.click()
    assert writer.page.evaluate("getSelection().toString()") == "See [here](index.md)."
    writer.page.locator("textarea.page-text").fill("Some words.")
    writer.save()
    assert writer.found == []


def test_the_browser_asks_before_a_text_that_is_not_saved_is_closed(writer):
    page = writer.start().page
    page.get_by_role("textbox", name="Title").click()  # browsers ask only someone who was there
    asked = []

    def stay(dialog):
        asked.append(dialog.type)
        dialog.dismiss()

    page.once("dialog", stay)
    with page.expect_event("dialog"):
        page.close(run_before_unload=True)
    assert asked == ["beforeunload"]
    assert not page.is_closed()
    writer.save()


def test_each_saved_page_is_in_the_menu(writer):
    writer.start().save()
    menu = (writer.small.root / "mkdocs.yml").read_text()
    assert f'    - "{writer.title}": start/page-number-{writer.count}.md\n' in menu
    assert [issue for issue in writer.small.issues("") if issue.rule == "menu"] == []


def test_every_button_and_field_has_a_test_here(writer):
    writer.start()
    buttons = writer.page.get_by_role("toolbar", name="Write into the text").get_by_role("button")
    own = {"Link", "Picture", "Source", "State fact"}
    assert set(buttons.all_inner_texts()) == {button for button, *_ in PRESSED} | own
    shown = writer.page.locator("section.field").evaluate_all(
        "fields => fields.map(field => field.dataset.keyPath)"
    )
    assert {*shown} == {*FIELDS, "body"}  # each is filled in and saved in a test above
