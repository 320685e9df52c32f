"""Short bad texts, by the module whose rule finds them; and good texts that no rule objects to.

`words` come from the bad text itself or from the fix. Line 1 is the first line of the page's body.
"""

from __future__ import annotations

from typing import NamedTuple

ERROR, WARNING = "error", "warning"


class Bad(NamedTuple):
    """A text, and the one issue that it gives."""

    body: str
    line: int
    severity: str
    words: str


CLAIMS = [
    Bad("Fine.\n\nAbout 8% stay.", 3, ERROR, "8%"),
    Bad("Eight percent stay.", 1, ERROR, "Eight percent"),
    Bad("Seventy-five percent stay.", 1, ERROR, "Seventy-five percent"),
    Bad("One in five stays.", 1, ERROR, "One in five"),
    Bad("It helps 21.2 million people.", 1, ERROR, "21.2 million"),
    Bad("Half of adults know it.", 1, ERROR, "Half of adults"),
    Bad("Nine of ten stay.", 1, ERROR, "Nine of ten"),
    Bad("The vast majority of patients stay.", 1, ERROR, "majority of patients"),
    Bad("About ½ of people stay.", 1, ERROR, "½ of"),
    Bad("Over half do.", 1, ERROR, "Over half do"),
    Bad("It doubles your chances.", 1, ERROR, "doubles your chances"),
    Bad("Nine in ten stay.", 1, ERROR, "Nine in ten"),
    Bad("Two in every five stay.", 1, ERROR, "Two in every five"),
    Bad("Eleven percent stay.", 1, ERROR, "Eleven percent"),
    Bad("A hundred percent stay.", 1, ERROR, "A hundred percent"),
    Bad("It's a twelve-week program.", 1, ERROR, "twelve-week"),
    Bad("The program takes eight to twelve weeks.", 1, ERROR, "eight to twelve weeks"),
    Bad("You get thirty days of treatment.", 1, ERROR, "thirty days"),
    Bad("About 50 pct of people stay.", 1, ERROR, "50 pct"),
    Bad("It has\nbeen known since 2018.", 2, ERROR, "2018"),
    Bad("You come 9 to 19 hours.", 1, ERROR, "9 to 19 hours"),
    Bad("You come nine hours a week.", 1, ERROR, "nine hours a week"),
    Bad("Stay for 90 days.", 1, ERROR, "90 days"),
    Bad("It costs $500.", 1, ERROR, "$500"),
    Bad("According to doctors it helps.", 1, ERROR, "According to"),
    Bad("Studies show that it helps.", 1, ERROR, "Studies show"),
    Bad("There are 12 rooms.", 1, WARNING, "12"),
    Bad("- One.\n- You come 9 hours.\n- Three. [@hours]", 2, ERROR, "9 hours"),
    Bad("<div>\nIt takes 9 hours.\n</div>", 2, ERROR, "9 hours"),
    Bad("!!! note\n    You come 9 hours.", 2, ERROR, "9 hours"),
]
OWN_FACTS = [
    Bad("We're accredited by the Joint Commission.", 1, ERROR, "Joint Commission"),
    Bad("Our CARF-accredited center.", 1, ERROR, "CARF"),
    Bad("We're in network with Blue Shield.", 1, ERROR, "Blue Shield"),
    Bad("We're in-network with most plans.", 1, ERROR, "most plans"),
    Bad("Somos parte de la red de Blue Shield.", 1, ERROR, "Blue Shield"),
]
TABLE_FORM = [
    Bad("One.\n\n| | |\n| --- | --- |\n| a | b |", 3, ERROR, "no name"),
    Bad("| Who | |\n| --- | --- |\n| a | b |", 1, ERROR, "no name"),
    Bad("<table>\n<tr><td>a</td><td>b</td></tr>\n</table>", 1, ERROR, "names of its columns"),
    Bad("Who | What\na | b", 1, ERROR, "become a table"),
]
CITATIONS = [
    Bad("One.\n\nIt helps. [@hous]", 3, ERROR, "hous"),
    Bad("It helps. [@ hours]", 1, ERROR, "[@ hours]"),
]
HOUSE_STYLE = [
    Bad("One.\nHelp for an addict.", 2, ERROR, "addict"),
    Bad("Help with substance abuse.", 1, ERROR, "substance abuse"),
    Bad("They may relapse.", 1, WARNING, "relapse"),
    Bad("![A junkie](../assets/a.svg)", 1, ERROR, "junkie"),
    Bad("| One | Two |\n| --- | --- |\n| a | an addict |", 3, ERROR, "addict"),
    Bad("<div>\n<small>An\naddict</small></div>", 3, ERROR, "addict"),
    Bad('!!! tip "For an addict"\n    Words.', 1, ERROR, "addict"),
    Bad("```\nFor an addict\n```", 2, ERROR, "addict"),
    Bad("Do it now!", 1, WARNING, "!"),
    Bad("You just call.", 1, WARNING, "just"),
    Bad("Simply call.", 1, WARNING, "Simply"),
    Bad("People struggle.", 1, WARNING, "struggle"),
    Bad("We keep it 100% confidential. [@hours]", 1, ERROR, "100% confidential"),
]
UNFINISHED = [
    Bad("Write the TODO.", 1, ERROR, "TODO"),
    Bad("Words.\n[INSERT NAME] helps.", 2, ERROR, "[INSERT NAME]"),
    Bad("Call [PHONE] now.", 1, ERROR, "[PHONE]"),
    Bad("Come to [your city].", 1, ERROR, "[your city]"),
    Bad("It takes XX hours.", 1, ERROR, "XX hours"),
    Bad("It takes ??? hours.", 1, ERROR, "???"),
    Bad("Choose an item.", 1, ERROR, "Choose an item"),
    Bad("Note to editor: cut this.", 1, ERROR, "Note to editor"),
    Bad("As an AI language model, I can't.", 1, ERROR, "As an AI"),
    Bad("One.\n[image1.png]", 2, ERROR, "[image1.png]"),
    Bad("Yes. [Anna: is it so?]", 1, ERROR, "[Anna: is it so?]"),
]
PERSONAL_CLAIMS = [
    Bad("“This place saved my life,” says Anna.", 1, ERROR, "saved my life"),
    Bad("Read our success stories.", 1, ERROR, "success stories"),
    Bad("“I was lost, and they found me.” Anna K.", 1, ERROR, "Anna K."),
    Bad("One.\nYou have depression.", 2, ERROR, "You have depression"),
    Bad("You're clearly bipolar.", 1, ERROR, "clearly bipolar"),
]
RAW_HTML = [
    Bad("Dear <NAME>, come in.", 1, ERROR, "<NAME>"),
    Bad("One.\nSay <small>little.", 2, ERROR, "<small>"),
    Bad("<div>\n\nSay **little**.\n\n</div>", 3, ERROR, "**little**"),
    Bad("<div>See [the guide](../help.md).</div>", 1, ERROR, "[the guide]"),
]
EMPTY_PARTS = [
    Bad("One.\n\n##\n\nTwo.", 3, ERROR, "no words"),
    Bad("# A page", 1 - 9, ERROR, "no text"),
    Bad('One.\n[How help works](../help.md "Read it")', 2, ERROR, "Read it"),
]
CRISIS_SAFETY = [
    Bad("One.\n\nThoughts of suicide pass. Call 988.", 3, ERROR, "suicide"),
    Bad("Self-harm is a sign. Call 911.", 1, ERROR, "Self-harm"),
    Bad("You want to end your life.", 1, ERROR, "end your life"),
    Bad("You don't want to be alive. Call 988.", 1, ERROR, "want to be alive"),
    Bad("One.\nCall 1-800-555-0199.", 2, ERROR, "1-800-555-0199"),
    Bad("Call (310) 555-0199.", 1, ERROR, "(310) 555-0199"),
    Bad("Call 1-800-555-0100.", 1, ERROR, "1-800-555-0100"),  # in the file, but unchecked
    Bad("Call 1-800-GET-WELL.", 1, ERROR, "1-800-GET-WELL"),
    Bad("Text HOME to 741741.", 1, ERROR, "741741"),
    Bad("[Call the line](tel:+13105550199)", 1, ERROR, "Call the line"),
    Bad("[Text the line](sms:741741?body=HOME)", 1, ERROR, "Text the line"),
    Bad("[Call the line](TEL:+13105550199)", 1, ERROR, "Call the line"),
    Bad("[Chat with us](https://wa.me/13105550199)", 1, ERROR, "13105550199"),
    Bad("One.\nWrite to b@example.org.", 2, ERROR, "b@example.org"),
    Bad("[Write to us](mailto:b%40example.org?subject=Hello)", 1, ERROR, "Write to us"),
    Bad("Some Center helps with suicide. Call 988 or 911.", 1, WARNING, "Some Center"),
    Bad("If someone turns blue, wait.", 1, ERROR, "turns blue"),
    Bad("In a crisis, call. Call 988 and press 3.", 1, ERROR, "press 3"),
]
ACCESSIBLE_MARKUP = [
    Bad("# A page\n\n### Deep", 3, ERROR, "Deep"),
    Bad("# Another name", 1, WARNING, "Another name"),
    Bad("### Deep", 1, ERROR, "Deep"),
    Bad("# A page\n\n# Another", 3, ERROR, "Another"),
    Bad("# A page\n\n# Another", 3, ERROR, "Another"),
    Bad("One.\n\n![](../assets/a.svg)", 3, ERROR, "a.svg"),
    Bad('<img src="../assets/a.svg">', 1, ERROR, "a.svg"),
    Bad("![a.svg](../assets/a.svg)", 1, ERROR, "a.svg"),
    Bad("![Our logo.](../assets/a.svg)", 1, ERROR, "Our logo"),
    Bad("![...](../assets/a.svg)", 1, ERROR, "..."),
    Bad("![A room. AI-generated content](../assets/a.svg)", 1, ERROR, "written by Word"),
    Bad("![Picture of a room](../assets/a.svg)", 1, WARNING, "Picture of a room"),
    Bad("Words,\n[here](../help.md).", 2, ERROR, "here"),
    Bad("[This page](../help.md) helps.", 1, ERROR, "This page"),
    Bad("[](../help.md)", 1, ERROR, "help.md"),
    Bad("[https://example.org/a](https://example.org/a)", 1, WARNING, "https://example.org/a"),
    Bad("Bring:\n- a card", 2, ERROR, "list"),
    Bad("- one\n  - two", 2, ERROR, "list"),
    Bad("One.\nWords.[^1]", 2, ERROR, "[^1]"),
    Bad("Many people stay.¹", 1, ERROR, "¹"),
]
PLACEHOLDERS = [
    Bad("One.\n\n<!-- crisis-line -->", 3, ERROR, "crisis-line"),
]
STRAY_MARKUP = [
    Bad('Words.\n[contact-form-7 id="12" title="Contact"]', 2, ERROR, "WordPress"),
    Bad("One.\nA [guide] (../help.md).", 2, ERROR, "[guide] ("),
    Bad("A (guide)[../help.md].", 1, ERROR, "(guide)["),
    Bad("A [guide](../help.md or so).", 1, ERROR, "](../help.md"),
    Bad("Hello,\n{name}.", 2, ERROR, "{name}"),
    Bad("- One\n- Two {{ center }}", 2, ERROR, "{{ center }}"),
    Bad("This is ** strong ** talk.", 1, ERROR, "** strong"),
    Bad("See [the call][one] for more.", 1, ERROR, "[the call][one]"),
    Bad("Do ~~not~~ call.", 1, ERROR, "~~not~~"),
    Bad("==Check this== now.", 1, ERROR, "==Check"),
    Bad("![A room](../assets/My room.svg)", 1, ERROR, "my-room.svg"),
    Bad("See www.example.org for more.", 1, WARNING, "www.example.org"),
    Bad("| One | Two |\n| a | b |", 1, ERROR, "| One | Two"),
    Bad("Words.\n\n##Two", 3, ERROR, "##Two"),
    Bad("Bring:\n• a card\n• a list", 2, ERROR, "• a card"),
    Bad("| One | Two |\n| --- | --- |\n| a | b |\n| a | b | c |", 4, ERROR, "more cells"),
]
UNREADABLE = [
    Bad("Fine.\nIt ad\u200bds up.", 2, ERROR, "It ad▯ds up"),
    Bad("You don\ufffdt.", 1, ERROR, "don▯t"),
    Bad("One.\nYou donâ€™t.", 2, ERROR, "â€™"),
]
EXTERNAL_RESOURCES = [
    Bad("One.\n\n![A room](https://example.org/a.png)", 3, ERROR, "https://example.org/a.png"),
    Bad("![A room](//example.org/a.png)", 1, ERROR, "//example.org/a.png"),
    Bad("![A room](C:/Users/a/room.jpg)", 1, ERROR, "room.jpg"),
    Bad('<div>\n<script src="x.js"></script></div>', 2, ERROR, "script"),
    Bad('One.\n\n<iframe src="https://example.org"></iframe>', 3, ERROR, "iframe"),
    Bad('Words <span onclick="x()">here</span>.', 1, ERROR, "onclick"),
    Bad('Words.\n<span style="color: red">red</span>', 2, ERROR, "style"),
    Bad('[A guide](../help.md){ onclick="x()" }', 1, ERROR, "onclick"),
    Bad('## Title { style="color: red" }', 1, ERROR, "style"),
    Bad('<video src="https://example.org/a.mp4"></video>', 1, ERROR, "https://example.org/a.mp4"),
    Bad("One.\n\n<style>\np {}\n</style>", 3, ERROR, "style"),
    Bad('<a href="javascript:x()">A guide</a>', 1, ERROR, "javascript"),
    Bad("[A guide](http://example.org/)", 1, WARNING, "http://example.org/"),
    Bad("```mermaid\na\n```", 1, ERROR, "mermaid"),
]
LINKS = [
    Bad("One.\n\n[A guide](nowhere.md)", 3, ERROR, "nowhere.md"),
    Bad("[A guide](../help/)", 1, ERROR, "../help/"),
    Bad("[A guide](/help/)", 1, ERROR, "/help/"),
    Bad("[A guide](/help.md)", 1, ERROR, "this file: ../help.md"),
    Bad("[A guide](hepl.md)", 1, ERROR, "../help.md"),
    Bad("[A guide](www.example.org)", 1, ERROR, "https://www.example.org"),
    Bad("[A guide](../help.md#none)", 1, ERROR, "#none"),
    Bad("[A guide](#none)", 1, ERROR, "#none"),
    Bad('<a href="nowhere.md">A guide</a>', 1, ERROR, "nowhere.md"),
    Bad("![A room](../assets/b.svg)", 1, ERROR, "../assets/b.svg"),
    Bad("![A room](/assets/a.svg)", 1, ERROR, "/assets/a.svg"),
    Bad("![A room](/assets/a.svg)", 1, ERROR, "this file: ../assets/a.svg"),
    Bad("![A room](../assets/big.png)", 1, ERROR, "../assets/big.png"),
    Bad("![A room](../assets/heavy.svg)", 1, WARNING, "../assets/heavy.svg"),
]
_LONG = "One two three four five six seven eight nine ten. " + "word " * 26
HARD_SENTENCE = " ".join(
    ["Interdisciplinary professionals systematically individualize psychotherapeutic"] * 4
)
READABILITY = [
    Bad(f"One.\n\nShort. {_LONG}.", 3, WARNING, "26"),
    Bad("\n".join([f"{HARD_SENTENCE} care."] * 4), 1, ERROR, "Interdisciplinary"),
]

ALL = [
    *CLAIMS,
    *OWN_FACTS,
    *TABLE_FORM,
    *CITATIONS,
    *HOUSE_STYLE,
    *UNFINISHED,
    *PERSONAL_CLAIMS,
    *RAW_HTML,
    *EMPTY_PARTS,
    *CRISIS_SAFETY,
    *ACCESSIBLE_MARKUP,
    *PLACEHOLDERS,
    *STRAY_MARKUP,
    *UNREADABLE,
    *EXTERNAL_RESOURCES,
    *LINKS,
    *READABILITY,
]

GOOD = [
    "Cuente todo, también el alcohol.",  # Spanish for “all”: a note to oneself is in capitals
    "It lasts 9 to 19 hours a week. [@hours]",
    "It lasts [@hours] about 9 hours.",
    "For adults, this is it: [@hours]\n\n- 9 hours a week\n- 19 hours at most",
    "- One\n\n    You come 9 hours.\n\n    Another line. [@hours]",
    "| One | Two |\n| --- | --- |\n| 9 hours | yes |\n| 5% | [@hours] |",
    "| One |\n| --- |\n| 9 hours |\n\nAll from one study. [@hours]",
    "The table gives the hours. [@hours]\n\n| One |\n| --- |\n| 9 hours |",
    "In a crisis, call. It's 988 or 911, 24/7. Help is there 24 hours a day.",
    "Awake at 3 a.m. or from 6 to 9 p.m., at 10:30?",
    "You're under 18, or 18 or older. See step 3 and Level 2.1.",
    'Say: "I need more than one hour a week."',
    "> I have been here for 3 weeks.",
    "Three questions take five minutes.",
    "Wait three days. Call in two weeks. Rest in the first two weeks of a program.",
    "Is it accredited by CARF? Ask: are you in network with Blue Shield?",
    "A program accredited by CARF has been inspected.",
    "| | One |\n| --- | --- |\n| a | b |",
    "<table>\n<tr><th>a</th></tr>\n<tr><td>b</td></tr>\n</table>",
    "Read *Substance Abuse Today* first.",
    "The Substance Abuse and Mental Health Services Administration helps.",
    "Alcoholics Anonymous meets here. They talk of relapse prevention.",
    "She wiped the yoga mat.",
    "Thoughts of suicide pass. Call [911](tel:911) or [988](sms:988).",
    "Thoughts of suicide pass.\n\n<!-- crisis-lines -->",
    "Call 1-800-662-HELP or +1 (800) 662-4357, or text 435748 with your ZIP code.",
    "Call [the center](tel:+12135550142) at (213) 555-0142.",
    "# A page\n\n## One\n\n### Two\n\n## Three",
    "![A room with six chairs](../assets/a.svg){ width=640 loading=lazy }",
    '<img src="../assets/a.svg" alt="" role="presentation">',
    "[How it works](../help.md), [a site](https://example.org/), [mail](mailto:a@example.org)",
    "Write to A@example.org. [Our address](MailTo:a@example.org?subject=Hello)",
    "## Two words { #two }\n\n[Two words](#two), [a page](page.md#two)",
    "[The picture](../assets/a.svg)",
    "Bring:\n\n- a card\n    - a second card",
    '!!! tip "Bring"\n    - a card\n    - a list',
    "Term\n:   What it means.",
    "`[@none]` is a marker.",
    "<!-- a note for the next writer, not a placeholder -->\n\nWords.",
    "People have just as much time.",
    "You don’t have to say it – “it’s private”… on\u00a0it. Señor, caf\u00e9.",
    "| One | Two |\n| --- | --- |\n| a \\\\| b | c |\n| a |",
    "Words (in brackets) and [these] too { .note }",
    "<details markdown>\n\nSay **little**.\n\n</details>",
    "Type `<NAME>` for a name.",
    "Is x == y?  `~~` is a sign.",
    "Someone at home - and only there - knows it.",
    "Call (213) 555-0142, ext. 12.",
    "We opened in 2011. It's for adults 18+, not for ages 13-17.",
    "**In danger? Call [911](tel:911), and stay where you are until someone comes to you.**",
    "**Little kids:**\n\nSay it in short words.",
    "**A first word.** And then plain words.",
]
