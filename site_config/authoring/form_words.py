"""What the editor's forms say to a writer: the name of each field, and what to put into it."""

from __future__ import annotations

from typing import NamedTuple


class Words(NamedTuple):
    """The words beside one field."""

    label: str
    hint: str


FIELDS = {
    "title": Words(
        "Title",
        "What people would type into a search, such as: How do I tell my boss? It becomes the "
        "page's heading too.",
    ),
    "description": Words(
        "Description",
        "One or two sentences that say what the page answers. Search engines show them below the "
        "title.",
    ),
    "author": Words("Author", "Who wrote it. New writers are added in content/_data/people.yml."),
    "reviewed_by": Words(
        "Reviewed by",
        "Leave it empty until this clinician has read the whole page. Visitors see the name.",
    ),
    "last_reviewed": Words(
        "Last reviewed", "The day you last read the whole page through. Visitors see it."
    ),
    "next_review": Words(
        "Next review", "The day someone must read it again. Half a year is usual."
    ),
    "sources": Words(
        "Sources",
        "Filled in when you save, from the sources that you cite in the text with the button "
        "“Source”.",
    ),
    "tags": Words(
        "Topics",
        "A few short words, one a line, such as: work. Leave it empty for the part's own name.",
    ),
    "signs": Words(
        "Signs it explains",
        "If the page explains a sign that the self-check asks about, choose it here. Most pages "
        "explain none.",
    ),
    "publish_on": Words(
        "Publish on",
        "The page stays off the site until this day. A new page gets one two months ahead when "
        "you first save it. Empty the field when the page may appear with the next release.",
    ),
    "unpublish_on": Words(
        "Take off on",
        "Only for a page that ends, such as an open house: from this day on it is off the site.",
    ),
    "quick_exit": Words(
        "Button “Exit this page”",
        "For a page that someone may read beside a person they are afraid of.",
    ),
    "was": Words(
        "Earlier addresses",
        "Only if the page had another address: what came after the site's name, such as "
        "cost/old-name/, one a line. Visitors who ask for it are sent here.",
    ),
}

TEXT = Words(
    "Text",
    "Answer the title's question first. Then say why. Below the text you see what to fix.",
)
