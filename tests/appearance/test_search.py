"""The search: what people type, and the page that must come first. No word leaves the page."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import expect

from site_config.content_model.addresses import moves
from site_config.content_model.page import Page

ROOT = Path(__file__).resolve().parents[2]

FIRST = {
    "relapse": "right-for-me/relapse/",
    "suboxone": "right-for-me/opioids/",
    "methadone": "right-for-me/opioids/",
    "fentanyl": "right-for-me/opioids/",
    "heroin": "right-for-me/opioids/",
    "xanax": "right-for-me/safe-to-stop/",
    "withdrawal": "right-for-me/safe-to-stop/",
    "withdrawl": "right-for-me/safe-to-stop/",
    "cold turkey": "right-for-me/safe-to-stop/",
    "stop drinking": "right-for-me/safe-to-stop/",
    "husband": "family/",
    "my wife drinks": "family/",
    "brother": "family/",
    "teenager": "family/teens/",
    "my son": "family/teens/",
    "my son is using fentanyl": "right-for-me/opioids/",
    "narcan": "right-for-me/opioids/",
    "deaf": "help-now/",
    "hard of hearing": "help-now/",
    "sign language": "help-now/",
    "asl": "help-now/",
    "relay": "help-now/",
    "can't hear": "help-now/",
    "can't talk": "help-now/",
    "trans": "help-now/",
    "gay": "help-now/",
    "lgbt": "help-now/",
    "paranoid": "help-now/",
    "people are watching me from the ceeling": "help-now/",
    "my chest hurts meth": "help-now/",
    "tweaking": "right-for-me/substance-use/",
    "sober 20 days want to drink": "right-for-me/substance-use/",
    "homeless": "right-for-me/home-work-family/",
    "shelter": "right-for-me/home-work-family/",
    "living in my car": "right-for-me/home-work-family/",
    "scared of dropping my baby": "right-for-me/mental-health/",
    "my baby": "right-for-me/mental-health/",
    "intrusive thoughts": "right-for-me/mental-health/",
    "bad thoughts about hurting my newborn": "right-for-me/mental-health/",
    "visa": "start/who-finds-out/",
    "will i get deported for rehab": "start/who-finds-out/",
    "green card": "start/who-finds-out/",
    "nurse": "start/work/",
    "nurse stealing fentanyl": "start/work/",
    "lose my nursing license rehab": "start/work/",
    "stole drugs from hospital": "start/work/",
    "diversion": "start/work/",
    "can i smoke weed while breastfeeding": "iop/medication/",
    "will cps take my baby": "start/court/",
    "blues": "right-for-me/opioids/",
    "m30": "right-for-me/opioids/",
    "shaking in the morning": "right-for-me/safe-to-stop/",
    "pint a day": "right-for-me/safe-to-stop/",
    "blackout": "right-for-me/substance-use/",
    "fired for drinking": "start/work/",
    "he reads my texts": "about/privacy/",
    "partner checks my phone": "about/privacy/",
    "someone is watching my phone": "about/privacy/",
    "delete history": "about/privacy/",
    "how the self-check decides": "about/this-check/",
    "i cut myself": "right-for-me/mental-health/",
    "self harm": "right-for-me/mental-health/",
    "my boyfriend hits me": "help-now/",
    "cut off insurance": "cost/denied/",
    "can i make him go": "family/make-them-go/",
    "zoom": "iop/online/",
    "virtual iop": "iop/online/",
    "terapia": "iop/groups/",
    "group therapy": "iop/groups/",
    "medi-cal": "cost/",
    "insurance": "cost/",
    "how much does it cost": "cost/",
    "cost:": "cost/",
    "denied": "cost/denied/",
    "appeal": "cost/denied/",
    "fmla": "start/work/",
    "my boss": "start/work/",
    "fired?": "start/work/",
    "will my parents find out": "start/who-finds-out/",
    "court": "start/court/",
    "dui": "start/court/",
    "custody": "start/court/",
    "assessment": "start/assessment/",
    "first day": "start/first-week/",
    "php": "iop/levels/",
    "day program": "iop/levels/",
    "anxiety,depression": "right-for-me/mental-health/",
    "depresion": "right-for-me/mental-health/",
    "drug test": "iop/rules/",
    "can i smoke weed": "iop/rules/",
    "do i have to be sober": "iop/rules/",
    "how long": "iop/week/",
    "how many weeks": "iop/week/",
    "child care": "iop/week/",
    "babysitter": "iop/week/",
    "he won't go": "family/make-them-go/",
    "my teen won't go": "family/teens/",
    "privacy": "about/privacy/",
    "adderall": "iop/medication/",
    "better off without me": "family/",
    "my brother said we'd be better off without him": "family/",
    "he says what's the point": "family/",
    "he took too many pills": "help-now/",
    "won't wake up": "help-now/",
    "passed out drunk": "help-now/",
    "he is asleep on my couch and breathing weird": "help-now/",
    "how do i hide the gun": "family/",
    "postpartum": "right-for-me/mental-health/",
    "i just had a baby": "right-for-me/mental-health/",
    "just got out of jail": "right-for-me/opioids/",
    "will they take my baby": "start/court/",
    "my stepdad hits me": "family/teens/",
    "will they tell my mom": "family/teens/",
    "bottle of wine a night": "right-for-me/safe-to-stop/",
    "clonazepam": "right-for-me/safe-to-stop/",
    "alprazolam": "right-for-me/safe-to-stop/",
    "my daughter cuts herself": "family/teens/",
    "my boyfriend controls me": "help-now/",
}
"""What is typed, and the page under content/ that comes first."""

FIRST_IN_SPANISH = {
    "blues": "right-for-me/opioids/",
    "m30": "right-for-me/opioids/",
    "las azules": "right-for-me/opioids/",
    "malilla": "right-for-me/opioids/",
    "mota": "right-for-me/substance-use/",
    "perico": "right-for-me/substance-use/",
    "soy sorda": "help-now/",
    "lengua de señas": "help-now/",
    "oigo voces": "help-now/",
    "me vigilan": "help-now/",
    "gay": "help-now/",
    "vivo en mi carro": "right-for-me/home-work-family/",
    "miedo de tirar al bebé": "right-for-me/mental-health/",
    "perder mi licencia de enfermera": "start/work/",
    "robé drogas del trabajo": "start/work/",
    "marihuana mientras doy pecho": "iop/medication/",
    "chela": "right-for-me/substance-use/",
    "anexo": "iop/levels/",
    "residencial": "iop/levels/",
    "sin papeles": "start/who-finds-out/",
    "indocumentado": "start/who-finds-out/",
    "indocumentada": "start/who-finds-out/",
    "me pueden deportar": "start/who-finds-out/",
    "la migra": "start/who-finds-out/",
    "sin seguro": "cost/",
    "medi-cal": "cost/",
    "no despierta": "help-now/",
    "se tomó muchas pastillas": "help-now/",
    "estarían mejor sin mí": "family/",
    "posparto": "right-for-me/mental-health/",
    "salí de la cárcel": "right-for-me/opioids/",
    "mi padrastro": "family/teens/",
    "clonazepam": "right-for-me/safe-to-stop/",
    "rivotril": "right-for-me/safe-to-stop/",
    "tafil": "right-for-me/safe-to-stop/",
    "pastillas para los nervios": "right-for-me/safe-to-stop/",
    "se corta": "family/teens/",
    "mi hija se corta": "family/teens/",
    "mi novio me controla": "help-now/",
    "mi novio me revisa el telefono": "help-now/",
    "mi novio no me deja salir": "help-now/",
}
"""The same on the Spanish site, under content/es/."""

DANGER = [
    "suicide",
    "suicidal thoughts?",
    "overdose?",
    "i want to die",
    "kill myself",
    "he hurts me",
    "paranoid",
    "i hear voices",
    "people are watching me from the ceiling",
    "my chest hurts meth",
    "my chest feels tight",
    "scared of dropping my baby",
    "i can't talk",
    "i cut myself",
    "cutting",
    "self harm",
    "self-harm",
    "my boyfriend hits me",
    "he choked me",
    "scared of my husband",
    "better off without me",
    "what's the point",
    "won't wake up",
    "passed out drunk",
    "breathing weird",
    "loud snoring gurgling",
    "took too many pills",
    "my brother has a gun",
    "i don't want to be here anymore",
    "my boyfriend controls me",
    "he checks my phone",
]

DANGER_IN_SPANISH = [
    "mi hija se corta",
    "se cortó los brazos",
    "mi novio me controla",
    "mi novio me revisa el telefono",
    "no me deja salir",
]


@pytest.fixture
def search(page):
    page.goto("search/")
    expect(page.get_by_label("Search for")).to_be_enabled()
    return page


@pytest.fixture
def spanish_search(page):
    page.goto("es/search/")
    expect(page.locator("form[data-search] input")).to_be_enabled()
    return page


def found(page, words):
    page.locator("form[data-search] input").fill(words)
    form = page.locator("form[data-search]")
    site = form.evaluate("(form) => new URL(form.dataset.site, location).href")
    links = page.locator(".search__list a").evaluate_all("(all) => all.map((link) => link.href)")
    return [link.removeprefix(site) for link in links]


MOVED = {move.old: Page(Path(move.page), move.page).url for move in moves(ROOT / "content")}
"""Where a page is that `make rename` has given another name since this was written."""


def test_real_searches_find_the_page_that_answers_them(search):
    first = {words: (found(search, words) or [None])[0] for words in FIRST}
    assert {w: p for w, p in first.items() if p != MOVED.get(FIRST[w], FIRST[w])} == {}


def test_real_searches_in_spanish_find_the_page_that_answers_them(spanish_search):
    first = {words: (found(spanish_search, words) or [None])[0] for words in FIRST_IN_SPANISH}
    wanted = {
        words: MOVED.get(f"es/{page}", page).removeprefix("es/")
        for words, page in FIRST_IN_SPANISH.items()
    }
    wrong = {w: p for w, p in first.items() if (p or "").removeprefix("es/") != wanted[w]}
    assert wrong == {}


def quoted(search, words):
    found(search, words)
    return search.locator(".search__list p").first.inner_text()


def test_a_whole_word_is_not_found_inside_a_longer_one(search):
    """Not "trans" in "transportation", which whoever goes on typing still finds."""
    assert "iop/week/" in found(search, "transp")
    assert "iop/week/" not in found(search, "trans")
    assert "start/work/" in found(search, "nurses")  # the plural of a whole word


QUOTED = {
    "scared of dropping my baby": "right-for-me/mental-health/#scary-pictures",
    "bad thoughts about hurting my newborn": "right-for-me/mental-health/#scary-pictures",
    "intrusive thoughts": "right-for-me/mental-health/#scary-pictures",
    "my baby": "right-for-me/mental-health/#scary-pictures",
    "paranoid": "help-now/#voices",
    "will cps take my baby": "start/court/#will-they-take-your-kids",
    "miedo de tirar al bebé": "es/right-for-me/mental-health/#scary-pictures",
}


@pytest.mark.parametrize("words", QUOTED)
def test_a_result_quotes_the_part_that_is_about_the_words(page, words):
    path, _, part = QUOTED[words].partition("#")
    page.goto("es/search/" if path.startswith("es/") else "search/")
    expect(page.locator("form[data-search] input")).to_be_enabled()
    quote = quoted(page, words).removesuffix(" …")
    page.goto(path)
    assert quote in page.locator(f"#{part} ~ p").first.inner_text()


def test_no_result_quotes_a_list_of_sources(search):
    quotes = [quoted(search, words) for words in ("deaf", "cdc", "diversion", "samhsa")]
    assert not [quote for quote in quotes if "Checked on" in quote or "Read in a copy" in quote]


@pytest.mark.parametrize("words", DANGER)
def test_words_of_danger_bring_help_first(search, words):
    found(search, words)
    panel = search.locator("[data-danger]")
    expect(panel.get_by_role("link", name="Help now")).to_be_visible()
    expect(panel.locator("a[href='tel:988']")).to_be_visible()
    assert panel.bounding_box()["y"] < search.locator(".search__all").bounding_box()["y"]


@pytest.mark.parametrize("words", DANGER_IN_SPANISH)
def test_words_of_danger_in_spanish_bring_help(spanish_search, words):
    found(spanish_search, words)
    expect(spanish_search.locator("[data-danger] a[href='tel:988']")).to_be_visible()


@pytest.mark.parametrize("words", ["insurance", "", "zzzz", "cut off", "self pay", "cut"])
def test_other_words_do_not(search, words):
    found(search, words)
    expect(search.locator("[data-danger]")).to_be_hidden()


@pytest.mark.parametrize("words", ["la corte", "cortó el seguro"])
def test_other_words_in_spanish_do_not(spanish_search, words):
    found(spanish_search, words)
    expect(spanish_search.locator("[data-danger]")).to_be_hidden()


@pytest.mark.parametrize("words", ["self harm", "shaking in the morning", "narcan", "self"])
def test_the_page_of_all_rules_comes_last_unless_its_title_is_asked_for(search, words):
    pages = found(search, words)
    rules = "about/this-check/"
    if words == "self":
        assert rules in pages
    else:
        assert rules not in pages[:-1]


def test_small_words_find_nothing_of_their_own(search):
    assert found(search, "he reads my texts in the day") == found(search, "reads texts day")


def test_a_name_of_one_plan_does_not_find_every_page(search):
    every = search.locator(".search__all a").count()
    assert 0 < len(found(search, "medi-cal")) < every / 2


def test_nothing_typed_is_sent_anywhere(search):
    asked = []
    search.on("request", lambda request: asked.append(request.url))
    for words in ("xanax", "zzzz", "suicide"):
        found(search, words)
    search.get_by_label("Search for").press("Enter")
    expect(search).to_have_url(search.url.split("?")[0])
    assert asked == []


def test_without_the_index_the_list_of_all_pages_is_offered(page):
    page.route("**/search_index.json", lambda route: route.abort())
    page.goto("search/")
    expect(page.locator("[data-say=failed]")).to_be_visible()
    expect(page.locator(".search__all a").first).to_be_visible()
