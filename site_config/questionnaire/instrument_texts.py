"""The words of a FHIR resource, with their translations by FHIR's standard extension."""

from __future__ import annotations

from typing import Any

TRANSLATION = "http://hl7.org/fhir/StructureDefinition/translation"

Texts = dict[str, Any]


def words(owner: dict[str, Any], name: str) -> Texts:
    """Return `{"text": …, "texts": {language: …}}` of the element `name` of `owner`."""
    return {"text": owner.get(name, ""), "texts": translations(owner, name)}


def translations(owner: dict[str, Any], name: str) -> dict[str, str]:
    """Return the translations of the element `name`, by language."""
    found = {}
    for extension in (owner.get(f"_{name}") or {}).get("extension", ()):
        if extension.get("url") == TRANSLATION:
            parts = {part.get("url"): part for part in extension.get("extension", ())}
            language = parts.get("lang", {}).get("valueCode")
            content = parts.get("content", {})
            text = content.get("valueString") or content.get("valueMarkdown")
            if language and text:
                found[language] = text
    return found


def translated(owner: dict[str, Any], name: str, texts: dict[str, str]) -> dict[str, Any]:
    """Return `owner` with these translations of the element `name`, by language."""
    extensions = [
        {
            "url": TRANSLATION,
            "extension": [
                {"url": "lang", "valueCode": language},
                {"url": "content", "valueString": text},
            ],
        }
        for language, text in texts.items()
    ]
    return {**owner, f"_{name}": {"extension": extensions}} if extensions else owner
