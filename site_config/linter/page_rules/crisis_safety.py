"""Rules that protect a reader in danger. None of them has exceptions."""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING
from urllib.parse import unquote

from site_config.content_model.contact_details import MAIL, digits_of, find_phones
from site_config.content_model.project import CRISIS_LINES
from site_config.content_model.sought import Sought
from site_config.content_model.text import short
from site_config.core.issues import Issue

if TYPE_CHECKING:
    from collections.abc import Iterator

    from site_config.content_model.page import Page
    from site_config.content_model.project import Project
    from site_config.core.issues import Severity

CRISIS_PLACEHOLDER = "crisis-lines"
SUICIDE = Sought(
    r"suicid\w*|self[- ]?harm\w*|self[- ]?injur\w*|better off dead"
    r"|(?:kill|hurt|harm|cut)(?:s|ed|ing|ting)? (?:my|your|him|her|them)sel(?:f|ves)"
    r"|end(?:s|ed|ing)? (?:my|your|his|her|their) (?:own )?li(?:fe|ves)"
    r"|end(?:s|ed|ing)? it all|(?:not|n[’']t) want(?:s|ed)? to (?:live|be alive|wake up)"
    r"|t(?:ak(?:e|es|ing)|ook) (?:my|your|his|her|their) own li(?:fe|ves)"
)
_PRESS_3 = Sought(r"\bpress(?:ing)? (?:3|three)\b")
_CALL_IT = (
    "Use a number of content/_data/crisis_lines.yml, or add this one there with the day on which "
    "you called it"
)
_OWN_MAIL = (
    "Take it out; or, if it is the center’s, set it as `email` in site_config/center.yml as well"
)
_OFTEN = dt.timedelta(days=180)


def page_issues(page: Page, project: Project, contacts: frozenset[str]) -> Iterator[Issue]:
    """Give the issues of one page; `contacts` are the numbers and addresses that may be shown."""
    yield from _crisis_help(page)
    yield from contact_issues(page, contacts)
    yield from _brand_before_help(page, project)
    for block in page.parts.blocks if _PRESS_3.perhaps(page.folded) else ():
        for found in _PRESS_3.pattern.finditer(block.text):
            message = f"“{found[0]}”: this choice on the 988 line ended on 17 July 2025"
            fix = "Take it out; name The Trevor Project from crisis_lines.yml if it fits"
            yield Issue(page.path, block.line(found.start()), message, fix)


def _crisis_help(page: Page) -> Iterator[Issue]:
    """A page that names suicide or self-harm shows 988 and 911 in its own text."""
    if not SUICIDE.perhaps(page.folded):
        return
    if any(words == CRISIS_PLACEHOLDER for words, _line in page.parts.comments):
        return
    text = page.text()
    missing = [number for number in ("988", "911") if not re.search(rf"\b{number}\b", text)]
    if not missing:
        return
    for block in page.parts.blocks:
        if found := SUICIDE.pattern.search(block.text):
            message = f"The page speaks of “{found[0]}” and does not name {' or '.join(missing)}"
            fix = (
                "Add beside it: call or text [988](tel:988), and call [911](tel:911) if a life is "
                "in danger; or put <!-- crisis-lines --> on a line of its own"
            )
            yield Issue(page.path, block.line(found.start()), message, fix)
            return


def contact_issues(page: Page, contacts: frozenset[str]) -> Iterator[Issue]:
    """Give the numbers and mail addresses on `page`, in words or links, not among `contacts`."""
    for block in page.parts.blocks:
        for phone in find_phones(block.text):
            if phone.digits not in contacts:
                message = f"“{phone.words}” is not in the list of checked phone numbers"
                yield Issue(page.path, block.line(phone.start), message, _CALL_IT)
        for mail in MAIL.finditer(block.text) if "@" in block.text else ():
            if mail[0].lower() not in contacts:
                message = f"“{mail[0]}” is not the center’s mail address"
                yield Issue(page.path, block.line(mail.start()), message, _OWN_MAIL)
    for link in page.parts.links:
        scheme, _, rest = unquote(link.href).partition(":")
        scheme = scheme.strip().lower()
        if scheme in ("tel", "sms") and digits_of(re.split(r"[,;?]", rest)[0]) not in contacts:
            message = f"The link “{short(link.text)}” dials {rest}, which nobody has checked"
            yield Issue(page.path, link.line, message, _CALL_IT)
        if scheme == "mailto" and rest.partition("?")[0].lower() not in contacts:
            message = f"The link “{short(link.text)}” writes to {rest}, which nobody has checked"
            yield Issue(page.path, link.line, message, _OWN_MAIL)


def _brand_before_help(page: Page, project: Project) -> Iterator[Issue]:
    """Where a life may be at stake, help is named before the center is."""
    name, text = project.center.name, page.text()
    if not name or name not in text or "988" not in text:
        return
    if text.index(name) < text.index("988") and SUICIDE.pattern.search(text):
        block = next(one for one in page.parts.blocks if name in one.text)
        message = f"“{name}” stands before 988 on a page about suicide or self-harm"
        yield Issue(page.path, block.line(), message, "Put the crisis line first", "warning")


def data_issues(project: Project) -> Iterator[Issue]:
    """Give the issues of crisis_lines.yml: lines that nobody has checked, or not for long."""
    path, places = project.path(CRISIS_LINES), project.places.get(CRISIS_LINES)
    if places is None:
        return
    seen: set[str] = set()
    late: Severity = "error" if project.release else "warning"
    for index, line in enumerate(project.crisis_lines):
        at = places.line(index, "id")
        if line.id in seen:
            yield Issue(path, at, f"“{line.id}” is given twice", "Delete one of the two")
        seen.add(line.id)
        day, day_line = line.checked_on, places.line(index, "checked_on")
        if day > project.today:
            yield Issue(path, day_line, f"{day} is in the future", "Write the day you called it")
        elif project.today - day > _OFTEN:
            message = f"{line.name}: last checked on {day}, more than 180 days ago"
            yield Issue(path, day_line, message, "Call it, then set checked_on to today", late)
        if line.evidence != "S":
            message = f"{line.name}: this number is from memory (evidence {line.evidence})"
            fix = "Call it or read it at its own site; then set evidence to S and checked_on"
            yield Issue(path, places.line(index, "evidence"), message, fix, "warning")
    there = {entry.get("id") for entry in project.crisis_entries or ()}
    for needed in ("lifeline_988", "emergency_911"):
        if project.crisis_entries is not None and needed not in there:
            yield Issue(path, 1, f"“{needed}” is missing", "Put it back: every page depends on it")
