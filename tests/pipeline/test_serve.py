"""`make serve`: a port that is free, a plain greeting, and our own code as it is now."""

from __future__ import annotations

import socket
import subprocess
import sys
from contextlib import contextmanager
from urllib.request import urlopen

import pytest

from site_config.pipeline import serve
from tests import project_copy

TOLD = "Told by this test alone"


def free_port():
    with socket.socket() as probe:
        probe.bind((serve.HOST, 0))
        return probe.getsockname()[1]


@contextmanager
def serving(project, port):
    """`make serve` in a copy of the project; gives the lines that it prints."""
    command = [sys.executable, "-m", "site_config.pipeline.serve", "--port", str(port)]
    with subprocess.Popen(
        command, cwd=project, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    ) as process:
        try:
            yield process.stdout
        finally:
            process.terminate()


def lines_until(lines, words):
    """What is printed up to a line with `words`."""
    said = []
    for line in lines:
        said.append(line)
        if words in line:
            return "".join(said)
    raise AssertionError("".join(said))


@pytest.fixture
def project(root, tmp_path, built_site):  # noqa: ARG001 (its runtime is copied)
    return project_copy.make(root, tmp_path)


def test_it_says_where_the_site_will_be_and_shows_changed_code(project):
    port = free_port()
    with serving(project, port) as lines:
        said = lines_until(lines, "Serving on")
        assert f"http://{serve.HOST}:{port}/" in said.splitlines()[0]
        assert "dirty" not in said
        module = project / "site_config/rendering/placeholders.py"
        project_copy.edit(module, '"Chat online"', f'"{TOLD}"')
        lines_until(lines, "Serving on")
        with urlopen(f"http://{serve.HOST}:{port}/help-now/") as answer:
            assert TOLD in answer.read().decode()


def test_the_site_that_is_started_twice_leaves_the_editor_its_port(monkeypatch, tmp_path, capsys):
    tried, started = [], []
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(sys, "argv", ["serve"])
    monkeypatch.setattr(serve, "is_free", lambda port: tried.append(port) or len(tried) > 1)
    monkeypatch.setattr(serve, "_serve_until_stopped", lambda _root, port: started.append(port))
    serve.main()
    assert (tried, started) == ([8000, 8002], [8002])
    assert capsys.readouterr().out.startswith("Port 8000 is in use, so the site is at port 8002.")


def test_a_port_that_is_taken_is_named_in_one_line(project):
    with socket.socket() as other:
        other.bind((serve.HOST, 0))
        other.listen()
        port = other.getsockname()[1]
        assert not serve.is_free(port)
        with serving(project, port) as lines:
            said = lines.read().splitlines()
    assert len(said) == 1
    assert str(port) in said[0]
