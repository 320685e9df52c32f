"""The doctor: silent about a good host; of a bad one it names the promise, place and fix."""

from __future__ import annotations

import subprocess
import sys

import pytest

from site_config.hosting.doctor import examine
from site_config.hosting.doctor.http_client import NoSite
from site_config.hosting.doctor.report import Promise
from tests.hosting.doctor.examined import found, without
from tests.hosting.doctor.strange_host import host


def test_a_good_host_keeps_every_promise(built_site):
    assert found(built_site) == []


def test_the_shipped_recipes_keep_every_promise(server):
    assert examine(server) == []


def test_an_address_that_is_not_the_first_page(built_site):
    with host(built_site) as address, pytest.raises(NoSite, match="isn't the first page"):
        examine(f"{address}assets/")


def doctor(root, *arguments):
    command = [sys.executable, "-m", "site_config.hosting.doctor", *arguments]
    return subprocess.run(command, cwd=root, capture_output=True, text=True, check=False)


def test_the_command_names_the_promise_the_place_and_the_fix(root, built_site):
    with host(built_site, without("Referrer-Policy")) as address:
        done = doctor(root, address)
    assert done.returncode == 1
    assert f"BROKEN  {Promise.PRIVATE}" in done.stdout
    assert f"HOLDS   {Promise.STARTS}" in done.stdout
    assert "Referrer-Policy" in done.stdout
    assert "Send the headers that the build wrote" in done.stdout


@pytest.mark.parametrize("address", ["example", "ftp://example.org/", "http://127.0.0.1:9/", ""])
def test_an_address_where_no_site_is_gets_one_line(root, address):
    done = doctor(root, address)
    assert done.returncode == 2
    assert done.stderr.count("\n") == 1
    assert done.stdout == ""
