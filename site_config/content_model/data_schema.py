"""The schema of the data files that people edit: sources, crisis lines, people, exceptions.

Field descriptions are written for writers: they are shown as the fix.
"""

from __future__ import annotations

from typing import Annotated, Literal, get_args

from pydantic import Field

from site_config.content_model.field_types import Day, Line, Name, Strict, Url

SearchTerm = Annotated[str, Field(pattern=r"^[^\W_]+([-' ][^\W_]+)*$")]
Evidence = Literal["S", "D", "K"]


class Source(Strict):
    """One entry of content/_data/sources.yml."""

    title: Line = Field(description="The title as the publisher prints it")
    publisher: Line = Field(description="Who published it")
    year: Annotated[int, Field(ge=1950, le=2100)] | None = Field(
        description="The year of publication, four digits; null if the page has no date"
    )
    url: Url | None = Field(
        description="The full address of the page, with https://; null if it isn't confirmed"
    )
    checked_on: Day = Field(description="The day someone last opened it, written like 2026-11-23")
    evidence: Evidence = Field(
        description="S: someone read it in the source. D: worked out from S. K: from memory, "
        "to be checked"
    )
    read: Literal["page", "copy"] = Field(
        default="page",
        description="page: someone read it at the address. copy: only in a copy, and nobody has "
        "opened the official page yet",
    )
    note: str | None = Field(default=None, description="Anything the next editor should know")
    seen_at: str | None = Field(default=None, description="Where a copy was read")
    claim: str | None = Field(default=None, description="What it says, in our words")
    quote: str | None = Field(
        default=None,
        description="The sentence of the source that gives the figure, word for word: each figure "
        "on a page that cites it must be in there",
    )
    dated_ok: Annotated[str, Field(min_length=10)] | None = Field(
        default=None, description="Why a source older than five years is still right, in a sentence"
    )


Occasion = Literal[
    "always",
    "crisis",
    "distress",
    "emergency",
    "find_treatment",
    "home_unsafe",
    "lgbtq",
    "overdose",
    "pregnancy",
    "self_harm",
    "suicide",
    "teens",
    "urgent",
    "veterans",
    "violence",
    "withdrawal",
]


class CrisisLine(Strict):
    """One entry of content/_data/crisis_lines.yml."""

    id: Name = Field(description="A short name in small letters, such as lifeline_988")
    name: Line = Field(description="The line's name as it calls itself")
    call: Annotated[str, Field(pattern=r"^\d{3,15}$")] | None = Field(
        default=None, description="The digits to dial, in quotes, nothing else"
    )
    call_display: Line | None = Field(default=None, description="The number as people read it")
    text: Annotated[str, Field(pattern=r"^\d{3,15}$")] | None = Field(
        default=None, description="The digits to text to, in quotes"
    )
    text_body: Line | None = Field(default=None, description="The word to send")
    chat_url: Url | None = Field(default=None, description="The chat's full address")
    url: Url | None = Field(default=None, description="The line's own site")
    what: Line = Field(description="What it does, in a plain sentence or two")
    when: list[Occasion] = Field(
        default=[], description=f"Where it is shown, of these: {', '.join(get_args(Occasion))}"
    )
    checked_on: Day = Field(description="The day someone last tried it, written like 2026-11-23")
    called_on: Day | None = Field(
        default=None, description="The day a person called or texted it, such as 2026-11-23"
    )
    evidence: Evidence = Field(description="S: read in the source or called. K: to be checked")
    seen_at: str | None = Field(default=None, description="Where the number was read")
    note: str | None = Field(default=None, description="Anything the next editor should know")


class StateFact(Strict):
    """One entry under `facts` in content/_data/states/STATE.yml."""

    id: Name = Field(description="A short name in small letters, such as leave_cfra")
    text: str = Field(
        min_length=10, description="The fact as readers see it, one to three sentences"
    )
    law: Line | None = Field(default=None, description="The law, such as Cal. Gov. Code § 12945.2")
    agency: Line | None = Field(default=None, description="The agency that answers for it")
    source: Name = Field(description="The key of its source in content/_data/sources.yml")
    as_of: Day = Field(description="The day on which it was read there, written like 2026-11-23")
    evidence: Literal["A", "B", "K"] = Field(
        description="A: read in the law's or the agency's own text. B: read elsewhere. K: from "
        "memory. Only A is published"
    )
    note: str | None = Field(default=None, description="Anything the next editor should know")


class StateFile(Strict):
    """content/_data/states/STATE.yml."""

    state: Line = Field(description="The state's name, such as California")
    words: list[Line] = Field(
        default=[],
        description="Names that only this state has, such as [Medi-Cal]: `make center` finds them",
    )
    facts: list[StateFact] = Field(description="Write `facts:`, and each fact below it with `- `")


class HelpfulPage(Strict):
    """One entry of content/_data/helpful_pages.yml."""

    page: Line = Field(description="A file under content/, such as family/teens.md")
    words: Line = Field(description="What the link says")


class SearchWords(Strict):
    """content/_data/search_words.yml."""

    danger: list[SearchTerm] = Field(
        description="Beginnings of words or of phrases, in small letters, that show Help now"
    )
    pages: dict[Line, list[Line]] = Field(
        description="A file under content/, and in brackets the words that people type for it"
    )


Handle = Annotated[str, Field(pattern=r"^[A-Za-z0-9][A-Za-z0-9-]*(/[A-Za-z0-9._-]+)?$")]


class Author(Strict):
    """A writer."""

    name: Line = Field(description="The name to print")
    url: Url | None = Field(default=None, description="A page about this person")
    email: Line | None = Field(default=None, description="Not printed; for `make stale`")
    handle: Handle | None = Field(
        default=None,
        description="The name on GitHub, or ORGANIZATION/TEAM, without @: it approves articles",
    )


class Reviewer(Strict):
    """The licensed clinician who answers for the pages."""

    name: Line = Field(description="Full name")
    credential: Line = Field(description="For example LCSW, PsyD or MD")
    license: Line | None = Field(default=None, description="License number and state")
    url: Url | None = Field(default=None, description="A public page about this person")
    email: Line | None = Field(
        default=None, description="Not printed; tells this person's own commits in Git"
    )
    handle: Handle | None = Field(
        default=None,
        description="The name on GitHub, without @: it approves safety words and rules",
    )


class TranslationReviewer(Strict):
    """Who has read all pages and the self-check in one language."""

    name: Line = Field(description="Full name")
    reviewed_on: Day = Field(description="The day on which it was read, written like 2026-11-23")


class People(Strict):
    """content/_data/people.yml."""

    reviewer: Reviewer | None = Field(default=None, description="null until a clinician has read")
    authors: dict[Name, Author] = Field(description="Writers by key")
    translation_reviewers: dict[Name, TranslationReviewer] = Field(
        default={}, description="Who has read each translation, by its language, such as es"
    )


class AllowedPhrase(Strict):
    """One entry of site_config/allowed.yml: a phrase that may stay, and why."""

    rule: Line = Field(
        description="The rule's id: it is in brackets at the end of the rule's message"
    )
    page: Line | None = Field(
        default=None, description="The page, such as cost/index.md; leave out for all pages"
    )
    words: Line = Field(min_length=2, description="The exact words that may stay")
    reason: Line = Field(min_length=10, description="Why they may stay, in a sentence")


class Term(Strict):
    """One entry of site_config/house_terms.yml."""

    match: str = Field(description="The words to avoid, as a regular expression")
    use: Line = Field(description="What to write instead")
    severity: Literal["error", "warn"] = Field(description="error or warn")
    source: Line = Field(description="Who says so")
    allow_in: Line | None = Field(default=None, description="Where the words may stay")
