"""What the doctor says: broken promises first, each with place and fix; then those that hold."""

from __future__ import annotations

from site_config.hosting.doctor.report import Promise, broken, report


def test_an_issue_is_a_sentence_whoever_wrote_it():
    found = broken(Promise.HELP, "/a/", "it is gone", "upload it")
    assert found.issue.words == "It is gone. Upload it."


def test_every_promise_is_told_once_and_issues_below_their_promise():
    found = [
        broken(Promise.LIGHT, "/b/", "it is big", "compress it"),
        broken(Promise.HELP, "/a/", "it is gone", "upload it"),
        broken(Promise.LIGHT, "/c/", "it is big too", "compress it"),
    ]
    rows = report("https://example.org/", found).splitlines()
    assert rows[:7] == [
        "https://example.org/",
        "",
        f"BROKEN  {Promise.HELP}.",
        "  /a/: It is gone. Upload it.",
        f"BROKEN  {Promise.LIGHT}.",
        "  /b/: It is big. Compress it.",
        "  /c/: It is big too. Compress it.",
    ]
    assert [row for row in rows if row.startswith("HOLDS")] == [
        f"HOLDS   {promise}." for promise in Promise if promise not in (Promise.HELP, Promise.LIGHT)
    ]
    assert rows[-1] == "4 of 6 promises hold on this host."
