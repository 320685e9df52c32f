"""What a phone loads of our scripts and styles has no comments, and is the same code."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest
from rjsmin import jsmin

from site_config.pipeline import comments

COMPARE = Path(__file__).with_name("code_without_comments.mjs")
SOURCES = {
    "assets/selfcheck": "checker/browser",
    "assets/js/minisearch": "node_modules/minisearch",
    "assets/js": "content/assets/js",
    "assets/css": "content/assets/css",
}
RULES = """(texts) => texts.map((text) => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(text);
  return [...sheet.cssRules].map((rule) => rule.cssText);
})"""


def with_sources(root, site, kind):
    """Each built file of this kind with the file it was made from."""
    for file in sorted((site / "assets").rglob(f"*.{kind}")):
        name = file.relative_to(site).as_posix()
        below = next(place for place in SOURCES if name.startswith(f"{place}/"))
        yield root / SOURCES[below] / name.removeprefix(f"{below}/"), file


def different(pairs):
    """Those of the pairs of scripts that are not the same code."""
    given = json.dumps([[str(one), str(other)] for one, other in pairs])
    command = ["node", str(COMPARE)]
    done = subprocess.run(command, input=given, capture_output=True, text=True, check=True)
    return json.loads(done.stdout)


def test_every_script_is_the_code_that_it_was(root, built_site):
    """What rjsmin misreads is a template in a template: write the inner one above, by a name."""
    pairs = list(with_sources(root, built_site, "js"))
    assert len(pairs) > 20
    assert different(pairs) == []
    sizes = [(source.stat().st_size, built.stat().st_size) for source, built in pairs]
    assert sum(built for _, built in sizes) < 0.6 * sum(source for source, _ in sizes)


def test_the_worker_s_script_is_too(root, tmp_path):
    source, built = root / "checker/browser/runtime/worker.js", tmp_path / "worker.js"
    built.write_text(jsmin(source.read_text("utf-8")), "utf-8")
    assert different([(source, built)]) == []


@pytest.mark.parametrize(
    ("source", "built"),
    [
        ("let a = 1;", "const a = 1;"),
        ("let a = b\n(c)", "let a = b;(c)"),
        ("const a = `x  y`;", "const a = `x y`;"),
        ("a = -b;", "a = +b;"),
        ("return_ = a / 2 / 3;", "return_ = a;"),
    ],
)
def test_other_code_would_have_been_seen(tmp_path, source, built):
    one, other = tmp_path / "one.js", tmp_path / "other.js"
    one.write_text(source, "utf-8")
    other.write_text(built, "utf-8")
    assert different([(one, other)]) == [[str(one), str(other)]]


def test_every_style_has_the_rules_that_it_had(root, built_site, page):
    pairs = list(with_sources(root, built_site, "css"))
    assert len(pairs) > 10
    page.goto("/search/")
    before, after = (
        page.evaluate(RULES, [file.read_text("utf-8") for file in files])
        for files in zip(*pairs, strict=True)
    )
    assert all(before)
    assert before == after
    assert [built.name for _, built in pairs if "/*" in built.read_text("utf-8")] == []


def test_words_that_look_like_comments_stay(tmp_path):
    script = tmp_path / "a.js"
    script.write_text(
        "const a = 'http://a/*b*/'; // gone\nconst b = `// c`; /** gone */\n", "utf-8"
    )
    style = tmp_path / "a.css"
    style.write_text('a::after { content: "/* b */"; } /* gone */\nb{}', "utf-8")
    comments.strip(tmp_path)
    assert "gone" not in script.read_text("utf-8") + style.read_text("utf-8")
    assert "'http://a/*b*/'" in script.read_text("utf-8")
    assert "`// c`" in script.read_text("utf-8")
    assert '"/* b */"' in style.read_text("utf-8")
