"""Python in the visitor's browser says what Python here says, byte for byte.

The same 2,000 people go through `checker/browser_api.py` in CPython, and through the wheel that the
site ships, in Pyodide, asked by the page's own modules.
"""

from __future__ import annotations

import base64
import hashlib
import json

import pytest

from checker.browser_api import result
from scripts.random_cases import corpus, person

PEOPLE = 2000

START = """async () => {
  const { Checker } = await import('/assets/selfcheck/runtime/checker.js');
  const manifest = JSON.parse(document.getElementById('runtime-manifest').textContent);
  window.checker = new Checker(manifest);
  await window.checker.start();
}"""

# The page asks for the paper in each of the site's languages, its own first.
LANGUAGES = "() => document.querySelector('form[data-languages]')?.dataset.languages.split(' ')"

ANSWERS = "async (responses) => JSON.stringify(await window.checker.evaluate(responses))"

# A result is 36 KB, most of it the same in each: only its hash leaves the page.
HASHES = """async (people) => {
  const hashes = [];
  for (const responses of people) {
    const text = JSON.stringify(await window.checker.evaluate(responses));
    const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
    hashes.push(btoa(String.fromCharCode(...new Uint8Array(hash))));
  }
  return hashes;
}"""


@pytest.fixture(scope="module")
def browser(whole_browser):
    """What people have, which also compiles a second time for speed: 2,000 results pay for that."""
    return whole_browser


def hash_of(text):
    return base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


@pytest.fixture(scope="module")
def people(root, built_site):
    """After the build, so that the people are those of the questionnaire that is shipped."""
    assert built_site
    data = json.loads((root / "checker/data.json").read_text("utf-8"))
    return list(corpus(person, 2000, PEOPLE, data))


def here(responses, languages):
    """What CPython says, laid out as JSON.stringify lays it out."""
    request = {"responses": responses, **({"languages": languages} if languages else {})}
    answer = json.loads(result(json.dumps(request)))
    return json.dumps(answer, ensure_ascii=False, separators=(",", ":"))


def test_2000_people_get_the_same_answer_in_the_browser(page, people):
    page.goto("/self-check/")
    page.evaluate(START)
    languages = page.evaluate(LANGUAGES)
    hashes = page.evaluate(HASHES, people)
    assert len(hashes) == PEOPLE
    for responses, there in zip(people, hashes, strict=True):
        assert hash_of(here(responses, languages)) == there, page.evaluate(ANSWERS, responses)
