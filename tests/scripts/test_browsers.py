"""Which browsers a machine has, and what is missing, by name."""

from __future__ import annotations

import shutil

import pytest

from scripts import browsers


def test_the_variable_decides_and_a_wrong_one_finds_nothing(monkeypatch, tmp_path):
    chosen = tmp_path / "my-chromium"
    monkeypatch.setenv("CHROMIUM", str(chosen))
    assert browsers.chromium() is None
    chosen.touch()
    assert browsers.chromium() == chosen


def test_the_system_s_own_is_found(monkeypatch, tmp_path):
    program = tmp_path / "chromium-browser"
    program.touch(mode=0o755)
    monkeypatch.delenv("CHROMIUM", raising=False)
    monkeypatch.setenv("PATH", str(tmp_path))
    assert browsers.chromium() == program


def test_the_headless_shell_comes_first_unless_the_variable_decides(monkeypatch, tmp_path):
    whole, shell = tmp_path / "chromium", tmp_path / browsers.SHELL
    whole.touch(mode=0o755)
    monkeypatch.delenv("CHROMIUM", raising=False)
    monkeypatch.setenv("PATH", str(tmp_path))
    assert browsers.headless() == whole
    shell.touch(mode=0o755)
    assert browsers.headless() == shell
    assert browsers.chromium() == whole
    monkeypatch.setenv("CHROMIUM", str(whole))
    assert browsers.headless() == whole


@pytest.mark.parametrize(
    ("engine", "there", "lacks"),
    [
        ("firefox", {"firefox"}, None),
        ("firefox", set(), "firefox-esr"),
        ("webkit", {"Xvfb"}, "webkit2gtk-driver"),
        ("webkit", {"WebKitWebDriver"}, "xvfb"),
        ("webkit", {"WebKitWebDriver", "Xvfb"}, None),
    ],
)
def test_what_an_engine_lacks_is_named_as_its_package(monkeypatch, engine, there, lacks):
    monkeypatch.setattr(shutil, "which", lambda name: f"/usr/bin/{name}" if name in there else None)
    monkeypatch.setattr(browsers, "webkit", lambda: "/usr/lib/MiniBrowser")
    said = browsers.missing(engine)
    assert said is None if lacks is None else lacks in said
