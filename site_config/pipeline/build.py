"""The build, step by step: data, checks, runtime, form; then what is laid beside the pages."""

from __future__ import annotations

import json
import logging
import shutil
from dataclasses import dataclass, field
from html import escape
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from jinja2 import FileSystemBytecodeCache
from markupsafe import Markup
from mkdocs.exceptions import PluginError

from site_config import discovery
from site_config.browser_runtime import package
from site_config.core import compression
from site_config.core.issue_report import issues_box
from site_config.core.issues import Issue, IssuesFound
from site_config.discovery.page_entry import entry_of, in_order
from site_config.pipeline import (
    background,
    page_cache,
    publish,
    schedule,
    search_index,
    theme_assets,
)
from site_config.questionnaire import compiler
from site_config.rendering import moved_pages, pictures, placeholders, selfcheck_form
from site_config.security import csp, privacy_promises, sbom
from site_config.settings import brand_colors, center, shared_data

if TYPE_CHECKING:
    from collections.abc import Callable

    from jinja2 import Environment
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files
    from mkdocs.structure.pages import Page

DATA = "checker/data.json"
COPIED_ASSETS = {".cache/runtime": "runtime", "checker/browser": "assets/selfcheck"}
SKIP = shutil.ignore_patterns("worker.js", "*.d.ts")  # the runtime bundles the worker

log = logging.getLogger("site_config")


@dataclass(frozen=True)
class Site:
    """One build: what MkDocs takes from us.

    `settings` go into its configuration, `globals` into the templates, `marks` into pages that
    name them; `hidden` are pages whose day has not come, and their pictures; `issues` are shown
    while serving; `aside` is the process that works beside a build; `pages` are those of the
    site, once MkDocs has read them.
    """

    root: Path
    serving: bool
    settings: dict[str, Any]
    globals: dict[str, Any]
    marks: dict[str, str]
    hidden: frozenset[str]
    issues: tuple[Issue, ...]
    aside: background.Aside | None
    pages: list[Page] = field(default_factory=list)

    def expand(self, markdown: str, *, page: Page, **_: object) -> str:
        """Return a page's Markdown with its marks replaced, below the issues to mend."""
        text = placeholders.expand(markdown, self.marks, self.globals["sources"])
        return self._box(page.file.src_uri) + text if self.serving else text

    def on_files(self, files: Files, *, config: MkDocsConfig) -> None:
        """Have photos published in a phone's sizes, and a page at each earlier address."""
        pictures.publish(files, config)
        moved_pages.publish(files, config)

    def on_page_content(self, html: str, **_: object) -> str:
        """Return a page's HTML with the sizes of its photos."""
        return pictures.responsive(html)

    def stop_at_issues(self) -> None:
        """Wait for the check of all content, and say what it and the other steps found.

        Raises:
            PluginError: there is an error; its text lists every issue.
        """
        found = self.aside.issues() if self.aside else []
        _report(tuple(sorted({*self.issues, *found})), serving=self.serving)

    def equip(self, env: Environment, *, config: MkDocsConfig, files: Files) -> None:
        """Give the templates what they name, and keep them compiled for the next build.

        Raises:
            PluginError: there is an error in what the pages are made of; nothing is written yet.
        """
        if self.aside:
            self.stop_at_issues()
            search_index.read_aside(config, self.aside)
        env.globals.update(self.globals)
        compiled = self.root / ".cache/templates"
        compiled.mkdir(parents=True, exist_ok=True)
        env.bytecode_cache = FileSystemBytecodeCache(str(compiled))
        self.pages.extend(file.page for file in files.documentation_pages() if file.page)
        page_cache.restore(self.pages)
        env.globals["page_of"] = {page.file.src_uri: page for page in self.pages}

    def built(self, html: str, **_: object) -> None:
        """Have a page read that MkDocs has built."""
        if self.aside:
            self.aside.read(html)

    def give_up(self, error: Exception) -> None:
        """End the process beside a build that failed; what we found wrong explains it best.

        Raises:
            PluginError: the failure was not ours to begin with, and there is an error.
        """
        if self.aside:
            self.aside.close()
            if not isinstance(error, PluginError):
                self.stop_at_issues()

    def finish(self, *, config: MkDocsConfig) -> None:
        """Lay the runtime, the browser modules and the center's colors beside the pages.

        Then the files for other machines, the policy, the bill of materials and compressed
        copies; none of them while serving, where the policy would stop the script that reloads.
        """
        target = Path(config.site_dir)
        for source, name in COPIED_ASSETS.items():
            if (self.root / source).is_dir():
                shutil.copytree(self.root / source, target / name, dirs_exist_ok=True, ignore=SKIP)
        if css := self.globals["center_css"]:
            (target / "assets/css/center.css").write_text(css, "utf-8")
        if self.aside:
            steps = _Collector()
            entries = [entry_of(page) for page in in_order(self.pages)]
            steps.run(None, discovery.write, target, self.root, entries, self.globals)
            theme_assets.prune(target, self.globals["center"]["language"])
            steps.run(None, csp.apply, target, self.root, self._base(), self.aside.looks())
            self.aside.close()
            _report(steps.sorted(), serving=False)
            sbom.write(target, self.root)
            compression.compress_pages(target)
        publish.replace(config)

    def _base(self) -> str:
        """Where the site stands on its host: "/", or "/name/" for https://example.org/name/."""
        return urlsplit(self.globals["center"]["site_url"] or "").path or "/"

    def _box(self, page: str) -> str:
        """The issues of this page, and those of files that are no page at all."""
        own = [f for f in self.issues if f.path == Path("content", page)]
        data = [f for f in self.issues if f.severity == "error" and f.path.suffix != ".md"]
        lines = "".join(f"<li>{escape(str(issue))}</li>" for issue in data)
        box = f'<div class="site-issues" role="alert"><ul>{lines}</ul></div>\n\n' if lines else ""
        return box + issues_box(own)


class _Collector:
    """Runs steps and keeps their issues, so that all of them are shown at once."""

    def __init__(self) -> None:
        self.issues: set[Issue] = set()

    def run(self, default: Any, step: Callable[..., Any], *args: Any) -> Any:  # noqa: ANN401
        try:
            return step(*args)
        except IssuesFound as caught:
            self.issues |= set(caught.issues)
            return default

    def sorted(self) -> tuple[Issue, ...]:
        return tuple(sorted(self.issues))


def prepare(root: Path, *, serving: bool) -> Site:
    """Check and make all that the pages need.

    While serving, issues are shown on the pages and the last good data stay in use, so that
    a writer keeps a page to look at.

    Raises:
        PluginError: not serving, and there is an error; its text lists every issue.
    """
    beside = None if serving else background.Aside(root)
    try:
        return _prepare(root, beside)
    except PluginError:
        raise
    except Exception:  # a file that has not the form it should have: the check says which
        _report(tuple(beside.issues() if beside else background.check(root)), serving=False)
        raise


def _prepare(root: Path, beside: background.Aside | None) -> Site:
    steps, serving = _Collector(), beside is None
    found: dict[str, Any] = {
        "center": steps.run(center.DEFAULT, center.load, root),
        "crisis_lines": steps.run([], shared_data.crisis_lines, root),
        "helpful_pages": steps.run([], shared_data.helpful_pages, root),
        "people": steps.run({"reviewer": None, "authors": {}}, shared_data.people, root),
        "sources": steps.run({}, shared_data.sources, root),
        "glossary": steps.run({}, shared_data.glossary, root),
        "promises": steps.run("", privacy_promises.table, root),
    }
    found["center_css"] = steps.run(
        "", brand_colors.write_colors, found["center"], root / center.NAME
    )
    steps.run(None, compiler.compile_data, root)
    if serving:
        steps.issues |= set(background.check(root))
    else:
        steps.issues |= set(steps.run([], discovery.address_missing, root, found["center"]))
    found |= _self_check(root, found, steps)
    waiting = schedule.unpublished(root)
    hidden = frozenset(waiting | schedule.held_back(root, waiting))
    settings = _settings(found["center"], serving=serving)
    marks = _marks(root, found)
    site = Site(root, serving, settings, found, marks, hidden, steps.sorted(), beside)
    if serving or any(issue.severity == "error" for issue in site.issues):
        site.stop_at_issues()
    return site


def _self_check(root: Path, found: dict[str, Any], steps: _Collector) -> dict[str, Any]:
    """The form and the runtime's manifest, made from the last good data."""
    if not (root / DATA).exists():
        return {"selfcheck_form": Markup(""), "runtime_manifest": {}}
    data = json.loads((root / DATA).read_text("utf-8"))
    form = selfcheck_form.form_html(
        data, found["crisis_lines"], found["center"], found["helpful_pages"]
    )
    return {
        "selfcheck_form": Markup(form),  # noqa: S704 (made by us, from checked data)
        "runtime_manifest": steps.run({}, package.package, root),
    }


def _marks(root: Path, found: dict[str, Any]) -> dict[str, str]:
    """What writers may put into a page as `<!-- name -->`."""
    # Imported here: the engine reads data.json, which the build has only now made.
    table = import_module("checker.decision_table") if (root / DATA).exists() else None
    rules = placeholders.as_cards(table.markdown()) if table else ""
    return {
        "rules": placeholders.fold(rules, placeholders.FOR_CLINICIANS),
        "crisis-lines": placeholders.crisis_list(found["crisis_lines"]),
        "treatment-lines": placeholders.treatment_list(found["crisis_lines"]),
        "promises": found["promises"],
    }


def _settings(facts: dict[str, Any], *, serving: bool) -> dict[str, Any]:
    settings = {"site_name": facts["name"]}
    if facts["site_url"] and not serving:
        settings["site_url"] = facts["site_url"]
    return settings


def _report(issues: tuple[Issue, ...], *, serving: bool) -> None:
    """Say every issue; stop the build at an error, unless someone is writing right now."""
    errors = [issue for issue in issues if issue.severity == "error"]
    for issue in issues:
        if serving or issue.severity == "warning":
            log.warning("%s: %s", issue.severity, issue)
    if errors and not serving:
        raise PluginError("\n".join(["The site cannot be built yet:", *map(str, errors)]))
