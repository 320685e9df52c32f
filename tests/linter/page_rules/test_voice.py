"""The house voice: short forms, one aphorism a page, links in sentences, 988 where it belongs."""

from __future__ import annotations

import pytest


def rules(small, body):
    small.page(body)
    return [(issue.rule, issue.severity) for issue in small.issues()]


@pytest.mark.parametrize(
    ("body", "better"),
    [
        ("You do not have to decide.", "don't"),
        ("It is fine.", "it's"),
        ("They are here, and we will call.", "they're"),
        ("You cannot fail.", "can't"),
        ("There is no rush.", "there's"),
        ("Let us talk.", "let's"),
    ],
)
def test_the_full_form_gets_the_short_one(small, body, better):
    small.page(body)
    found = [issue for issue in small.issues() if issue.rule == "contractions"]
    assert found
    assert all(issue.severity == "warning" for issue in found)
    written = better.capitalize() if found[0].what[1].isupper() else better
    assert f"“{written}”" in found[0].fix


@pytest.mark.parametrize(
    "body",
    [
        "Do **not** stop alcohol suddenly.",
        "You don't have to decide. It's fine.",
        "Tell them who you are.",
        "Ask what it is.",
        "Ask what help there is to pay.",
        "Most of it is paid.",
        "Do you want to talk? Is it time?",
        "Read *You Are Not Alone* first.",
        "## What it is not",
        "Say that i\u017f enough.",  # a letter that only looks like an s
    ],
)
def test_warnings_and_what_has_no_short_form_are_fine(small, body):
    assert "contractions" not in [rule for rule, _ in rules(small, body)]


@pytest.mark.parametrize(
    ("said", "stiff"), [("Do not stop suddenly.", False), ("You do not have to.", True)]
)
def test_a_warning_of_the_check_has_no_bold_and_keeps_its_full_form(small, said, stiff):
    template = "site_config/rendering/templates/start.html"
    small.write(template, f"<p>{said}</p>\n")
    found = [issue for issue in small.issues(template) if issue.rule == "contractions"]
    assert bool(found) == stiff


@pytest.mark.parametrize(
    ("body", "better"),
    [
        ("If you ticked none, call.", "check"),
        ("Did you sleep well lately?", "recently"),
        ("Your duties at home wait.", "responsibilities"),
        ("Is live-in care for you?", "residential treatment"),
        ("Some take calming pills.", "anxiety or sleep"),
        ("Ask whom you like.", "who"),
    ],
)
def test_a_foreign_word_gets_the_everyday_one(small, body, better):
    small.page(body)
    (issue,) = small.issues()
    assert (issue.rule, issue.severity) == ("house-words", "warning")
    assert better in issue.fix


FLAT = "Rest isn't lazy. It's care."


@pytest.mark.parametrize(("count", "found"), [(1, 0), (2, 1), (3, 2)])
def test_one_aphorism_a_page_is_enough(small, count, found):
    assert rules(small, "\n\n".join([FLAT] * count)) == [("aphorism", "warning")] * found


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("[What it costs](../help.md) tells you why.", 1),
        ("[What it costs](../help.md) has more.", 1),
        ("[What it costs](../help.md) explains it.", 1),
        ("Ask your plan: [what it costs](../help.md).", 0),
    ],
)
def test_a_link_is_part_of_its_sentence(small, body, found):
    assert rules(small, body) == [("telling-link", "warning")] * found


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("Bring a pen. You can also call 988.", 1),
        ("If you feel unsafe, say so. You can also call 988.", 0),
        ("After an overdose, go to the ER. You can also call 988.", 0),
        ("Thoughts of suicide pass. Call 988 or 911.", 0),
    ],
)
def test_988_is_for_text_about_risk(small, body, found):
    assert rules(small, body) == [("needless-988", "warning")] * found
