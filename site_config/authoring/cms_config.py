"""The editor's forms, made from the same schema that checks the pages."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any, Literal, get_args, get_origin

from site_config.authoring.new_article import SECTIONS
from site_config.content_model.project import read_project
from site_config.content_model.schema import Article, field_order
from site_config.settings import calendar

if TYPE_CHECKING:
    from pathlib import Path

    from pydantic.fields import FieldInfo

    from site_config.content_model.page import Page
    from site_config.content_model.project import Project

Field = dict[str, Any]

# What a writer does not set: these belong to special pages, which are edited as files.
_LEFT_OUT = frozenset({"template", "search", "neutral"})
_LABELS = {"last_reviewed": "Last reviewed", "next_review": "Next review"}


def config(root: Path, today: dt.date | None = None) -> dict[str, Any]:
    """Return the editor's configuration for the project under `root`."""
    project = read_project(root, today or calendar.today_at(root))
    fields = article_fields(project)
    return {
        "load_config_file": False,
        # It works on the folder through the browser and never signs in; a name is required.
        "backend": {"name": "github", "repo": "local/site", "auth_methods": ["token"]},
        "app_title": "Pages",
        "media_folder": "content/assets/pictures",
        "public_folder": "/assets/pictures",
        "show_preview_links": False,
        "editor": {"preview": False},
        "slug": {"encoding": "ascii", "clean_accents": True},
        "output": {"omit_empty_optional_fields": True, "yaml": {"indent_sequences": False}},
        "collections": [_section(section, fields) for section in SECTIONS],
        "singletons": [
            _single(page, fields) for page in project.pages.values() if _stands_alone(page)
        ],
    }


def _stands_alone(page: Page) -> bool:
    """Return whether the page is an article outside of the sections, such as help-now.md."""
    return "/" not in page.name and page.article is not None and not page.article.template


def _single(page: Page, fields: list[Field]) -> dict[str, Any]:
    return {
        "name": page.name.removesuffix(".md"),
        "label": page.meta["title"],
        "file": page.path.as_posix(),
        "format": "yaml-frontmatter",
        "fields": fields,
    }


def _section(section: str, fields: list[Field]) -> dict[str, Any]:
    return {
        "name": section,
        "label": section.capitalize(),
        "label_singular": "page",
        "folder": f"content/{section}",
        "extension": "md",
        "format": "yaml-frontmatter",
        "create": True,
        "delete": False,
        "slug": "{{year}}-{{month}}-{{day}}-{{title}}" if section == "updates" else "{{title}}",
        "fields": fields,
    }


def article_fields(project: Project) -> list[Field]:
    """Return one form field for each field of the schema, in its order, and the text."""
    choices = _choices(project)
    fields = [
        _field(name, Article.model_fields[name], choices.get(name))
        for name in field_order()
        if name not in _LEFT_OUT and choices.get(name) != []  # nothing there to choose from
    ]
    body = {"name": "body", "label": "Text", "widget": "richtext", "modes": ["raw"]}
    return [*fields[:2], body, *fields[2:]]  # title and description stand above it


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
            {"label": f"{key}: {source.title}", "value": key}
            for key, source in project.sources.items()
            if source.evidence == "S"
        ],
        "signs": [{"label": sign, "value": sign} for sign in sorted(project.signs)],
    }


def _field(name: str, info: FieldInfo, choices: list[dict[str, str]] | None) -> Field:
    field: Field = {
        "name": name,
        "label": _LABELS.get(name, name.replace("_", " ").capitalize()),
        "hint": info.description,
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
