"""Before MkDocs reads a page: loads and checks all data, packages the runtime, renders the form."""

from __future__ import annotations

import datetime as dt
import json
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from markupsafe import Markup
from mkdocs.exceptions import PluginError
from pathspec.gitignore import GitIgnoreSpec

from site_config import discovery
from site_config.browser_runtime import package
from site_config.core.issues import Issue, IssuesFound
from site_config.discovery.center_data import center_data, clock, long_day, opening_lines
from site_config.linter.remembered import Remembered
from site_config.pipeline import (
    background,
    build_lock,
    center_pages,
    dev_reload,
    editions,
    leftovers,
    publish,
    schedule,
    serve,
)
from site_config.pipeline.build import Site
from site_config.pipeline.collector import Collector, log_issues
from site_config.questionnaire import compiler
from site_config.rendering import placeholders, selfcheck_form
from site_config.security import privacy_promises
from site_config.settings import brand_colors, calendar, center, languages, shared_data
from site_config.settings.center_profile import without_past
from site_config.translation import engine_words

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

    from site_config.pipeline.editions import Edition

DATA = "checker/data.json"
_remembered = Remembered()
"""While serving: of the rebuild before."""


def site_for(config: MkDocsConfig, *, serving: bool) -> Site:
    """Return the site that is built with `config`, which gets its name, address and hidden pages.

    Pages whose day has not come are drafts: a writer sees them while serving, no build has them.

    Raises:
        PluginError: not serving, and a file has an error; the text lists every issue.
    """
    root = Path(config.config_file_path).parent
    build_lock.acquire(root)
    try:
        return _site_for(root, config, serving=serving)
    except Exception:
        build_lock.release()
        raise


def _site_for(root: Path, config: MkDocsConfig, *, serving: bool) -> Site:
    if serving:
        serve.quiet_dirty_warning()
        dev_reload.rebuild_all_if_shared_inputs_changed(root, Path(config.site_dir))
    site = prepare(root, config, serving=serving)
    _configure(config, site, serving=serving)
    waiting = schedule.unpublished(root, site.globals["now"])
    hidden = frozenset(waiting | schedule.held_back(root, waiting))
    ignored = GitIgnoreSpec.from_lines(f"/{page}" for page in hidden)
    config.draft_docs = config.draft_docs + ignored if config.draft_docs else ignored
    if not serving:
        publish.begin(config)
        config.nav = schedule.prune_nav(config.nav, hidden)
    return site


def _configure(config: MkDocsConfig, site: Site, *, serving: bool) -> None:
    """Set what `center.yml` decides; hand over data that each page needs, read once."""
    facts = site.globals["center"]
    config.site_name = facts.name
    if facts.site_url and not serving:
        config.site_url = facts.site_url
    out = GitIgnoreSpec.from_lines(languages.left_out(site.root / "content", facts.languages))
    config.exclude_docs = config.exclude_docs + out if config.exclude_docs else out
    center_pages.leave_out_empty(config, facts)
    config.mdx_configs["abbr"] = {"glossary": site.globals["glossary"]}
    config.mdx_configs["site_config.rendering.citations"] = {"sources": site.globals["sources"]}


def prepare(root: Path, config: MkDocsConfig, *, serving: bool) -> Site:
    """Check and make all that the pages need.

    While serving, issues are shown on the pages and the last good data stay in use, so that
    a writer keeps a page to look at.

    Raises:
        PluginError: not serving, and there is an error; its text lists every issue.
    """
    worker = None if serving else background.Background(root)
    try:
        return _prepare(root, config, worker)
    except PluginError:
        raise
    except Exception:  # malformed data; the linter reports the exact file
        log_issues(worker.issues() if worker else background.lint(root), serving=False)
        raise


def _prepare(root: Path, config: MkDocsConfig, worker: background.Background | None) -> Site:
    steps = Collector()
    found = _shared_data(root, steps)
    steps.run(None, leftovers.check, root)
    steps.issues |= set(steps.run([], compiler.compile_data, root))
    if worker is None:
        steps.issues |= set(background.lint(root, _remembered))
    elif found["center"] is not center.DEFAULT:
        steps.issues |= set(discovery.address_missing(found["center"]))
    engine_words.write(root, found["center"].languages[1:])
    found |= _self_check(root, found, steps)
    marks, other = _marks(root, found, steps), _editions(root, found, steps)
    site = Site(root, config, found, marks, tuple(steps.sorted()), worker, editions=other)
    if worker is None or any(issue.severity == "error" for issue in site.issues):
        site.stop_at_issues()
    return site


def _shared_data(root: Path, steps: Collector) -> dict[str, Any]:
    found: dict[str, Any] = {
        "center": steps.run(center.DEFAULT, center.load, root),
        "crisis_lines": steps.run([], shared_data.crisis_lines, root),
        "helpful_pages": steps.run([], shared_data.helpful_pages, root),
        "search_words": steps.run({}, shared_data.search_words, root),
        "people": steps.run({"reviewer": None, "authors": {}}, shared_data.people, root),
        "sources": steps.run({}, shared_data.sources, root),
        "glossary": steps.run({}, shared_data.glossary, root),
        "promises": steps.run("", privacy_promises.table, root),
    }
    now = dt.datetime.now(dt.UTC).replace(tzinfo=None)
    found["now"] = steps.run(now, calendar.now, found["center"].time_zone)
    found["today"] = found["now"].date()
    found["center"] = without_past(found["center"], found["today"])
    found |= {one.__name__: one for one in (center_data, clock, long_day, opening_lines)}
    found["state_facts"] = steps.run({}, shared_data.state_facts, root, found["center"])
    found["center_css"] = steps.run("", brand_colors.write_colors, found["center"], root)
    return found


def _self_check(root: Path, found: dict[str, Any], steps: Collector) -> dict[str, Any]:
    """The form and the runtime's manifest, made from the last good data."""
    if not (root / DATA).exists():
        return {"selfcheck_form": Markup(""), "runtime_manifest": {}}
    data = json.loads((root / DATA).read_text("utf-8"))
    form = selfcheck_form.form_html(
        data,
        found["crisis_lines"],
        found["center"],
        found["helpful_pages"],
        editions.speak(root, found, languages.SOURCE, found["state_facts"]),
    )
    return {
        "selfcheck_form": Markup(form),  # noqa: S704 (made by us, from checked data)
        "runtime_manifest": steps.run({}, package.package, root),
    }


def _editions(root: Path, found: dict[str, Any], steps: Collector) -> tuple[Edition, ...]:
    """The other languages that the center lists."""
    file = root / DATA
    data = json.loads(file.read_text("utf-8")) if file.exists() else None
    made = (
        steps.run(None, editions.prepare, root, language, found, data)
        for language in found["center"].languages[1:]
    )
    return tuple(filter(None, made))


def _marks(root: Path, found: dict[str, Any], steps: Collector) -> dict[str, str]:
    """What writers may put into a page as `<!-- name -->`."""
    has_data = (root / DATA).exists()
    rules = placeholders.as_cards(steps.run("", _decision_table, root)) if has_data else ""
    return {
        "rules": placeholders.fold(rules, placeholders.FOR_CLINICIANS),
        "crisis-lines": placeholders.crisis_list(found["crisis_lines"]),
        "treatment-lines": placeholders.treatment_list(found["crisis_lines"]),
        "promises": found["promises"],
    }


def _decision_table(root: Path) -> str:
    """`python -m checker rules`: a new process, because the engine reads its data on import.

    Raises:
        IssuesFound: the engine can't be loaded, as when an outcome has no function.
    """
    command = [sys.executable, "-m", "checker", "rules"]
    done = subprocess.run(command, cwd=root, capture_output=True, text=True, check=False)
    if done.returncode:
        said = done.stderr.strip().splitlines()[-1:] or ["it says nothing"]
        fix = (
            "Fix what the error names. "
            "Each outcome in ids.py needs a function in _ROW_FUNCTIONS in rules.py"
        )
        message = f"The engine can't list its rules: {said[0]}"
        raise IssuesFound([Issue(Path("checker/rules.py"), 1, message, fix)])
    return done.stdout
