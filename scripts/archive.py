"""An archive that is the same, byte for byte, whenever it is made from the same files."""

from __future__ import annotations

import gzip
import hashlib
import io
import tarfile
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path


def pack(target: Path, parts: Mapping[str, Path], when: int) -> str:
    """Write a .tar.gz of files and folders, each under its name; return its SHA-256.

    Owners, rights and the order of files are made the same everywhere; `when`, in seconds since
    1970, is the date of every file. The checksum is also written beside the archive, as
    `sha256sum --check` reads it.
    """
    plain = io.BytesIO()
    with tarfile.open(fileobj=plain, mode="w", format=tarfile.PAX_FORMAT) as archive:
        for name, path in sorted(_files(parts).items()):
            entry = tarfile.TarInfo(name)
            entry.size = path.stat().st_size
            entry.mtime = when
            with path.open("rb") as file:
                archive.addfile(entry, file)
    packed = gzip.compress(plain.getvalue(), mtime=when)
    target.write_bytes(packed)
    digest = hashlib.sha256(packed).hexdigest()
    target.with_name(f"{target.name}.sha256").write_text(f"{digest}  {target.name}\n", "utf-8")
    return digest


def _files(parts: Mapping[str, Path]) -> dict[str, Path]:
    """Every file by its name in the archive."""
    found = {name: path for name, path in parts.items() if path.is_file()}
    for name, folder in parts.items():
        inside = (path for path in folder.rglob("*") if path.is_file())
        found |= {f"{name}/{path.relative_to(folder).as_posix()}": path for path in inside}
    return found
