"""A link that reads as a number dials that number, and no other one."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import unquote

from site_config.content_model.contact_details import digits_of, find_phones
from site_config.content_model.normalization import plain
from site_config.content_model.text import short
from site_config.core.issues import Issue
from site_config.linter.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from site_config.content_model.document import Link
    from site_config.content_model.page import Page
    from site_config.linter.rule import Context

_SHORT = re.compile(
    r"(?<![\w$.,/-])9(?:[ .\u00b7-]?8[ .\u00b7-]?8|[ .\u00b7-]?1[ .\u00b7-]?1)(?![\w%/-]|[.,]\d)"
)
_DIALS = ("tel", "sms")
_ONLY_A_NUMBER = re.compile(
    r"(?:\W|\b(?:call|dial|phone|tel|text|or|and|the|at|us|now|free|line|llame|llama|marque|marca"
    r"|mande|texto|por|al|o|y)\b)*",
    re.IGNORECASE,
)


def dialed(href: str) -> str | None:
    """Return the digits that a link dials or texts; None for a link that does neither."""
    scheme, _, rest = unquote(href).partition(":")
    if scheme.strip().lower() not in _DIALS:
        return None
    return digits_of(re.split(r"[,;?]", rest)[0])


def _linked_numbers(page: Page, _context: Context) -> Iterator[Issue]:
    for link in page.parts.links:
        read = _numbers(plain(link.text))
        digits = dialed(link.href)
        if digits is None:
            yield from _leads_elsewhere(page, link, read)
            continue
        for number, words in read.items():
            if number != digits:
                does = "texts" if link.href.strip().lower().startswith("sms") else "dials"
                message = f"People read {words}, and the link {does} {digits or 'nothing'}"
                fix = (
                    f"See which is right and make both the same: [{words}](tel:{number}). Two "
                    "numbers need two links"
                )
                yield Issue(page.path, link.line, message, fix)
                break


def _leads_elsewhere(page: Page, link: Link, read: dict[str, str]) -> Iterator[Issue]:
    """Words that are nothing but a number to call promise a call, not a page."""
    rest = link.text
    for words in read.values():
        rest = rest.replace(words, " ")
    if read and _ONLY_A_NUMBER.fullmatch(rest):
        number, words = next(iter(read.items()))
        message = f"The link “{short(link.text)}” reads as a number to call, and opens {link.href}"
        fix = f"Let it dial: [{words}](tel:{number}); or say in its words what it opens"
        yield Issue(page.path, link.line, message, fix)


def _numbers(words: str) -> dict[str, str]:
    """Return each number that `words` hold, as digits, with its words."""
    phones = list(find_phones(words))
    found = {phone.digits: phone.words for phone in phones}
    for short_one in _SHORT.finditer(words):
        if not any(phone.start <= short_one.start() < phone.end for phone in phones):
            found.setdefault(digits_of(short_one[0]), short_one[0])
    return found


RULES = (
    Rule(
        "linked-number",
        "A link whose words hold a phone number, 988 or 911, and that dials another one",
        "Give the words and the link the same number, and each number a link of its own",
        _linked_numbers,
    ),
)
"""The rules of this family."""
