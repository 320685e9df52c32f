"""Emoji and words in capitals: loud to see, and worse to hear from a screen reader."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from site_config.content_model.text import short
from site_config.core.issues import Issue
from site_config.linter.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from site_config.content_model.document import Block
    from site_config.content_model.page import Page
    from site_config.linter.rule import Context

_COMMON_WORDS = (
    "about act again all always and any are ask attention be best both but call can come danger "
    "day do don't every everyone everything feel first for free from get go good have help here "
    "how if important in is it it's just know learn life limited living me more must my need never "
    "new no not note nothing now of on once one only open or our please ready real remember safe "
    "see so start still stop take talk than that the their them there they this time to today "
    "together us very visit wait want warning way we welcome what when where who why will with "
    "without you you're your "
    "ahora alto aquí atención ayuda con de el ella en es está estamos gratis hable hoy importante "
    "la las lea llame llámenos los más muy no nos nunca nuevo para pida por porque que qué quien "
    "recuerde sea si siempre sin solo su sus todo todos un una urgente usted venga y ya"
)
"""Words that no abbreviation is written like; in a row of capitals, one of them tells."""
_WORDS_ALONE = (
    "all always attention don't every free important just must never not note now only please "
    "remember today very warning you your ahora atención gratis hoy importante nunca recuerde "
    "siempre urgente usted"
)
"""Words in capitals that shout also by themselves. (“Text HELP to 741741” names what to type.)"""
_COMMON = frozenset(_COMMON_WORDS.split())
_ALONE = frozenset(_WORDS_ALONE.split())
_LETTER = "A-ZÁÉÍÓÚÜÑ"
_RUN = re.compile(
    rf"(?<![\w'&-])[{_LETTER}][{_LETTER}']*(?:,? [{_LETTER}][{_LETTER}']*)*(?![\w'&-])"
)
_TWO_CAPITALS = re.compile(rf"[{_LETTER}][{_LETTER}']")  # quick: any that shout have them
_LONG_WORD = 8
"""No abbreviation that we know of has so many letters."""
_STARTS = re.compile(r"(?:^|[.!?:]\s)$")
_PRONOUN = re.compile(r"\bi(?=\b|')")
_ABBREVIATIONS = re.compile(
    r"\b(?:iops?|phps?|ptsd|adhd|ocd|nimh|nida|samhsa|fda|cdc|cbt|dbt|emdr|fmla|cfra|hipaa|lcsw|lmft"
    r"|lgbtq|hiv|id|hr|988|911|faq|tv|usa|dui)\b"
)

_EMOJI = re.compile(r"[\U0001f000-\U0001faff\u2300-\u23ff\u2600-\u2604\u2607-\u27bf\u2b1b-\u2b1c]")
_BULLETS = frozenset("✓✔✅☐☑☒➢➤➔❖✗✘❏❑")
"""At the start of a row, the rule on lists says what to write for them."""


def _capitals(page: Page, context: Context) -> Iterator[Issue]:
    for block in page.parts.blocks:
        for found in _RUN.finditer(block.text) if _TWO_CAPITALS.search(block.text) else ():
            if not _shouts(found[0]) or context.allowed.permit(
                page.name, block.text, *found.span()
            ):
                continue
            message = f"Capitals shout, and some screen readers spell them out: “{short(found[0])}”"
            better = _in_small_letters(block, found, context)
            fix = f"Write “{short(better)}”, with capitals only for names and abbreviations"
            if better == "not":
                fix = "Write “not”, or **not** in a warning"
            yield Issue(page.path, block.line(found.start()), message, fix, "warning")


def _shouts(run: str) -> bool:
    words = run.lower().replace(",", "").split()
    if len(words) == 1:
        return words[0] in _ALONE or len(words[0]) >= _LONG_WORD
    return any((len(word) > 1 and word in _COMMON) or len(word) >= _LONG_WORD for word in words)


def _in_small_letters(block: Block, found: re.Match[str], context: Context) -> str:
    better = _PRONOUN.sub("I", found[0].lower())
    better = _ABBREVIATIONS.sub(lambda short_form: short_form[0].upper(), better)
    facts = context.project.center
    for name in filter(None, (facts.name, facts.city, facts.region)):
        better = better.replace(name.lower(), name)
    starts = _STARTS.search(block.text[: found.start()])
    return better[0].upper() + better[1:] if starts else better


def _emoji(page: Page, context: Context) -> Iterator[Issue]:
    for block in page.parts.blocks:
        rows = {offset for offset, _line in block.marks}
        found = [
            at
            for at in _EMOJI.finditer(block.text)
            if not (at[0] in _BULLETS and at.start() in rows)
            and not context.allowed.permit(page.name, block.text, *at.span())
        ]
        if found:
            signs = "".join(dict.fromkeys(at[0] for at in found))
            name = unicodedata.name(found[0][0], "a picture").lower()
            message = f"“{signs}”: a screen reader says its name, such as “{name}”"
            fix = "Take it out; if it means something, say that in words"
            yield Issue(page.path, block.line(found[0].start()), message, fix, "warning")


RULES = (
    Rule(
        "capitals",
        "Words in capitals: “CALL US TODAY”, “do NOT wait”",
        "Write small letters, and **not** in a warning",
        _capitals,
        "warning",
        allowable=True,
    ),
    Rule(
        "emoji",
        "Emoji and other small pictures among the words",
        "Take them out, or say in words what they mean",
        _emoji,
        "warning",
        allowable=True,
    ),
)
"""The rules of this family."""
