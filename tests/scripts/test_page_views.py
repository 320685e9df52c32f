"""Page views from a server's log: what counts, what never does, and that nobody is in it."""

from __future__ import annotations

import gzip

from scripts.page_views.__main__ import main
from tests.scripts.page_views.logs import caddy, line

SECRETS = ("203.0.113.7", "anna", "Firefox", "token=abc", "search.example")


def test_nobody_is_in_the_report(small, capsys):
    small.page("Words.", name="cost/index.md", title="Cost")
    log = small.root / "access.log"
    target = "/cost/?token=abc"
    log.write_text("".join([line(target), caddy(target), line("/missing/?token=abc", 404)] * 9))
    packed = small.root / "access.log.1.gz"
    packed.write_bytes(gzip.compress(line().encode()))
    assert main([str(log), str(packed)], small.root) == 0
    folder = small.root / "dist/stats"
    written = capsys.readouterr().out + "".join(file.read_text() for file in folder.iterdir())
    assert "19  Cost" in written
    assert "9  /missing/" in written
    assert [secret for secret in SECRETS if secret in written] == []


def test_a_log_that_is_not_there_is_said(tmp_path, capsys):
    assert main([], tmp_path) == 1
    assert main([str(tmp_path / "no.log")], tmp_path) == 1
    assert "make stats LOG=" in capsys.readouterr().err


def test_a_packed_log_that_is_none_is_said(small, capsys):
    broken = small.write("a.gz", "no gzip")
    assert main([str(broken)], small.root) == 1
    assert "can't be read" in capsys.readouterr().err


def test_a_packed_log_that_is_damaged_is_said(small, capsys):
    whole = gzip.compress(line().encode() * 9)
    changed = bytearray(whole)
    changed[10] ^= 0xFF  # the first byte of what was packed
    for data in (whole[:-12], bytes(changed)):
        broken = small.write("a.gz", data)
        assert main([str(broken)], small.root) == 1
        assert "can't be read" in capsys.readouterr().err
