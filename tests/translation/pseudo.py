"""A language made by code: English with other vowels, so that whatever stays English is seen.

Its code is that of Esperanto, which Babel knows and this project will hardly be translated into.
"""

from __future__ import annotations

import re

import yaml
from babel.messages.pofile import read_po, write_po

from site_config.core import yaml_source
from site_config.translation import catalog, strings
from tests import project_copy

LANGUAGE = "eo"
VOWELS = str.maketrans("aeiouAEIOU", "āēīōūĀĒĪŌŪ")
_KEPT = re.compile(r"%\(\w+\)s|\{\w*\}|<[^>]*>|&\w+;")
PAGES = {
    "index.md": "\ntemplate: home.html",
    "help-now.md": "",
    "self-check.md": "\ntemplate: self-check.html\nneutral: true",
    "about/index.md": "",
}
_PAGE = """\
---
title: {title}
description: {description}
author: editorial
last_reviewed: 2026-11-28
next_review: 2027-05-28{more}
---

# {title}

{words}

<!-- crisis-lines -->

<!-- promises -->

[{link}]({way})
"""


def _search() -> str:
    words = said("Look for a word in all pages. What you type stays in this page.")
    return f"---\ntitle: {said('Search')}\ndescription: {words}\ntemplate: search.html\n---\n"


def said(text: str) -> str:
    """Return `text` in this language; placeholders and tags stay."""
    out, at = [], 0
    for kept in _KEPT.finditer(text):
        out += [text[at : kept.start()].translate(VOWELS), kept[0]]
        at = kept.end()
    return "".join([*out, text[at:].translate(VOWELS)])


def translate(project):
    """Translate a copy of the project: catalog, words of shared facts, a few pages."""
    _catalog(project)
    _shared(project)
    for name, more in PAGES.items():
        up = "../" * name.count("/")
        english = (project / "content" / name).read_text("utf-8")
        cited = list(dict.fromkeys(re.findall(r"\[@(\w+)\]", english)))
        text = _PAGE.format(
            title=said(f"The page {name.removesuffix('.md')}"),
            description=said(f"What the page {name} says, in words that are long enough to do."),
            words=said("Words of this page.") + " " + "".join(f"[@{key}]" for key in cited),
            link=said("More about it"),
            way=f"{up}cost/denied.md",
            more=f"{more}\nsources: [{', '.join(cited)}]",
        )
        _write(project, name, text)
    _write(project, "search.md", _search())
    center = project / "site_config/center.yml"
    project_copy.edit(center, "languages: [en, es]", f"languages: [en, {LANGUAGE}]")
    project_copy.edit(center, "site_url: null", "site_url: https://care.example/")


def _write(project, name, text):
    file = project / "content" / LANGUAGE / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, "utf-8")


def _catalog(project):
    file = project / catalog.path_of(LANGUAGE)
    strings.update(project, [LANGUAGE])
    with file.open("rb") as opened:
        words = read_po(opened, locale=LANGUAGE)
    for message in words:
        if message.id:
            message.string = said(message.id)
    with file.open("wb") as opened:
        write_po(opened, words)


def _shared(project):
    data = project / "content/_data"
    read = {name: yaml_source.load_or_raise(data / f"{name}.yml", project) for name in _LISTS}
    lines = {one["id"]: {n: said(one[n]) for n in ("name", "what")} for one in read["crisis_lines"]}
    for one in read["crisis_lines"]:
        if re.search("[a-z]", one.get("call_display") or ""):
            lines[one["id"]]["call_display"] = said(one["call_display"])
    lines["lifeline_988"]["text_body"] = "HOME"
    promises = {
        one["id"]: {n: said(one[n]) for n in ("promise", "limit")} for one in read["promises"]
    }
    pages = {one["page"]: said(one["words"]) for one in read["helpful_pages"]}
    facts = yaml_source.load_or_raise(data / "states/california.yml", project)["facts"]
    state = {one["id"]: said(one["text"]) for one in facts if one["evidence"] == "A"}
    for name, words in {
        "crisis_lines.yml": lines,
        "promises.yml": promises,
        "helpful_pages.yml": pages,
        "states/california.yml": state,
    }.items():
        _write(project, f"_data/{name}", yaml.safe_dump(words, allow_unicode=True))
    _write(project, "_data/glossary.md", f"*[IOP]: {said('Intensive outpatient program')}\n")


_LISTS = ("crisis_lines", "promises", "helpful_pages")
