"""A text in up to three voices: to the person, about another person, and to a teen."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from site_config.core.yaml_source import YamlValue

VOICES = ("me", "them", "teen")


def text(raw: YamlValue) -> dict[str, str]:
    """All voices of a text that is one string, or a mapping with `me`, `them` and maybe `teen`."""
    if isinstance(raw, str):
        return {"me": raw, "them": raw}
    return {voice: raw[voice] for voice in VOICES if voice in raw}


def audience_text_error(raw: YamlValue) -> str | None:
    """What is wrong with a text, or None."""
    if isinstance(raw, str):
        return None if raw.strip() else "the text is empty"
    if not isinstance(raw, dict):
        return "a text is missing"
    for voice in ("me", "them"):
        if not isinstance(raw.get(voice), str) or not raw[voice].strip():
            return f"the text for `{voice}` is missing"
    unknown = sorted(set(raw) - set(VOICES))
    return f"`{unknown[0]}` isn't a voice" if unknown else None
