"""Each message is obeyed to the letter by someone who knows nothing else: the page is then clean.

A row is what was written, what the message says to do, and what someone writes who does it.
"""

from __future__ import annotations

from typing import NamedTuple

import pytest

from tests.linter import bad_texts
from tests.small_site import SOURCES


class Row(NamedTuple):
    """Bad input, words of the message, the obeyed result."""

    bad: str
    says: str
    obeyed: str


ROWS = [
    Row("About 72% stay.", "leave the figure out", "Many stay."),
    Row("About 72% stay.", "Copy its sentence into `quote`", "About 72% stay. [@quoted]"),
    Row("There are 12 rooms.", "write it in words", "There are twelve rooms."),
    Row("Studies show that it helps.", "leave these words out", "It helps."),
    Row("It helps. [@hous]", "did you mean “hours”", "It helps. [@hours]"),
    Row("About 72% stay. [@hours_quoted]", "Write the figure", "About 19 hours. [@hours_quoted]"),
    Row(
        "Help for an addict.",
        "person with a substance use",
        "Help for a person with a substance use disorder.",
    ),
    Row("It's 100% confidential.", "Leave it out", "It's a talk with a nurse."),
    Row("It's guaranteed.", "say what people do there", "People learn and talk there."),
    Row(
        "Ask an alcoholic.",
        "person with alcohol use disorder",
        "Ask a person with alcohol use disorder.",
    ),
    Row("Some drunks sing.", "person who drinks heavily", "Some people who drink heavily sing."),
    Row("They may relapse.", "return to use", "They may return to use."),
    Row("Do it now!", "End the sentence with a period", "Do it now."),
    Row("You just call.", "Leave it out", "You call."),
    Row(
        "Self-harm is a sign.",
        "<!-- crisis-lines -->",
        "Self-harm is a sign.\n\n<!-- crisis-lines -->",
    ),
    Row("Call (310) 555-0199.", "Else take it out", "Call your doctor."),
    Row("Call (213) 555-0143.", "2135550142", "Call (213) 555-0142."),
    Row("Call (213) 555-014.", "write all of it", "Call (213) 555-0142."),
    Row("Write to b@example.org.", "Take it out", "Write to us."),
    Row(
        "If you feel unsafe, say so. Call 988 and press 3.",
        "Take it out",
        "If you feel unsafe, say so. Call 988.",
    ),
    Row("# A page\n\n### Deep", "Start it with ##:", "# A page\n\n## Deep"),
    Row("# A page\n\n# Another", "Start it with ##", "# A page\n\n## Another"),
    Row("![](../assets/a.svg)", "what it shows", "![A room](../assets/a.svg)"),
    Row(
        "![Picture of a room](../assets/a.svg)",
        "Start with what it shows",
        "![A room](../assets/a.svg)",
    ),
    Row("[here](../help.md).", "make sense alone", "[How help works](../help.md)."),
    Row("Bring:\n- a card", "empty line", "Bring:\n\n- a card"),
    Row("- one\n  - two", "four spaces", "- one\n    - two"),
    Row("Words.[^1]", "into the text", "Words, and more."),
    Row("<!-- crisis lines -->", "crisis-lines", "<!-- crisis-lines -->"),
    Row("<!-- look here -->", "four words", "<!-- Anna, please look here -->"),
    Row("A [guide] (../help.md).", "without spaces", "A [guide](../help.md)."),
    Row("Hello, {name}.", "Write what they stand for", "Hello, you."),
    Row("##Two", "## Words", "## Two"),
    Row("• a card", "- and a space", "- a card"),
    Row("| One | Two |\n| a | b |", "| --- | --- |", "| One | Two |\n| --- | --- |\n| a | b |"),
    Row(
        "![A room](https://example.org/a.png)",
        "under content/assets/",
        "![A room](../assets/a.svg)",
    ),
    Row('<span style="color: red">red</span>', "plain text", "red"),
    Row("[A guide](nowhere.md)", "Correct the way", "[A guide](../help.md)"),
    Row("[A guide](/help.md)", "../help.md", "[A guide](../help.md)"),
    Row(
        "[A guide](www.example.org)",
        "https://www.example.org",
        "[A guide](https://www.example.org)",
    ),
    Row(
        "You can quit alcohol at home alone.",
        "Don't stop suddenly on your own",
        "Don't stop suddenly on your own. Talk to a doctor first.",
    ),
    Row(
        "It works for everyone.",
        "without a promise",
        "People meet there, and it can help with sleep.",
    ),
    Row(
        "Most plans pay all of it.",
        "depends on the plan",
        "What a plan pays depends on the plan. Ask yours.",
    ),
    Row(
        "Read our success stories.",
        "describe what the program does",
        "The program has groups in the evening.",
    ),
    Row("Rated 5 stars.", "name the license", "The center has a license from the state."),
    Row("A leading center.", "Say what is there", "A center with evening groups."),
    Row("You do not have to.", "“don't”", "You don't have to."),
    Row("Do not stop suddenly.", "do **not**", "Do **not** stop suddenly."),
    Row("If you ticked none, call.", "checked", "If you checked none, call."),
    Row(
        "[What it costs](../help.md) explains it.",
        "link its words",
        "Ask first [what it costs](../help.md).",
    ),
    Row("Bring a pen. Or call 988.", "Take it out", "Bring a pen."),
]

QUOTED = """\
quoted:
  {title: Q, publisher: An agency, year: 2024, url: "https://example.org/q",
   checked_on: 2026-11-23, evidence: S, quote: "In the end 72% stayed."}
hours_quoted:
  {title: H, publisher: An agency, year: 2024, url: "https://example.org/h",
   checked_on: 2026-11-23, evidence: S, quote: "It took 19 hours."}
"""


def write(small, body):
    keys = [key for key in ("hours", "quoted", "hours_quoted") if f"[@{key}]" in body]
    small.page(body, sources=f"[{', '.join(keys)}]")
    return small.issues()


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.bad[:40])
def test_an_obeyed_message_leaves_a_clean_page(pictures, row):
    pictures.add(SOURCES, QUOTED)
    found = write(pictures, row.bad)
    assert any(row.says in f"{issue.what} {issue.fix}" for issue in found), found
    assert write(pictures, row.obeyed) == []


def test_no_message_suggests_a_source(small):
    """A key in a message is soon on the page: a wrong figure then has an agency's name on it."""
    for bad in bad_texts.CLAIMS:
        small.page(bad.body, sources="[hours]" if "[@hours]" in bad.body else "[]")
        assert not any("[@" in issue.fix for issue in small.issues())
