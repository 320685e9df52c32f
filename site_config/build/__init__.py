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


def start(config: MkDocsConfig, *, serving: bool) -> Site:
    """Prepare the site around `mkdocs.yml`, with our own modules loaded afresh.

    Pages whose day has not come are drafts: a writer sees them while serving, no build has them.

    Afresh, because `make serve` builds many times in one process: a changed rule, word or
    function has to show at the next build.

    Raises:
        PluginError: not serving, and a file has an error; the text lists every fault.
    """
    for name in [n for n in sys.modules if n.startswith(("site_config.build.", "checker"))]:
        del sys.modules[name]
    flow = import_module("site_config.build.flow")
    site: Site = flow.prepare(Path(config.config_file_path).parent, serving=serving)
    config.update(site.settings)
    hidden = GitIgnoreSpec.from_lines(f"/{page}" for page in site.hidden)
    config.draft_docs = config.draft_docs + hidden if config.draft_docs else hidden
    if not serving:
        schedule = import_module("site_config.build.schedule")
        config.nav = schedule.prune_nav(config.nav, site.hidden)
    return site
