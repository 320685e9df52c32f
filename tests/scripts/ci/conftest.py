"""A project to release from, and a server on this machine."""

from __future__ import annotations

import pytest

from scripts.ci import hosts
from tests.scripts.ci.releases import Project, server


@pytest.fixture
def project(tmp_path, monkeypatch):
    for host in hosts.HOSTS.values():
        for name in (*host.variables, *host.secrets, "SHOW_DRAFT", "PUBLIC"):
            monkeypatch.delenv(name, raising=False)
    return Project(tmp_path)


@pytest.fixture
def web_root(tmp_path, monkeypatch):
    """The folder of a server that rsync sends to; `current/site` is what visitors get."""
    folder = tmp_path / "srv"
    monkeypatch.setenv("RSYNC_TARGET", f"deploy@www.example.org:{folder}")
    monkeypatch.setenv("RSYNC_SSH", server(tmp_path))
    return folder
