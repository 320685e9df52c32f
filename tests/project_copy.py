"""A copy of the project that a test may change and build."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys

INPUTS = (
    *("content", "locale", "checker", "site_config", ".cache", "mkdocs.yml", "README.md"),
    *("pyproject.toml", "package.json", "package-lock.json", "requirements", "tests"),
)
NOT_READ = shutil.ignore_patterns("preview", "photos", "logs")  # what .cache holds besides


def make(root, folder):
    """Copy what a build reads into `folder`; the runtime made before comes along."""
    for name in INPUTS:
        source, target = root / name, folder / name
        target.parent.mkdir(parents=True, exist_ok=True)
        if source.is_dir():
            shutil.copytree(source, target, ignore=NOT_READ if name == ".cache" else None)
        elif source.exists():
            shutil.copy2(source, target)
    (folder / "node_modules").symlink_to(root / "node_modules")
    return folder


def build(project):
    """Build it as `make build` does; the caller looks at the exit code."""
    command = [sys.executable, "-m", "mkdocs", "build"]
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    return subprocess.run(
        command, cwd=project, env=environment, capture_output=True, text=True, check=False
    )


def built(project):
    """Build it, which must go well; return the folder of its site."""
    done = build(project)
    assert done.returncode == 0, done.stderr
    return project / "site"


def take_runtime(built_before, project):
    """Give `project` the packaged runtime of another copy with the same engine and words."""
    source, target = built_before / ".cache", project / ".cache"
    shutil.rmtree(target / "runtime", ignore_errors=True)
    for name in ("runtime", "compressed"):
        shutil.copytree(source / name, target / name, dirs_exist_ok=True)
    shutil.copy2(source / "runtime.json", target)


def in_english(project):
    """Take the other languages off: half the pages, for a test that is not about them."""
    edit(project / "site_config/center.yml", "languages: [en, es]", "languages: [en]")


def edit(path, before, after):
    """Replace a text that must be there, once."""
    text = path.read_text("utf-8")
    assert before in text
    path.write_text(text.replace(before, after, 1), "utf-8")
