"""The site in another language: an edition of the same pages, built beside the English ones.

MkDocs builds all languages at once, from one folder: see docs/decisions/104-languages.md.
"""

from __future__ import annotations

import posixpath
import re
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from markupsafe import Markup
from mkdocs.structure.files import File, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from site_config.content_model.page import read_page
from site_config.discovery import center_data
from site_config.rendering import placeholders, selfcheck_form
from site_config.security import privacy_promises
from site_config.settings import languages
from site_config.translation import catalog, center_words, shared_words

if TYPE_CHECKING:
    from collections.abc import Mapping

    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files

    from site_config.settings.center import Center


LAYOUT = "site_config.rendering.page_layout"
CITATIONS = "site_config.rendering.citations"
RULES_PAGE = "about/this-check.md"

PUBLISHED = (InclusionLevel.INCLUDED, InclusionLevel.NOT_IN_NAV)
"""How MkDocs marks pages that are online, in the menu or not."""
_ASSET = re.compile(
    r"""(?P<before>\]\(|\]:\s|src="|href=")(?P<up>(?:\.\./)*)(?P<way>assets/[^)\s"]+)"""
)
_STUB = """\
---
title: {title}
not_translated: {source}
neutral: {neutral}
search:
  exclude: true
---

# {heading}

{words} [{link}]({way}){{ hreflang="en" lang="en" }}
"""


@dataclass
class Edition:
    """One language of the site: its catalog, and what replaces the English globals and marks."""

    catalog: catalog.Catalog
    globals: dict[str, Any] = field(default_factory=dict)
    marks: dict[str, str] = field(default_factory=dict)
    glossary: dict[str, str] = field(default_factory=dict)
    nav: Navigation = field(default_factory=lambda: Navigation([], []))
    stubs: set[str] = field(default_factory=set)
    """Addresses of pages that only lead to the English page."""
    stub_titles: dict[str, str] = field(default_factory=dict)
    """The files of those pages, and the English titles."""

    @property
    def language(self) -> str:
        """The code of the language."""
        return self.catalog.language

    def own(self, name: str) -> str:
        """Return the page or address of this language that `name` is in English."""
        return languages.in_language(name, self.language)


class TranslatedPage(Page):
    """A page below a language's folder, whose first page is a home page as well."""

    @property
    def is_homepage(self) -> bool:
        """Whether it is the first page of its language."""
        return bool(self.file.src_uri.partition("/")[2] == "index.md")


def prepare(
    root: Path,
    language: str,
    found: Mapping[str, Any],
    data: Any,  # noqa: ANN401 (checker/data.json, or None)
) -> Edition:
    """Return the edition in `language` of what `found` holds in English.

    What has no words in it stays English; the linter stops such a build.
    """
    words = catalog.read(root, language)
    gettext = words.gettext
    # The linter names what is wrong with them, also while serving.
    lines, _issues = shared_words.crisis_lines(root, language, found["crisis_lines"])
    pages, _issues = shared_words.helpful_pages(root, language)
    facts, _issues = shared_words.state_facts(root, language, found["center"], found["state_facts"])
    glossary, _issues = shared_words.glossary(root, language)
    searched, _issues = shared_words.search_words(root, language, found["search_words"])
    facts_of_center = _in_language(found["center"], words)
    spoken = speak(root, found, language, facts)
    shown = [(_address(page), said) for page, said in pages]
    form = (
        selfcheck_form.form_html(words.translated(data), lines, facts_of_center, shown, spoken)
        if data
        else ""
    )
    return Edition(
        words,
        {
            "language": language,
            "center": facts_of_center,
            "english_titles": set(),
            "crisis_lines": lines,
            "state_facts": facts,
            "selfcheck_form": Markup(form),  # noqa: S704 (made by us, from checked data)
            "search_words": searched,
            "opening_lines": partial(center_data.opening_lines, _=gettext, language=language),
            "clock": partial(center_data.clock, _=gettext),
            "long_day": partial(center_data.long_day, language=language),
        },
        {
            "rules": _rules(words),
            "crisis-lines": placeholders.crisis_list(lines, gettext),
            "treatment-lines": placeholders.treatment_list(lines, gettext),
            "promises": _promises(root, words),
        },
        glossary,
    )


def _in_language(facts: Center, words: catalog.Catalog) -> Center:
    """Return the center's facts as this language has them.

    That is the site to leave for, and a title for the self-check that has words in it.
    """
    own: dict[str, Any] = {"leave_url": facts.leave_urls.get(words.language, facts.leave_url)}
    if facts.selfcheck.title not in words.words:
        title = {"title": center_words.TAB_TITLE}
        own["selfcheck"] = facts.selfcheck.model_copy(update=title)
    return facts.model_copy(update=own)


def _address(page: str) -> str:
    return f"{page.removesuffix('.md').removesuffix('index').rstrip('/')}/"


def _rules(words: catalog.Catalog) -> str:
    """The rules' table is for those who check it; it stays in one language."""
    _ = words.gettext
    way = posixpath.relpath(RULES_PAGE, posixpath.join(words.language, "about"))
    said = _("The full list of rules, for the people who check them, is in English:")
    return f'{said} [How the check decides]({way}){{ hreflang="en" lang="en" }}'


def _promises(root: Path, words: catalog.Catalog) -> str:
    _ = words.gettext
    names = privacy_promises.names(root)
    said, _issues = shared_words.promises(root, words.language, names)
    rows = [
        f"| {said[n]['promise'].strip()} | {said[n]['limit'].strip()} |" for n in names if n in said
    ]
    head = f"| {_('What you can count on')} | {_('What it does not cover')} |"
    body = "\n".join([head, "| --- | --- |", *rows])
    return f'<div class="compare" markdown>\n\n{body}\n\n</div>'


def speak(
    root: Path, found: Mapping[str, Any], own: str, facts: Mapping[str, dict[str, Any]]
) -> dict[str, selfcheck_form.Spoken]:
    """Return what the self-check says in each language, the page's own first.

    `found` holds the shared data in English, `facts` are those of the state in the page's language.
    """
    spoken = {}
    lines, read_by = found["crisis_lines"], found["people"].get("translation_reviewers") or {}
    for code in (own, *(one for one in found["center"].languages if one != own)):
        said = lines
        if code != languages.SOURCE:
            said, _issues = shared_words.crisis_lines(root, code, lines)
        helpline = next((one for one in said if one["id"] == selfcheck_form.HELPLINE), None)
        is_unread = code != languages.SOURCE and code not in read_by
        here = facts if code == own else {}
        nearby, for_steps = selfcheck_form.local_help(here), selfcheck_form.step_facts(here)
        gettext = catalog.read(root, code).gettext
        spoken[code] = selfcheck_form.Spoken(gettext, helpline, nearby, for_steps, is_unread)
    return spoken


def add_pages(edition: Edition, files: Files, config: MkDocsConfig, *, serving: bool) -> None:
    """Give each English page its counterpart: translated, or one that leads to the English page.

    A translation whose day has not come is seen while serving, like all pages that wait.
    """
    codes = languages.folders(Path(config.docs_dir))
    for file in files.documentation_pages(inclusion=lambda level: level in PUBLISHED):
        name = file.src_uri
        if languages.language_of(name, codes) != languages.SOURCE:
            continue
        own = files.get_file_from_path(edition.own(name))
        if own and own.inclusion not in PUBLISHED and not serving:
            files.remove(own)
            own = None
        if own is None:
            stub, title = _stub(edition, file, config)
            edition.stubs.add(stub.url)
            edition.stub_titles[stub.src_uri] = title
            files.append(stub)
    for file in files.documentation_pages(inclusion=lambda _level: True):
        if file.src_uri.startswith(f"{edition.language}/") and file.page is None:
            TranslatedPage(None, file, config)


def _stub(edition: Edition, file: File, config: MkDocsConfig) -> tuple[File, str]:
    """Return the page that says, in its language, that it is there in English only; its title."""
    _ = edition.catalog.gettext
    meta = read_page(Path(config.docs_dir, file.src_uri), Path(file.src_uri), file.src_uri).meta
    heading, title = _("This page is only in English"), str(meta.get("title") or file.name)
    name = edition.own(file.src_uri)
    text = _STUB.format(
        title=_quoted(_("%(title)s (in English)") % {"title": title}),
        heading=heading,
        source=file.src_uri,
        neutral=str(bool(meta.get("neutral"))).lower(),
        words=_("It hasn't been translated yet. Read it in English:"),
        link=title.replace("[", "\\[").replace("]", "\\]"),
        way=posixpath.relpath(file.src_uri, posixpath.dirname(name)),
    )
    stub = File.generated(config, name, content=text, inclusion=InclusionLevel.NOT_IN_NAV)
    return stub, title


def _quoted(words: str) -> str:
    escaped = words.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def with_assets(markdown: str, name: str, files: Files) -> str:
    """Return a translated page's Markdown in which pictures without a version of its own lead
    to the English page's.
    """

    def shared(found: re.Match[str]) -> str:
        way = found["up"] + found["way"]
        target = posixpath.normpath(posixpath.join(posixpath.dirname(name), way.partition("#")[0]))
        up = "" if files.get_file_from_path(target) else "../"
        return f"{found['before']}{up}{way}"

    return _ASSET.sub(shared, markdown)


def use_in_markdown(config: MkDocsConfig, edition: Edition | None, site: Mapping[str, Any]) -> None:
    """Have Markdown render the next page in this language (None: in English)."""
    layout = dict(config.mdx_configs.get(LAYOUT) or {})
    layout["own_pictures"] = f"content/{edition.language}/assets/pictures" if edition else ""
    config.mdx_configs |= {
        "abbr": {"glossary": edition.glossary if edition else site["glossary"]},
        CITATIONS: {
            "sources": site["sources"],
            "gettext": edition.catalog.gettext if edition else str,
        },
        LAYOUT: layout,
    }
