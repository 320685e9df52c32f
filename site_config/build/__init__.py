"""How the site is made: plain functions over paths, called by `site_config/hooks.py`."""

from __future__ import annotations

import shutil
import sys
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

from mkdocs.utils import clean_directory
from pathspec.gitignore import GitIgnoreSpec

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

    from site_config.build.flow import Site

# What our modules and every page are made of; the text of one article is not among it.
MADE_OF = (
    "mkdocs.yml",
    "site_config/**/*.py",
    "site_config/**/*.html",
    "site_config/*.yml",
    "checker/*.*",
    "content/_data/*",
)
NEW = ".new"
_state: dict[Path, Any] = {}


def start(config: MkDocsConfig, *, serving: bool) -> Site:
    """Prepare the site around `mkdocs.yml`, with our own modules loaded afresh.

    Pages whose day has not come are drafts: a writer sees them while serving, no build has them.

    Afresh when one of them or their data changed, because `make serve` builds many times in one
    process: a changed rule, word or function has to show at the next build.

    Raises:
        PluginError: not serving, and a file has an error; the text lists every fault.

    Built is beside `site_dir`, in a folder with `NEW` at its end, until `publish`: a build that
    stops leaves the last good site as it was.
    """
    root = Path(config.config_file_path).parent
    first = not _state
    if _has_changed(root):
        if not first:
            _forget_our_modules()
        if serving:
            _build_every_page_again(Path(config.site_dir))
    flow = import_module("site_config.build.flow")
    site: Site = flow.prepare(root, serving=serving)
    config.update(site.settings)
    # Given to the extensions as they are: in Markdown they would be read again for each page.
    config.mdx_configs["abbr"] = {"glossary": site.globals["glossary"]}
    config.mdx_configs["site_config.build.references"] = {"sources": site.globals["sources"]}
    hidden = GitIgnoreSpec.from_lines(f"/{page}" for page in site.hidden)
    config.draft_docs = config.draft_docs + hidden if config.draft_docs else hidden
    if not serving:
        config.site_dir += NEW
        schedule = import_module("site_config.build.schedule")
        config.nav = schedule.prune_nav(config.nav, site.hidden)
    return site


def publish(config: MkDocsConfig) -> None:
    """Put the finished site in the place of the last one."""
    built, site = Path(config.site_dir), Path(config.site_dir.removesuffix(NEW))
    if built == site:
        return
    clean_directory(str(site))  # MkDocs's own: a folder such as .git stays
    site.mkdir(parents=True, exist_ok=True)
    for part in built.iterdir():
        if part.is_dir() and (site / part.name).exists():
            shutil.copytree(part, site / part.name, dirs_exist_ok=True)
        else:
            shutil.move(part, site / part.name)
    shutil.rmtree(built)
    config.site_dir = str(site)


def give_up(config: MkDocsConfig) -> None:
    """Take away what a failed build made: it may lack its policy."""
    if config.site_dir.endswith(NEW):
        shutil.rmtree(config.site_dir, ignore_errors=True)


def _has_changed(root: Path) -> bool:
    """Whether anything is different that more than one page is made of."""
    made_of = [path for part in MADE_OF for path in root.glob(part)]
    state: dict[Path, Any] = {path: path.stat().st_mtime_ns for path in made_of}
    # A page's title and place show in the navigation of all.
    state |= {path: _front_matter(path) for path in (root / "content").rglob("*.md")}
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
