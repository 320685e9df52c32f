"""The local editor: its forms, its server, and one real edit in a real browser."""

from __future__ import annotations

import http.client
import json
import threading
from contextlib import contextmanager
from pathlib import Path

import pytest
import yaml
from playwright.sync_api import expect

from site_config.authoring.cms_config import config
from site_config.authoring.editor_server import EDITOR, editor
from site_config.authoring.new_article import new_article
from site_config.content_model.front_matter import tidied
from site_config.content_model.schema import Article
from tests.small_site import PAGE, ROOT, TODAY


@contextmanager
def serving(root):
    server = editor(root, 0)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield server.server_address[1]
    finally:
        server.shutdown()
        server.server_close()


@pytest.fixture
def with_editor(small):
    """The small site, with the installed editor in its place."""
    place = small.root / EDITOR
    place.parent.mkdir(parents=True)
    place.symlink_to(ROOT / EDITOR, target_is_directory=True)
    return small


def fields(root):
    sections = config(root, TODAY)["collections"]
    return {field["name"]: field for field in sections[0]["fields"]}


def test_the_form_has_the_schema_s_fields_limits_and_hints(small):
    form = fields(small.root)
    assert {"title", "author", "next_review", "sources", "signs", "publish_on", "body"} <= set(form)
    assert set(form) - {"body"} <= set(Article.model_fields)
    assert (form["description"]["minlength"], form["description"]["maxlength"]) == (50, 160)
    required = {name for name, field in form.items() if field.get("required")}
    assert required == {n for n, f in Article.model_fields.items() if f.is_required()}
    assert form["title"]["hint"] == Article.model_fields["title"].description


def test_what_can_be_chosen_comes_from_the_data_and_is_checked(small):
    form = fields(small.root)
    values = {name: [o["value"] for o in form[name]["options"]] for name in ("sources", "signs")}
    assert values["signs"] == ["sign_one", "sign_two"]
    assert "hours" in values["sources"]
    assert not {"from_memory", "derived"} & set(values["sources"])


def test_the_text_is_edited_raw(small):
    assert fields(small.root)["body"]["modes"] == ["raw"]


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


def test_a_missing_editor_is_said(small):
    with pytest.raises(FileNotFoundError):
        editor(small.root, 0)


def test_tidying_keeps_the_meaning_and_the_text(small):
    front = {
        "sources": "[hours]",
        "reviewed_by": "null",
        "description": '"Who: you, it\'s for you"',
    }
    small.page("Text.  \n\n\n- one", **front)
    file = small.root / "content" / PAGE
    before, after = file.read_text(), tidied(file.read_text(), file)
    old, new = (yaml.safe_load(text.split("---")[1]) for text in (before, after))
    assert {name: value for name, value in old.items() if value} == new
    assert after.split("---\n", 2)[2] == before.split("---\n", 2)[2]
    assert tidied(after, file) == after


@pytest.mark.parametrize("text", ["No front matter.", "---\na: [\n---\n", "---\na: 1\na: 2\n---\n"])
def test_tidying_leaves_alone_what_it_cannot_read(text):
    assert tidied(text, Path("a.md")) == text


SEED = """async ([path, text]) => {
  let folder = await navigator.storage.getDirectory();
  await folder.getDirectoryHandle(".git", { create: true });
  const parts = path.split("/");
  const name = parts.pop();
  for (const part of parts) folder = await folder.getDirectoryHandle(part, { create: true });
  const stream = await (await folder.getFileHandle(name, { create: true })).createWritable();
  await stream.write(text);
  await stream.close();
}"""
# Asked again for 30 s: a file cannot be read while the editor puts the new one in its place. (A
# promise given to wait_for_function counts as true at once, so the page itself does the waiting.)
READ_WITH = """async ([path, word]) => {
  let folder = await navigator.storage.getDirectory();
  const parts = path.split("/");
  const name = parts.pop();
  for (const part of parts) folder = await folder.getDirectoryHandle(part);
  const file = await folder.getFileHandle(name);
  const end = performance.now() + 30_000;
  for (;;) {
    const text = await file.getFile().then((now) => now.text()).catch((error) => String(error));
    if (text.includes(word) || performance.now() > end) return text;
    await new Promise(requestAnimationFrame);
  }
}"""
# The dialog that asks for a folder belongs to the desktop, and no test can press its button. The
# browser's private file system gives the same kind of folder, with the same reads and writes.
PICK = "window.showDirectoryPicker = () => navigator.storage.getDirectory();"


def test_an_edit_changes_the_edited_line_alone(with_editor, browser):
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
    assert changed == [(before.split("\n")[1], "title: What is it now?")]
    assert outside == []


def test_the_editor_is_never_part_of_the_site(built_site):
    names = [file.relative_to(built_site).as_posix() for file in built_site.rglob("*")]
    assert len(names) > 20
    assert [n for n in names if "admin" in n or "sveltia" in n or n.endswith("config.json")] == []
    scripts = [file.read_text("utf-8", "replace") for file in built_site.rglob("*.js")]
    assert not any("sveltia" in text for text in scripts)
