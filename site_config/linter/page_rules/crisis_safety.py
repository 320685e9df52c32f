"""Rules that protect a reader in danger. None of them has exceptions."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import unquote

from site_config.content_model.contact_details import (
    MAIL,
    digits_of,
    find_miscounted,
    find_phones,
    find_split,
)
from site_config.content_model.normalization import plain
from site_config.content_model.prefilter import Prefilter
from site_config.content_model.text import short, within
from site_config.core.issues import Issue
from site_config.linter.page_rules.broken_marks import has_list
from site_config.linter.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from site_config.content_model.page import Page
    from site_config.linter.rule import Context

CRISIS_PLACEHOLDER = "crisis-lines"
SUICIDE = re.compile(
    r"suicid\w*|self[- ]?harm\w*|self[- ]?injur\w*|better off dead"
    r"|(?:kill|hurt|harm|cut)(?:s|ed|ing|ting)? (?:my|your|him|her|them)sel(?:f|ves)"
    r"|end(?:s|ed|ing)? (?:my|your|his|her|their) (?:own )?li(?:fe|ves)"
    r"|end(?:s|ed|ing)? it all|(?:not|n[’']t) want(?:s|ed)? to (?:live|be alive|wake up)"
    r"|t(?:ak(?:e|es|ing)|ook) (?:my|your|his|her|their) own li(?:fe|ves)"
    r"|(?:(?:not|n[’']t) want(?:s|ed|ing)?|no longer want(?:s|ed|ing)?) to (?:be here (?:any ?more|"
    r"any longer|at all)|exist|go on(?: living)?|live any ?more)|no longer want(?:s|ed|ing)? to "
    r"(?:live|be (?:here|alive))|want(?:s|ed|ing)? to (?:die\b|be dead|disappear\b)"
    r"|wish(?:es|ed|ing)? (?:that )?\w+ (?:was|were|had never been born)(?: dead)?\b(?<=dead|born)"
    r"|better off (?:without (?:me|you|him|her|them|us)\b|if (?:\w+ )?(?:was|were) (?:dead|gone))"
    r"|(?:no|any) reason to (?:live|go on)|(?:n[’']t|not) worth living|no point in living"
    r"|g(?:ive|ives|iving|ave) up on li(?:fe|ving)"
    r"|t(?:ak(?:e|es|ing)|ook) all (?:of )?(?:my|your|his|her|their|the) (?:pills|meds|medic\w+)"
    r"(?: at once)?",
    re.IGNORECASE,
)
OVERDOSE = re.compile(
    r"overdos(?:es|ed|ing)\b|\b(?:if|when)\b[^.!?]{0,40}\boverdose\b|\btook too (?:much|many)\b"
    r"|turn(?:s|ed|ing)? (?:blue|gr[ae]y)\b|(?:blue|gr[ae]y) lips\b"
    r"|lips (?:are|turn) (?:blue|gr[ae]y)\b"
    r"|(?:n[’']t|not|cannot) (?:wake(?: up)?\b(?! up to)|be woken)|(?:not|stop\w*) breathing\b",
    re.IGNORECASE,
)
"""Someone may be dying of what they took: 911, whatever else the page is about."""
_PRESS_3 = re.compile(r"\bpress(?:ing)? (?:3|three)\b", re.IGNORECASE)
_PRESSING, _SUICIDE, _OVERDOSE = map(Prefilter, (_PRESS_3, SUICIDE, OVERDOSE))
_LONG_ENOUGH = 7
_IN_ADDRESS = re.compile(
    r"(?:wa\.me/|whatsapp\.com/[^#]*phone=|signal\.me/#p/|t\.me/|viber:\S*number=)(\+?\d{7,15})",
    re.IGNORECASE,
)
_WHOSE = (
    "Did this line, or the center, get a new number? Write that one here, in the words and in the "
    "link: it is in content/_data/crisis_lines.yml or site_config/center.yml. Is it the center's "
    "own? Set `phone` or `text_line` there. Is it a public help line? Call it, then add it to "
    "crisis_lines.yml with that day. Else take it out"
)
_NAME_BOTH = (
    "Add beside it: call or text [988](tel:988), and call [911](tel:911) if a life is in danger; "
    "or put <!-- crisis-lines --> on a line of its own"
)
_OWN_MAIL = (
    "Take it out; or, if it is the center’s, set it as `email` in site_config/center.yml as well"
)


def speaks_of_suicide(page: Page) -> bool:
    """Return whether some block of `page` speaks of suicide or self-harm."""
    return any(SUICIDE.search(block.text) for block in _SUICIDE.blocks(page))


def _press_3(page: Page, _context: Context) -> Iterator[Issue]:
    for block in _PRESSING.blocks(page):
        for found in _PRESS_3.finditer(block.text):
            message = f"“{found[0]}”: this choice on the 988 line ended on 17 July 2025"
            fix = "Take it out; name The Trevor Project from crisis_lines.yml if it fits"
            yield Issue(page.path, block.line(found.start()), message, fix)


def _crisis_help(page: Page, _context: Context) -> Iterator[Issue]:
    """A page that names suicide or self-harm shows 988 and 911 in its own text."""
    if has_list(page, CRISIS_PLACEHOLDER):
        return
    text = page.text()
    missing = [number for number in ("988", "911") if not re.search(rf"\b{number}\b", text)]
    for block in _SUICIDE.blocks(page) if missing else ():
        if found := SUICIDE.search(block.text):
            message = f"The page speaks of “{found[0]}” and doesn't name {' or '.join(missing)}"
            yield Issue(page.path, block.line(found.start()), message, _NAME_BOTH)
            return
    for block in _OVERDOSE.blocks(page) if "911" in missing else ():
        if found := OVERDOSE.search(block.text):
            message = f"The page speaks of “{found[0]}” and doesn't name 911"
            fix = "Add beside it: call [911](tel:911) now, and stay with them until help comes"
            yield Issue(page.path, block.line(found.start()), message, fix)
            return


def _split_numbers(page: Page, _context: Context) -> Iterator[Issue]:
    for block in page.parts.blocks:
        for number in find_split(block.text):
            message = f"“{number.words}” isn't {number.digits}: there's a space or a hyphen in it"
            fix = f"Type {number.digits} by hand, its three digits together"
            yield Issue(page.path, block.line(number.start), message, fix)


def _contacts(page: Page, context: Context) -> Iterator[Issue]:
    """Numbers and mail addresses, in words or links, that the site may not show."""
    contacts = context.project.known_contacts
    for block in page.parts.blocks:
        miscounted = list(find_miscounted(block.text))
        for phone in miscounted:
            count = len(phone.digits)
            message = f"“{phone.words}” has {count} digits, and a number here has ten"
            fix = "Look the number up again where it comes from, and write all of it"
            yield Issue(page.path, block.line(phone.start), message, fix)
        wrong = [(phone.start, phone.end) for phone in miscounted]
        for phone in find_phones(block.text):
            if phone.digits not in contacts and not within(phone.start, phone.end, wrong):
                message = f"“{phone.words}” isn't in the list of checked phone numbers"
                fix = _near_number(phone.digits, context) or _WHOSE
                yield Issue(page.path, block.line(phone.start), message, fix)
        for mail in MAIL.finditer(block.text) if "@" in block.text else ():
            if mail[0].lower() not in contacts:
                message = f"“{mail[0]}” isn't the center’s mail address"
                yield Issue(page.path, block.line(mail.start()), message, _OWN_MAIL)
    yield from _linked_contacts(page, context)


def _linked_contacts(page: Page, context: Context) -> Iterator[Issue]:
    contacts = context.project.known_contacts
    for link in page.parts.links:
        scheme, _, rest = unquote(link.href).partition(":")
        scheme = scheme.strip().lower()
        if scheme in ("tel", "sms"):
            digits = digits_of(re.split(r"[,;?]", rest)[0])
            shown = {phone.digits for phone in find_phones(plain(link.text))}
            if digits not in contacts and digits not in shown:  # else said of the words
                message = f"The link “{short(link.text)}” dials {rest}, which nobody has checked"
                fix = _near_number(digits, context) or _WHOSE
                yield Issue(page.path, link.line, message, fix)
        number = _IN_ADDRESS.search(unquote(link.href))
        if number and digits_of(number[1]) not in contacts:
            message = f"The link “{short(link.text)}” writes to {number[1]}, unchecked"
            yield Issue(page.path, link.line, message, _WHOSE)
        mail = rest.partition("?")[0].lower()
        if scheme == "mailto" and mail not in contacts and mail not in link.text.lower():
            message = f"The link “{short(link.text)}” writes to {rest}, which nobody has checked"
            yield Issue(page.path, link.line, message, _OWN_MAIL)


def _near_number(digits: str, context: Context) -> str:
    """Return a fix if a checked number differs from `digits` in one place."""
    for known in sorted(context.project.known_contacts):
        same = len(known) == len(digits) >= _LONG_ENOUGH
        if same and sum(a != b for a, b in zip(known, digits, strict=True)) == 1:
            return f"It differs by one digit from {known}, which is checked: see which is right"
    return ""


def _brand_before_help(page: Page, context: Context) -> Iterator[Issue]:
    """Where a life may be at stake, help is named before the center is."""
    name, text = context.project.center.name, page.text()
    if not name or name not in text or "988" not in text:
        return
    if text.index(name) < text.index("988") and SUICIDE.search(text):
        block = next(one for one in page.parts.blocks if name in one.text)
        message = f"“{name}” comes before 988 on a page about suicide or self-harm"
        yield Issue(page.path, block.line(), message, "Put the crisis line first", "warning")


RULES = (
    Rule(
        "crisis-help",
        "A page on suicide or self-harm that doesn't name 988 and 911; on an overdose, 911",
        "Name both, or put <!-- crisis-lines --> on a line of its own",
        _crisis_help,
    ),
    Rule(
        "split-number",
        "988 or 911 with a space or a hyphen in it, which Word puts there unseen",
        "Type it by hand, its three digits together",
        _split_numbers,
    ),
    Rule(
        "unchecked-contact",
        "A phone number, text code or mail address that is neither in "
        "content/_data/crisis_lines.yml nor in site_config/center.yml, or hasn't ten digits",
        "Set it in center.yml if it is the center's; call a public line, then add it with that day",
        _contacts,
    ),
    Rule(
        "help-before-brand",
        "The center's name before 988 on a page about suicide or self-harm",
        "Put the crisis line first",
        _brand_before_help,
        "warning",
    ),
    Rule(
        "press-3",
        "“Press 3” for LGBTQ+ youth on the 988 line: the choice ended on 17 July 2025",
        "Take it out; name The Trevor Project if it fits",
        _press_3,
    ),
)
"""The rules of this family."""
