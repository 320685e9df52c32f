"""How the site is made: plain functions over paths, called by `site_config/hooks.py`."""

from __future__ import annotations

import sys
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from pathspec.gitignore import GitIgnoreSpec

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

    from site_config.build.flow import Site

# What our modules hold once they are loaded; articles are not among it.
MADE_OF = ("site_config/**/*.py", "site_config/*.yml", "checker/*.*", "content/_data/*")
_state: dict[Path, int] = {}


def start(config: MkDocsConfig, *, serving: bool) -> Site:
    """Prepare the site around `mkdocs.yml`, with our own modules loaded afresh.

    Pages whose day has not come are drafts: a writer sees them while serving, no build has them.

    Afresh when one of them or their data changed, because `make serve` builds many times in one
    process: a changed rule, word or function has to show at the next build.

    Raises:
        PluginError: not serving, and a file has an error; the text lists every fault.
    """
    root = Path(config.config_file_path).parent
    _forget_what_changed(root)
    flow = import_module("site_config.build.flow")
    site: Site = flow.prepare(root, serving=serving)
    config.update(site.settings)
    hidden = GitIgnoreSpec.from_lines(f"/{page}" for page in site.hidden)
    config.draft_docs = config.draft_docs + hidden if config.draft_docs else hidden
    if not serving:
        schedule = import_module("site_config.build.schedule")
        config.nav = schedule.prune_nav(config.nav, site.hidden)
    return site


def _forget_what_changed(root: Path) -> None:
    """Drop our modules, and what they remember, unless all that they are made of is as it was."""
    made_of = [path for part in MADE_OF for path in root.glob(part)]
    state = {path: path.stat().st_mtime_ns for path in made_of}
    if state != _state:
        for name in [n for n in sys.modules if n.startswith(("site_config.build.", "checker"))]:
            del sys.modules[name]
        _state.clear()
        _state.update(state)
