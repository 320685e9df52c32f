"""A result is read on a phone by someone frightened: three screens, nothing vital folded."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from checker.examples import EVERYONE
from checker.model import OUTCOMES
from tests.browser import our_font, walk
from tests.browser.test_selfcheck_layout import BY_OUTCOME

PHONE = {"width": 360, "height": 640}
MOST_SCREENS = 3
VITAL = re.compile(
    r"911|988|naloxone|emergency room|do not stop|"
    r"naloxona|sala de emergencias|no lo deje de un día"
)
CHECKS = {"en": "self-check/", "es": "es/self-check/"}
"""The self-check in each language."""


@pytest.fixture
def page(page):
    return our_font.awaited(page)


def open_result(page, outcome, answers, language="en"):
    page.set_viewport_size(PHONE)
    walk.begin(page, CHECKS[language])
    walk.go_on(page, answers)
    assert walk.finish(page) == outcome
    our_font.came(page)
    return page.locator(f"[data-outcome={outcome}]")


@pytest.mark.parametrize("language", CHECKS)
@pytest.mark.parametrize("outcome", OUTCOMES)
def test_a_result_takes_at_most_three_screens_of_a_phone_and_folds_nothing_vital(
    page, outcome, language
):
    sheet = open_result(page, outcome, BY_OUTCOME[outcome], language)
    assert sheet.bounding_box()["height"] <= MOST_SCREENS * PHONE["height"]
    first = sheet.locator(".next-steps > li, .help-panel__ways").first.bounding_box()
    assert first["y"] + first["height"] <= PHONE["height"], "whom to call, or the first step"
    folded = sheet.locator(".next-steps--later > li").all_text_contents()
    assert [step for step in folded if VITAL.search(step)] == []
    assert sheet.locator(".next-steps--later .help-panel__ways").count() == 0
    for banner in sheet.locator("[data-banner]:not([data-slot-name=practical])").all():
        expect(banner).to_be_visible()


FENTANYL_AND_DARK_THOUGHTS = {
    "thoughts": ["better_off_dead"],
    "hold_urges": ["hold"],
    "reach_out": ["would_call"],
    "means": ["no"],
    "substances": ["opioids"],
    "opioids_recent": ["street"],
    "overdose": ["no"],
    "use_effects": ["needs_more"],
    "use_around": ["none"],
    "both": ["yes"],
    "feelings": ["low"],
}


@pytest.mark.parametrize("language", CHECKS)
def test_fentanyl_and_dark_thoughts_take_three_screens_too(page, language):
    """Two results in one: today for the thoughts, and medicine beside them."""
    sheet = open_result(page, "urgent_same_day", EVERYONE | FENTANYL_AND_DARK_THOUGHTS, language)
    assert sheet.bounding_box()["height"] <= MOST_SCREENS * PHONE["height"]
    expect(sheet.locator("[data-banner=naloxone_medication]")).to_be_visible()
    expect(sheet.locator("a[href='tel:988']").first).to_be_visible()
    folded = sheet.locator("[data-slot=also] .next-steps--later > li").all_text_contents()
    assert len(folded) == 2
    assert [step for step in folded if VITAL.search(step)] == []


HURT = {
    "me": walk.SAFE,
    "teen": walk.TEEN,
}
"""Whoever checks violence."""


@pytest.mark.parametrize("language", CHECKS)
@pytest.mark.parametrize("voice", HURT)
def test_who_is_hurt_reads_three_screens_at_most_and_nothing_twice(page, voice, language):
    answers = HURT[voice] | {"violence": ["yes"]}
    sheet = open_result(page, "urgent_same_day", answers, language)
    assert sheet.bounding_box()["height"] <= MOST_SCREENS * PHONE["height"]
    shown = sheet.locator("[data-slot=steps]")
    for number in ("911", "1-800-799-7233"):
        expect(shown.get_by_text(number).first).to_be_visible()
    # The note says what the first step has said: it is in a fold, with whatever else was said.
    expect(sheet.locator("[data-banner=dv_box]")).to_be_hidden()
    expect(page.locator("[data-private-warning]")).to_be_visible()
    numbers = sheet.locator("a[href='tel:18007997233']:visible")
    assert numbers.count() == 1


@pytest.mark.parametrize("language", CHECKS)
def test_folds_stand_beside_each_other_and_one_that_opens_takes_the_row(page, language):
    sheet = open_result(page, "iop_assess", BY_OUTCOME["iop_assess"], language)
    first, second = sheet.locator(".result__folds > details").all()[:2]
    assert first.bounding_box()["y"] == second.bounding_box()["y"]
    width = first.bounding_box()["width"]
    first.locator("summary").click()
    assert first.bounding_box()["width"] > 2 * width


def test_steps_that_may_wait_open_by_keyboard_and_their_figures_go_on(page):
    sheet = open_result(page, "loved_one_guidance", BY_OUTCOME["loved_one_guidance"])
    fold = sheet.locator("details:has(> .next-steps--later)")
    steps = fold.locator("ol > li")
    expect(steps.first).to_be_hidden()
    fold.locator("summary").focus()
    page.keyboard.press("Enter")
    expect(steps.first).to_be_visible()
    before = sheet.locator("[data-slot=steps] > li").count()
    assert fold.locator("ol").get_attribute("start") == str(before + 1)


def test_folded_steps_are_on_paper_too(page):
    sheet = open_result(page, "loved_one_guidance", BY_OUTCOME["loved_one_guidance"])
    steps = sheet.locator(".next-steps > li").count()
    page.emulate_media(media="print")
    paper = page.locator("[data-sheet]:not([lang]) [data-part=next] > ul > li")
    assert paper.count() == steps
    expect(paper.last).to_be_visible()


@pytest.mark.parametrize("thoughts", ["better_off_dead", "self_harm"])
def test_a_teen_sees_988s_buttons_once(page, thoughts):
    sure = {"hold_urges": ["hold"], "reach_out": ["would_call"], "means": ["no"]}
    walk.walk(page, walk.TEEN | sure | {"thoughts": [thoughts]})
    walk.finish(page)
    assert page.locator("[data-outcome] .help-panel__ways a[href='tel:988']:visible").count() == 1


def test_a_daily_drinker_with_a_job_gets_the_page_about_work_that_all_results_list(page):
    answers = walk.example("daily_drinking")["answers"] | {"duties": ["work"]}
    sheet = open_result(page, "medical_withdrawal_first", answers)
    link = sheet.locator("[data-slot=steps] a[href$='start/work/']")
    expect(link).to_be_visible()
    shared = sheet.locator("[data-part=pages] a[href$='start/work/']")
    assert [link.get_attribute(n) for n in ("href", "rel")] == [
        shared.get_attribute(n) for n in ("href", "rel")
    ]


def test_paper_says_what_an_answer_means_without_the_form(page):
    walk.walk(page, walk.example("daily_drinking")["answers"])
    walk.finish(page)
    page.emulate_media(media="print")
    paper = page.locator("[data-sheet]:not([lang])")
    for place in ("[data-part=because]", "[data-slot=answers]"):
        expect(paper.locator(place)).to_contain_text("Drinks four or more on most days")


@pytest.mark.parametrize("thoughts", [["unwanted_images"], ["unwanted_images", "past_self_harm"]])
def test_pictures_stand_on_paper_under_words_of_their_own(page, thoughts):
    walk.walk(page, EVERYONE | {"thoughts": thoughts})
    walk.finish(page)
    page.emulate_media(media="print")
    paper = page.locator("[data-sheet]:not([lang]) [data-slot=answers] > div")
    pictures = paper.filter(has_text="I have pictures of harm in my head")
    expect(pictures).to_have_count(1)
    expect(pictures).not_to_contain_text("uicide")
    about_suicide = paper.filter(has_text="Suicide or hurting yourself")
    expect(about_suicide).to_have_count(len(thoughts) - 1)


def test_no_number_of_steps_before_it_is_known_whom_the_check_is_about(page):
    walk.begin(page)
    count = page.locator("#sc-count")
    expect(count).to_have_text("Step 1", use_inner_text=True)
    walk.choose(page, "who", "them")
    expect(count).to_have_text("Step 1", use_inner_text=True)
    walk.choose(page, "age", "adult")
    expect(count).to_have_text(re.compile(r"Step 1 of \d+$"), use_inner_text=True)


@pytest.mark.parametrize("size", [(360, 560), (375, 553), (360, 640)])
def test_start_and_the_way_out_stand_on_the_first_screen(page, size):
    page.set_viewport_size({"width": size[0], "height": size[1]})
    page.goto("self-check/")
    for action in ("start", "leave"):
        box = page.locator(f".sc-start [data-action={action}]").bounding_box()
        assert box["y"] + box["height"] <= size[1]


@pytest.mark.parametrize("language", ["", "es/"])
@pytest.mark.parametrize(
    "path", ["start/who-finds-out/", "right-for-me/home-work-family/", "family/at-home/"]
)
def test_pages_marked_for_it_have_the_way_out(page, path, language):
    """A translation has it, too: `quick_exit` stands in the English page alone."""
    page.goto(language + path)
    expect(page.locator(".leave-bar a.leave")).to_be_visible()


@pytest.mark.parametrize("language", CHECKS)
def test_the_page_of_a_step_opens_in_its_language_beside_the_result(page, language):
    answers = walk.example("daily_drinking")["answers"] | {"duties": ["work"]}
    sheet = open_result(page, "medical_withdrawal_first", answers, language)
    with page.context.expect_page() as opened:
        sheet.locator("[data-slot=steps] a[href$='start/work/']").click()
    expect(opened.value.locator("html")).to_have_attribute("lang", language)
    expect(opened.value.locator("h1")).to_be_visible()
    expect(sheet).to_be_visible()


LONG = {
    "daily_drinking_and_a_seizure": walk.example("daily_drinking")["answers"]
    | {"stopping": ["seizure"]},
    "cannot_hold_and_would_call_no_one": walk.example("thoughts_alone")["answers"]
    | {"hold_urges": ["cannot_hold"]},
}


@pytest.mark.parametrize("language", CHECKS)
@pytest.mark.parametrize("name", LONG)
def test_what_a_physician_added_fits_three_screens_too(page, name, language):
    page.set_viewport_size(PHONE)
    walk.begin(page, CHECKS[language])
    walk.go_on(page, LONG[name])
    walk.finish(page)
    our_font.came(page)
    sheet = page.locator("section[data-outcome]")
    assert sheet.bounding_box()["height"] <= MOST_SCREENS * PHONE["height"]
