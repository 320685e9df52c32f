"""The local editor: its server answers this computer alone, and one real edit in a browser."""

from __future__ import annotations

import http.client
import json
import re
import socket

import pytest
from playwright.sync_api import expect

from site_config.authoring import __main__ as make_edit
from site_config.authoring.editor_server import editor
from site_config.authoring.new_article import new_article
from site_config.content_model.page import split_front
from site_config.core import yaml_source
from tests.authoring.editor_in_browser import PICK, READ_WITH, SEED, serving
from tests.small_site import PAGE, ROOT, TODAY


@pytest.fixture
def with_editor(small):
    """The small site, with the installed editor in its place."""
    (small.root / "node_modules").symlink_to(ROOT / "node_modules", target_is_directory=True)
    return small


def test_saving_a_page_that_is_online_adds_nothing_to_it(with_editor, browser):
    with_editor.page("# Old words\n\nSome words.", name="iop/old.md", title="Old words")
    before = (with_editor.root / "content/iop/old.md").read_text()
    with serving(with_editor.root) as port, browser.new_context() as context:
        page = context.new_page()
        page.add_init_script(PICK)
        page.goto(f"http://127.0.0.1:{port}/")
        page.evaluate(SEED, ["content/iop/old.md", before])
        page.get_by_role("button", name="Local").click()
        page.get_by_text("Old words").click()
        text = page.locator("textarea.page-text")
        expect(text).to_have_value(re.compile("Some words"))
        text.fill("# Old words\n\nOther words.")
        page.get_by_role("button", name="Save").click()
        after = page.evaluate(READ_WITH, ["content/iop/old.md", "Other words"])
    meaning = yaml_source.load(split_front(after)[0], PAGE).data
    assert meaning == yaml_source.load(split_front(before)[0], PAGE).data


def test_a_port_that_is_taken_is_named_in_one_line(with_editor, monkeypatch, capsys):
    with socket.socket() as other:
        other.bind((make_edit.HOST, 0))
        other.listen()
        port = other.getsockname()[1]
        monkeypatch.setattr(make_edit, "PORT", port)
        monkeypatch.chdir(with_editor.root)
        assert make_edit.main() == 1
    said = capsys.readouterr().err.splitlines()
    assert len(said) == 1
    assert str(port) in said[0]


def ask(port, path, host=None):
    connection = http.client.HTTPConnection("127.0.0.1", port)
    connection.request("GET", path, headers={"Host": host} if host else {})
    answer = connection.getresponse()
    return answer.status, answer.read(), answer.headers


def test_the_server_answers_this_computer_alone(with_editor):
    with serving(with_editor.root) as port:
        assert ask(port, "/")[0] == 200
        assert json.loads(ask(port, "/config.json")[1])["collections"]
        assert ask(port, "/", host=f"evil.example:{port}")[0] == 403


@pytest.mark.parametrize(
    "path",
    [
        "/content/understand/page.md",
        "/cms/../../../../content/understand/page.md",
        "/cms/%2e%2e/%2e%2e/%2e%2e/%2e%2e/content/understand/page.md",
        "/cms/",
        "/server.py",
        "/..%2fserver.py",
        "/missing.js",
        "/parts/svgo.js",
        "/../site_config/center.yml",
    ],
)
def test_the_server_gives_nothing_but_the_editor(with_editor, path):
    with serving(with_editor.root) as port:
        assert ask(port, path)[0] == 404


def test_the_policy_lets_the_editor_talk_to_no_one(with_editor):
    with serving(with_editor.root) as port:
        policy = ask(port, "/")[2]["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "http" not in policy


def post(port, path, sent, **headers):
    connection = http.client.HTTPConnection("127.0.0.1", port)
    usual = {"Origin": f"http://127.0.0.1:{port}", "Content-Type": "application/json"}
    text = sent if isinstance(sent, str) else json.dumps(sent)
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    connection.request("POST", path, text, usual | named)
    answer = connection.getresponse()
    return answer.status, answer.read()


def test_only_the_editor_s_own_page_may_ask(with_editor):
    asked = {"place": {"section": "start"}, "data": {"title": "A title", "body": "Words."}}
    with serving(with_editor.root) as port:
        status, answer = post(port, "/check", asked)
        assert status == 200
        assert json.loads(answer)["body"] == "# A title\n\nWords."
        assert post(port, "/check", asked, Origin="http://evil.example")[0] == 403
        assert post(port, "/check", asked, Content_Type="text/plain")[0] == 403
        assert post(port, "/check", asked, Host=f"evil.example:{port}")[0] == 403


@pytest.mark.parametrize(
    ("path", "sent"),
    [
        ("/check", "no json"),
        ("/check", "[]"),
        ("/check", {"place": {"name": "../mkdocs.yml"}, "data": {}}),
        ("/check", {"place": {"name": "a/../../b.md"}, "data": {}}),
        ("/menu", {"name": "start/a.md"}),
        ("/menu", {"name": "nowhere/a.md", "title": "A title"}),
        ("/menu", {"name": "start/a.md: x\n- b", "title": "A title"}),
        ("/other", {}),
    ],
)
def test_a_question_without_sense_changes_nothing(with_editor, path, sent):
    menu = with_editor.write("mkdocs.yml", "nav:\n- start/one.md\n")
    with serving(with_editor.root) as port:
        assert post(port, path, sent)[0] == 400
    assert menu.read_text() == "nav:\n- start/one.md\n"


@pytest.mark.parametrize("length", ["abc", "-5", "99999999999"])
def test_a_question_of_no_length_is_answered(with_editor, length):
    with serving(with_editor.root) as port:
        assert post(port, "/check", "", Content_Length=length)[0] == 400


def test_a_missing_editor_is_said(small):
    with pytest.raises(FileNotFoundError):
        editor(small.root, 0)


def test_an_edit_changes_the_title_and_its_heading_alone(with_editor, browser):
    file = new_article(with_editor.root, 'What is "it": a test?', "iop", TODAY)
    path, before = file.relative_to(with_editor.root).as_posix(), file.read_text()
    outside = []
    with serving(with_editor.root) as port, browser.new_context() as context:
        page = context.new_page()
        page.on("response", lambda r: outside.append(r.url) if "127.0.0.1" not in r.url else None)
        page.add_init_script(PICK)
        page.goto(f"http://127.0.0.1:{port}/")
        page.evaluate(SEED, [path, before])
        page.get_by_role("button", name="Local").click()
        page.get_by_text("a test?").click()
        title = page.get_by_role("textbox", name="Title")
        expect(title).to_have_value('What is "it": a test?')  # its own would replace ours if late
        title.fill("What is it now?")
        page.get_by_role("button", name="Save").click()
        after = page.evaluate(READ_WITH, [path, "it now?"])
    changed = [(a, b) for a, b in zip(before.split("\n"), after.split("\n"), strict=True) if a != b]
    lines = before.split("\n")
    assert changed == [
        (lines[1], "title: What is it now?"),
        ('# What is "it": a test?', "# What is it now?"),
    ]
    assert outside == []


def test_the_editor_is_never_part_of_the_site(built_site):
    names = [file.relative_to(built_site).as_posix() for file in built_site.rglob("*")]
    assert len(names) > 20
    assert [n for n in names if "admin" in n or "sveltia" in n or n.endswith("config.json")] == []
    scripts = [file.read_text("utf-8", "replace") for file in built_site.rglob("*.js")]
    assert not any("sveltia" in text for text in scripts)
