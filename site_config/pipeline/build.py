"""One build: what MkDocs takes from us at each of its events."""

from __future__ import annotations

import shutil
from dataclasses import dataclass, field
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from jinja2 import FileSystemBytecodeCache
from mkdocs.exceptions import PluginError

from site_config import discovery
from site_config.core import compression
from site_config.core.issue_report import issues_box
from site_config.discovery.page_entry import entry_of, in_order
from site_config.hosting import headers
from site_config.pipeline import background, build_lock, page_cache, publish, theme_assets
from site_config.pipeline.collector import Collector, report
from site_config.rendering import moved_pages, pictures, placeholders, state_facts, translated_templates
from site_config.security import sbom

if TYPE_CHECKING:
    from jinja2 import Environment
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files
    from mkdocs.structure.pages import Page

    from site_config.core.issues import Issue

COPIED_ASSETS = {".cache/runtime": "runtime", "checker/browser": "assets/selfcheck"}
SKIPPED = shutil.ignore_patterns("worker.js", "*.d.ts", ".*")  # the runtime bundles the worker


@dataclass(frozen=True)
class Site:
    """One build: what MkDocs takes from us.

    `globals` go into the templates, `marks` into pages that name them; `issues` are shown while
    serving; `background` is the process that works beside a build, None while serving; `pages`
    are those of the site, once MkDocs has read them.
    """

    root: Path
    config: MkDocsConfig
    globals: dict[str, Any]
    marks: dict[str, str]
    issues: tuple[Issue, ...]
    background: background.Background | None
    pages: list[Page] = field(default_factory=list)

    def on_page_markdown(self, markdown: str, *, page: Page) -> str:
        """Return a page's Markdown with its marks replaced, below the issues to fix."""
        text = state_facts.expand(markdown, self.globals["state_facts"])
        text = placeholders.expand(text, self.marks, self.globals["sources"])
        return text if self.background else self._box(page.file.src_uri) + text

    def on_files(self, files: Files, *, config: MkDocsConfig) -> None:
        """Have photos published in a phone's sizes, and a page at each earlier address."""
        pictures.publish(files, config)
        moved_pages.publish(files, config)

    def on_page_content(self, html: str) -> str:
        """Return a page's HTML with the sizes of its photos."""
        return pictures.responsive(html)

    def stop_at_issues(self) -> None:
        """Wait for the check of all content, and say what it and the other steps found.

        Raises:
            PluginError: there is an error; its text lists every issue.
        """
        found = self.background.issues() if self.background else []
        report(sorted({*self.issues, *found}), serving=self.background is None)

    def on_env(self, env: Environment, *, files: Files) -> None:
        """Add template globals and enable the bytecode cache.

        Raises:
            PluginError: there is an error in what the pages are made of; nothing is written yet.
        """
        if self.background:
            self.stop_at_issues()
        env.globals.update(self.globals)
        translated_templates.install(env, str)
        compiled = self.root / ".cache/templates"
        compiled.mkdir(parents=True, exist_ok=True)
        env.bytecode_cache = FileSystemBytecodeCache(str(compiled))
        self.pages.extend(file.page for file in files.documentation_pages() if file.page)
        page_cache.restore(self.pages)
        env.globals["page_of"] = {page.file.src_uri: page for page in self.pages}

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

        Then sitemap and feeds, the security policy, the SBOM and compressed copies; none of them
        while serving, where the policy would stop the script that reloads.
        """
        target = Path(config.site_dir)
        for source, name in COPIED_ASSETS.items():
            if (self.root / source).is_dir():
                shutil.copytree(
                    self.root / source, target / name, dirs_exist_ok=True, ignore=SKIPPED
                )
        if css := self.globals["center_css"]:
            (target / "assets/css/center.css").write_text(css, "utf-8")
        if self.background:
            steps = Collector()
            entries = [entry_of(page) for page in in_order(self.pages)]
            steps.run(None, discovery.write, target, self.root, entries, self.globals)
            theme_assets.prune(target, self.globals["center"].language)
            looks = self.background.looks()
            steps.run(None, headers.apply_policy, target, self.root, self._base(), looks)
            self.background.close()
            report(steps.sorted(), serving=False)
            sbom.write(target, self.root)
            compression.compress_pages(target)
        publish.replace(config)
        if (
            self.background is None
        ):  # a build keeps others out until it ends: MkDocs may still stop it
            build_lock.release()

    def _base(self) -> str:
        """Where the site stands on its host: "/", or "/name/" for https://example.org/name/."""
        return urlsplit(self.globals["center"].site_url or "").path or "/"

    def _box(self, page: str) -> str:
        """The issues of this page, and those of files that are no page at all."""
        own = [f for f in self.issues if f.path == Path("content", page)]
        data = [f for f in self.issues if f.severity == "error" and f.path.suffix != ".md"]
        lines = "".join(f"<li>{escape(str(issue))}</li>" for issue in data)
        box = f'<div class="site-issues" role="alert"><ul>{lines}</ul></div>\n\n' if lines else ""
        return box + issues_box(own)
