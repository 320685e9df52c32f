"""How the site is made: plain functions over paths, called by `site_config/hooks.py`."""

from __future__ import annotations

import sys
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pathspec.gitignore import GitIgnoreSpec

from site_config.core.files import visible
from site_config.pipeline import build_lock, center_pages, publish
from site_config.settings.center import Center

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

    from site_config.pipeline.build import Site

# What our modules and every page are made of; the text of one article is not among it.
MADE_OF = (
    "mkdocs.yml",
    "site_config/**/*.py",
    "site_config/**/*.html",
    "site_config/*.yml",
    "checker/*.*",
    "content/_data/*",
)
_state: dict[Path, Any] = {}
_last: dict[str, Any] = {}
"""The build that runs: its configuration and its site."""


def start(config: MkDocsConfig, *, serving: bool) -> Site:
    """Prepare the site around `mkdocs.yml`, with our own modules loaded afresh.

    Pages whose day has not come are drafts: a writer sees them while serving, no build has them.

    Afresh when one of them or their data changed, because `make serve` builds many times in one
    process: a changed rule, word or function has to show at the next build.

    Raises:
        PluginError: not serving, and a file has an error; the text lists every issue.
    """
    root = Path(config.config_file_path).parent
    build_lock.acquire(root)
    if serving:
        _read_anew(root, Path(config.site_dir))
    flow = import_module("site_config.pipeline.build")
    _last.clear()
    site: Site = flow.prepare(root, serving=serving)
    _last.update(config=config, site=site)
    config.update(site.settings)
    # Given to the extensions as they are: in Markdown they would be read again for each page.
    config.mdx_configs["abbr"] = {"glossary": site.globals["glossary"]}
    config.mdx_configs["site_config.rendering.citations"] = {"sources": site.globals["sources"]}
    center_pages.leave_out_empty(config, Center.model_validate(site.globals["center"]))
    hidden = GitIgnoreSpec.from_lines(f"/{page}" for page in site.hidden)
    config.draft_docs = config.draft_docs + hidden if config.draft_docs else hidden
    if not serving:
        publish.begin(config)
        schedule = import_module("site_config.pipeline.schedule")
        config.nav = schedule.prune_nav(config.nav, site.hidden)
    return site


def give_up(error: Exception) -> None:
    """After a failure: leave nothing half built, and say first what is wrong with the content.

    Raises:
        PluginError: the failure was not ours to begin with, and there is an error.
    """
    if "config" in _last:
        publish.abandon(_last.pop("config"))
    build_lock.release()
    site = _last.pop("site", None)
    if site and site.aside:
        site.aside.close()
    publish.stop_if_disk_full(error)
    if site:
        site.give_up(error)


def _read_anew(root: Path, site: Path) -> None:
    first = not _state
    if _has_changed(root):
        if not first:
            _forget_our_modules()
        _build_every_page_again(site)


def _has_changed(root: Path) -> bool:
    """Whether anything is different that more than one page is made of."""
    made_of = [p for part in MADE_OF for p in root.glob(part) if p.exists()]
    state: dict[Path, Any] = {path: path.stat().st_mtime_ns for path in made_of}
    # A page's title and place show in the navigation of all.
    state |= {path: _front_matter(path) for path in visible(root / "content", "*.md")}
    if state == _state:
        return False
    _state.clear()
    _state.update(state)
    return True


def _forget_our_modules() -> None:
    """Have them read anew; a package gives out what it holds even when the system forgot it."""
    for name in [n for n in sys.modules if n.startswith((f"{__name__}.", "checker"))]:
        del sys.modules[name]
        globals().pop(name.removeprefix(f"{__name__}."), None)


def _front_matter(page: Path) -> bytes:
    return page.read_bytes().partition(b"\n---")[0]


def _build_every_page_again(site: Path) -> None:
    """`make serve` builds a page again when it is newer than what was built of it."""
    for page in site.rglob("*.html"):
        page.unlink()
