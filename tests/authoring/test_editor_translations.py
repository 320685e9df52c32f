"""A page and its translation, side by side in the editor."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from site_config.authoring.cms_config import config
from site_config.authoring.page_check import NoPageError, PageCheck
from site_config.content_model.page import split_front
from site_config.core import yaml_source
from site_config.linter.runner import check_site
from tests.authoring.editor_in_browser import PICK, READ_WITH, SEED, copy_back, serving
from tests.small_site import PAGE, ROOT, TODAY

DESCRIPTION = "Qué contesta esta página, en una frase bastante larga para quien la busca."
LANGUAGES = ("en", "es")
TRANSLATED, OPEN = "iop/old.md", "iop/new.md"


@pytest.fixture
def bilingual(small):
    """The small site with Spanish, one page translated and one not, and the installed editor."""
    (small.root / "node_modules").symlink_to(ROOT / "node_modules", target_is_directory=True)
    center = small.root / "site_config/center.yml"
    center.write_text(f"{center.read_text('utf-8')}languages: [en, es]\n", "utf-8")
    small.page(
        "# Old words\n\nSome words. [@hours]",
        name=TRANSLATED,
        title="Old words",
        sources="\n- hours",
    )
    small.page("# New words\n\nSome words.", name=OPEN, title="New words", tags="[work]")
    spanish = {"title": "Palabras viejas", "description": DESCRIPTION, "sources": "\n- hours"}
    small.page("# Palabras viejas\n\nUnas palabras. [@hours]", name=f"es/{TRANSLATED}", **spanish)
    return small


def test_one_language_has_no_sides(small):
    assert "i18n" not in str(config(small.root, TODAY))


def test_a_translation_is_looked_for_below_its_language(bilingual):
    made = config(bilingual.root, TODAY)
    (iop,) = [one for one in made["collections"] if one["name"] == "iop"]
    assert iop["folder"] == "content/{{locale}}/iop"
    (alone,) = made["singletons"]
    assert alone["file"] == "content/{{locale}}/help.md"
    asked = {field["name"]: field["i18n"] for field in iop["fields"]}
    assert asked["title"] is asked["body"] is asked["publish_on"] is True
    assert asked["author"] == asked["sources"] == "duplicate"


def test_a_new_translation_waits_as_a_new_page_does(bilingual):
    checks = PageCheck(bilingual.root, TODAY)
    asked = {"title": "Palabras nuevas", "body": "Unas palabras."}
    place = {"name": OPEN, "language": "es"}
    assert "publish_on" in checks.check(place, asked).added
    assert checks.check(place | {"name": TRANSLATED}, asked).added == {}


@pytest.mark.parametrize("language", ["fr", "../..", "es/.."])
def test_a_language_that_is_not_listed_is_refused(bilingual, language):
    with pytest.raises(NoPageError):
        PageCheck(bilingual.root, TODAY).check({"name": PAGE, "language": language}, {})


@pytest.fixture
def opened(bilingual, browser):
    """The editor with the three pages in the browser's own folder, and a way to open one."""
    with serving(bilingual.root) as port, browser.new_context() as context:
        page = context.new_page()
        page.set_viewport_size({"width": 1300, "height": 900})
        page.add_init_script(PICK)
        page.goto(f"http://127.0.0.1:{port}/")
        for name in (TRANSLATED, OPEN, f"es/{TRANSLATED}"):
            path = f"content/{name}"
            page.evaluate(SEED, [path, (bilingual.root / path).read_text("utf-8")])
        page.get_by_role("button", name="Local").click()
        yield page


def front(root, name):
    return yaml_source.load(split_front((root / "content" / name).read_text("utf-8"))[0], name).data


def errors(root):
    """What would stop a build, in the pages: the catalog is not there to be saved."""
    found = [one for one in check_site(root, today=TODAY) if one.severity == "error"]
    return [str(one) for one in found if one.path.suffix == ".md"]


def test_a_page_and_its_translation_are_written_side_by_side(bilingual, opened):
    page, root = opened, bilingual.root
    before = (root / "content" / TRANSLATED).read_text("utf-8").replace("sources: \n", "sources:\n")
    page.get_by_text("Old words").click()
    english, spanish = (
        page.locator(f"[data-locale={one}] textarea.page-text") for one in LANGUAGES
    )
    expect(english).to_have_value(re.compile("Some words"))
    expect(spanish).to_have_value(re.compile("Unas palabras"))
    spanish.fill("# Palabras viejas\n\nOtras palabras. [@hours]")
    expect(page.locator("[data-locale=es] .page-issues")).to_have_text("Nothing to fix.")
    page.get_by_role("button", name="Save").click()
    page.evaluate(READ_WITH, [f"content/es/{TRANSLATED}", "Otras"])
    copy_back(page, root)
    assert (root / "content" / TRANSLATED).read_text("utf-8") == before
    assert front(root, f"es/{TRANSLATED}")["sources"] == ["hours"]
    assert errors(root) == []


def test_a_page_without_translation_gets_one(bilingual, opened):
    page, root = opened, bilingual.root
    page.get_by_text("New words").click()
    page.get_by_role("button", name=re.compile("Enable .*Spanish")).click()
    spanish = page.locator(".pane[data-locale=es]")
    spanish.get_by_role("textbox", name="Title").fill("Palabras nuevas")
    spanish.get_by_role("textbox", name="Description").fill(DESCRIPTION)
    spanish.locator("textarea.page-text").fill("Unas palabras nuevas.")
    page.get_by_role("button", name="Save").click()
    page.evaluate(READ_WITH, [f"content/es/{OPEN}", "palabras nuevas"])
    copy_back(page, root)
    saved = front(root, f"es/{OPEN}")
    assert saved["author"] == front(root, OPEN)["author"]
    assert saved["tags"] == ["work"]
    assert saved["publish_on"] > str(TODAY)
    assert "# Palabras nuevas\n\nUnas palabras" in (root / f"content/es/{OPEN}").read_text("utf-8")
    assert "translationKey" not in saved
    assert errors(root) == []
