"""Each rule's message with what was written, and what a fresh reader writes who obeys it.

Someone who knows nothing else does what the message says, to the letter: then nothing is wrong.
"""

from __future__ import annotations

from typing import NamedTuple

from site_config.rendering.photos import stripped
from tests.linter import bad_texts
from tests.photo_files import from_phone, png_with_words
from tests.small_site import LINES, OUTCOMES, PAGE, QUESTIONS, SOURCES


class Row(NamedTuple):
    """A page's text: its rule, what was written, words of the message, the obeyed result."""

    rule: str
    bad: str
    says: str
    obeyed: str
    top: tuple[dict[str, str | None], dict[str, str | None]] = ({}, {})
    """Lines at the top of the page, before and after, that differ from those of a sound page."""
    files: dict[str, str] = {}  # noqa: RUF012 (read only)
    """What else the project has."""


class FileRow(NamedTuple):
    """The same for other files: those that are written, and the one that the message names."""

    rule: str
    path: str
    bad: dict[str, str | bytes]
    says: str
    obeyed: dict[str, str | bytes | None]
    """None: the file is moved away or deleted."""


TEXTS = [
    Row("uncited-figure", "About 72% stay.", "leave the figure out", "Many stay."),
    Row(
        "uncited-figure",
        "About 72% stay.",
        "Copy its sentence into `quote`",
        "About 72% stay. [@quoted]",
    ),
    Row("uncited-figure", "There are 12 rooms.", "write it in words", "There are twelve rooms."),
    Row("uncited-figure", "Nine in ten stay.", "leave the figure out", "People stay."),
    Row(
        "uncited-figure",
        "It's a twelve-week program.",
        "leave the figure out",
        "It's a program of some weeks.",
    ),
    Row(
        "own-facts",
        "We're accredited by the Joint Commission.",
        "Leave it out",
        "We meet in the evening.",
    ),
    Row(
        "own-facts",
        "We're in network with Blue Shield.",
        "Leave it out",
        "Ask your plan who is in network.",
    ),
    Row(
        "table-header",
        "|  |  |\n| --- | --- |\n| a | b |",
        "what the cells below it are",
        "| Letter | Next letter |\n| --- | --- |\n| a | b |",
    ),
    Row(
        "table-header",
        "<table>\n<tr><td>a</td></tr>\n</table>",
        "in the first row",
        "| Letter |\n| --- |\n| a |",
    ),
    Row(
        "stray-markup",
        "Who | What\na | b",
        "| --- | --- |",
        "Who | What\n--- | ---\na | b",
    ),
    Row("uncited-figure", "Studies show that it helps.", "leave these words out", "It helps."),
    Row("citation", "It helps. [@hous]", "did you mean “hours”", "It helps. [@hours]"),
    Row(
        "misquoted-figure",
        "About 72% stay. [@hours_quoted]",
        "Write the figure",
        "About 19 hours. [@hours_quoted]",
    ),
    Row(
        "house-words",
        "Help for an addict.",
        "person with a substance use",
        "Help for a person with a substance use disorder.",
    ),
    Row("house-words", "It's 100% confidential.", "Leave it out", "It's a talk with a nurse."),
    Row(
        "house-words",
        "It's guaranteed.",
        "say what people do there",
        "People learn and talk there.",
    ),
    Row(
        "house-words",
        "Ask an alcoholic.",
        "person with alcohol use disorder",
        "Ask a person with alcohol use disorder.",
    ),
    Row(
        "house-words",
        "Some drunks sing.",
        "person who drinks heavily",
        "Some people who drink heavily sing.",
    ),
    Row("house-words", "They may relapse.", "return to use", "They may return to use."),
    Row(
        "outside-resource",
        "One.\n\n<!-- Meta Pixel Code -->\n<script>\nfbq('init', '1');\n</script>",
        "This is code that reports visitors to Facebook",
        "One.",
    ),
    Row(
        "outside-resource",
        'One.\n\n<iframe src="https://example.org/map"></iframe>',
        "link to its page there",
        "One.\n\n[A map of the town](https://example.org/map)",
    ),
    Row("capitals", "CALL US TODAY.", "Write “Call us today”", "Call us today."),
    Row("capitals", "It's NOT over.", "**not** in a warning", "It's not over."),
    Row("emoji", "Good news 🎉.", "Take it out", "Good news."),
    Row(
        "tracking-link",
        "[A film](https://youtu.be/abc?si=x)",
        "Write https://youtu.be/abc in",
        "[A film](https://youtu.be/abc)",
    ),
    Row("tone", "Do it now!", "End the sentence with a period", "Do it now."),
    Row("tone", "You just call.", "Leave it out", "You call."),
    Row(
        "crisis-help",
        "Self-harm is a sign.",
        "<!-- crisis-lines -->",
        "Self-harm is a sign.\n\n<!-- crisis-lines -->",
    ),
    Row(
        "unchecked-contact",
        "Call [1-800-662-9999](tel:18006629999).",
        "get a new number? Write that one here",
        "Call [1-800-662-4357](tel:18006624357).",
    ),
    Row(
        "uncited-figure",
        "It took 19 hours.",
        "Is it what the source hours_quoted says? “It took 19 hours.” Then cite that one",
        "It took 19 hours. [@hours_quoted]",
    ),
    Row(
        "uncited-figure",
        "It took 19 hours.",
        "write its key under `sources` at the top",
        "It took 19 hours. [@hours_quoted]",
    ),
    Row("unchecked-contact", "Call (310) 555-0199.", "Else take it out", "Call your doctor."),
    Row("unchecked-contact", "Call (213) 555-0143.", "2135550142", "Call (213) 555-0142."),
    Row("unchecked-contact", "Call (213) 555-014.", "write all of it", "Call (213) 555-0142."),
    Row("unchecked-contact", "Write to b@example.org.", "Take it out", "Write to us."),
    Row(
        "press-3",
        "If you feel unsafe, say so. Call 988 and press 3.",
        "Take it out",
        "If you feel unsafe, say so. Call 988.",
    ),
    Row("headings", "# A page\n\n### Deep", "Start it with ##:", "# A page\n\n## Deep"),
    Row("headings", "# A page\n\n# Another", "Start it with ##", "# A page\n\n## Another"),
    Row("alt-text", "![](../assets/a.svg)", "what it shows", "![A room](../assets/a.svg)"),
    Row(
        "alt-text",
        "![Picture of a room](../assets/a.svg)",
        "Start with what it shows",
        "![A room](../assets/a.svg)",
    ),
    Row("link-words", "[here](../help.md).", "make sense alone", "[How help works](../help.md)."),
    Row("list-form", "Bring:\n- a card", "empty line", "Bring:\n\n- a card"),
    Row("list-form", "- one\n  - two", "four spaces", "- one\n    - two"),
    Row("footnote", "Words.[^1]", "into the text", "Words, and more."),
    Row("placeholder", "<!-- crisis lines -->", "crisis-lines", "<!-- crisis-lines -->"),
    Row("placeholder", "<!-- look here -->", "four words", "<!-- Anna, please look here -->"),
    Row("stray-markup", "A [guide] (../help.md).", "without spaces", "A [guide](../help.md)."),
    Row("stray-markup", "Hello, {name}.", "Write what they stand for", "Hello, you."),
    Row("stray-markup", "##Two\n\nMore.", "## Words", "## Two\n\nMore."),
    Row("word-list", "• a card", "- and a space", "- a card"),
    Row(
        "stray-markup",
        "| One | Two |\n| a | b |",
        "| --- | --- |",
        "| One | Two |\n| --- | --- |\n| a | b |",
    ),
    Row(
        "outside-resource",
        "![A room](https://example.org/a.png)",
        "under content/assets/",
        "![A room](../assets/a.svg)",
    ),
    Row(
        "outside-resource",
        'It is <span style="color: red">red</span>.',
        "Delete <span …> and </span>",
        "It's red.",
    ),
    Row("outside-resource", 'A <b onclick="x()">word</b>.', "Delete <b …>", "A word."),
    Row(
        "pasted-html",
        'A <span lang="en">word</span> in <b>bold</b>.<br>&nbsp;',
        "delete <span> and </span>; write **words** for bold ones",
        "A word in **bold**.",
    ),
    Row(
        "pasted-html",
        '<p dir="ltr">A <a class="btn" target="_blank" href="https://example.org/a">guide</a></p>',
        "write a link as [words](address)",
        "A [guide](https://example.org/a)",
    ),
    Row("pasted-html", "<!-- wp:paragraph -->\n\nWords.", "delete <!-- wp", "Words."),
    Row("link-target", "[A guide](nowhere.md)", "link to another page", "[A guide](../help.md)"),
    Row("link-target", "[A guide](nowhere.md)", "keep the words without", "A guide"),
    Row(
        "link-target", "[A guide](../halp.md)", "did you mean “../help.md”", "[A guide](../help.md)"
    ),
    Row("link-target", "[A guide](/help.md)", "../help.md", "[A guide](../help.md)"),
    Row(
        "link-target",
        "[A guide](www.example.org)",
        "https://www.example.org",
        "[A guide](https://www.example.org)",
    ),
    Row(
        "stopping-alone",
        "You can quit alcohol at home alone.",
        "Don't stop suddenly on your own",
        "Don't stop suddenly on your own. Talk to a doctor first.",
    ),
    Row(
        "promising-claim",
        "It works for everyone.",
        "without a promise",
        "People meet there, and it can help with sleep.",
    ),
    Row(
        "promising-claim",
        "Most plans pay all of it.",
        "depends on the plan",
        "What a plan pays depends on the plan. Ask yours.",
    ),
    Row(
        "testimonial",
        "Read our success stories.",
        "describe what the program does",
        "The program has groups in the evening.",
    ),
    Row(
        "promising-claim",
        "Rated 5 stars.",
        "name the license",
        "The center has a license from the state.",
    ),
    Row(
        "promising-claim", "A leading center.", "Say what is there", "A center with evening groups."
    ),
    Row("contractions", "You do not have to.", "“don't”", "You don't have to."),
    Row("contractions", "They are here.", "“They're”", "They're here."),
    Row("contractions", "Do not stop suddenly.", "do **not**", "Do **not** stop suddenly."),
    Row("house-words", "If you ticked none, call.", "checked", "If you checked none, call."),
    Row(
        "telling-link",
        "[What it costs](../help.md) explains it.",
        "link its words",
        "Ask first [what it costs](../help.md).",
    ),
    Row(
        "split-number",
        "If you feel unsafe, say so. Call 9\u00a088.",
        "Type 988 by hand",
        "If you feel unsafe, say so. Call 988.",
    ),
    Row("needless-988", "Bring a pen. Or call 988.", "Take it out", "Bring a pen."),
]

QUOTED = """\
quoted:
  {title: Q, publisher: An agency, year: 2024, url: "https://example.org/q",
   checked_on: 2026-11-23, evidence: S, quote: "In the end 72% stayed."}
hours_quoted:
  {title: H, publisher: An agency, year: 2024, url: "https://example.org/h",
   checked_on: 2026-11-23, evidence: S, quote: "It took 19 hours."}
"""


STATE = {
    "site_config/center.yml": "name: Some Center\nregion: New York\n",
    "content/_data/states/new-york.yml": "state: New York\nfacts:\n  - {id: leave, text: The law "
    "gives you leave., law: Some Law § 1, source: hours, as_of: 2026-11-20, evidence: A}\n",
}
SLOW = "\n".join([f"{bad_texts.HARD_SENTENCE} care."] * 4)
MORE_TEXTS = [
    Row("file-form", "Words.", "Add a line `author: …`", "Words.", ({"author": None}, {})),
    Row(
        "file-form",
        "Words.",
        "in one line",
        "Words.",
        ({"description": "What this page answers, in a sentence\nthat goes on."}, {}),
    ),
    Row(
        "comment-in-value",
        "Words.",
        "Put the value in quotes",
        "Words.",
        ({"title": "Our #1 page"}, {"title": '"Our #1 page"'}),
    ),
    Row(
        "curly-quotes",
        "Words.",
        'title: "Your first week"',
        "Words.",
        (
            {"title": "“Your first week”"},
            {"title": '"Your first week"'},
        ),
    ),
    Row("people", "Words.", "Use one of: editorial", "Words.", ({"author": "nobody"}, {})),
    Row(
        "review-dates",
        "Words.",
        "the day on which the page was really read",
        "Words.",
        ({"last_reviewed": "2026-11-24"}, {}),
    ),
    Row(
        "review-dates",
        "Words.",
        "six or twelve months",
        "Words.",
        ({"next_review": "2126-05-23"}, {"next_review": "2027-05-23"}),
    ),
    Row(
        "schedule",
        "Words.",
        "Set it to a later day",
        "Words.",
        (
            {"publish_on": "2026-12-20", "unpublish_on": "2026-12-01"},
            {"publish_on": "2026-12-20", "unpublish_on": "2027-01-20"},
        ),
    ),
    Row(
        "schedule",
        "Words.",
        "Is the year right?",
        "Words.",
        ({"publish_on": "2062-12-01"}, {"publish_on": "2026-12-01"}),
    ),
    Row(
        "signs",
        "Words.",
        "Correct the id",
        "Words.",
        ({"signs": "[sign_oen]"}, {"signs": "[sign_one]"}),
    ),
    Row("unfinished-text", "Call [PHONE] today.", "Write what belongs there", "Call us today."),
    Row("unfinished-text", "Click or tap here to enter text.", "or delete it", "Some words."),
    Row("unfinished-text", "As an AI language model, I can't.", "or delete it", "Some words."),
    Row("empty-part", "Words.\n\n##\n\nMore.", "or delete the line", "Words.\n\nMore."),
    Row(
        "tooltip",
        '[How help works](../help.md "Read")',
        "Delete it and the quotes",
        "[How help works](../help.md)",
    ),
    Row(
        "survey-years",
        "NSDUH counted more in 2022 than in 2018. [@hours]",
        "one year",
        "NSDUH counted it in 2022. [@hours]",
    ),
    Row("listed-sources", "Words.", "take it off the list", "Words.", ({"sources": "[hours]"}, {})),
    Row(
        "own-outcomes",
        "72% of our patients stay sober. [@hours]",
        "Leave it out",
        "People come in the evening.",
    ),
    Row(
        "testimonial",
        "“This place saved my life,” says Anna.",
        "Leave it out",
        "There are evening groups.",
    ),
    Row(
        "diagnosis",
        "You have depression.",
        "Say what people notice",
        "Some people feel empty for weeks. A professional can tell what it is.",
    ),
    Row(
        "dose",
        "Take 10 mg of melatonin if you can't sleep.",
        "Say: “Ask your doctor or pharmacist how much is safe for you.”",
        "Ask your doctor or pharmacist how much is safe for you.",
    ),
    Row(
        "stopping-medicine",
        "Flush your Suboxone.",
        "Talk to the doctor",
        "Don't stop or change a medicine on your own. Talk to the doctor first.",
    ),
    Row(
        "review-claim",
        "Words.\n\nMedically reviewed by Dr. Tom Lee, MD.",
        "Take the line out",
        "Words.",
    ),
    Row("reading-grade", SLOW, "shorter words and sentences", "People talk, and they learn."),
    Row(
        "long-sentence",
        f"One. {' '.join(['word'] * 26)}.",
        "two",
        f"One. {' '.join(['word'] * 13)}. {' '.join(['word'] * 13)}.",
    ),
    Row(
        "passive",
        " ".join(["A form was signed."] * 5),
        "who",
        "People say it.",
    ),
    Row(
        "help-before-brand",
        "Some Center helps with suicide. Call 988 or 911.",
        "first",
        "Call 988 or 911. Some Center helps with suicide.",
    ),
    Row(
        "crisis-help",
        "If someone turns blue, wait.",
        "call [911](tel:911) now",
        "If someone turns blue, call [911](tel:911) now, and stay with them until help comes.",
    ),
    Row(
        "linked-number",
        "In danger, call [911](tel:988).",
        "same",
        "In danger, call [911](tel:911).",
    ),
    Row(
        "state-fact",
        "<!-- state: leav -->",
        "did you mean “leave”",
        "<!-- state: leave -->",
        files=STATE,
    ),
    Row(
        "state-block",
        "<!-- if-state: leave -->\n\nWords.",
        "<!-- end-state --> below",
        "<!-- if-state: leave -->\n\nWords.\n\n<!-- end-state -->",
        files=STATE,
    ),
    Row("html-tag", "Dear <NAME>, come in.", "without < and >", "Dear reader, come in."),
    Row("html-tag", "Say <b>little.", "Take it out", "Say little."),
    Row(
        "html-tag",
        "<div>\n\nSay **little**.\n\n</div>",
        "Take <div> and </div> out",
        "Say **little**.",
    ),
    Row(
        "broken-comment",
        "<!— crisis-lines —>",
        "Type <!-- crisis-lines -->",
        "<!-- crisis-lines -->",
    ),
    Row(
        "broken-box",
        "!!! warning “Beer”\n\n    Ask first.",
        'Type !!! warning "Beer"',
        '!!! warning "Beer"\n\n    Ask first.',
    ),
    Row(
        "link-scheme",
        "[A guide](http://example.org/)",
        "Use https://",
        "[A guide](https://example.org/)",
    ),
    Row(
        "tracking-link",
        "[A guide](https://example.org/a?utm_source=b)",
        "https://example.org/a",
        "[A guide](https://example.org/a)",
    ),
    Row(
        "bare-address",
        "See www.example.org for more.",
        "[name of the site](https://…)",
        "See [an example](https://www.example.org) for more.",
    ),
    Row("stray-markup", "Do ~~not~~ call.", "Delete the signs", "Do call."),
    Row(
        "wide-row",
        "| A | B |\n| --- | --- |\n| a | b | c |",
        "as many |",
        "| A | B | C |\n| --- | --- | --- |\n| a | b | c |",
    ),
    Row("pasted-word", "Say it. Comment [AM1]", "Delete it", "Say it."),
    Row("indented-text", "One.\n\n    Say it.", "Delete the tab or spaces", "One.\n\nSay it."),
    Row("typed-list", "One.\n\n✓ a card\n✓ a pen", "- and a space", "One.\n\n- a card\n- a pen"),
    Row(
        "typed-table",
        "Before    During\n\nWho pays    Who leads",
        "| --- | --- |",
        "| Before | During |\n| --- | --- |\n| Who pays | Who leads |",
    ),
    Row(
        "run-together",
        "What to say\nSay little.",
        "start a heading with ##",
        "## What to say\n\nSay little.",
    ),
    Row(
        "aphorism",
        "Rest isn't lazy. It's care.\n\nRest isn't lazy. It's care.",
        "one",
        "Rest isn't lazy. It's care.",
    ),
    Row(
        "alt-text",
        "![Picture 1](../assets/a.svg)",
        "Say what it shows",
        "![A room](../assets/a.svg)",
    ),
    Row("picture-file", "![A room](../assets/b.svg)", "a.svg", "![A room](../assets/a.svg)"),
]

CENTER = "site_config/center.yml"
EVENT = (
    "name: Some Center\nevents:\n"
    "- {{name: Open house, day: {}, starts: 6 pm, ends: 7 pm, where: Online}}\n"
)
SPANISH = "content/es/understand/page.md"
FRONT_ES = (
    "---\ntitle: {title}\ndescription: Lo que responde esta página, en una frase bastante larga.\n"
    "author: editorial\nlast_reviewed: {day}\nnext_review: 2027-05-23\n---\n\n{body}\n"
)
TWO = {CENTER: "name: Some Center\nlanguages: [en, es]\nphone: (213) 555-0142\n"}


def spanish(body="Unas palabras.", day="2026-11-23", title="Una página"):
    """Return a Spanish page for the small site's English one."""
    return FRONT_ES.format(body=body, day=day, title=title)


def page(**top):
    """Return an English page with these lines at its top."""
    front = {
        "title": "Another page",
        "description": "What this other page answers, in a sentence that is long enough.",
        "author": "editorial",
        "last_reviewed": "2026-11-23",
        "next_review": "2027-05-23",
    } | top
    rows = "".join(f"{key}: {value}\n" for key, value in front.items())
    return f"---\n{rows}---\n\nOther words.\n"


HARD = "The continued participation in complementary activities is considerably facilitated"
LINE = (
    "- {{id: x, name: A line, call: '18005550123', call_display: {}, "
    "what: Help., checked_on: {}, evidence: S}}\n"
)
TERMS = "site_config/house_terms.yml"
TERM = "terms:\n- {{match: '{}', use: person, severity: error, source: N}}\n"
TEMPLATE = "site_config/rendering/templates/start.html"
ES_TERMS = "site_config/house_terms.es.yml"
ES_TERM = "terms:\n- {match: '\\badicto', use: persona, severity: error, source: N}\n"
NO_TERMS = "terms: []\n"
HARD_ES = (
    "La participación continuada en actividades complementarias facilita considerablemente la "
    "recuperación funcional de determinadas capacidades psicosociales."
)
SOURCE_ENTRY = (
    "hours: {{title: Hours, publisher: An agency, year: 2024, url: 'https://example.org/h', "
    "checked_on: {}, evidence: S}}\n"
)
LIFELINES = (
    "- {id: emergency_911, name: Emergency, call: '911', what: Danger., checked_on: 2026-11-23, "
    "evidence: S}\n- {id: lifeline_988, name: Lifeline, call: '988', what: Talk., "
    "checked_on: 2026-11-23, evidence: S}\n"
)
NEW_YORK = (
    "state: New York\nfacts:\n  - {{id: leave, text: The law gives you leave., law: Some Law § 1, "
    "source: {}, as_of: 2026-11-20, evidence: A}}\n"
)
RULE = "outcomes: []\nrules:\n  - {{source: {}}}\n"
QUESTION = "screens:\n  - questions:\n      - id: q\n        text: {}\n"
STEP = "outcomes:\n  - id: o\n    next_steps:\n      - {text: Call., page: help.md}\n"
RESULT = "outcomes:\n  - id: o\n    title: {{me: {0}, them: {0}}}\n"

FILES = [
    FileRow(
        "menu",
        "mkdocs.yml",
        {"mkdocs.yml": "nav:\n  - help.md\n  - understand/pgae.md\n  - understand/page.md\n"},
        "delete this line",
        {"mkdocs.yml": "nav:\n  - help.md\n  - understand/page.md\n"},
    ),
    FileRow(
        "menu",
        f"content/{PAGE}",
        {"mkdocs.yml": "nav:\n  - help.md\n"},
        "understand/page.md” to mkdocs.yml",
        {"mkdocs.yml": "nav:\n  - help.md\n  - understand/page.md\n"},
    ),
    FileRow(
        "same-words",
        "content/understand/twin.md",
        {"content/understand/twin.md": page(title="A Page.")},
        "Change one of the two",
        {"content/understand/twin.md": page(title="A twin")},
    ),
    FileRow(
        "same-address",
        f"content/{PAGE}",
        {"content/understand/page/index.md": page()},
        "Rename one of the two",
        {"content/understand/page/index.md": None, "content/understand/other.md": page()},
    ),
    FileRow(
        "orphaned-file",
        "content/understand/pay.docx",
        {"content/understand/pay.docx": b"x"},
        "Move it out of content/",
        {"content/understand/pay.docx": None},
    ),
    FileRow(
        "orphaned-file",
        "content/understand/pay.md.txt",
        {"content/understand/pay.md.txt": page(title="What it pays")},
        "understand/pay.md",
        {"content/understand/pay.md.txt": None, "content/understand/pay.md": page(title="Pay")},
    ),
    FileRow(
        "file-form",
        "content/understand/wide.md",
        {"content/understand/wide.md": page(title="A wide page").encode("utf-16")},
        "the encoding UTF-8",
        {"content/understand/wide.md": page(title="A wide page")},
    ),
    FileRow(
        "file-form",
        "content/understand/wide.md",
        {"content/understand/wide.md": page(title="A wide page").encode("utf-16-be")},
        "saved as UTF-16",
        {"content/understand/wide.md": page(title="A wide page")},
    ),
    FileRow(
        "file-name",
        "content/understand/My page (2).md",
        {"content/understand/My page (2).md": page()},
        "understand/my-page-2.md",
        {"content/understand/My page (2).md": None, "content/understand/my-page-2.md": page()},
    ),
    FileRow(
        "file-name",
        "content/understand/two.MD",
        {"content/understand/two.MD": page()},
        "understand/two.md",
        {"content/understand/two.MD": None, "content/understand/two.md": page()},
    ),
    FileRow(
        "picture-content",
        "content/assets/pictures/Our room.png",
        {"content/assets/pictures/Our room.png": png_with_words()},
        "our-room.png",
        {
            "content/assets/pictures/Our room.png": None,
            "content/assets/pictures/our-room.png": png_with_words(),
        },
    ),
    FileRow(
        "picture-content",
        "content/assets/pictures/a.jpg",
        {"content/assets/pictures/a.jpg": from_phone()},
        "make clean-photos",
        {"content/assets/pictures/a.jpg": stripped(from_phone())},
    ),
    FileRow(
        "photo-as-html",
        f"content/{PAGE}",
        {
            "content/assets/pictures/a.png": png_with_words(),
            f"content/{PAGE}": page() + '\n<img src="../assets/pictures/a.png" alt="A room">\n',
        },
        "![",
        {f"content/{PAGE}": page() + "\n![A room](../assets/pictures/a.png)\n"},
    ),
    FileRow(
        "earlier-address",
        "content/_data/addresses.txt",
        {"content/_data/addresses.txt": "help/\nunderstand/page/\nunderstand/pages/\n"},
        "was",
        {f"content/{PAGE}": page(was="[understand/pages/]")},
    ),
    FileRow(
        "source-entry",
        SOURCES,
        {SOURCES: SOURCE_ENTRY.format("2026-12-24"), OUTCOMES: RULE.format("hours")},
        "the day on which you opened",
        {SOURCES: SOURCE_ENTRY.format("2026-11-20")},
    ),
    FileRow(
        "rule-sources",
        OUTCOMES,
        {OUTCOMES: RULE.format("hous")},
        "did you mean “hours”",
        {OUTCOMES: RULE.format("hours")},
    ),
    FileRow(
        "past-day",
        CENTER,
        {CENTER: EVENT.format("2026-11-20")},
        "or write its next day",
        {CENTER: EVENT.format("2026-12-20")},
    ),
    FileRow(
        "past-day",
        CENTER,
        {CENTER: EVENT.format("2026-11-20")},
        "Delete this entry",
        {CENTER: "name: Some Center\n"},
    ),
    FileRow(
        "step-page",
        OUTCOMES,
        {OUTCOMES: STEP.replace("help.md", "gone.md")},
        "take the whole step out",
        {OUTCOMES: "outcomes:\n  - id: o\n    next_steps: []\n"},
    ),
    FileRow(
        "time-zone",
        CENTER,
        {CENTER: "name: Some Center\nregion: Ohio\n"},
        "Write time_zone: America/New_York",
        {CENTER: "name: Some Center\nregion: Ohio\ntime_zone: America/New_York\n"},
    ),
    FileRow(
        "law-elsewhere",
        "content/_data/states/new-york.yml",
        {
            **STATE,
            "content/_data/states/new-york.yml": NEW_YORK.format("hours").replace("Some", "Cal."),
        },
        "or delete the fact",
        {"content/_data/states/new-york.yml": "state: New York\nfacts: []\n"},
    ),
    FileRow(
        "crisis-line-number",
        LINES,
        {LINES: LIFELINES + LINE.format("1-800-555-0124", "2026-11-23")},
        "Correct the one that is wrong",
        {LINES: LIFELINES + LINE.format("1-800-555-0123", "2026-11-23")},
    ),
    FileRow(
        "crisis-line-shown",
        LINES,
        {LINES: LIFELINES, OUTCOMES: "outcomes:\n  - {id: o, lines: [x]}\n"},
        "Put it back",
        {LINES: LIFELINES + LINE.format("1-800-555-0123", "2026-11-23")},
    ),
    FileRow(
        "crisis-line-entry",
        LINES,
        {LINES: LIFELINES + LINE.format("1-800-555-0123", "2025-11-23")},
        "set checked_on to today",
        {LINES: LIFELINES + LINE.format("1-800-555-0123", "2026-11-23")},
    ),
    FileRow(
        "state-file",
        "content/_data/states/new-york.yml",
        {**STATE, "content/_data/states/new-york.yml": NEW_YORK.format("hous")},
        "did you mean “hours”",
        {"content/_data/states/new-york.yml": NEW_YORK.format("hours")},
    ),
    FileRow(
        "glossary-line",
        "content/_data/glossary.md",
        {"content/_data/glossary.md": "IOP: planned treatment\n"},
        "*[word]: its meaning",
        {"content/_data/glossary.md": "*[IOP]: planned treatment\n"},
    ),
    FileRow(
        "house-terms-list",
        TERMS,
        {TERMS: TERM.format("(addict")},
        "Correct",
        {TERMS: TERM.format("addict")},
    ),
    FileRow(
        "result-links",
        "content/_data/helpful_pages.yml",
        {"content/_data/helpful_pages.yml": "- {page: hepl.md, words: Help now}\n"},
        "did you mean “help.md”",
        {"content/_data/helpful_pages.yml": "- {page: help.md, words: Help now}\n"},
    ),
    FileRow(
        "step-page",
        "checker/outcomes.yml",
        {"checker/outcomes.yml": STEP, "content/_data/helpful_pages.yml": "[]\n"},
        "Add the page to content/_data/helpful_pages.yml",
        {"content/_data/helpful_pages.yml": "- {page: help.md, words: Help now}\n"},
    ),
    FileRow(
        "search-pages",
        "content/_data/search_words.yml",
        {"content/_data/search_words.yml": "danger: [die]\npages: {hepl.md: [help]}\n"},
        "did you mean “help.md”",
        {"content/_data/search_words.yml": "danger: [die]\npages: {help.md: [help]}\n"},
    ),
    FileRow(
        "question-grade",
        QUESTIONS,
        {QUESTIONS: QUESTION.format(HARD)},
        "shorter words",
        {QUESTIONS: QUESTION.format("It helps to go.")},
    ),
    FileRow(
        "result-grade",
        OUTCOMES,
        {OUTCOMES: RESULT.format(HARD)},
        "shorter words",
        {OUTCOMES: RESULT.format("It helps to go.")},
    ),
    FileRow(
        "template-grade",
        TEMPLATE,
        {TEMPLATE: f"<p>{HARD}.</p>\n"},
        "shorter words",
        {TEMPLATE: "<p>It helps to go.</p>\n"},
    ),
    FileRow(
        "template-file",
        TEMPLATE,
        {TEMPLATE: b"<p>It\xe9</p>\n"},
        "the encoding UTF-8",
        {TEMPLATE: "<p>Ité</p>\n"},
    ),
    FileRow(
        "translation",
        CENTER,
        {CENTER: "name: Some Center\nlanguages: [en, xq]\n"},
        "two letters",
        {CENTER: "name: Some Center\nlanguages: [en]\n"},
    ),
    FileRow(
        "translated-facts",
        SPANISH,
        {**TWO, ES_TERMS: NO_TERMS, SPANISH: spanish("Son 25 sillas.")},
        "Compare with content/understand/page.md",
        {SPANISH: spanish("Son muchas sillas.")},
    ),
    FileRow(
        "translated-words",
        SPANISH,
        {**TWO, ES_TERMS: ES_TERM, SPANISH: spanish("Ayuda para un adicto.")},
        "persona",
        {SPANISH: spanish("Ayuda para una persona.")},
    ),
    FileRow(
        "reading-ease",
        SPANISH,
        {**TWO, ES_TERMS: NO_TERMS, SPANISH: spanish(f"{HARD_ES} " * 8)},
        "shorter words and sentences",
        {SPANISH: spanish("Hable con su médico. Diga lo que siente. " * 12)},
    ),
    FileRow(
        "picture-file",
        "content/understand/page.md",
        {
            "content/assets/pictures/ROOM.svg": "<svg/>",
            "content/understand/page.md": page() + "\n![A room](../assets/pictures/room.svg)\n",
        },
        "Write ../assets/pictures/ROOM.svg",
        {
            "content/understand/page.md": page() + "\n![A room](../assets/pictures/ROOM.svg)\n",
        },
    ),
    FileRow(
        "file-form",
        "site_config/center.yml",
        {"site_config/center.yml": "name: Some Center\npostal_code: 01002\n"},
        "Put what you wrote in quotes",
        {"site_config/center.yml": 'name: Some Center\npostal_code: "01002"\n'},
    ),
    FileRow(
        "untranslated",
        SPANISH,
        {**TWO, ES_TERMS: NO_TERMS, SPANISH: spanish("Some words are here.")}
        | {"content/understand/page.md": page() + "\nSome words are here.\n"},
        "Translate it",
        {SPANISH: spanish("Aquí hay unas palabras.")},
    ),
    FileRow(
        "untranslated",
        SPANISH,
        {**TWO, ES_TERMS: NO_TERMS, SPANISH: spanish("Some words are here.")}
        | {"content/understand/page.md": page() + "\nSome words are here.\n"},
        "publish_on: 2027-01-22",
        {SPANISH: spanish("Some words are here.", day="2026-11-23\npublish_on: 2027-01-22")},
    ),
    FileRow(
        "old-translation",
        SPANISH,
        {**TWO, ES_TERMS: NO_TERMS, SPANISH: spanish(day="2026-11-20")},
        "then write that day here",
        {SPANISH: spanish(day="2026-11-23")},
    ),
    FileRow(
        "allowed",
        "site_config/allowed.yml",
        {"site_config/allowed.yml": "- {rule: tone, words: just go, reason: It is a quote.}\n"},
        "Delete this entry",
        {"site_config/allowed.yml": "[]\n"},
    ),
]
