"""A center's own questionnaires, as the templates of the self-check's form take them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    type Lines = Mapping[str, Mapping[str, Any]]


def for_page(
    data: Mapping[str, Any], lines: Lines, always: Sequence[str], language: str
) -> list[dict[str, Any]]:
    """Each instrument with its items as questions of the form; none in most centers.

    `always` are the crisis lines of every danger panel. Words are in `language` where the file has
    them, and otherwise in its own.
    """
    return [
        {**one, "items": [_item(one, item, lines, always, language) for item in one["items"]]}
        | {
            "title": _said(one["title"], language),
            "lang": _language(one, language),
            "crisis": _panel((line for i in one["items"] for line in i["lines"]), lines, always),
        }
        for one in data.get("instruments", ())
    ]


def _language(instrument: Mapping[str, Any], language: str) -> str | None:
    """The language of its words, where it isn't the page's."""
    own = instrument["language"].partition("-")[0]
    return None if own == language or language in instrument["title"]["texts"] else own


def _said(words: Mapping[str, Any], language: str) -> str:
    return str(words["texts"].get(language) or words["text"])


def _item(
    instrument: Mapping[str, Any],
    item: Mapping[str, Any],
    lines: Lines,
    always: Sequence[str],
    language: str,
) -> dict[str, Any]:
    """The item as a question of the form: one answer, in one voice."""
    options = [
        {
            "id": str(place),
            "text": _voiced(option, language),
            "danger": "urgent" if option["danger"] else None,
            "exclusive": True,
            "audience": None,
            "mark": None,
        }
        for place, option in enumerate(item["options"])
    ]
    has_danger = any(option["danger"] for option in options)
    question = {
        "id": f"{instrument['id']}/{item['id']}",
        "kind": "one",
        "text": _voiced(item, language),
        "hint": None,
        "shown_if": None,
        "only_for": None,
        "options": options,
        "crisis": _panel(item["lines"], lines, always) if has_danger else [],
        "private": False,
    }
    lead = [_said(words, language) for words in item["lead"]]
    return {"id": item["id"], "lead": lead, "when": item["when"], "question": question}


def _voiced(words: Mapping[str, Any], language: str) -> dict[str, str]:
    said = _said(words, language)
    return {"me": said, "them": said}


def _panel(extra: Iterable[str], lines: Lines, always: Sequence[str]) -> list[Mapping[str, Any]]:
    return [lines[name] for name in dict.fromkeys((*always, *extra)) if name in lines]
