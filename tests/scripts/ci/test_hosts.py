"""Each host gets the whole site in its own way. Netlify is a server here that answers as its
documentation says; Cloudflare's tool is a program that writes down what it is asked to do.
"""

from __future__ import annotations

import io
import json
import threading
import zipfile
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest

from scripts.ci import deploy
from scripts.ci.hosts import HOSTS, DeployError
from tests.scripts.ci.releases import git


class Netlify(HTTPServer):
    """What Netlify shows, and what it is about to show."""

    live: dict[str, bytes]
    refuses = ""
    asked = 0


class Answers(BaseHTTPRequestHandler):
    server: Netlify

    def do_POST(self):
        if self.headers["Authorization"] != "Bearer right" or self.path != "/sites/abc/deploys":
            self._say(401, {})
            return
        assert self.headers["Content-Type"] == "application/zip"
        body = self.rfile.read(int(self.headers["Content-Length"]))
        with zipfile.ZipFile(io.BytesIO(body)) as packed:
            self.server.coming = {name: packed.read(name) for name in packed.namelist()}
        self._say(200, {"id": "d1", "state": "uploaded"})

    def do_GET(self):
        assert self.path == "/deploys/d1"
        self.server.asked += 1
        if self.server.asked == 1:
            self._say(200, {"id": "d1", "state": "processing"})
        elif self.server.refuses:
            self._say(200, {"id": "d1", "state": "error", "error_message": self.server.refuses})
        else:
            self.server.live = self.server.coming
            self._say(200, {"id": "d1", "state": "ready"})

    def _say(self, status, answer):
        self.send_response(status)
        self.end_headers()
        self.wfile.write(json.dumps(answer).encode())

    def log_message(self, *_words):
        """Say nothing."""


@pytest.fixture
def netlify(monkeypatch):
    with Netlify(("127.0.0.1", 0), Answers) as server:
        server.live = {}
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        monkeypatch.setenv("NETLIFY_API", f"http://127.0.0.1:{server.server_port}")
        monkeypatch.setenv("DEPLOY_ASK_EVERY", "0")
        monkeypatch.setenv("NETLIFY_SITE_ID", "abc")
        monkeypatch.setenv("NETLIFY_AUTH_TOKEN", "right")
        yield server
        server.shutdown()
        thread.join()


def test_netlify_shows_the_site_when_it_has_all_of_it(project, netlify):
    project.release("one")
    deploy.deploy(project.root, "netlify")
    assert netlify.live == {
        "index.html": b"one",
        "_headers": b"/*\r\n",
        "runtime/one.js": b"runtime of one",
    }


def test_what_netlify_refuses_is_not_recorded(project, netlify):
    project.release("one")
    netlify.refuses = "File too large"
    with pytest.raises(DeployError, match="File too large"):
        deploy.deploy(project.root, "netlify")
    assert netlify.live == {}
    assert git(project.remote, "branch", "--list", "released") == ""


def test_a_wrong_token_is_named_and_not_shown(project, netlify, monkeypatch):  # noqa: ARG001
    project.release("one")
    monkeypatch.setenv("NETLIFY_AUTH_TOKEN", "wrong-token")
    with pytest.raises(DeployError, match="NETLIFY_AUTH_TOKEN") as caught:
        deploy.deploy(project.root, "netlify")
    assert "wrong-token" not in str(caught.value)


def test_github_pages_gets_a_branch_with_the_site_alone(project):
    project.write("site_config/center.yml", "name: A\nsite_url: https://care.example/\n")
    project.release("one")
    deploy.deploy(project.root, "github-pages")
    names = git(project.remote, "ls-tree", "-r", "--name-only", "gh-pages").split()
    assert names == [".nojekyll", "CNAME", "_headers", "index.html", "runtime/one.js"]
    assert git(project.remote, "show", "gh-pages:CNAME") == "care.example"
    project.release("two", when=4 * 10**9)
    deploy.deploy(project.root, "github-pages")
    deploy.go_back(project.root, "github-pages")
    assert git(project.remote, "show", "gh-pages:index.html") == "one"


def test_cloudflares_tool_gets_the_folder_and_the_project(project, tmp_path, monkeypatch):
    tool = project.root / "deploy/node_modules/.bin/wrangler"
    tool.parent.mkdir(parents=True)
    tool.write_text(
        f'#!/bin/sh\necho "$@" > {tmp_path}/asked\ncat "$3/index.html" >> {tmp_path}/asked\n'
    )
    tool.chmod(0o755)
    project.release("one")
    for name in ("CLOUDFLARE_PROJECT", "CLOUDFLARE_ACCOUNT_ID", "CLOUDFLARE_API_TOKEN"):
        monkeypatch.setenv(name, f"the-{name.lower()}")
    deploy.deploy(project.root, "cloudflare-pages")
    asked = (tmp_path / "asked").read_text()
    assert asked.startswith("pages deploy /")
    assert "--project-name the-cloudflare_project --branch main" in asked
    assert "token" not in asked
    assert asked.endswith("one")
    tool.write_text("#!/bin/sh\necho No such project >&2\nexit 1\n")
    with pytest.raises(DeployError, match="No such project"):
        deploy.deploy(project.root, "cloudflare-pages")


@pytest.mark.parametrize("name", HOSTS)
def test_a_setting_that_is_missing_is_named(project, name):
    project.release("one")
    host = HOSTS[name]
    for wanted in (*host.variables, *host.secrets)[:1]:
        with pytest.raises(DeployError, match=wanted):
            deploy.deploy(project.root, name)


def test_an_unknown_host_is_answered_with_those_there_are(project):
    project.release("one")
    with pytest.raises(DeployError, match="netlify, cloudflare-pages, github-pages, rsync"):
        deploy.deploy(project.root, "floppy-disk")


def test_rsync_asks_for_the_key_and_the_servers_name(project, monkeypatch):
    project.release("one")
    monkeypatch.setenv("RSYNC_TARGET", "deploy@www.example.org:/srv/iop")
    monkeypatch.delenv("RSYNC_SSH", raising=False)
    monkeypatch.delenv("RSYNC_KEY", raising=False)
    with pytest.raises(DeployError, match="RSYNC_KEY"):
        deploy.deploy(project.root, "rsync")
