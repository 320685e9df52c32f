"""What people bring along from WordPress, Word, Excel and Windows: rows for test_messages.py.

As in obeyed_messages.py: the rule, what was written, words of the message, the obeyed result.
"""

from __future__ import annotations

from tests.linter.obeyed_messages import FileRow, Row, page
from tests.small_site import FRONT, PAGE

TEXTS = [
    Row(
        "file-form",
        "Words.",
        "straight quotes around the whole value",
        "Words.",
        (
            {"title": "“Your first week”: what happens"},
            {"title": '"“Your first week”: what happens"'},
        ),
    ),
    Row("file-form", "Words.", "Write 2026-11-23", "Words.", ({"last_reviewed": "11/23/26"}, {})),
    Row(
        "file-form",
        "Words.",
        "Write 2027-05-23",
        "Words.",
        ({"next_review": "May 23, 2027"}, {}),
    ),
    Row("file-form", "Words.", "goes into publish_on", "Words.", ({"date": "2026-11-30"}, {})),
    Row("file-form", "Words.", "The file's name is the address", "Words.", ({"slug": "a"}, {})),
    Row(
        "file-form", "Words.", "Write [one, two]", "Words.", ({"tags": "a, b"}, {"tags": "[a, b]"})
    ),
    Row(
        "link-target",
        "[Our friends](friends.org/page)",
        "Write https://friends.org/page",
        "[Our friends](https://friends.org/page)",
    ),
    Row("link-target", "[How help works](#)", "take the link out", "How help works."),
    Row(
        "link-target",
        "## What to Bring\n\n[What to bring](#What-to-Bring)",
        "Write #what-to-bring",
        "## What to Bring\n\n[What to bring](#what-to-bring)",
    ),
    Row(
        "link-target",
        "[The call sheet](sheet.docx)",
        "Save it as a PDF, put it into content/assets/",
        "[The call sheet](../assets/sheet.pdf)",
        files={"content/assets/sheet.pdf": "%PDF-1.7"},
    ),
    Row(
        "stray-markup",
        "[The form](file:///C:/Users/Anna/form.pdf)",
        "under content/assets/",
        "[The form](../assets/form.pdf)",
        files={"content/assets/form.pdf": "%PDF-1.7"},
    ),
    Row(
        "link-scheme",
        "[The form](C:\\Users\\Anna\\form.pdf)",
        "under content/assets/",
        "[The form](../assets/form.pdf)",
        files={"content/assets/form.pdf": "%PDF-1.7"},
    ),
    Row(
        "picture-file",
        "![A room](../assets/pictures/My%20room.svg)",
        "Rename the file to my-room.svg",
        "![A room](../assets/pictures/my-room.svg)",
        files={"content/assets/pictures/my-room.svg": "<svg/>"},
    ),
    Row(
        "bare-address",
        "See friends.org for more.",
        "Write it as a link",
        "See [our friends](https://friends.org) for more.",
    ),
    Row("alt-text", "![Flyer: come and look](../assets/a.svg)", "type them", "Come and look."),
    Row("bold-text", "**What to bring**\n\nA card.", "with ##", "## What to bring\n\nA card."),
    Row("bold-text", "**What to bring**\n\nA card.", "stars out", "What to bring.\n\nA card."),
    Row(
        "bold-text",
        "**Bring a card with you on the first day, and a list of what you take, please.**",
        "around the few words that matter most",
        "Bring **a card** with you on the first day, and a list of what you take, please.",
    ),
    Row("heading-form", "## What to bring:\n\nA card.", "colon", "## What to bring\n\nA card."),
    Row(
        "heading-form",
        f"## {'Bring a card with you ' * 5}and a pen.",
        "delete the # in front",
        f"{'Bring a card with you, please. ' * 5}",
    ),
    Row("stray-markup", "Words.\n\n#recovery #iop", "Delete the line", "Words."),
    Row("stray-markup", "[toc]\n\nWords.", "Delete the line", "Words."),
    Row("stray-markup", "- [ ] a card\n- [x] a pen", "the - is enough", "- a card\n- a pen"),
    Row("pasted-html", "<center>Welcome</center>", "delete <center> and </center>", "Welcome"),
    Row("pasted-html", "One.\n\n<!--more-->\n\nTwo.", "delete <!--more-->", "One.\n\nTwo."),
    Row("footnote", "It helps.[1]\n\n[1] Some book", "into the text", "It helps, says Some book."),
    Row("footnote", "It helps.<sup>1</sup>", "Take <sup> and </sup> out", "It helps."),
    Row(
        "tracking-link",
        "Words. [Share](https://www.facebook.com/sharer/sharer.php?u=https://example.org)",
        "Take it out",
        "Words.",
    ),
    Row(
        "capitals",
        "ASK SOME CENTER ABOUT IOP AND PTSD.",
        "Write “Ask Some Center about IOP and PTSD”",
        "Ask Some Center about IOP and PTSD.",
    ),
    Row("typed-list", "1\ufe0f\u20e3 Call\n2\ufe0f\u20e3 Come", "with 1.", "1. Call\n2. Come"),
    Row(
        "link-words",
        "Ask us, or click here.",
        "make these words the link",
        "Ask us. This is [how help works](../help.md).",
    ),
    Row(
        "pasted-word",
        "Day\tRoom\nMonday\tBlue",
        "| --- | --- | below the first row",
        "| Day | Room |\n| --- | --- |\n| Monday | Blue |",
    ),
]
"""Texts of the small site's page."""

OWN = "".join(f"{key}: {value}\n" for key, value in FRONT.items())
FILES = [
    FileRow(
        "file-form",
        f"content/{PAGE}",
        {f"content/{PAGE}": f"---\n  {OWN}---\n\nWords.\n"},
        "Delete the spaces in front of this line",
        {f"content/{PAGE}": f"---\n{OWN}---\n\nWords.\n"},
    ),
    FileRow(
        "file-name",
        "content/understand/page - Copy.md",
        {"content/understand/page - Copy.md": page()},
        "If it's a copy of page.md, delete it",
        {"content/understand/page - Copy.md": None},
    ),
    FileRow(
        "orphaned-file",
        "content/understand/~$page.docx",
        {"content/understand/~$page.docx": "x"},
        "Close Word, then delete it",
        {"content/understand/~$page.docx": None},
    ),
    FileRow(
        "lost-page",
        "content/_data/week.md",
        {"content/_data/week.md": page()},
        "Move it into a part's folder",
        {"content/_data/week.md": None, "content/understand/week.md": page()},
    ),
    FileRow(
        "lost-page",
        "week.md",
        {"week.md": page().replace("---\n", "---\r\n")},
        "Move it into a part's folder",
        {"week.md": None, "content/understand/week.md": page()},
    ),
    FileRow(
        "menu",
        "content/week.md",
        {
            "content/week.md": page(),
            "mkdocs.yml": "nav:\n  - help.md\n  - P:\n      - understand/page.md\n",
        },
        "Move it into the folder of a part of the menu: understand",
        {
            "content/week.md": None,
            "content/understand/week.md": page(),
            "mkdocs.yml": "nav:\n  - help.md\n  - P:\n      - understand/page.md\n"
            "      - understand/week.md\n",
        },
    ),
]
"""Files that are wrong, and the file that the message names."""

HARMLESS = [
    page().replace("\n", "\r\n").encode("utf-8-sig"),  # as Notepad saves it
    page(publish_on="2026-12-01 9:00").encode(),
    page(title="Your “first” week").replace("Other", "You don’t have to").encode(),
]
"""What is fine as it is: no writer has to know why."""
