"""Pin the requirements with the hashes of every platform, naming no host."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
OPTIONS = (
    "--universal",
    "--python-version=3.12",
    "--generate-hashes",
    "--no-emit-index-url",
    "--custom-compile-command=make lock",
    "--upgrade",
    "--quiet",
)


def main() -> None:
    """Write site.txt, then dev.txt and audit.txt, which keep to the versions before them."""
    for name in ("site", "dev", "audit"):
        source, target = f"requirements/{name}.in", f"requirements/{name}.txt"
        command = [sys.executable, "-m", "uv", "pip", "compile", *OPTIONS, source, "-o", target]
        subprocess.run(command, cwd=ROOT, check=True)


if __name__ == "__main__":
    main()
