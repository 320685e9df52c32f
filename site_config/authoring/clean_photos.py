"""`make clean-photos`: takes place, time and device out of every photo under content/."""

from __future__ import annotations

import sys
from pathlib import Path

from site_config.rendering import photos


def clean_photos(root: Path) -> list[Path]:
    """Rewrite each photo that says more than its pixels; return those that changed."""
    changed = []
    for file in sorted((root / "content").rglob("*")):
        if file.suffix.lower() in photos.PHOTOS and not file.name.startswith("."):
            data = file.read_bytes()
            if photos.tells_more(data):
                new = file.with_name(f".{file.name}.new")
                new.write_bytes(photos.stripped(data))
                new.replace(file)
                changed.append(file)
    return changed


def main() -> int:
    """Clean the photos of this project and name those that changed."""
    for file in (changed := clean_photos(Path.cwd())):
        sys.stdout.write(f"{file.relative_to(Path.cwd())} is clean now\n")
    if not changed:
        sys.stdout.write("No photo says more than it shows.\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
