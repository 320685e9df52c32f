"""One build: what MkDocs takes from us at each of its events."""

from __future__ import annotations

import shutil
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from mkdocs.exceptions import PluginError

from site_config import discovery
from site_config.core import compression
from site_config.core.issue_report import issues_box, site_issues_box
from site_config.hosting import headers
from site_config.pipeline import (
    build_lock,
    comments,
    edition_files,
    edition_menu,
    editions,
    page_cache,
    publish,
    switch,
    theme_assets,
)
from site_config.pipeline.collector import Collector, log_issues
from site_config.questionnaire import check_as_fhir
from site_config.rendering import (
    moved_pages,
    pictures,
    placeholders,
    state_facts,
    translated_templates,
)
from site_config.security import sbom
from site_config.settings import languages
from site_config.translation import catalog, center_words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from jinja2 import Environment
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files
    from mkdocs.structure.pages import Page

    from site_config.core.issues import Issue
    from site_config.pipeline.background import Background
    from site_config.pipeline.editions import Edition

COPIED_ASSETS = {
    ".cache/runtime": "runtime",
    "checker/browser": "assets/selfcheck",
    "node_modules/minisearch/dist/es": "assets/js/minisearch/dist/es",
}
SKIPPED = shutil.ignore_patterns(
    "worker.js",  # the runtime bundles it
    "SearchableMap.*",  # index.js holds it, too
    "*.d.ts",
    "*.map",
    ".*",
)


@dataclass(frozen=True)
class Site:
    """One build: what MkDocs takes from us.

    `globals` go into the templates, `marks` into pages that name them; `issues` are shown while
    serving; `background` is the process that works beside a build, None while serving; `pages`
    are those of the site by their files' names, once MkDocs has read them.
    """

    root: Path
    config: MkDocsConfig
    globals: dict[str, Any]
    marks: dict[str, str]
    issues: tuple[Issue, ...]
    background: Background | None
    pages: dict[str, Page] = field(default_factory=dict)
    editions: tuple[Edition, ...] = ()
    now: dict[str, Edition | None] = field(default_factory=dict)
    """Under "edition", the language of the page that is made at this moment; None is English."""

    def on_page_markdown(self, markdown: str, *, page: Page, files: Files) -> str:
        """Return a page's Markdown with its marks replaced, below the issues to fix."""
        edition = self._enter(page.file.src_uri)
        facts, marks, gettext = self.globals["state_facts"], self.marks, self._gettext
        if edition:
            facts, marks = edition.globals["state_facts"], edition.marks
            markdown = editions.with_assets(markdown, page.file.src_uri, files)
        if self.editions:
            editions.use_in_markdown(self.config, edition, self.globals)
        text = state_facts.expand(markdown, facts)
        text = placeholders.expand(text, marks, self.globals["sources"], gettext)
        return text if self.background else self._box(page.file.src_uri) + text

    def on_files(self, files: Files, *, config: MkDocsConfig) -> None:
        """Have photos published in a phone's sizes, and a page at each earlier address."""
        for edition in self.editions:
            editions.add_pages(edition, files, config, serving=self.background is None)
        pictures.publish(files, config)
        moved_pages.publish(files, config)

    def on_nav(self, files: Files, *, config: MkDocsConfig) -> None:
        """Make the menu of each other language."""
        for edition in self.editions:
            edition.nav = edition_menu.navigation(edition, files, config)

    def on_page_context(self, context: dict[str, Any], *, page: Page) -> None:
        """Give a page's template the data, menu and words of its language."""
        edition = self._enter(page.file.src_uri)
        context["quick_exit"] = self._shows_exit(page, edition)
        if edition:
            context.update(edition.globals, nav=edition.nav)
        if self.editions:
            context["other_languages"] = switch.links(page, self.editions, edition)

    def _shows_exit(self, page: Page, edition: Edition | None) -> bool:
        """Whether the page, or the English page it is translated from, asks for the button."""
        name = page.file.src_uri
        english = languages.in_english(name, edition.language) if edition else name
        shown = (page, self.pages.get(name), self.pages.get(english))
        return any(one is not None and one.meta.get("quick_exit") is True for one in shown)

    def _page_of(self, edition: Edition) -> dict[str, Page]:
        """The pages of a language by their names in English."""
        return {
            languages.in_english(name, edition.language): page
            for name, page in self.pages.items()
            if name.startswith(f"{edition.language}/")
        }

    def _enter(self, name: str) -> Edition | None:
        """Return the edition of the page `name`, whose words are spoken from now on."""
        found = (e for e in self.editions if name.startswith(f"{e.language}/"))
        self.now["edition"] = next(found, None)
        return self.now["edition"]

    def _gettext(self, text: str) -> str:
        edition = self.now.get("edition")
        return edition.catalog.gettext(text) if edition else text

    def _as_html(self, text: str) -> str:
        edition = self.now.get("edition")
        return center_words.as_html(edition.catalog if edition else catalog.ENGLISH, text)

    def _language(self) -> str:
        edition = self.now.get("edition")
        return edition.language if edition else languages.SOURCE

    def on_page_content(self, html: str) -> str:
        """Return a page's HTML with the sizes of its photos."""
        return pictures.responsive(html)

    def stop_at_issues(self, others: Iterable[Issue] = ()) -> None:
        """Wait for the check of all content, and say what it, the other steps and `others` found.

        Raises:
            PluginError: there is an error; its text lists every issue.
        """
        found = self.background.issues() if self.background else []
        log_issues(sorted({*self.issues, *found, *others}), serving=self.background is None)

    def on_env(self, env: Environment, *, files: Files) -> None:
        """Add template globals and enable the bytecode cache."""
        env.globals.update(self.globals)
        translated_templates.install(env, self._gettext, self._language, self._as_html)
        env.bytecode_cache = translated_templates.kept_compiled(self.root)
        for file in files.documentation_pages():
            if file.page:
                self.pages[file.src_uri] = file.page
        page_cache.restore(self.pages.values())
        env.globals["page_of"] = self.pages
        for edition in self.editions:
            self.now["edition"] = edition
            edition.globals["page_of"] = self._page_of(edition)
            context = {**edition.globals, "nav": edition.nav}
            edition_files.write_not_found(edition, env, context, files, self.config)
        self.now["edition"] = None

    def on_post_page(self, html: str) -> None:
        """Have the background process parse a rendered page."""
        if self.background:
            self.background.parse(html)

    def on_build_error(self, error: Exception) -> None:
        """Leave nothing half built, and say first what is wrong with the content.

        Raises:
            PluginError: the failure was not ours to begin with, and there is an error.
        """
        publish.abandon(self.config)
        build_lock.release()
        if self.background:
            self.background.close()
        publish.stop_if_disk_full(error)
        if self.background and not isinstance(error, PluginError):
            self.stop_at_issues()

    def on_post_build(self, config: MkDocsConfig) -> None:
        """Add the runtime, the browser modules and the center's colors to the pages.

        What only a published site has comes last, and is left out while serving.

        Raises:
            PluginError: there is an error; the last good site stays.
        """
        target = Path(config.site_dir)
        for source, name in COPIED_ASSETS.items():
            if (self.root / source).is_dir():
                shutil.copytree(
                    self.root / source, target / name, dirs_exist_ok=True, ignore=SKIPPED
                )
        edition_files.split_search_index(target, self.editions)
        if css := self.globals["center_css"]:
            (target / "assets/css/center.css").write_text(css, "utf-8")
        if self.background:
            self._finish(target, self.background)
        publish.replace(config)
        if (
            self.background is None
        ):  # a build keeps others out until it ends: MkDocs may still stop it
            build_lock.release()

    def _finish(self, target: Path, worker: Background) -> None:
        """Add sitemap and feeds, the security policy, the SBOM and compressed copies; cut comments.

        The policy would stop the script that reloads while serving. The check of all content is
        waited for last: until it ends, this process has work, and nothing is public before it does.
        """
        steps = Collector()
        pages = [*self.pages.values()]
        entries = edition_files.english_entries(pages, self.editions)
        others = [*edition_files.translations(pages, self.editions)]
        steps.run(None, discovery.write, target, self.root, entries, self.globals, others)
        if self.globals["selfcheck_form"]:
            check_as_fhir.write(target, self.root)
        theme_assets.prune(target)
        comments.strip(target / "assets")
        steps.run(None, headers.apply_policy, target, self.root, self._base(), worker.facts())
        sbom.write(target, self.root)
        compression.compress_pages(target)
        self.stop_at_issues(steps.issues)
        worker.close()

    def _base(self) -> str:
        """Where the site stands on its host: "/", or "/name/" for https://example.org/name/."""
        return urlsplit(self.globals["center"].site_url or "").path or "/"

    def _box(self, page: str) -> str:
        """The issues of this page, and those of files that are no page at all."""
        own = [f for f in self.issues if f.path == Path("content", page)]
        data = [f for f in self.issues if f.severity == "error" and f.path.suffix != ".md"]
        return site_issues_box(data) + issues_box(own)
