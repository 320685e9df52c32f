"""An archive is the same, byte for byte, whenever it is made from the same files."""

from __future__ import annotations

import hashlib
import os
import tarfile

from scripts.archive import pack

WHEN = 1_795_892_531


def files(folder):
    for name in ("site/index.html", "site/a/b.html", "notes.txt"):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(name, "utf-8")
    return {"site": folder / "site", "notes.txt": folder / "notes.txt", "gone.txt": folder / "gone"}


def test_it_holds_every_file_under_its_name_with_one_date(tmp_path):
    pack(tmp_path / "a.tar.gz", files(tmp_path / "made"), WHEN)
    with tarfile.open(tmp_path / "a.tar.gz") as archive:
        entries = archive.getmembers()
        assert [one.name for one in entries] == ["notes.txt", "site/a/b.html", "site/index.html"]
        assert {one.mtime for one in entries} == {WHEN}
        assert {(one.uid, one.uname) for one in entries} == {(0, "")}
        assert archive.extractfile("site/a/b.html").read() == b"site/a/b.html"


def test_the_same_files_give_the_same_bytes_whoever_has_them(tmp_path):
    parts = files(tmp_path / "one"), files(tmp_path / "two")
    os.utime(parts[1]["notes.txt"], (1, 1))
    parts[1]["notes.txt"].chmod(0o600)
    digests = [pack(tmp_path / f"{n}.tar.gz", one, WHEN) for n, one in enumerate(parts)]
    assert digests[0] == digests[1]
    (tmp_path / "two/notes.txt").write_text("other", "utf-8")
    assert pack(tmp_path / "2.tar.gz", parts[1], WHEN) != digests[0]


def test_the_checksum_beside_it_is_that_of_the_file(tmp_path):
    digest = pack(tmp_path / "a.tar.gz", files(tmp_path / "made"), WHEN)
    assert hashlib.sha256((tmp_path / "a.tar.gz").read_bytes()).hexdigest() == digest
    assert (tmp_path / "a.tar.gz.sha256").read_text() == f"{digest}  a.tar.gz\n"
