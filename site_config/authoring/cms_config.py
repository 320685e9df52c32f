"""The editor's forms, made from the same schema that checks the pages."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any, Literal, get_args, get_origin

from site_config.authoring import new_article
from site_config.authoring.form_words import FIELDS, TEXT
from site_config.authoring.new_article import SECTIONS
from site_config.content_model.article_schema import Article, field_order
from site_config.content_model.data_files import SIGNS
from site_config.content_model.project import read_project
from site_config.settings import calendar
from site_config.settings.languages import SOURCE
from site_config.settings.shared_data import PUBLISHED

if TYPE_CHECKING:
    from pathlib import Path

    from pydantic.fields import FieldInfo

    from site_config.content_model.page import Page
    from site_config.content_model.project import Project

Field = dict[str, Any]

_PICTURES = new_article.PICTURES
# What the build makes of a photo is never wider, and a phone's photo says where it was taken:
# drawing it anew leaves that out.
_PHOTO = {"format": "webp", "quality": 90, "width": 3000, "height": 3000}
_SAME_IN_ALL = ("author", "sources", "tags", "signs")
"""What a translation has from its English page; all else each language says for itself."""
_ENGLISH_ONLY = ("quick_exit",)
"""What the English page says for its translations too."""


def config(root: Path, today: dt.date | None = None) -> dict[str, Any]:
    """Return the editor's configuration for the project under `root`."""
    today = today or calendar.today_at(root)
    project = read_project(root, today)
    return {
        "load_config_file": False,
        # It works on the folder through the browser and never signs in; a name is required.
        "backend": {"name": "github", "repo": "local/site", "auth_methods": ["token"]},
        "app_title": "Pages",
        "media_folder": _PICTURES,
        "public_folder": f"/{_PICTURES.removeprefix('content/')}",
        "media_libraries": {
            "default": {
                "config": {"slugify_filename": True, "transformations": {"raster_image": _PHOTO}}
            }
        },
        "show_preview_links": False,
        "editor": {"preview": False},
        "slug": {"encoding": "ascii", "clean_accents": True, "timezone": "local"},
        "output": {"omit_empty_optional_fields": True, "yaml": {"indent_sequences": False}},
        **_languages(project),
        "collections": [_section(section, project) for section in SECTIONS],
        "singletons": [
            _single(page, project) for page in project.pages.values() if _stands_alone(page)
        ],
    }


def _languages(project: Project) -> dict[str, Any]:
    """Return how the editor finds a page's translations: content/cost/ is content/es/cost/."""
    listed = project.center.languages
    if listed == [SOURCE]:
        return {}
    return {
        "i18n": {
            "structure": "multiple_folders",
            "locales": listed,
            "default_locale": SOURCE,
            "initial_locales": "default",  # a new page is written first, then translated
            "omit_default_locale_from_file_path": True,
        }
    }


def _translated(project: Project, form: dict[str, Any], at: str) -> dict[str, Any]:
    """Return `form` for all languages; `at` is its key that names a file or folder."""
    if project.center.languages == [SOURCE]:
        return form
    fields = [field | {"i18n": _i18n(field["name"])} for field in form["fields"]]
    path = form[at].replace("content/", "content/{{locale}}/", 1)
    return form | {at: path, "fields": fields, "i18n": True}


def _i18n(name: str) -> str | bool:
    return "duplicate" if name in _SAME_IN_ALL else name not in _ENGLISH_ONLY


def _stands_alone(page: Page) -> bool:
    """Return whether the page is an article outside of the sections, such as help-now.md."""
    return "/" not in page.name and page.article is not None and not page.article.template


def _single(page: Page, project: Project) -> dict[str, Any]:
    form = {
        "name": page.name.removesuffix(".md"),
        "label": page.meta["title"],
        "file": page.path.as_posix(),
        "format": "yaml-frontmatter",
        "fields": article_fields(project, {"name": page.name}),
    }
    return _translated(project, form, "file")


def _section(section: str, project: Project) -> dict[str, Any]:
    form = {
        "name": section,
        "label": section.replace("-", " ").capitalize(),
        "label_singular": "page",
        "folder": f"content/{section}",
        "extension": "md",
        "format": "yaml-frontmatter",
        "create": True,
        "delete": False,
        "slug": "{{year}}-{{month}}-{{day}}-{{title}}" if section == "updates" else "{{title}}",
        "fields": article_fields(project, {"section": section}),
    }
    return _translated(project, form, "folder")


def article_fields(project: Project, place: dict[str, str]) -> list[Field]:
    """Return the form: each field that a writer sets, in the schema's order, and the text.

    `place` names the page's file or, for a form that makes new pages, their section: those start
    with what `make new` writes.
    """
    choices = _choices(project)
    section = place.get("section")
    # The editor would give what is missing on an old page its default too, and a default of
    # `publish_on` would take that page off the site: page_check adds it when a page is new.
    starts = new_article.defaults(section, project.today) if section else {}
    values = {name: one for name, one in starts.items() if Article.model_fields[name].is_required()}
    fields = [
        _field(name, Article.model_fields[name], choices.get(name))
        | ({"default": values[name]} if name in values else {})
        for name in field_order()
        if name in FIELDS and choices.get(name) != []  # nothing there to choose from
    ]
    body = {
        "name": "body",
        "label": TEXT.label,
        "hint": TEXT.hint,
        "widget": "page-text",
        "place": place,
        **_insertions(project),
    }
    if section:
        body["default"] = new_article.BODY
    return [*fields[:2], body, *fields[2:]]  # title and description stand above it


def _insertions(project: Project) -> dict[str, list[dict[str, str]]]:
    """Return what the buttons above the text offer: pages, sources, facts of the state."""
    shown = [page for page in project.pages.values() if page.name not in project.hidden]
    return {
        "pages": [
            {"label": str(page.meta["title"]), "value": page.name, "language": page.language}
            for page in shown
            if page.meta.get("title")
        ],
        "sources": [
            {
                "label": ", ".join(
                    str(part) for part in (source.title, source.publisher, source.year) if part
                ),
                "value": key,
                "more": source.quote or source.claim or "",
            }
            for key, source in project.sources.items()
            if source.evidence == "S"
        ],
        "facts": [
            {"label": " ".join(fact.text.split()), "value": key}
            for key, fact in project.state_facts.items()
            if fact.evidence == PUBLISHED
        ],
    }


def _choices(project: Project) -> dict[str, list[dict[str, str]]]:
    """Return what can be chosen in the fields that name something in a data file."""
    people = project.people
    reviewer = people.reviewer if people else None
    return {
        "author": [
            {"label": author.name, "value": key}
            for key, author in (people.authors if people else {}).items()
        ],
        "reviewed_by": [{"label": reviewer.name, "value": reviewer.name}] if reviewer else [],
        "sources": [
            {"label": source.title, "value": key}
            for key, source in project.sources.items()
            if source.evidence == "S"
        ],
        "signs": _signs(project),
    }


def _signs(project: Project) -> list[dict[str, str]]:
    """Return the signs by their words: nobody knows their ids by heart."""
    data = project.places[SIGNS].data if SIGNS in project.places else {}
    signs = data.get("signs") or [] if isinstance(data, dict) else []
    return [{"label": str(sign.get("text") or sign["id"]), "value": sign["id"]} for sign in signs]


def _field(name: str, info: FieldInfo, choices: list[dict[str, str]] | None) -> Field:
    field: Field = {
        "name": name,
        "label": FIELDS[name].label,
        "hint": FIELDS[name].hint,
        "required": info.is_required(),
        **_widget(info, choices),
    }
    for rule in info.metadata:
        for limit, key in (("min_length", "minlength"), ("max_length", "maxlength")):
            if (value := getattr(rule, limit, None)) is not None:
                field[key] = value
    return field


def _widget(info: FieldInfo, choices: list[dict[str, str]] | None) -> Field:
    kind = info.annotation
    several = _has(kind, list)
    literal = _literal(kind)
    if choices is None and literal:
        choices = [{"label": value, "value": value} for value in literal]
    if choices is not None:
        return {"widget": "select", "options": choices, "multiple": several}
    if several:
        return {"widget": "list"}
    if kind is bool:
        return {"widget": "boolean"}
    if _has(kind, dt.date):
        return {"widget": "datetime", "type": "date", "format": "YYYY-MM-DD"}
    return {"widget": "string"}


def _has(kind: Any, wanted: type) -> bool:  # noqa: ANN401 (a type's annotation can be anything)
    if kind is wanted or get_origin(kind) is wanted:
        return True
    return any(_has(part, wanted) for part in get_args(kind))


def _literal(kind: Any) -> tuple[str, ...]:  # noqa: ANN401
    if get_origin(kind) is Literal:
        return get_args(kind)
    return next(filter(None, map(_literal, get_args(kind))), ())
