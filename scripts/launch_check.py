"""`make launch-check`: what a center owes its visitors and the law before the site is public."""

from __future__ import annotations

import datetime as dt
import sys
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from site_config.content_model.project import read_project
from site_config.settings import calendar, center

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from site_config.content_model.project import Project

CENTER = center.NAME
LINES = "content/_data/crisis_lines.yml"
SOURCES = "content/_data/sources.yml"
CALLED_WITHIN = dt.timedelta(days=183)
"""A crisis line is called before launch, then every six months."""


class Requirement(NamedTuple):
    """What a site needs before it goes public: where it is set, what it is, and why."""

    where: str
    what: str
    why: str
    required: bool = True


def open_requirements(root: Path, today: dt.date) -> list[Requirement]:
    """Return what is still open, what is required first.

    Raises:
        IssuesFound: center.yml cannot be used.
    """
    facts = center.load(root)
    project = read_project(root, today)
    found = [*_contact(facts), *_license(facts, today), *_review(project), *_lines(project)]
    found += [*_sources(project), *_notices(facts), *_more(facts)]
    return sorted(found, key=lambda one: not one.required)


def _contact(facts: center.Center) -> Iterator[Requirement]:
    if not (facts.phone or facts.text_line or facts.email or facts.contact_url):
        why = "A person who is ready today cannot reach anyone here."
        yield Requirement(
            CENTER, "A way to reach the center: phone, text_line, email or contact_url", why
        )
    if not facts.site_url:
        why = "Links that people share, search engines and the page not found need it."
        yield Requirement(CENTER, "The site's address: site_url", why)


def _license(facts: center.Center, today: dt.date) -> Iterator[Requirement]:
    if not (facts.license and facts.license_body and facts.license_kind):
        why = "People cannot check that the program is allowed to treat them."
        what = "License or certificate: license, license_kind, license_body"
        yield Requirement(CENTER, what, why)
    if facts.license_expires is None:
        yield Requirement(
            CENTER, "The day the license ends: license_expires", "It is part of the notice."
        )
    elif facts.license_expires < today:
        what = f"The license ended on {facts.license_expires}: license_expires"
        yield Requirement(
            CENTER, what, "People look this up. Renew it, or ask the state what holds now."
        )
    if facts.region == "California":
        yield from _california(facts)


def _california(facts: center.Center) -> Iterator[Requirement]:
    if not facts.license_url:
        yield Requirement(
            CENTER,
            "The state's page with the program's number and its end: license_url",
            "California asks for this link on the website (Health and Safety Code 11831.12).",
        )
    if not facts.license_status_url:
        yield Requirement(
            CENTER,
            "The state's list of suspended and probationary programs: license_status_url",
            "California asks for this link since January 1, 2026 (Health and Safety Code 11831.5).",
        )


def _review(project: Project) -> Iterator[Requirement]:
    people = project.people
    if people is None or people.reviewer is None:
        why = "A mistake here can cost a life, and only a clinician can find some of them."
        yield Requirement("content/_data/people.yml", "A licensed clinician as the reviewer", why)
    signed = [page for page in project.pages.values() if page.article]
    open_pages = sum(not page.values.get("reviewed_by") for page in signed)
    if open_pages:
        what = f"A clinician's signature on {open_pages} of {len(signed)} pages: reviewed_by"
        yield Requirement("content/", what, "Each of them says “not yet reviewed by a clinician”.")


def _lines(project: Project) -> Iterator[Requirement]:
    last = project.today - CALLED_WITHIN
    for line in project.crisis_lines:
        if line.call == "911":
            continue  # nobody calls 911 to try it
        shown = line.evidence not in {"K", "D"} and (line.call or line.text)
        if shown and (line.called_on is None or line.called_on < last):
            what = f"A call or text to {line.name}: called_on of {line.id}"
            yield Requirement(LINES, what, "A wrong number fails a person in danger.")


def _sources(project: Project) -> Iterator[Requirement]:
    """Yield the sources that pages show and that someone has read in a copy alone."""
    hidden = project.sources_of_states() - project.cited_sources()
    copies = [
        key
        for key, source in project.sources.items()
        if source.read == "copy" and source.evidence != "K" and key not in hidden
    ]
    if copies:
        what = f"The official pages of {len(copies)} sources, opened and read: {', '.join(copies)}"
        why = "Each of them says “Official page not opened yet”. Laws and figures change."
        yield Requirement(SOURCES, what, why)


def _notices(facts: center.Center) -> Iterator[Requirement]:
    kept = facts.notices
    if not kept.privacy_practices:
        why = "A provider with a website shows it there (45 CFR 164.520)."
        yield Requirement(CENTER, "Notice of Privacy Practices: notices.privacy_practices", why)
    if not kept.privacy_policy:
        why = "People want to know who is behind the site, from when it holds, and whom to ask."
        yield Requirement(CENTER, "The website's privacy policy: notices.privacy_policy", why)
    if not kept.good_faith_estimate:
        why = "People without insurance have a right to it (45 CFR 149.610)."
        yield Requirement(CENTER, "Good faith estimate notice: notices.good_faith_estimate", why)
    if not kept.nondiscrimination:
        why = "Providers that get federal money owe it (Section 1557): ask counsel."
        yield Requirement(
            CENTER, "Nondiscrimination notice: notices.nondiscrimination", why, required=False
        )
    if not kept.terms:
        why = "It says what the site is for, and what it is not."
        yield Requirement(CENTER, "Terms of use: notices.terms", why, required=False)


def _more(facts: center.Center) -> Iterator[Requirement]:
    program = any(facts.offers.model_dump().values())
    asked = {
        "Hours: hours": (facts.hours, "Callers want to know when someone answers."),
        "Steps after a call: admissions": (facts.admissions, "Not knowing keeps people away."),
        "The program: offers": (program, "People look for day, evening or online."),
        "Insurance: insurance": (facts.insurance, "It is the first question on the phone."),
        "The team: team": (facts.team, "People trust people."),
    }
    for what, (value, why) in asked.items():
        if not value:
            yield Requirement(CENTER, what, why, required=False)


def report(found: Sequence[Requirement]) -> str:
    """Return the list as text."""
    if not found:
        return "Nothing is open: the site may go public.\n"
    required = [one for one in found if one.required]
    more = [one for one in found if not one.required]
    parts = ["Before this site goes public\n"]
    for title, some in (("Required", required), ("Good to have", more)):
        if some:
            parts.append(f"\n{title} ({len(some)}):\n")
            parts += [f"- {one.what}\n  in {one.where}. {one.why}\n" for one in some]
    return "".join(parts)


def main() -> int:
    """Write the list; return 1 while something required is open."""
    root = Path.cwd()
    found = open_requirements(root, calendar.today_at(root))
    sys.stdout.write(report(found))
    return int(any(one.required for one in found))


if __name__ == "__main__":
    sys.exit(main())
