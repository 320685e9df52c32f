"""Someone who writes in the editor, on a small site."""

from __future__ import annotations

from contextlib import contextmanager

from playwright.sync_api import expect

from site_config.core import yaml_source
from site_config.settings import calendar
from tests.authoring.editor_in_browser import PICK, SEED, copy_back, serving
from tests.small_site import ROOT, SmallSite

DESCRIPTION = "What the page {} answers, in a sentence that is long enough for a search result."
MENU = "nav:\n- help.md\n- understand/page.md\n- Start:\n    - start/index.md\n"
FACTS = """\
state: California
facts:
- {id: leave, text: You have a right to leave work., source: hours, as_of: 2026-11-23, evidence: A}
"""
PEOPLE = """\
reviewer: {name: Ada Reed, credential: LCSW}
authors: {editorial: {name: Editorial team}}
"""
DRAWING = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><path d="M0 0h9v9z"/></svg>'


class Writer:
    """Someone who writes pages in the editor's forms."""

    def __init__(self, page, small, port):
        self.page = page
        self.small = small
        self.home = f"http://127.0.0.1:{port}/"
        self.count = 0

    def start(self, body="Some words stand here."):
        """Open an empty form, give it a title and a description, and write `body`."""
        self.count += 1
        self.title = f"Page number {self.count}"
        if (message := self.page.locator("output.page-message")).count():
            message.get_by_role("button", name="Close").click()
        self.page.goto(f"{self.home}#/collections/start/new")
        self.page.get_by_role("textbox", name="Title").fill(self.title)
        self.page.get_by_role("textbox", name="Description").fill(DESCRIPTION.format(self.count))
        self.page.locator("textarea.page-text").fill(body)
        return self

    def select(self, words):
        """Select `words` in the text; "" puts the cursor at its end."""
        self.page.locator("textarea.page-text").evaluate(
            """(field, words) => {
              const start = words ? field.value.indexOf(words) : field.value.length;
              field.focus();
              field.setSelectionRange(start, start + words.length);
            }""",
            words,
        )
        return self

    def press(self, name):
        toolbar = self.page.get_by_role("toolbar", name="Write into the text")
        toolbar.get_by_role("button", name=name, exact=True).click()
        return self

    @property
    def dialog(self):
        return self.page.locator("dialog.page-dialog")

    def insert(self):
        self.dialog.get_by_role("button", name="Insert").click()
        return self

    def save(self):
        """Save the page; return its file's fields and text, as they are on the disk."""
        expect(self.page.locator(".page-issues")).not_to_contain_text("Fix this")
        self.page.get_by_role("button", name="Save").click()
        expect(self.page.locator("output.page-message")).to_contain_text("in the menu")
        copy_back(self.page, self.small.root)
        name = f"start/page-number-{self.count}.md"
        file = self.small.root / "content" / name
        _, front, body = file.read_text("utf-8").split("---\n", 2)
        today = calendar.today_at(self.small.root)  # as in the form
        issues = self.small.issues(f"content/{name}", today=today)
        self.found = [issue for issue in issues if issue.severity == "error"]
        return yaml_source.load(front, file).data, body.strip().removeprefix(
            f"# {self.title}"
        ).strip()


@contextmanager
def writing(browser, folder):
    """A writer at the editor of a small site that is made in `folder`."""
    small = SmallSite(folder)
    (small.root / "node_modules").symlink_to(ROOT / "node_modules", target_is_directory=True)
    small.write("mkdocs.yml", MENU)
    small.write("content/_data/people.yml", PEOPLE)
    small.write("content/_data/states/california.yml", FACTS)
    small.write("site_config/center.yml", "name: Some Center\nregion: California\n")
    small.write("content/assets/pictures/chairs.svg", DRAWING)
    small.page("Start here.", name="start/index.md", title="Starting")
    with serving(small.root) as port, browser.new_context() as context:
        page = context.new_page()
        page.set_viewport_size({"width": 1280, "height": 3000})  # it draws fields that are in view
        page.add_init_script(PICK)

        def on_disk_first(route):
            copy_back(page, small.root)  # in a folder of the disk the page would be there by now
            route.continue_()

        page.route("**/menu", on_disk_first)
        page.goto(f"http://127.0.0.1:{port}/")
        for file in [*small.root.glob("content/**/*.md"), *small.root.glob("content/**/*.svg")]:
            page.evaluate(SEED, [file.relative_to(small.root).as_posix(), file.read_text()])
        page.get_by_role("button", name="Local").click()
        expect(page.get_by_text("Start", exact=True).first).to_be_visible()
        yield Writer(page, small, port)
