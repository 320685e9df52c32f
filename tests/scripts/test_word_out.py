"""What docs/getting-the-word-out.md gives to copy keeps the promises that it is about."""

from __future__ import annotations

import re

import pytest
from bs4 import BeautifulSoup

from scripts.page_views import log_lines

GUIDE = "docs/getting-the-word-out.md"


def blocks(root, kind=""):
    return re.findall(
        rf"^```{kind}\n(.*?)^```$", (root / GUIDE).read_text("utf-8"), re.DOTALL | re.MULTILINE
    )


def test_the_button_is_a_plain_link_to_the_check(root):
    (snippet,) = blocks(root, "html")
    page = BeautifulSoup(snippet, "lxml").body
    assert [tag.name for tag in page.find_all()] == ["a"]
    assert page.a["href"].endswith("/self-check/")
    assert page.a["referrerpolicy"] == "no-referrer"
    assert page.a.text.strip() == "Take the private self-check"


@pytest.mark.parametrize("name", ["remote_ip", "client_ip", "Referer", "Cookie", "X-Forwarded-For"])
def test_caddy_s_log_leaves_out_who_it_was(root, name):
    (caddy,) = [block for block in blocks(root) if "format filter" in block]
    assert re.search(rf"^\s*request>\S*{name} delete$", caddy, re.MULTILINE)


def test_nginx_s_log_has_no_address_and_can_be_read(root):
    (nginx,) = [block for block in blocks(root) if "log_format" in block]
    (form,) = re.findall(r"log_format pages '(.*)';", nginx)
    assert "$remote" not in form
    assert "$request " not in form
    assert "referer" not in form
    values = {
        "$time_local": "28/Nov/2026:19:02:11 +0000",
        "$request_method": "GET",
        "$iop_path": "/cost/",
        "$server_protocol": "HTTP/2.0",
        "$status": "200",
        "$http_user_agent": "Mozilla/5.0 Firefox/150.0",
    }
    for variable, value in values.items():
        form = form.replace(variable, value)
    asked = log_lines.request(form)
    assert (asked.path, asked.status, asked.agent) == ("/cost/", 200, "Mozilla/5.0 Firefox/150.0")
